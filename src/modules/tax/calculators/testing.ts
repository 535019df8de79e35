import { AppError } from '#kernel/errors.ts'
import type { Rule } from '#modules/rules/index.ts'
import { calculate, type Result } from '../calculation/calculate.ts'
import { LawBook } from '../calculation/law.ts'
import { shippedTaxRows } from '../calculation/shipped-law.ts'
import { findCalculator } from './index.ts'

const shipped = shippedTaxRows()
const book = new LawBook(shipped)

/** Asks a calculator with the shipped rows, as the demo region on a day of 2026 unless said otherwise. */
export function ask(
  kind: string,
  input: object,
  { date = '2026-06-30', region = '99.01', rows }: { date?: string; region?: string; rows?: readonly Rule[] } = {},
): Result {
  const calculator = findCalculator(kind)
  if (!calculator) throw new Error(`no calculator ${kind}`)
  const law = rows ? new LawBook([...rows, ...shipped.filter(({ key }) => !rows.some((row) => row.key === key))]) : book
  return calculate(calculator, law, { day: Temporal.PlainDate.from(date), region, input })
}

export const total = (result: Result) => Number(result.total.decimal())

/** Lines by id, as numbers. */
export function amounts(result: Result): Record<string, number> {
  return Object.fromEntries(result.lines.map(({ id, amount }) => [id, Number(amount.decimal())]))
}

/** The field that was refused, with its sentence; undefined when nothing was. */
export function refusal(act: () => unknown): { path: string | undefined; text: string | undefined } | undefined {
  try {
    act()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { path: error.fields[0]?.path, text: error.fields[0]?.message.id }
  }
  return undefined
}

/** A row of law as a test wants it, of every day and place. */
export function row(key: string, value: unknown, unit: Rule['unit']): Rule {
  const title = { id: key, en: key }
  const days = { validFrom: '2000-01-01', validTo: undefined }
  return { id: key, key, region: '', value, unit, title, citation: 'Perda uji 1/2026', status: 'verified', ...days }
}
