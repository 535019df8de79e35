import { defineCalculator } from '../../calculation/calculator.ts'
import { count, money } from '../../calculation/fields.ts'
import { words } from '../../calculation/words.ts'
import { annualisedRules } from './annualised.ts'
import { employeeStatus } from './family-status.ts'
import { matchedField } from './rates.ts'
import { yearFields, yearTax } from './whole-year.ts'
import { moneyBack } from './year.ts'

const label = { id: 'PPh 21 masa pajak terakhir', en: 'PPh 21 of the last month' } as const

/** @basis PMK 168/2023 pasal 15 ayat (3) */
export const lastPeriod = defineCalculator({
  kind: 'pph21.last-period',
  subject: 'employment',
  title: { id: 'PPh 21 masa pajak terakhir', en: 'PPh 21 of the last month' },
  lead: {
    id: 'Bulan Desember atau bulan berhenti bekerja: pajak setahun dikurangi yang sudah dipotong.',
    en: 'December or the month of leaving: the tax of the year less what was withheld.',
  },
  words: 'desember berhenti bekerja resign lebih potong restitusi',
  law: 'national',
  fields: {
    status: employeeStatus,
    gross: money({
      label: { id: 'Penghasilan bruto setahun atau sampai berhenti', en: 'Gross income of the year or until leaving' },
    }),
    months: count({ label: { id: 'Bulan bekerja', en: 'Months of work' }, min: 1, max: 12, initial: 12 }),
    withheld: money({
      label: { id: 'PPh 21 yang sudah dipotong sebelum bulan ini', en: 'PPh 21 withheld before this month' },
    }),
    ...yearFields,
    matched: matchedField,
  },
  rules: annualisedRules,
  compute(input, law, working) {
    const due = yearTax(law, { ...input, cost: 'job' }, working)
    const total = due.minus(input.previousTax).minus(input.withheld)
    working?.step('last', label, total, words`${due} − ${input.previousTax} − ${input.withheld}`)
    return { total, lines: [{ id: 'pph21', label, amount: total }], warnings: total.isNegative ? [moneyBack] : [] }
  },
  example: {
    date: '2026-12-31',
    input: { status: 'K/0', gross: 120_000_000, withheld: 2_200_000, pension: 1_200_000 },
    total: 515_000,
  },
})
