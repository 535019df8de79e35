import { invalidField } from '#kernel/errors.ts'
import { defineCalculator, type Line, type Outcome } from '../../calculation/calculator.ts'
import { Exact } from '../../calculation/exact.ts'
import { choice, months } from '../../calculation/fields.ts'
import type { Law } from '../../calculation/law.ts'
import { words } from '../../calculation/words.ts'
import type { Working } from '../../calculation/working.ts'
import { annualisedRules, type CostKind } from './annualised.ts'
import { bornePart } from './borne.ts'
import { employeeStatus, type FamilyStatus } from './family-status.ts'
import { effectiveRules, matchedField } from './rates.ts'
import { monthLabel, monthlyTaxes, yearFields, yearTax } from './whole-year.ts'

const rules = ['tax.pph21.method', ...effectiveRules, ...annualisedRules] as const

const regularField = months({
  label: {
    id: 'Gaji, tunjangan, dan premi yang dibayar pemberi kerja',
    en: 'Salary, allowances and premiums of the employer',
  },
  hint: {
    id: 'Kosongkan bulan tanpa hubungan kerja; tulis 0 untuk bulan kerja tanpa gaji.',
    en: 'Leave months without employment empty; write 0 for a month of work without pay.',
  },
})

const irregularField = months({
  label: { id: 'THR, bonus, dan penghasilan tidak teratur', en: 'Holiday pay, bonus and other irregular income' },
  optional: true,
})

/** @basis PMK 168/2023 pasal 15 dan Lampiran B bagian kedua I */
export const wholeYear = defineCalculator({
  kind: 'pph21.year',
  subject: 'employment',
  title: { id: 'PPh 21 pegawai tetap, setahun', en: 'PPh 21 of a permanent employee, whole year' },
  lead: {
    id: 'Pajak setiap bulan dan perhitungan kembali pada masa terakhir, juga bila mulai atau berhenti di tengah tahun.',
    en: 'The tax of each month and the settlement in the last one, also for who starts or leaves within the year.',
  },
  words: 'gaji setahun desember masa pajak terakhir pegawai tetap PNS pindah kerja berhenti 1721-A1',
  law: 'national',
  fields: {
    status: employeeStatus,
    regular: regularField,
    irregular: irregularField,
    ...yearFields,
    borne: choice({
      label: { id: 'Siapa yang menanggung pajaknya?', en: 'Who bears the tax?' },
      options: [
        { value: 'employee', label: { id: 'Pegawai', en: 'The employee' } },
        {
          value: 'state',
          label: { id: 'Anggaran negara atau daerah, bagi PNS', en: 'The public budget, for civil servants' },
        },
      ],
      initial: 'employee',
    }),
    matched: matchedField,
  },
  rules,
  compute: (input, law, working) => settle(law, { ...input, cost: 'job' }, working),
  example: {
    date: '2026-12-31',
    input: { status: 'K/0', regular: Array.from({ length: 12 }, () => 10_000_000), pension: 1_200_000 },
    total: 2_715_000,
  },
})

/** @basis PMK 168/2023 Lampiran B bagian kedua II */
export const pension = defineCalculator({
  kind: 'pph21.pension',
  subject: 'employment',
  title: { id: 'PPh 21 uang pensiun berkala, setahun', en: 'PPh 21 of a periodic pension, whole year' },
  lead: {
    id: 'Pajak setiap bulan dan masa terakhir atas uang pensiun yang dibayar berkala.',
    en: 'The tax of each month and of the last one on a pension that is paid periodically.',
  },
  words: 'pensiunan purnatugas taspen dana pensiun bulanan',
  law: 'national',
  fields: {
    status: employeeStatus,
    pension: months({ label: { id: 'Uang pensiun bruto', en: 'Gross pension' } }),
    zakat: yearFields.zakat,
    previousNet: yearFields.previousNet,
    previousTax: yearFields.previousTax,
    matched: matchedField,
  },
  rules,
  compute: (input, law, working) =>
    settle(
      law,
      {
        ...input,
        regular: input.pension,
        irregular: [],
        pension: Exact.zero,
        subject: 'whole',
        borne: 'employee',
        cost: 'pension',
      },
      working,
    ),
  example: {
    date: '2026-12-31',
    input: { status: 'K/2', pension: Array.from({ length: 12 }, () => 6_300_000) },
    total: 285_000,
  },
})

interface YearInput {
  readonly status: FamilyStatus
  readonly regular: readonly (Exact | undefined)[]
  readonly irregular: readonly (Exact | undefined)[]
  readonly pension: Exact
  readonly zakat: Exact
  readonly previousNet: Exact
  readonly previousTax: Exact
  readonly subject: 'whole' | 'part'
  readonly borne: 'employee' | 'state'
  readonly matched: boolean
  readonly cost: CostKind
}

function settle(law: Law, input: YearInput, working: Working | undefined): Outcome {
  const taxes = monthlyTaxes(law, input, working)
  const last = taxes.at(-1)
  if (!last)
    throw invalidField(
      'regular.0',
      'Isi penghasilan paling sedikit satu bulan.',
      'Fill in the income of at least one month.',
    )
  const gross = Exact.sum(taxes.map((each) => each.gross))
  const lawOfYear = law.months()[11] as Law
  const due = yearTax(lawOfYear, { ...input, gross, months: taxes.length }, working)
  const before = Exact.sum(taxes.map((each) => each.tax ?? Exact.zero))
  working?.step(
    'withheld',
    { id: 'Sudah dipotong pada bulan-bulan sebelumnya', en: 'Withheld in the months before' },
    before,
  )
  const lastTax = due.minus(input.previousTax).minus(before)
  working?.step(
    'last',
    {
      id: `PPh 21 masa pajak terakhir (${monthLabel(last.month).id})`,
      en: `PPh 21 of the last month (${monthLabel(last.month).en})`,
    },
    lastTax,
    words`${due} − ${input.previousTax} − ${before}`,
  )
  const lines = taxes.map((each): Line => {
    const month = monthLabel(each.month)
    return {
      id: `month-${String(each.month + 1).padStart(2, '0')}`,
      label: { id: `PPh 21 ${month.id}`, en: `PPh 21 ${month.en}` },
      amount: each.tax ?? lastTax,
    }
  })
  const tax = due.minus(input.previousTax)
  const borne = bornePart(law, input.borne, tax, { monthly: last.gross }, working)
  return {
    total: input.borne === 'state' ? Exact.zero : tax,
    lines: [...lines, ...borne.lines],
    warnings: lastTax.isNegative ? [moneyBack] : [],
  }
}

export const moneyBack = {
  id: 'Yang sudah dipotong lebih besar daripada pajak setahun. Selisihnya dikembalikan pemberi kerja kepada pegawai bersama bukti potong.',
  en: 'More was withheld than the tax of the year. The employer gives the difference back with the withholding slip.',
} as const
