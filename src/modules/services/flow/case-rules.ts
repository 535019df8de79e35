import type { AnyHandle } from '#kernel/db/database.ts'
import { listRules, type RuleUse, ruleOn, useOf } from '#modules/rules/index.ts'
import type { ServiceDefinition } from '../definition/schema.ts'
import type { Span } from '../definition/schema-parts.ts'
import { ruleKeysInTexts } from '../definition/spell.ts'
import { costRules } from './cost.ts'
import type { RuleOf } from './deadline.ts'

/** Keys of every dated rule that a case of this service may meet on its way, or read of in a text. */
export function ruleKeysOf(definition: ServiceDefinition): string[] {
  const { flow, validity, quota } = definition
  const spans: (Span | undefined)[] = [
    definition.clock,
    definition.legalLimit,
    validity?.lasts,
    validity?.renewFrom,
    ...flow.states.flatMap((state) => [
      state.deadline,
      state.appointment?.within,
      ...(state.branches ?? []).map((branch) => branch.deadline),
    ]),
    ...flow.transitions.flatMap((row) => [
      row.within,
      row.extends,
      typeof row.after === 'object' ? row.after : undefined,
    ]),
  ]
  return [
    ...new Set([
      ...spans.flatMap((span) => (span ? [span.rule] : [])),
      ...costRules(definition),
      ...definition.rules,
      ...(quota ? [quota.places, quota.closes] : []),
      ...ruleKeysInTexts(definition),
    ]),
  ]
}

/**
 * The rules as they hold on the day of application, where the applicant lives. They stay with the case to its end.
 * @throws Error naming the key that has no row
 */
export async function readCaseRules(
  db: AnyHandle,
  definition: ServiceDefinition,
  territory: string,
  day: Temporal.PlainDate,
): Promise<RuleUse[]> {
  const keys = ruleKeysOf(definition)
  const rows = await listRules(db, keys)
  return keys.map((key) => {
    const rule = ruleOn(rows, key, territory, day)
    if (!rule) throw new Error(`no rule ${key} holds in ${territory} on ${day}`)
    return useOf(rule)
  })
}

/** @throws Error when the case does not carry the rule */
export function rulesIn(used: readonly RuleUse[]): RuleOf {
  const byKey = new Map(used.map((rule) => [rule.key, rule]))
  return (key) => {
    const rule = byKey.get(key)
    if (!rule) throw new Error(`the case carries no rule ${key}`)
    return rule
  }
}
