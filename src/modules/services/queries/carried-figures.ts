import type { AnyHandle } from '#kernel/db/database.ts'
import { listRules, ruleOn } from '#modules/rules/index.ts'
import { findOwnRegion } from '#modules/territory/index.ts'
import type { ServiceDefinition } from '../definition/schema.ts'

/**
 * The figures of law of a day in this region that a form may ask for among the facts, for a device that cannot ask. A source
 * of facts names a figure after its rule: `nameWords` is `civil-registration.birth.name-words`.
 */
export async function carriedFigures(
  db: AnyHandle,
  definition: Pick<ServiceDefinition, 'rules'>,
  day: string,
): Promise<Record<string, number>> {
  if (definition.rules.length === 0) return {}
  const rows = await listRules(db, definition.rules)
  const region = (await findOwnRegion(db))?.code ?? ''
  const on = Temporal.PlainDate.from(day)
  const figures = definition.rules.flatMap((key): [string, number][] => {
    const value = ruleOn(rows, key, region, on)?.value
    return typeof value === 'number' ? [[factName(key), value]] : []
  })
  return Object.fromEntries(figures)
}

function factName(key: string): string {
  return (key.split('.').at(-1) as string).replace(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase())
}
