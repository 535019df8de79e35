import { describe, expect, it } from 'vitest'
import { AppError } from '#kernel/errors.ts'
import { formatDay } from '#kernel/i18n/format.ts'
import { calculate } from '../calculation/calculate.ts'
import { LawBook } from '../calculation/law.ts'
import { shippedTaxRows } from '../calculation/shipped-law.ts'
import { consumptionCalculators } from './consumption/index.ts'
import { importCalculators } from './import/index.ts'
import { calculators } from './index.ts'
import { localCalculators } from './local/index.ts'
import { retributionCalculators } from './retribution/index.ts'
import { sanctionCalculators } from './sanction/index.ts'

const book = new LawBook(shippedTaxRows())
const region = '99.01'

function compute(kind: string, date: string, trace = true) {
  const calculator = calculators.find((each) => each.kind === kind)
  if (!calculator) throw new Error(kind)
  const day = Temporal.PlainDate.from(date)
  return calculate(calculator, book, { day, region, input: calculator.example.input }, { trace })
}

/** Calculators of taxes that did not exist yet, or not in this way. */
const since: Readonly<Record<string, string>> = {
  opsen: '2025-01-05',
  'alat-berat': '2024-01-05',
  'retribution.pbg': '2021-08-02',
}

describe('the example of each calculator', () => {
  it.each(calculators.map(({ kind, example }) => ({ kind, example })))('$kind gives its total', ({ kind, example }) => {
    expect(compute(kind, example.date).total.decimal()).toBe(String(example.total))
  })

  it('stands under a name of its own', () => {
    expect(new Set(calculators.map(({ kind }) => kind)).size).toBe(calculators.length)
  })
})

const own = [
  ...consumptionCalculators,
  ...importCalculators,
  ...localCalculators,
  ...retributionCalculators,
  ...sanctionCalculators,
].map(({ kind }) => kind)
const days = ['2021-06-01', '2024-06-01', '2025-06-01', Temporal.Now.plainDateISO('Asia/Jakarta').toString()]

describe('on any day from 2021 on', () => {
  it.each(own.flatMap((kind) => days.map((day) => ({ kind, day }))))(
    '$kind of $day counts by the rows of that day, or says from when it holds',
    ({ kind, day }) => {
      const from = since[kind]
      if (from && day < from) {
        const start = formatDay(Temporal.PlainDate.from(from), 'id')
        expect(refusalOf(() => compute(kind, day))).toEqual({
          path: 'date',
          message: `Perhitungan ini baru berlaku sejak ${start}. Pilih tanggal sesudahnya.`,
        })
        return
      }
      const result = compute(kind, day)
      const declared = new Set(calculators.find((each) => each.kind === kind)?.rules)
      expect(result.steps.length).toBeGreaterThan(0)
      expect(result.total.isNegative).toBe(false)
      expect(result.rules.length).toBeGreaterThan(0)
      for (const rule of result.rules) {
        expect(rule.validFrom <= day && (!rule.validTo || rule.validTo >= day), rule.key).toBe(true)
        expect(declared, `${rule.key} of ${kind}`).toContain(rule.key)
      }
      expect(compute(kind, day, false).total.decimal()).toBe(result.total.decimal())
    },
  )
})

function refusalOf(act: () => unknown) {
  try {
    act()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { path: error.fields[0]?.path, message: error.fields[0]?.message.id }
  }
  return undefined
}
