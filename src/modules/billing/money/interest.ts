import { extensionPoint } from '#kernel/define/extension-point.ts'
import { type Rate, type Rounding, type Sen, times } from '#kernel/money/money.ts'
import type { Rule } from '#modules/rules/index.ts'

/** How much was still owed on a line from a day on, until the next step. */
export interface OwedSince {
  readonly from: Temporal.PlainDate
  readonly amount: Sen
}

export interface InterestQuestion {
  readonly line: { readonly position: number; readonly accountCode: string; readonly amount: Sen }
  readonly dueOn: Temporal.PlainDate
  /** The day of payment. */
  readonly day: Temporal.PlainDate
  /** What was owed of the line itself, from its issue on; the first step is the whole line. */
  readonly owed: readonly OwedSince[]
  readonly region: string
  /** All rows of the keys that the source names; it chooses those of the days it counts. */
  readonly rules: readonly Rule[]
}

/** A module whose bills bear interest when they are late provides how it is computed, under its own name. */
export interface InterestSource {
  readonly rules: readonly string[]
  /** As it is printed beside the interest of a line. */
  readonly citation: string
  /** All interest that had arisen on the line until the day, whether or not some of it was paid. */
  interestOn(question: InterestQuestion): Sen
}

export const interestSources = extensionPoint<InterestSource>('billing.interest')

export interface MonthlyInterest {
  /** For each begun month, as an exact fraction. */
  readonly rate: Rate
  readonly maxMonths: number
  readonly rounding: Rounding
  /** Multiple of sen that the sum is rounded to, once. */
  readonly unit: Sen
}

/** How many months after the due day have begun by a day: none on the due day, one from the day after. */
export function begunMonths(dueOn: Temporal.PlainDate, day: Temporal.PlainDate, max: number): number {
  let months = 0
  while (months < max && Temporal.PlainDate.compare(day, dueOn.add({ months })) > 0) months += 1
  return months
}

/**
 * Interest by begun months on what was still owed when each month began: whoever paid a part before pays for the rest.
 * @basis PP 35/2023 pasal 59 (7)
 */
export function interestByMonths(question: Pick<InterestQuestion, 'dueOn' | 'day' | 'owed'>, by: MonthlyInterest): Sen {
  let base = 0n
  for (let month = 0; month < begunMonths(question.dueOn, question.day, by.maxMonths); month += 1) {
    base += owedAt(question.owed, question.dueOn.add({ months: month }))
  }
  return times(base, by.rate, by.rounding, by.unit)
}

function owedAt(steps: readonly OwedSince[], day: Temporal.PlainDate): Sen {
  const known = steps.filter((step) => Temporal.PlainDate.compare(step.from, day) <= 0)
  return (known.at(-1) ?? steps[0])?.amount ?? 0n
}
