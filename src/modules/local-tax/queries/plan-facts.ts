import { dayOf, systemClock } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import { AppError } from '#kernel/errors.ts'
import { getRule, listRules, wholeNumber } from '#modules/rules/index.ts'
import type { KnownSource } from '#modules/services/index.ts'
import { calculate, findCalculator, LawBook, type Result } from '#modules/tax/index.ts'
import { claimFacts } from './claim-facts.ts'

export interface PlanPart {
  readonly dueOn: Temporal.PlainDate
  /** Whole rupiah. */
  readonly amount: number
  readonly interest: number
}

export interface Plan {
  readonly parts: readonly PlanPart[]
  /** Rows of law that were not checked against the text. */
  readonly openKeys: readonly string[]
}

export type Manner = 'instalments' | 'deferral'

/**
 * How a sum is paid in equal monthly parts, or at once after some months, with interest on what remains each month.
 * @basis PP 35/2023 (angsuran dan penundaan)
 */
export async function planOf(
  db: AnyHandle,
  asked: {
    readonly region: string
    readonly from: Temporal.PlainDate
    readonly owed: number
    readonly manner: Manner
    readonly months: number
  },
): Promise<Plan> {
  const { region, from, owed, manner, months } = asked
  const calculator = findCalculator('instalments')
  if (!calculator) throw new Error('there is no calculation instalments')
  const book = new LawBook(await listRules(db, calculator.rules))
  const result = calculate(calculator, book, { day: from, region, input: { manner, principal: owed, months } })
  const lines = sumsByMonth(result, months)
  const parts = lines.map(({ amount, interest }, index) => ({
    dueOn: from.add({ months: index + 1 }),
    amount,
    interest,
  }))
  const openKeys = result.openRules.map(({ key }) => key)
  if (manner === 'instalments') return { parts, openKeys }
  const interest = parts.reduce((sum, part) => sum + part.interest, 0)
  return { parts: [{ dueOn: from.add({ months }), amount: owed, interest }], openKeys }
}

function sumsByMonth({ lines }: Result, months: number): { amount: number; interest: number }[] {
  const rupiah = (id: string) => Number(lines.find((line) => line.id === id)?.amount.decimal(0) ?? 0)
  return Array.from({ length: months }, (_, index) => ({
    amount: rupiah(`instalment-${index + 1}`),
    interest: rupiah(`interest-${index + 1}`),
  }))
}

/** The longest that the law allows, of each manner. */
export async function longestPlan(
  db: AnyHandle,
  region: string,
  manner: Manner,
  day: Temporal.PlainDate,
): Promise<number> {
  const key = manner === 'deferral' ? 'local-tax.instalments.deferral-most' : 'local-tax.instalments.most'
  return wholeNumber(await getRule(db, key, region, day))
}

/** Of who wants to pay in parts: his assessments, the longest time, and the plan as it would be from today. */
export const planFacts: KnownSource = async (tenant, db, personId, answers) => {
  const facts = await claimFacts(tenant, db, personId, answers)
  const today = dayOf(systemClock.now(), tenant.profile.zone)
  const region = String(facts['regionCode'])
  const manner: Manner = answers['manner'] === 'deferral' ? 'deferral' : 'instalments'
  const mostMonths = await longestPlan(db, region, manner, today)
  const claims = facts['claims'] as readonly { number: string; owed: number }[]
  const owed = claims.find(({ number }) => number === answers['assessment'])?.owed ?? 0
  const months = Number(answers['months'] ?? 0)
  const none = { ...facts, mostMonths, firstPart: 0, planInterest: 0 }
  if (owed < 2 || !Number.isInteger(months) || months < 1 || months > mostMonths) return none
  try {
    const { parts } = await planOf(db, { region, from: today, owed, manner, months })
    const [first] = parts
    const planInterest = parts.reduce((sum, part) => sum + part.interest, 0)
    return { ...facts, mostMonths, firstPart: (first?.amount ?? 0) + (first?.interest ?? 0), planInterest }
  } catch (error) {
    if (error instanceof AppError) return none
    throw error
  }
}
