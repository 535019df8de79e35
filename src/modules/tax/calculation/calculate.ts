import { AppError } from '#kernel/errors.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'
import type { Rule } from '#modules/rules/index.ts'
import type { AnyCalculator, Line } from './calculator.ts'
import { Exact } from './exact.ts'
import type { LawBook } from './law.ts'
import { readInput } from './read-input.ts'
import { type Step, Working } from './working.ts'

export interface Question {
  readonly day: Temporal.PlainDate
  /** Code of the region; "" counts only national law. */
  readonly region: string
  /** As JSON. */
  readonly input: unknown
}

export interface Result {
  readonly kind: string
  readonly day: Temporal.PlainDate
  readonly region: string
  readonly total: Exact
  readonly lines: readonly Line[]
  readonly steps: readonly Step[]
  /** Every row of law that was read. */
  readonly rules: readonly Rule[]
  readonly warnings: readonly LocalText[]
  /** True only when every row was checked against the legal text and none was typed in: nothing else may become an assessment. */
  readonly isOfficial: boolean
  /** The rows that were not checked, or on which sources disagree. */
  readonly openRules: readonly Rule[]
}

/**
 * Computes one tax for one case on one day.
 *
 * @throws AppError invalid-input with the fields that are wrong; `date` when no law of that day is known
 */
export function calculate(
  calculator: AnyCalculator,
  book: LawBook,
  question: Question,
  options: { readonly trace: boolean } = { trace: true },
): Result {
  const read = readInput(calculator.fields, question.input)
  if (!read.ok) throw new AppError('invalid-input', { fields: read.errors })
  const law = book.on(question.day, question.region)
  const working = options.trace ? new Working() : undefined
  const { total, lines, warnings, isEstimate } = calculator.compute(read.input as never, law, working)
  checkSum(calculator.kind, total, lines)
  const rules = [...law.used]
  const openRules = rules.filter((rule) => rule.status !== 'verified')
  return {
    kind: calculator.kind,
    day: question.day,
    region: question.region,
    total,
    lines,
    steps: working?.steps ?? [],
    rules,
    warnings: warnings ?? [],
    isOfficial: openRules.length === 0 && !isEstimate,
    openRules,
  }
}

/** A bill whose lines do not make its total must never leave the house. */
function checkSum(kind: string, total: Exact, lines: readonly Line[]): void {
  const sum = Exact.sum(lines.map((line) => line.amount))
  if (!sum.equals(total)) throw new Error(`${kind}: the lines make ${sum.decimal()}, the total is ${total.decimal()}`)
}
