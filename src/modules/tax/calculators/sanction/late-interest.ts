import { billed } from '../../calculation/billed.ts'
import { defineCalculator, type Line } from '../../calculation/calculator.ts'
import { choice, date, money } from '../../calculation/fields.ts'
import { capped, lateInterestOf, latenessRules, monthsBetween } from './lateness.ts'

/**
 * Interest of the day of payment, as the law of the day that is asked says.
 * @basis PP 35/2023 pasal 59 ayat (7); sebelum 5 Januari 2024 UU 28/2009 pasal 100
 */
export const lateInterest = defineCalculator({
  kind: 'late-interest',
  subject: 'sanction',
  title: { id: 'Bunga terlambat membayar pajak daerah', en: 'Interest on late regional taxes' },
  lead: {
    id: 'Bunga setiap bulan sejak jatuh tempo, bagian bulan dihitung penuh, sampai batas yang ditentukan.',
    en: 'Interest for each month since the due date, a part of a month being a full one, up to the limit.',
  },
  words: 'denda telat stpd jatuh tempo tunggakan',
  law: 'region',
  fields: {
    principal: money({ label: { id: 'Pajak yang belum dibayar', en: 'Tax not yet paid' } }),
    dueOn: date({ label: { id: 'Jatuh tempo', en: 'Due on' } }),
    paidOn: date({ label: { id: 'Dibayar pada', en: 'Paid on' } }),
    destination: choice({
      label: { id: 'Pajak milik', en: 'Whose tax it is' },
      options: [
        { value: 'region', label: { id: 'Kabupaten atau kota', en: 'Regency or city' } },
        { value: 'province', label: { id: 'Provinsi', en: 'Province' } },
      ],
      initial: 'region',
    }),
  },
  rules: [...latenessRules, 'tax.local.rounding'],
  compute({ principal, dueOn, paidOn, destination }, law, working) {
    const months = capped(monthsBetween(dueOn, paidOn, law), law, working)
    const label = { id: 'Bunga keterlambatan', en: 'Interest on late payment' }
    const amount = lateInterestOf(principal, months, law, working, 'interest', label)
    const lines: Line[] = [{ id: 'interest', label, amount, destination }]
    const since = law.rule('tax.sanction.late-interest').validFrom
    const isOlder = dueOn.toString() < since
    return {
      ...billed(lines, law, 'tax.local.rounding', working),
      ...(isOlder && { warnings: [olderDebt(since)], isEstimate: true }),
    }
  },
  example: {
    date: '2026-01-15',
    input: { principal: 10_000_000, dueOn: '2025-09-30', paidOn: '2026-01-15' },
    total: 400_000,
  },
})

function olderDebt(since: string) {
  return {
    id: `Jatuh temponya sebelum aturan ini berlaku (${since}). Bulan-bulan sebelum itu mungkin menurut aturan lama; tanyakan kepada badan pendapatan.`,
    en: `It fell due before this rule held (${since}). Earlier months may be under the older rule; ask the revenue office.`,
  }
}
