import type { LocalText } from '#kernel/i18n/texts.ts'
import { Exact } from '../../calculation/exact.ts'
import { choice, money } from '../../calculation/fields.ts'
import { monthTexts } from '../../calculation/input-problems.ts'
import type { Law } from '../../calculation/law.ts'
import { words } from '../../calculation/words.ts'
import type { Working } from '../../calculation/working.ts'
import { annualisedTax, type CostKind, standardCost } from './annualised.ts'
import { type FamilyStatus, taxableIncome } from './family-status.ts'
import { effectiveTax } from './monthly.ts'
import { progressiveTax, withheld, withSurcharge } from './rates.ts'

export interface IncomeOfYear {
  readonly status: FamilyStatus
  readonly gross: Exact
  readonly months: number
  readonly pension: Exact
  readonly zakat: Exact
  readonly previousNet: Exact
  readonly previousTax: Exact
  /** Tax subject in Indonesia for the months of work only: comes from abroad, leaves for good, or died. */
  readonly subject: 'whole' | 'part'
  readonly matched: boolean
  readonly cost: CostKind
}

export const yearFields = {
  pension: money({
    label: {
      id: 'Iuran pensiun dan JHT yang dibayar pegawai, setahun',
      en: 'Pension and old-age contributions paid by the employee, whole year',
    },
    optional: true,
  }),
  zakat: money({
    label: {
      id: 'Zakat atau sumbangan keagamaan wajib lewat pemberi kerja, setahun',
      en: 'Zakat or obligatory religious contribution through the employer, whole year',
    },
    optional: true,
  }),
  subject: choice({
    label: { id: 'Subjek pajak dalam negeri', en: 'Tax subject in Indonesia' },
    hint: {
      id: 'Sebagian tahun: baru datang dari luar negeri, pergi untuk selamanya, atau meninggal. Pindah kerja tidak termasuk.',
      en: 'Part of the year: arrived from abroad, left for good, or died. Changing jobs is not meant.',
    },
    options: [
      { value: 'whole', label: { id: 'Sepanjang tahun', en: 'The whole year' } },
      { value: 'part', label: { id: 'Sebagian tahun', en: 'Part of the year' } },
    ],
    initial: 'whole',
  }),
  previousNet: money({
    label: {
      id: 'Penghasilan neto dari pemberi kerja sebelumnya tahun ini',
      en: 'Net income from an earlier employer this year',
    },
    optional: true,
  }),
  previousTax: money({
    label: {
      id: 'PPh 21 yang dipotong pemberi kerja sebelumnya',
      en: 'PPh 21 withheld by the earlier employer',
    },
    optional: true,
  }),
}

/**
 * Tax of the whole year, rounded as it is withheld. Who is a tax subject for part of the year is taxed as if the
 * months were a year, and for the months only.
 *
 * @basis PMK 168/2023 pasal 15 ayat (3) dan pasal 16
 */
export function yearTax(law: Law, year: IncomeOfYear, working?: Working): Exact {
  const { gross, months, pension, zakat, previousNet } = year
  working?.step('gross', { id: 'Penghasilan bruto', en: 'Gross income' }, gross)
  const cost = standardCost(law, year.cost, gross, months, working)
  const net = gross.minus(cost).minus(pension).minus(zakat).plus(previousNet)
  working?.step(
    'net',
    { id: 'Penghasilan neto', en: 'Net income' },
    net,
    words`${gross} − ${cost} − ${pension} − ${zakat} + ${previousNet}`,
  )
  const base = year.subject === 'part' ? net.times(12).over(months) : net
  if (year.subject === 'part')
    working?.step(
      'net-annualised',
      { id: 'Penghasilan neto disetahunkan', en: 'Net income made a year' },
      base,
      words`${net} × 12 ÷ ${months}`,
    )
  const full = progressiveTax(law, taxableIncome(law, base, year.status, working), working)
  const part = year.subject === 'part' ? full.times(months).over(12) : full
  if (year.subject === 'part')
    working?.step(
      'prorated',
      { id: 'Bagian untuk bulan bekerja', en: 'Part of the months of work' },
      part,
      words`${full} × ${months} ÷ 12`,
    )
  const tax = withSurcharge(law, part, year.matched, working)
  return withheld(law, tax, working, 'year', { id: 'PPh 21 setahun', en: 'PPh 21 of the year' })
}

export interface Months {
  readonly status: FamilyStatus
  readonly regular: readonly (Exact | undefined)[]
  readonly irregular: readonly (Exact | undefined)[]
  readonly pension: Exact
  readonly matched: boolean
  readonly cost: CostKind
}

export interface MonthTax {
  /** 0 for January. */
  readonly month: number
  readonly gross: Exact
  /** Undefined for the last one, which settles the year. */
  readonly tax: Exact | undefined
}

export const monthLabel = (month: number): LocalText => monthTexts[month] as LocalText

/** What is withheld each month before the last one, by the law of that month. */
export function monthlyTaxes(law: Law, input: Months, working?: Working): readonly MonthTax[] {
  const worked = input.regular.flatMap((each, month) => (each || input.irregular[month] ? [month] : []))
  const laws = law.months()
  return worked.map((month, index): MonthTax => {
    const regular = input.regular[month] ?? Exact.zero
    const irregular = input.irregular[month] ?? Exact.zero
    const gross = regular.plus(irregular)
    if (index === worked.length - 1) return { month, gross, tax: undefined }
    working?.section(`month-${String(month + 1).padStart(2, '0')}`, monthLabel(month))
    const here = laws[month] as Law
    const raw =
      here.text('tax.pph21.method') === 'ter'
        ? effectiveTax(here, input.status, gross, working)
        : annualisedTax(
            here,
            {
              status: input.status,
              regular,
              irregular,
              pension: input.pension.over(worked.length),
              months: worked.length,
              cost: input.cost,
            },
            working,
          )
    const tax = withheld(here, withSurcharge(here, raw, input.matched, working), working)
    working?.section()
    return { month, gross, tax }
  })
}
