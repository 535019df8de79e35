import type { LocalText } from '#kernel/i18n/texts.ts'

/** What the value of a rule counts. Ratios are decimal texts ("0.005"), so that nothing is lost to floating point. */
export const ruleUnits = [
  'working-day',
  'calendar-day',
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
