import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '#kernel/errors.ts'
import { calculate, type Result } from '../calculation/calculate.ts'
import type { Field, Fields } from '../calculation/fields.ts'
import { LawBook } from '../calculation/law.ts'
import { shippedTaxRows } from '../calculation/shipped-law.ts'
import { calculators } from './index.ts'

const book = new LawBook(shippedTaxRows())

/** Amounts at which tables turn, and anything up to the largest. */
const amounts = fc.oneof(
  fc.integer({ min: 0, max: 1_000_000_000_000_000 }),
  fc.integer({ min: 0, max: 100_000_000 }),
  fc.constantFrom(0, 1, 5_400_000, 5_400_001, 60_000_000, 500_000_000, 4_800_000_000, 50_000_000_000),
  fc
    .integer({ min: 1, max: 100_000_000_000 })
    .map((sen) => `${Math.floor(sen / 100)}.${String(sen % 100).padStart(2, '0')}`),
)

const daysOf = (from: number, to: number) =>
  fc
    .integer({ min: 0, max: (to - from + 1) * 365 })
    .map((days) => Temporal.PlainDate.from({ year: from, month: 1, day: 1 }).add({ days }).toString())

/** Whatever a form might send for these fields, all of it in its bounds. */
function anyInput(fields: Fields): fc.Arbitrary<Record<string, unknown>> {
  return fc.record(Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, anyValue(field)])))
}

function anyValue(field: Field): fc.Arbitrary<unknown> {
  const empty = fc.constant(undefined)
  switch (field.kind) {
    case 'money':
      return fc.oneof({ weight: 20, arbitrary: amounts }, { weight: 1, arbitrary: empty })
    case 'decimal':
      return fc.oneof(
        { weight: 20, arbitrary: fc.integer({ min: field.min ?? 0, max: Math.min(field.max, 1_000_000) }).map(String) },
        { weight: 1, arbitrary: empty },
      )
    case 'count': {
      const least = field.min ?? 0
      return fc.oneof(
        { weight: 10, arbitrary: fc.integer({ min: least, max: Math.min(field.max, least + 3) }) },
        { weight: 10, arbitrary: fc.integer({ min: least, max: field.max }) },
        { weight: 1, arbitrary: empty },
      )
    }
    case 'choice':
      return fc.constantFrom(...field.options.map((option) => option.value))
    case 'yes-no':
      return fc.boolean()
    case 'date':
      return daysOf(2021, 2027)
    case 'optional-date':
      return fc.oneof(empty, daysOf(2021, 2027))
    case 'months':
      return fc.array(fc.oneof(fc.constant(null), amounts), { minLength: 0, maxLength: 12 })
    case 'rows':
      return fc.array(anyInput(field.fields), { maxLength: 4 })
  }
}

describe('every calculator, whatever is entered on whatever day', () => {
  it.each(calculators.map((each) => [each.kind, each] as const))(
    '%s answers or says what is wrong',
    (_kind, calculator) => {
      const ask = (day: string, input: unknown, trace: boolean): Result | undefined => {
        try {
          return calculate(calculator, book, { day: Temporal.PlainDate.from(day), region: '99.01', input }, { trace })
        } catch (error) {
          if (!(error instanceof AppError) || error.fields.length === 0) throw error
          return undefined
        }
      }
      let answered = 0
      fc.assert(
        fc.property(daysOf(2021, 2027), anyInput(calculator.fields), (day, input) => {
          const result = ask(day, input, true)
          const silent = ask(day, input, false)
          expect(silent === undefined).toBe(result === undefined)
          if (!result || !silent) return
          answered += 1
          expect(silent.total.equals(result.total)).toBe(true)
          // What stands on a bill is rounded: nobody can pay a third of a rupiah.
          for (const line of result.lines) expect([line.id, line.amount.times(100).isWhole]).toEqual([line.id, true])
          expect(result.rules.length).toBeGreaterThan(0)
          expect(new Set(result.steps.map((step) => step.id)).size).toBe(result.steps.length)
        }),
        { numRuns: 80, seed: 20_260_630 },
      )
      expect(answered).toBeGreaterThan(0)
    },
  )
})
