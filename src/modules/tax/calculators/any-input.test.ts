import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '#kernel/errors.ts'
import { Exact } from '../calculation/exact.ts'
import type { Field, Fields } from '../calculation/fields.ts'
import { calculators } from './index.ts'
import { ask } from './testing.ts'

/** Whatever a form could send for a field: its bounds, things between, and now and then nothing. */
function anyValue(field: Field): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case 'money':
      return fc.oneof(fc.constantFrom(field.min ?? 0, field.max ?? 10 ** 15), fc.integer({ min: 0, max: 10 ** 12 }))
    case 'decimal':
      return fc.oneof(
        fc.constantFrom(field.min ?? 0, field.max),
        fc.integer({ min: 0, max: Math.min(field.max, 1000) }),
      )
    case 'count':
      return fc.oneof(fc.constantFrom(field.min ?? 0, field.max), fc.integer({ min: field.min ?? 0, max: field.max }))
    case 'choice':
      return fc.constantFrom(...field.options.map(({ value }) => value))
    case 'yes-no':
      return fc.boolean()
    case 'date':
    case 'optional-date':
      return fc.constantFrom('2021-01-31', '2024-02-29', '2025-12-31', '2026-06-30')
    case 'months':
      return fc.array(fc.option(fc.integer({ min: 0, max: 10 ** 12 })), { maxLength: 12 })
    case 'rows':
      return fc.array(anyInput(field.fields), { minLength: field.least ?? 1, maxLength: 3 })
  }
}

function anyInput(fields: Fields): fc.Arbitrary<Record<string, unknown>> {
  const values = Object.entries(fields).map(([name, field]) => [name, anyValue(field)] as const)
  const asked = Object.entries(fields).filter(([, field]) => !('optional' in field && field.optional))
  return fc.record(Object.fromEntries(values), { requiredKeys: asked.map(([name]) => name) })
}

const dates = fc.constantFrom('2021-01-01', '2022-04-01', '2024-01-05', '2025-01-05', '2025-08-01', '2026-11-23')
const regions = fc.constantFrom('99.01', '31', '51.03', '')

describe('any input that a form can send', () => {
  it.each(calculators.map((calculator) => [calculator.kind, calculator] as const))(
    '%s is computed, or refused at a field of its form',
    (kind, { fields, example }) => {
      const places = new Set([...Object.keys(fields), 'date', 'region'])
      let computed = 0
      fc.assert(
        fc.property(anyInput(fields), dates, regions, (input, date, region) => {
          try {
            const result = ask(kind, input, { date, region })
            const sum = Exact.sum(result.lines.map((line) => line.amount))
            expect(sum.equals(result.total)).toBe(true)
            expect(result.steps.length).toBeGreaterThan(0)
            computed += 1
          } catch (error) {
            if (!(error instanceof AppError)) throw error
            expect(error.fields.length).toBeGreaterThan(0)
            for (const { path } of error.fields) expect(places, path).toContain(path.split('.')[0])
          }
        }),
        // One that is computed is among them, however seldom a random one is.
        { numRuns: 60, examples: [[example.input, example.date, '99.01']] },
      )
      expect(computed).toBeGreaterThan(0)
    },
  )
})
