import type { AnyHandle } from '#kernel/db/database.ts'
import { type Rule, type RuleStatus, ruleOn } from '../domain.ts'
import { type RuleUsage, ruleUsages } from '../extensions.ts'
import { listRules } from './rules.ts'

export interface LawFilter {
  readonly text: string
  readonly status: RuleStatus | undefined
  /** Name of a regulation as `regulationOf` gives it. */
  readonly regulation: string
  /** ISO day. */
  readonly on: string
}

export interface Law {
  /** The row that holds on the day, one for each key, as filtered. */
  readonly rules: readonly Rule[]
  /** Every regulation that is cited by a rule of the day. */
  readonly regulations: readonly string[]
}

/** The figures of law that hold in a region on a day. */
export async function readLaw(db: AnyHandle, region: string, filter: LawFilter): Promise<Law> {
  const all = await listRules(db)
  const day = Temporal.PlainDate.from(filter.on)
  const byKey = Map.groupBy(all, (rule) => rule.key)
  const holding = [...byKey].flatMap(([key, rows]) => ruleOn(rows, key, region, day) ?? [])
  const words = plain(filter.text).split(' ').filter(Boolean)
  const rules = holding
    .filter((rule) => !filter.status || rule.status === filter.status)
    .filter((rule) => !filter.regulation || regulationOf(rule.citation) === filter.regulation)
    .filter((rule) => {
      const text = plain(`${rule.title.id} ${rule.title.en} ${rule.citation} ${rule.key}`)
      return words.every((word) => text.includes(word))
    })
  const regulations = [...new Set(holding.map((rule) => regulationOf(rule.citation)))].sort((a, b) =>
    a.localeCompare(b, 'id', { numeric: true }),
  )
  return { rules, regulations }
}

/** "UU 24/2013 pasal 79A" is of UU 24/2013; a citation without a number of its own is its own regulation. */
export function regulationOf(citation: string): string {
  const numbered = /^.*?\d+(?:\/[\w.-]+)*\/\d{4}/.exec(citation)?.[0]
  return numbered ?? citation.replace(/,?\s*(?:pasal|\().*$/i, '').trim()
}

/** Where a rule is applied. */
export async function listUsages(db: AnyHandle, key: string, today: string): Promise<RuleUsage[]> {
  const found = await Promise.all(ruleUsages.keys().map((name) => ruleUsages.get(name)(db, today)))
  return found.flat().filter((usage) => usage.key === key)
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}/]+/gu, ' ')
    .trim()
}
