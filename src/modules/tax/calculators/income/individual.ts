import { defineCalculator, type Line } from '../../calculation/calculator.ts'
import { Exact } from '../../calculation/exact.ts'
import { money } from '../../calculation/fields.ts'
import { words } from '../../calculation/words.ts'
import { taxableIncome, taxFreeRules, taxpayerStatus } from '../employment/family-status.ts'
import { progressiveTax } from '../employment/rates.ts'

const incomeLabel = { id: 'PPh setahun', en: 'Income tax of the year' } as const
const creditLabel = { id: 'Kredit pajak', en: 'Tax credits' } as const

/** @basis UU PPh pasal 7, 17, 28, dan 29 */
export const yearlyIndividual = defineCalculator({
  kind: 'income.individual',
  subject: 'income',
  title: { id: 'PPh orang pribadi setahun', en: 'Income tax of an individual, whole year' },
  lead: {
    id: 'Pajak setahun dan yang masih harus dibayar atau lebih dibayar menurut SPT Tahunan.',
    en: 'The tax of the year and what is still to pay, or was paid too much, by the yearly return.',
  },
  words: 'SPT tahunan 1770 PPh 29 kurang bayar lebih bayar pekerjaan bebas norma zakat',
  law: 'national',
  fields: {
    status: taxpayerStatus,
    employment: money({
      label: { id: 'Penghasilan neto dari pekerjaan', en: 'Net income from employment' },
      hint: {
        id: 'Sesudah biaya jabatan dan iuran, seperti pada bukti potong.',
        en: 'After job cost and contributions, as on the slip.',
      },
      optional: true,
    }),
    business: money({
      label: {
        id: 'Penghasilan neto dari usaha atau pekerjaan bebas',
        en: 'Net income from business or free practice',
      },
      optional: true,
    }),
    other: money({
      label: { id: 'Penghasilan neto lain yang tidak final', en: 'Other net income that is not final' },
      optional: true,
    }),
    zakat: money({
      label: { id: 'Zakat atau sumbangan keagamaan wajib', en: 'Zakat or obligatory religious contribution' },
      optional: true,
    }),
    losses: money({ label: { id: 'Kompensasi kerugian tahun lalu', en: 'Losses carried over' }, optional: true }),
    withheld: money({
      label: { id: 'PPh yang sudah dipotong atau dipungut pihak lain', en: 'Tax withheld by others' },
      optional: true,
    }),
    instalments: money({
      label: { id: 'Angsuran PPh 25 yang sudah dibayar', en: 'Instalments (PPh 25) paid' },
      optional: true,
    }),
  },
  rules: [...taxFreeRules, 'tax.income.taxable-rounding', 'tax.income.brackets', 'tax.income.rounding'],
  compute(input, law, working) {
    const gross = input.employment.plus(input.business).plus(input.other)
    const net = gross.minus(input.zakat).minus(input.losses).atLeast(Exact.zero)
    working?.step(
      'net',
      { id: 'Penghasilan neto', en: 'Net income' },
      net,
      words`${gross} − ${input.zakat} − ${input.losses}`,
    )
    const exact = progressiveTax(law, taxableIncome(law, net, input.status, working), working)
    const tax = law.round('tax.income.rounding', exact)
    working?.step('tax', incomeLabel, tax, undefined, law.rule('tax.income.rounding'))
    const credit = input.withheld.plus(input.instalments)
    const lines: Line[] = [
      { id: 'tax', label: incomeLabel, amount: tax },
      { id: 'credit', label: creditLabel, amount: credit.negated },
    ]
    const total = tax.minus(credit)
    working?.step('due', dueLabel, total, words`${tax} − ${credit}`)
    return { total, lines, warnings: total.isNegative ? [overpaid] : [] }
  },
  example: {
    date: '2026-12-31',
    input: { status: 'K/0', employment: 441_360_000, withheld: 64_715_000 },
    total: 0,
  },
})

const dueLabel = { id: 'PPh 29 yang masih harus dibayar', en: 'PPh 29 still to pay' } as const
const overpaid = {
  id: 'Kredit pajaknya lebih besar daripada pajak setahun: kelebihannya dapat diminta kembali dalam SPT Tahunan.',
  en: 'The credits exceed the tax of the year: the difference may be claimed back in the yearly return.',
} as const

/** @basis UU PPh pasal 17 ayat (1) huruf a */
export const brackets = defineCalculator({
  kind: 'income.brackets',
  subject: 'income',
  title: { id: 'Tarif pasal 17 orang pribadi', en: 'Article 17 rates for individuals' },
  lead: {
    id: 'Pajak atas penghasilan kena pajak yang sudah diketahui.',
    en: 'The tax on a taxable income that is already known.',
  },
  words: 'lapisan tarif progresif PKP 5 15 25 30 35 persen',
  law: 'national',
  fields: { taxable: money({ label: { id: 'Penghasilan kena pajak (PKP)', en: 'Taxable income (PKP)' } }) },
  rules: ['tax.income.taxable-rounding', 'tax.income.brackets', 'tax.income.rounding'],
  compute({ taxable }, law, working) {
    const base = law.round('tax.income.taxable-rounding', taxable)
    working?.step(
      'pkp',
      { id: 'PKP dalam ribuan penuh', en: 'PKP in full thousands' },
      base,
      words`${taxable}`,
      law.rule('tax.income.taxable-rounding'),
    )
    const tax = law.round('tax.income.rounding', progressiveTax(law, base, working))
    working?.step('tax', incomeLabel, tax, undefined, law.rule('tax.income.rounding'))
    return { total: tax, lines: [{ id: 'tax', label: incomeLabel, amount: tax }] }
  },
  example: { date: '2026-12-31', input: { taxable: 250_000_000 }, total: 31_500_000 },
})
