import type { WorkingCalendar } from '#kernel/clock/working-days.ts'
import type { CostFormula } from '../../extensions.ts'
import type { ServiceDefinition } from '../schema.ts'

/** One dated row of law as proofs need it. */
export interface RuleRow {
  readonly key: string
  /** Territory code; "" = the whole country. */
  readonly region: string
  readonly value: unknown
  readonly unit: string
  readonly citation: string
  readonly validFrom: string
  readonly validTo?: string | undefined
}

/** What exists around a definition, against which its references are held. */
export interface Installed {
  readonly permissions: ReadonlySet<string>
  readonly effects: ReadonlySet<string>
  /** Effects that can be taken back. */
  readonly undos: ReadonlySet<string>
  readonly known: ReadonlySet<string>
  /** Registers that offer their rows as options. */
  readonly options: ReadonlySet<string>
  readonly rules: readonly RuleRow[]
  readonly formulas: ReadonlyMap<string, CostFormula>
  /** Other services, for cases that wait for one of another kind. */
  readonly services: ReadonlyMap<string, ServiceDefinition>
  /** Working days by which the promised dates of examples are counted. */
  readonly calendar?: WorkingCalendar | undefined
}

/** The row that holds on a day: the most local one whose span covers it. */
export function rowOn(rows: readonly RuleRow[], key: string, region: string, day: string): RuleRow | undefined {
  return rows
    .filter(
      (row) => row.key === key && (row.region === '' || row.region === region || region.startsWith(`${row.region}.`)),
    )
    .filter((row) => row.validFrom <= day && (row.validTo === undefined || day <= row.validTo))
    .sort((a, b) => b.region.length - a.region.length)[0]
}

/** One stretch of law: a place, and a day from which figures differ. */
export interface Moment {
  readonly region: string
  readonly day: string
}

/**
 * Every place and day at which one of these rules begins to say something else, from the first day of the
 * definition on: what holds on all of them holds always.
 */
export function momentsOf(definition: ServiceDefinition, keys: readonly string[], rows: readonly RuleRow[]): Moment[] {
  const relevant = rows.filter((row) => keys.includes(row.key))
  const regions = ['', ...new Set(relevant.map((row) => row.region).filter((region) => region !== ''))]
  const last = definition.validTo
  const days = [
    definition.validFrom,
    ...new Set(
      relevant.map((row) => row.validFrom).filter((day) => day > definition.validFrom && !(last && day > last)),
    ),
  ].sort()
  return regions.flatMap((region) => days.map((day) => ({ region, day })))
}
