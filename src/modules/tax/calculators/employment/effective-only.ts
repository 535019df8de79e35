import { invalidField } from '#kernel/errors.ts'
import { defineCalculator, type Line } from '../../calculation/calculator.ts'
import { Exact } from '../../calculation/exact.ts'
import { money, months } from '../../calculation/fields.ts'
import type { Law } from '../../calculation/law.ts'
import { words } from '../../calculation/words.ts'
import type { Working } from '../../calculation/working.ts'
import { annualisedRules } from './annualised.ts'
import { employeeStatus, type FamilyStatus, taxableIncome } from './family-status.ts'
import { effectiveTax } from './monthly.ts'
import {
  cumulativeTax,
  effectiveRules,
  matchedField,
  progressiveTax,
  taxLabel,
  withheld,
  withSurcharge,
} from './rates.ts'
import { monthLabel } from './whole-year.ts'

const rules = ['tax.pph21.method', ...effectiveRules, ...annualisedRules] as const

/** @basis PMK 168/2023 pasal 13 ayat (1) */
export const nonPermanent = defineCalculator({
  kind: 'pph21.non-permanent-monthly',
  subject: 'employment',
  title: { id: 'PPh 21 pegawai tidak tetap yang dibayar bulanan', en: 'PPh 21 of non-permanent staff paid monthly' },
  lead: {
    id: 'Tarif efektif bulanan setiap bulan, tanpa perhitungan kembali pada akhir tahun.',
    en: 'The effective rate of each month, without a settlement at the end of the year.',
  },
  words: 'honorer kontrak tenaga lepas pegawai tidak tetap upah bulanan',
  law: 'national',
  fields: {
    status: employeeStatus,
    gross: months({ label: { id: 'Upah bruto', en: 'Gross pay' } }),
    matched: matchedField,
  },
  rules,
  compute(input, law, working) {
    const laws = law.months()
    const lines = input.gross.flatMap((gross, month): Line[] => {
      if (!gross) return []
      const here = laws[month] as Law
      const label = monthLabel(month)
      const id = `month-${String(month + 1).padStart(2, '0')}`
      working?.section(id, label)
      const tax = monthlyPay(here, input.status, gross, working)
      const amount = withheld(here, withSurcharge(here, tax, input.matched, working), working)
      working?.section()
      return [{ id, label: { id: `PPh 21 ${label.id}`, en: `PPh 21 ${label.en}` }, amount }]
    })
    if (lines.length === 0)
      throw invalidField('gross.0', 'Isi upah paling sedikit satu bulan.', 'Fill in the pay of at least one month.')
    return { total: Exact.sum(lines.map((line) => line.amount)), lines }
  },
  example: {
    date: '2026-12-31',
    input: { status: 'TK/0', gross: [4_000_000, 7_000_000, null, 8_000_000] },
    total: 207_500,
  },
})

/**
 * Until 2023 the pay of the month counted as a twelfth of a year; nothing but PTKP was taken off.
 *
 * @basis PER-16/PJ/2016 pasal 13
 */
function monthlyPay(law: Law, status: FamilyStatus, gross: Exact, working: Working | undefined): Exact {
  if (law.text('tax.pph21.method') === 'ter') return effectiveTax(law, status, gross, working)
  const year = gross.times(12)
  working?.step('gross-year', { id: 'Disetahunkan', en: 'Made a year' }, year, words`${gross} × 12`)
  const tax = progressiveTax(law, taxableIncome(law, year, status, working), working)
  working?.step('month', { id: 'Pajak sebulan', en: 'Tax of a month' }, tax.over(12), words`${tax} ÷ 12`)
  return tax.over(12)
}

/** @basis PMK 168/2023 pasal 15 ayat (5); PER-16/PJ/2016 pasal 17 before 2024 */
export const commissioner = defineCalculator({
  kind: 'pph21.commissioner',
  subject: 'employment',
  title: {
    id: 'PPh 21 komisaris atau pengawas yang dibayar tidak teratur',
    en: 'PPh 21 of a commissioner paid irregularly',
  },
  lead: {
    id: 'Tarif efektif bulanan atas imbalan yang dibayar dalam satu bulan.',
    en: 'The effective monthly rate on what is paid in one month.',
  },
  words: 'dewan komisaris dewan pengawas honorarium tantiem BUMD',
  law: 'national',
  fields: {
    status: employeeStatus,
    gross: money({ label: { id: 'Imbalan bruto dalam bulan ini', en: 'Gross pay in this month' } }),
    before: money({
      label: { id: 'Imbalan bruto sebelumnya dalam tahun ini', en: 'Gross pay earlier in this year' },
      optional: true,
      isPast: true,
    }),
    matched: matchedField,
  },
  rules,
  compute(input, law, working) {
    const tax =
      law.text('tax.pph21.method') === 'ter'
        ? effectiveTax(law, input.status, input.gross, working)
        : cumulativeTax(law, input.before, input.gross, working)
    const total = withheld(law, withSurcharge(law, tax, input.matched, working), working)
    return { total, lines: [{ id: 'pph21', label: taxLabel, amount: total }] }
  },
  example: { date: '2026-06-30', input: { status: 'K/3', gross: 12_000_000 }, total: 240_000 },
})
