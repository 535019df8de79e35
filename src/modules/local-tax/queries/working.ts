import type { AnyHandle } from '#kernel/db/database.ts'
import { senFromNumeric } from '#kernel/money/money.ts'
import { listRules } from '#modules/rules/index.ts'
import { calculate, findCalculator, LawBook, type Question, type Result } from '#modules/tax/index.ts'
import { findOwnRegion } from '#modules/territory/index.ts'
import { pbbQuestion } from '../pbb-question.ts'
import { type Assessment, isOfLand } from './assessments.ts'

/**
 * The steps behind an assessment, computed again from what stands in it. Undefined when they would come out at another amount
 * than the one that was issued, because a row of law was added since: the assessment stays what it is.
 */
export async function workingOf(db: AnyHandle, one: Assessment): Promise<Result['steps'] | undefined> {
  const region = (await findOwnRegion(db))?.code ?? ''
  const { kind, question } = questionOf(one, region)
  const calculator = findCalculator(kind)
  if (!calculator) return undefined
  const result = calculate(calculator, new LawBook(await listRules(db, calculator.rules)), question)
  const total = senFromNumeric(result.total.decimal(2))
  return (total > 0n ? total : 0n) === one.assessed ? result.steps : undefined
}

function questionOf(one: Assessment, region: string): { kind: string; question: Question } {
  const { basis } = one
  if (isOfLand(basis)) return { kind: 'pbb', question: pbbQuestion(region, one.year, basis, one.lastYear ?? 0n) }
  const question = { day: Temporal.PlainDate.from(basis.day), region, input: basis.input }
  return { kind: basis.calculator, question }
}
