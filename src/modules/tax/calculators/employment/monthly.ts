import { defineCalculator, type Line } from '../../calculation/calculator.ts'
import { Exact } from '../../calculation/exact.ts'
import { choice, money } from '../../calculation/fields.ts'
import type { Law } from '../../calculation/law.ts'
import { words } from '../../calculation/words.ts'
import { annualisedRules, annualisedTax } from './annualised.ts'
import { bornePart, borneRules } from './borne.ts'
import { employeeStatus } from './family-status.ts'
import { effectiveRate, effectiveRules, matchedField, taxLabel, withheld, withSurcharge } from './rates.ts'

const text = {
  gross: { id: 'Penghasilan bruto sebulan', en: 'Gross income of the month' },
  takeHome: { id: 'Diterima pegawai', en: 'Take-home pay' },
} as const

/** @basis PMK 168/2023 pasal 15; PER-16/PJ/2016 pasal 14 before 2024 */
export const monthly = defineCalculator({
  kind: 'pph21.monthly',
  subject: 'employment',
  title: { id: 'PPh 21 pegawai tetap, sebulan', en: 'PPh 21 of a permanent employee, one month' },
  lead: {
    id: 'Pajak atas gaji satu bulan selain masa pajak terakhir, dengan cara yang berlaku pada tanggalnya.',
    en: 'Tax on the salary of one month other than the last, in the way that holds on its day.',
  },
  words: 'gaji TER tarif efektif rata-rata pegawai tetap PNS bulanan THR bonus lembur salary',
  law: 'national',
  fields: {
    status: employeeStatus,
    salary: money({
      label: { id: 'Gaji, tunjangan, dan lembur', en: 'Salary, allowances and overtime' },
      hint: {
        id: 'Termasuk tunjangan pajak dan natura yang dikenai pajak.',
        en: 'With tax allowance and taxable benefits in kind.',
      },
    }),
    irregular: money({
      label: { id: 'THR, bonus, dan penghasilan tidak teratur', en: 'Holiday pay, bonus and other irregular income' },
      optional: true,
    }),
    premiums: money({
      label: {
        id: 'Premi JKK, JKM, dan BPJS Kesehatan yang dibayar pemberi kerja',
        en: 'Premiums for accident, death and health insurance paid by the employer',
      },
      hint: {
        id: 'Iuran JHT dan pensiun yang dibayar pemberi kerja tidak ikut dihitung.',
        en: 'Old-age and pension contributions paid by the employer do not count.',
      },
      optional: true,
    }),
    pension: money({
      label: {
        id: 'Iuran pensiun dan JHT yang dibayar pegawai',
        en: 'Pension and old-age contributions paid by the employee',
      },
      optional: true,
    }),
    deductions: money({
      label: { id: 'Potongan gaji lain', en: 'Other deductions from the salary' },
      hint: {
        id: 'Misalnya iuran BPJS Kesehatan; hanya untuk menghitung gaji yang diterima.',
        en: 'For example health insurance; only for the take-home pay.',
      },
      optional: true,
    }),
    borne: choice({
      label: { id: 'Siapa yang menanggung pajaknya?', en: 'Who bears the tax?' },
      options: [
        { value: 'employee', label: { id: 'Pegawai', en: 'The employee' } },
        {
          value: 'incentive',
          label: {
            id: 'Pemerintah, sebagai insentif sektor tertentu',
            en: 'The government, as an incentive for certain trades',
          },
        },
        {
          value: 'state',
          label: { id: 'Anggaran negara atau daerah, bagi PNS', en: 'The public budget, for civil servants' },
        },
      ],
      initial: 'employee',
    }),
    matched: matchedField,
  },
  rules: ['tax.pph21.method', ...effectiveRules, ...annualisedRules, ...borneRules],
  compute(input, law, working) {
    const gross = input.salary.plus(input.irregular).plus(input.premiums)
    working?.step('gross', text.gross, gross, words`${input.salary} + ${input.irregular} + ${input.premiums}`)
    const raw =
      law.text('tax.pph21.method') === 'ter'
        ? effectiveTax(law, input.status, gross, working)
        : annualisedTax(
            law,
            {
              status: input.status,
              regular: input.salary.plus(input.premiums),
              irregular: input.irregular,
              pension: input.pension,
              months: 12,
              cost: 'job',
            },
            working,
          )
    const tax = withheld(law, withSurcharge(law, raw, input.matched, working), working)
    const borne = bornePart(law, input.borne, tax, { monthly: gross }, working)
    const lines: Line[] = [{ id: 'pph21', label: taxLabel, amount: tax }, ...borne.lines]
    const total = Exact.sum(lines.map((line) => line.amount))
    const paid = input.salary.plus(input.irregular)
    working?.step(
      'take-home',
      text.takeHome,
      paid.minus(input.pension).minus(input.deductions).minus(total),
      words`${paid} − ${input.pension} − ${input.deductions} − ${total}`,
    )
    return { total, lines, warnings: borne.warnings }
  },
  example: { date: '2026-06-30', input: { status: 'K/1', salary: 10_000_000, premiums: 454_000 }, total: 156_810 },
})

type EffectiveInput = Parameters<typeof effectiveRate>

/** The rate of the month times the gross of the month, before rounding. */
export function effectiveTax(law: Law, status: EffectiveInput[1], gross: Exact, working?: EffectiveInput[3]): Exact {
  const rate = effectiveRate(law, status, gross, working)
  const tax = gross.times(rate)
  working?.step(
    'effective',
    { id: 'Tarif kali penghasilan bruto', en: 'Rate times gross income' },
    tax,
    words`${gross} × ${rate}`,
  )
  return tax
}
