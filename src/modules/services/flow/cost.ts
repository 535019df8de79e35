import type { LocalText } from '#kernel/i18n/texts.ts'
import type { RuleUse } from '#modules/rules/index.ts'
import { expressionsOf, type Surroundings } from '../definition/expressions.ts'
import type { CostLine, ServiceDefinition } from '../definition/schema.ts'
import { costFormulas } from '../extensions.ts'
import type { RuleOf } from './deadline.ts'

/** One line of a fee. */
export interface CostItem {
  readonly id: string
  readonly label: LocalText
  /** Whole rupiah. */
  readonly amount: number
  readonly account: string | undefined
  readonly rules: readonly RuleUse[]
  /** How the amount came about, step by step. */
  readonly trace: readonly { readonly label: LocalText; readonly value: string }[]
}

export interface Cost {
  readonly items: readonly CostItem[]
  /** Whole rupiah. */
  readonly total: number
}

/**
 * What an application costs under the rules of a day.
 * @throws Error when a line gives no amount: proved impossible before publishing
 */
export function costOf(definition: ServiceDefinition, surroundings: Surroundings, ruleOf: RuleOf): Cost {
  const language = expressionsOf(definition)
  const items = definition.cost
    .filter((line) => language.isTrue(line.when, surroundings))
    .map((line) => costItem(definition, line, surroundings, ruleOf))
  return { items, total: items.reduce((sum, item) => sum + item.amount, 0) }
}

/** Keys of all rules that the fee of a definition may need. */
export function costRules(definition: ServiceDefinition): string[] {
  return definition.cost.flatMap((line) => [
    ...(line.rule ? [line.rule] : []),
    ...(line.formula ? costFormulas.get(line.formula.name).rules : []),
  ])
}

function costItem(definition: ServiceDefinition, line: CostLine, surroundings: Surroundings, ruleOf: RuleOf): CostItem {
  const language = expressionsOf(definition)
  const number = (expression: string) => Number(language.evaluate(expression, surroundings))
  const head = { id: line.id, label: line.label, account: line.account }
  if (line.formula) {
    const formula = costFormulas.get(line.formula.name)
    const inputs = Object.fromEntries(
      Object.entries(line.formula.inputs).map(([name, expression]) => [
        name,
        plain(language.evaluate(expression, surroundings)),
      ]),
    )
    const made = formula.run(inputs, ruleOf)
    const rules = formula.rules.map(ruleOf)
    return { ...head, amount: whole(made.amount, line.id), rules, trace: made.trace }
  }
  if (line.rule) {
    const rule = ruleOf(line.rule)
    const factors = (line.times ?? []).map(number)
    // Quantities have at most four digits after the comma; the amount is rounded once, at the end, downwards.
    const scaled = factors.reduce((product, factor) => product * BigInt(Math.round(factor * 10_000)), rupiahOf(rule))
    const amount = Number(scaled / 10_000n ** BigInt(factors.length))
    const trace = factors.length
      ? [{ label: line.label, value: [String(rupiahOf(rule)), ...factors.map(String)].join(' × ') }]
      : []
    return { ...head, amount: whole(amount, line.id), rules: [rule], trace }
  }
  return { ...head, amount: whole(number(line.amount ?? '0'), line.id), rules: [], trace: [] }
}

/** @throws Error when the row does not hold whole rupiah */
function rupiahOf(rule: RuleUse): bigint {
  if (typeof rule.value !== 'number' || !Number.isSafeInteger(rule.value) || !rule.unit.startsWith('rupiah')) {
    throw new Error(`rule ${rule.key} holds ${JSON.stringify(rule.value)} ${rule.unit}, not whole rupiah`)
  }
  return BigInt(rule.value)
}

function plain(value: unknown): string | number | boolean {
  return typeof value === 'bigint' ? Number(value) : (value as string | number | boolean)
}

function whole(amount: number, id: string): number {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new Error(`cost line "${id}" gives ${amount}`)
  return amount
}
