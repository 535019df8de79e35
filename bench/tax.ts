import { calculate, calculators, Exact, findCalculator, LawBook, shippedTaxRows } from '#modules/tax/index.ts'
import { plainYear, readPlainTables } from './plain-income-tax.ts'
import type { Figure } from './report.ts'
import { interleave, median, timed } from './rounds.ts'

const statuses = ['TK/0', 'TK/1', 'TK/2', 'TK/3', 'K/0', 'K/1', 'K/2', 'K/3'] as const
const year = 2026
const rounds = 5
const mostSeconds = 10

interface Employee {
  readonly status: (typeof statuses)[number]
  readonly months: readonly number[]
}

/** Invented pay: from the minimum wage to a director, with holiday pay in one month. */
function employees(size: number): Employee[] {
  return Array.from({ length: size }, (_, index) => {
    const salary = 3_000_000 + ((index * 7_919_113) % 60_000_000)
    return {
      status: statuses[index % statuses.length] as Employee['status'],
      months: Array.from({ length: 12 }, (_, month) => (month === 2 ? salary * 2 : salary)),
    }
  })
}

/** PPh 21 of every employee for every month of a year, beside a bare loop over the same tables in plain numbers. */
export async function benchTax(): Promise<Figure[]> {
  const size = Number(process.env['BENCH_TAX_EMPLOYEES'] ?? 100_000)
  const people = employees(size)
  const rows = shippedTaxRows()
  const book = new LawBook(rows)
  const day = Temporal.PlainDate.from({ year, month: 12, day: 31 })
  const calculator = findCalculator('pph21.year')
  if (!calculator) throw new Error('there is no calculator of a year')
  const law = book.on(day, '')
  // As a payroll hands it over: amounts already read, once for all.
  const inputs = people.map((person) => ({
    status: person.status,
    regular: person.months.map((amount) => Exact.of(amount)),
    irregular: [],
    pension: Exact.zero,
    zakat: Exact.zero,
    subject: 'whole',
    previousNet: Exact.zero,
    previousTax: Exact.zero,
    borne: 'employee',
    matched: true,
  }))
  const tables = readPlainTables(rows, year)
  const sums = { ours: 0n, plain: 0 }
  const ours = () =>
    timed(async () => {
      sums.ours = 0n
      for (const input of inputs) sums.ours += calculator.compute(input as never, law, undefined).total.numerator
    })
  const plain = () =>
    timed(async () => {
      sums.plain = 0
      for (const person of people) sums.plain += plainYear(tables, person.status, person.months)
    })
  const times = await interleave(rounds, { ours, plain })
  if (Number(sums.ours) !== sums.plain) throw new Error(`the exact sum is ${sums.ours}, the plain one ${sums.plain}`)
  const traced = await withSteps(book, day, people.slice(0, Math.ceil(size / 10)))
  const seconds = median(times.ours) / 1000
  return [
    {
      name: `PPh 21 of ${size} employees × 12 months, no steps kept`,
      unit: 's',
      value: seconds,
      limit: { name: 'bare loop, plain numbers', value: median(times.plain) / 1000 },
      goal: { of: 'value', is: '<=', than: mostSeconds },
      detail: { all: times.ours, perMonthMicroseconds: (seconds * 1e6) / (size * 12) },
    },
    {
      name: 'one employee, one year, from JSON, every step kept',
      unit: 'ms',
      value: traced.perYear,
      detail: { employees: traced.size, calculators: calculators.length },
    },
  ]
}

async function withSteps(book: LawBook, day: Temporal.PlainDate, people: readonly Employee[]) {
  const calculator = findCalculator('pph21.year')
  if (!calculator) throw new Error('there is no calculator of a year')
  const took = await timed(async () => {
    for (const { status, months } of people)
      calculate(calculator, book, { day, region: '', input: { status, regular: months } })
  })
  return { size: people.length, perYear: took / people.length }
}
