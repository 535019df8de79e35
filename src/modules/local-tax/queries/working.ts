import type { AnyHandle } from '#kernel/db/database.ts'
import { senFromNumeric } from '#kernel/money/money.ts'
import { listRules } from '#modules/rules/index.ts'
import { calculate, findCalculator, LawBook, type Result } from '#modules/tax/index.ts'
import { findOwnRegion } from '#modules/territory/index.ts'
import { pbbQuestion } from '../pbb-question.ts'
import type { Assessment } from './assessments.ts'

/**
 * The steps behind a notice, computed again from what stands in it. Undefined when they would come out at another amount
 * than the one that was issued, because a row of law was added since: the notice stays what it is.
 */
export async function workingOf(db: AnyHandle, one: Assessment): Promise<Result['steps'] | undefined> {
  const calculator = findCalculator('pbb')
  const region = (await findOwnRegion(db))?.code ?? ''
  if (!calculator) return undefined
  const book = new LawBook(await listRules(db, calculator.rules))
  const result = calculate(calculator, book, pbbQuestion(region, one.year, one.basis, one.lastYear ?? 0n))
  return senFromNumeric(result.total.decimal(2)) === one.amount ? result.steps : undefined
}
