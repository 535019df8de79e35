import { workingCalendar } from '#kernel/clock/working-days.ts'
import type { readRuleFiles } from '#modules/rules/index.ts'
import { caseEffects, costFormulas, effectUndos, knownSources, optionSources } from '../../extensions.ts'
import type { ServiceDefinition } from '../schema.ts'
import type { Installed } from './installed.ts'

/** What is there to refer to: all that modules have provided, the shipped law, and the shipped services. */
export function installedFrom(given: {
  readonly permissions: Iterable<string>
  readonly files: ReturnType<typeof readRuleFiles>
  readonly services: readonly ServiceDefinition[]
}): Installed {
  const { rules, holidays, hours } = given.files
  const days = Object.fromEntries(hours.map((row) => [row.weekday, [row.opens, row.closes] as const]))
  const closed = [...holidays.national, ...holidays.joint].map(([day]) => day)
  return {
    permissions: new Set(given.permissions),
    effects: new Set(caseEffects.keys()),
    undos: new Set(effectUndos.keys()),
    known: new Set(knownSources.keys()),
    options: new Set(optionSources.keys()),
    rules,
    formulas: new Map(costFormulas.keys().map((name) => [name, costFormulas.get(name)])),
    services: new Map(given.services.map((service) => [service.id, service])),
    calendar: workingCalendar('Asia/Jakarta', days, closed),
  }
}
