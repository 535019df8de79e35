import type { LocalText } from '#kernel/i18n/texts.ts'

/** What the value of a rule counts. Ratios are decimal texts ("0.005"), so that nothing is lost to floating point. */
export const ruleUnits = [
  'working-day',
  'calendar-day',
  'week',
  'month',
  'year',
  'rupiah',
  'rupiah-per-m2',
  'rupiah-per-day',
  'rupiah-per-m2-day',
  'percent',
  'ratio',
  'person',
  'score',
  'date',
  'table',
  'text',
] as const
export type RuleUnit = (typeof ruleUnits)[number]
export type RuleStatus = 'verified' | 'unverified' | 'disputed'

/** One figure of law, valid over a span of days in a region. */
export interface Rule {
  readonly id: string
  readonly key: string
  /** Territory code; "" = the whole country. */
  readonly region: string
  readonly value: unknown
  readonly unit: RuleUnit
  readonly title: LocalText
  readonly citation: string
  readonly status: RuleStatus
  readonly validFrom: string
  readonly validTo: string | undefined
}

/** What a decision stores of a rule it used, so that it can be replayed. */
export interface RuleUse {
  readonly id: string
  readonly key: string
  readonly value: unknown
  readonly unit: RuleUnit
  readonly citation: string
}

/** The row that holds on a day in a region: the most local one whose span covers the day. */
export function ruleOn(rows: readonly Rule[], key: string, region: string, day: Temporal.PlainDate): Rule | undefined {
  const on = day.toString()
  return rows
    .filter((row) => row.key === key && covers(row.region, region))
    .filter((row) => row.validFrom <= on && (row.validTo === undefined || on <= row.validTo))
    .sort((a, b) => b.region.length - a.region.length)[0]
}

export function useOf(rule: Rule): RuleUse {
  return { id: rule.id, key: rule.key, value: rule.value, unit: rule.unit, citation: rule.citation }
}

/** The regulation with its article, unless it names articles itself. */
export function citationOf({ citation, article }: { citation: string; article?: string | null | undefined }): string {
  return article && !citation.includes('pasal') ? `${citation} pasal ${article}` : citation
}

/** @throws Error when the row does not hold a whole number */
export function wholeNumber(rule: Pick<Rule, 'key' | 'value'>): number {
  if (typeof rule.value !== 'number' || !Number.isInteger(rule.value)) {
    throw new Error(`rule ${rule.key} holds ${JSON.stringify(rule.value)}, not a whole number`)
  }
  return rule.value
}

function covers(area: string, place: string): boolean {
  return area === '' || area === place || place.startsWith(`${area}.`)
}

/** A whole number, a decimal kept as text, a day, text, or a table written as JSON: what a unit asks for. */
const whole = new Set<RuleUnit>(ruleUnits.filter((unit) => !['ratio', 'date', 'table', 'text'].includes(unit)))

/**
 * Reads a value as an official types it.
 * @returns undefined when it does not fit the unit
 */
export function readRuleValue(unit: RuleUnit, typed: string): unknown {
  const text = typed.trim()
  if (text === '') return undefined
  if (whole.has(unit)) return readWhole(text, unit.startsWith('rupiah'))
  if (unit === 'ratio') return /^\d+([.,]\d{1,9})?$/.test(text) ? text.replace(',', '.') : undefined
  if (unit === 'date') return isDay(text) ? text : undefined
  if (unit === 'table') return readTable(text)
  return text
}

/** The value as it is typed again. */
export function writeRuleValue(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value, null, 2) : String(value)
}

function readWhole(text: string, isMoney: boolean): number | undefined {
  const digits = text.replace(/^rp\.?\s*/i, '').replace(/,-+$/, '')
  const isGrouped = /^\d{1,3}(\.\d{3})+$/.test(digits)
  const plain = isMoney && isGrouped ? digits.replaceAll('.', '') : digits
  const number = /^\d{1,15}$/.test(plain) ? Number(plain) : Number.NaN
  return Number.isSafeInteger(number) ? number : undefined
}

function readTable(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** Where a new row takes its place among those of its key and region, or why it cannot. */
export type Placement =
  | { readonly kind: 'fits'; readonly closes: { readonly id: string; readonly validTo: string } | undefined }
  | { readonly kind: 'overlaps'; readonly with: Pick<Rule, 'validFrom' | 'validTo'> }

/**
 * The older row of the same region ends the day before the new one begins; rows that begin on the same day or later
 * are never touched.
 */
export function placeRow(
  rows: readonly Pick<Rule, 'id' | 'validFrom' | 'validTo'>[],
  validFrom: string,
  validTo: string | undefined,
): Placement {
  const later = rows.find((row) => row.validFrom >= validFrom && (validTo === undefined || row.validFrom <= validTo))
  if (later) return { kind: 'overlaps', with: later }
  const older = rows.find((row) => row.validFrom < validFrom && (row.validTo === undefined || row.validTo >= validFrom))
  if (!older) return { kind: 'fits', closes: undefined }
  const dayBefore = Temporal.PlainDate.from(validFrom).subtract({ days: 1 }).toString()
  return { kind: 'fits', closes: { id: older.id, validTo: dayBefore } }
}
