import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calculate } from '../calculation/calculate.ts'
import { Exact } from '../calculation/exact.ts'
import type { Field, Fields } from '../calculation/fields.ts'
import { LawBook } from '../calculation/law.ts'
import { inputSchema } from '../calculation/schema.ts'
import { shippedTaxRows } from '../calculation/shipped-law.ts'
import { calculators, findCalculator } from './index.ts'

const rows = shippedTaxRows()
const book = new LawBook(rows)
const region = '99.01'
const day = (text: string) => Temporal.PlainDate.from(text)
const get = (kind: string) => {
  const found = findCalculator(kind)
  if (!found) throw new Error(kind)
  return found
}
const compute = (kind: string, date: string, input: object) =>
  calculate(get(kind), book, { day: day(date), region, input })
const total = (kind: string, date: string, input: object) => Number(compute(kind, date, input).total.decimal())

const flat = (fields: Fields): Field[] =>
  Object.values(fields).flatMap((field) => [field, ...(field.kind === 'rows' ? flat(field.fields) : [])])

describe('every calculator', () => {
  it('has a kind of its own', () => {
    expect(new Set(calculators.map(({ kind }) => kind)).size).toBe(calculators.length)
  })

  it.each(calculators.map((each) => [each.kind, each] as const))('%s answers its example', (_kind, calculator) => {
    const { date, input, total: expected } = calculator.example
    const result = calculate(calculator, book, { day: day(date), region, input })
    expect(Number(result.total.decimal())).toBe(expected)
    expect(inputSchema(calculator.fields).safeParse(input).error).toBeUndefined()
    expect(result.steps.length).toBeGreaterThan(0)
  })

  it.each(calculators.map((each) => [each.kind, each] as const))(
    '%s reads only the rows it names, and all of them exist',
    (_kind, calculator) => {
      const { date, input } = calculator.example
      const named = new Set(calculator.rules)
      const own = new LawBook(rows.filter((row) => named.has(row.key)))
      expect(calculate(calculator, own, { day: day(date), region, input }).rules.length).toBeGreaterThan(0)
      const known = new Set(rows.map((row) => row.key))
      expect([...named].filter((key) => !known.has(key))).toEqual([])
    },
  )

  it('asks a conditional question only in a way that may stay unanswered', () => {
    for (const { fields } of calculators) {
      for (const field of flat(fields).filter((each) => each.when)) {
        const may =
          ('initial' in field && field.initial !== undefined) ||
          ['money', 'count', 'decimal'].includes(field.kind) ||
          field.kind === 'yes-no' ||
          field.kind === 'optional-date' ||
          field.kind === 'rows'
        expect([field.label.id, may]).toEqual([field.label.id, true])
      }
    }
  })
})

describe('income tax of a month', () => {
  it('changes at the rupiah above a bound, not at the bound', () => {
    const at = (salary: number) => total('pph21.monthly', '2026-06-30', { status: 'TK/0', salary })
    expect(at(5_400_000)).toBe(0)
    expect(at(5_400_001)).toBe(13_500)
  })

  it('is annualised before 2024 and bears irregular income at once', () => {
    // 10m: cost 500k, net 9.5m x 12 = 114m, less 54m = 60m: 5% of 60m = 3m, a twelfth of it.
    expect(total('pph21.monthly', '2023-06-30', { status: 'TK/0', salary: 10_000_000 })).toBe(250_000)
    // Before 2022 the first bracket ended at 50m: 2.5m + 15% of 10m.
    expect(total('pph21.monthly', '2021-06-30', { status: 'TK/0', salary: 10_000_000 })).toBe(333_333)
    expect(total('pph21.monthly', '2023-06-30', { status: 'TK/0', salary: 10_000_000, irregular: 10_000_000 })).toBe(
      1_750_000,
    )
  })

  it('withholds over the months exactly what the year owes, in any year', () => {
    const months = fc.array(fc.option(fc.integer({ min: 0, max: 200_000_000 })), { minLength: 12, maxLength: 12 })
    fc.assert(
      fc.property(
        months,
        fc.constantFrom('TK/0', 'K/1', 'K/3'),
        fc.integer({ min: 2021, max: 2026 }),
        (regular, status, year) => {
          fc.pre(regular.some((each) => each !== null))
          const result = compute('pph21.year', `${year}-12-31`, { status, regular })
          const sum = Exact.sum(result.lines.map((line) => line.amount))
          expect(sum.equals(result.total)).toBe(true)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('with an allowance leaves the promised net', () => {
    const ofNet = fc.property(fc.integer({ min: 1, max: 2_000_000_000 }), fc.boolean(), (net, matched) => {
      const input = { status: 'K/1', net, matched }
      const tax = total('pph21.gross-up', '2026-06-30', input)
      const again = total('pph21.monthly', '2026-06-30', { status: 'K/1', salary: net + tax, matched })
      expect(Math.abs(again - tax)).toBeLessThanOrEqual(1)
    })
    fc.assert(ofNet, { numRuns: 500 })
  })

  it('is a fifth higher without a matched number', () => {
    const input = { status: 'K/0', salary: 10_000_000 }
    expect(total('pph21.monthly', '2026-06-30', input)).toBe(200_000)
    expect(total('pph21.monthly', '2026-06-30', { ...input, matched: false })).toBe(240_000)
  })

  it('is borne by the government up to the limit of the incentive, and only in its years', () => {
    const input = { status: 'TK/0', salary: 10_000_000, borne: 'incentive' }
    expect(total('pph21.monthly', '2026-06-30', input)).toBe(0)
    expect(total('pph21.monthly', '2026-06-30', { ...input, salary: 10_000_001 })).toBeGreaterThan(0)
    const before = compute('pph21.monthly', '2024-06-30', input)
    expect(before.total.isZero).toBe(false)
    expect(before.warnings.length).toBe(1)
  })
})

describe('law that is over', () => {
  it('added the fees of a doctor up over the year', () => {
    const fees = [45, 49, 47, 40, 44, 52, 40, 35, 45, 44, 43, 40].map((each) => ({ gross: each * 1_000_000 }))
    const input = { payments: fees, continuing: true }
    // PER-16/PJ/2016 on the fees of PMK 168/2023, annex B V.2: the figure that older calculators still give.
    expect(total('pph21.non-employee', '2021-12-31', input)).toBe(35_500_000)
    expect(total('pph21.non-employee', '2024-12-31', input)).toBe(13_100_000)
    expect(total('pph21.non-employee', '2021-12-31', { payments: fees })).toBe(13_100_000)
  })

  it('left a part of a daily wage free, then PTKP of a day, then annualised the month', () => {
    const tax = (wage: number, days: number) => total('pph21.daily', '2023-06-30', { wage, days })
    expect(tax(450_000, 10)).toBe(0)
    expect(tax(500_000, 9)).toBe(9 * 2_500)
    // 5m in the month: 500,000 less 54m / 360.
    expect(tax(500_000, 10)).toBe(10 * 17_500)
    // 12m in the month: 144m less 54m = 90m: 3m + 4.5m in a year, 625,000 in the month.
    expect(tax(600_000, 20)).toBe(625_000)
  })

  it('annualised monthly pay of non-permanent staff and added up commissioners', () => {
    expect(total('pph21.non-permanent-monthly', '2023-12-31', { status: 'TK/0', gross: [6_000_000] })).toBe(75_000)
    const input = { status: 'TK/0', gross: 50_000_000, before: 60_000_000 }
    expect(total('pph21.commissioner', '2023-12-31', input)).toBe(7_500_000)
    expect(total('pph21.commissioner', '2024-12-31', input)).toBe(9_000_000)
  })
})

describe('a small business', () => {
  const year = (monthly: number, more: object = {}) =>
    compute('small-business.year', '2025-12-31', { turnover: Array.from({ length: 12 }, () => monthly), ...more })

  it('pays from the month in which the free part is used up', () => {
    const amounts = year(300_000_000).lines.map((line) => Number(line.amount.decimal()))
    expect(amounts.slice(0, 3)).toEqual([0, 500_000, 1_500_000])
  })

  it('had no free part before 2022', () => {
    const input = { turnover: [100_000_000] }
    expect(total('small-business.year', '2021-12-31', input)).toBe(500_000)
    expect(total('small-business.year', '2022-12-31', input)).toBe(0)
  })

  it('is told of the limit, of the years that are over, and of the law that is not settled', () => {
    expect(year(300_000_000).warnings).toEqual([])
    expect(year(500_000_000).warnings[0]?.id).toContain('sampai akhir tahun pajak ini')
    expect(year(1, { turnoverBefore: 4_800_000_001 }).warnings[0]?.id).toContain('ketentuan umum')
    expect(year(1, { registered: 2018 }).warnings[0]?.id).toContain('akhir 2024')
    expect(year(1, { person: 'company', registered: 2023 }).warnings).toEqual([])
    expect(compute('small-business.year', '2026-12-31', { turnover: [1] }).warnings[0]?.id).toContain('PP 55/2022')
  })
})

describe('severance', () => {
  it('is taxed over all payments of two calendar years, then as ordinary income', () => {
    const pay = (more: object) =>
      total('pph21.severance', '2026-06-30', { benefit: 'severance', gross: 60_000_000, ...more })
    expect(pay({})).toBe(500_000)
    expect(pay({ paidBefore: 60_000_000 })).toBe(5_000_000)
    expect(pay({ firstPaidOn: '2025-01-15' })).toBe(500_000)
    expect(pay({ firstPaidOn: '2024-12-31' })).toBe(3_000_000)
  })
})
