import { Exact } from '../../calculation/exact.ts'
import type { Law } from '../../calculation/law.ts'
import { words } from '../../calculation/words.ts'
import type { Working } from '../../calculation/working.ts'
import { type FamilyStatus, taxableIncome, taxFreeRules } from './family-status.ts'
import { progressiveTax } from './rates.ts'

/** What may be taken off: the cost of holding a job, or of drawing a pension. */
export type CostKind = 'job' | 'pension'

const costLabels = {
  job: { id: 'Biaya jabatan', en: 'Job cost' },
  pension: { id: 'Biaya pensiun', en: 'Pension cost' },
} as const

/** @basis PMK 168/2023 pasal 10 */
export function standardCost(law: Law, kind: CostKind, gross: Exact, months: number, working?: Working): Exact {
  const rate = law.rate(`tax.pph21.${kind}-cost.rate`)
  const most = law.rupiah(`tax.pph21.${kind}-cost.monthly-most`).times(months)
  const cost = gross.times(rate).atMost(most)
  working?.step(
    'cost',
    costLabels[kind],
    cost,
    words`${gross} × ${rate}, ${{ id: 'paling banyak', en: 'at most' }} ${most}`,
    law.rule(`tax.pph21.${kind}-cost.rate`),
    law.rule(`tax.pph21.${kind}-cost.monthly-most`),
  )
  return cost
}

export const annualisedRules = [
  ...taxFreeRules,
  'tax.income.taxable-rounding',
  'tax.income.brackets',
  'tax.pph21.job-cost.rate',
  'tax.pph21.job-cost.monthly-most',
  'tax.pph21.pension-cost.rate',
  'tax.pph21.pension-cost.monthly-most',
  'tax.pph21.no-number-surcharge',
  'tax.pph21.rounding',
] as const

export interface MonthToAnnualise {
  readonly status: FamilyStatus
  readonly regular: Exact
  readonly irregular: Exact
  readonly pension: Exact
  /** Months of work in the year. */
  readonly months: number
  readonly cost: CostKind
}

/**
 * Tax of one month as it was withheld before 2024: the regular income of a year, taxed and divided; irregular income
 * bears the difference that it makes to the year.
 *
 * @basis PER-16/PJ/2016 pasal 14 ayat (2)
 */
export function annualisedTax(law: Law, month: MonthToAnnualise, working?: Working): Exact {
  const { status, months, cost, pension } = month
  const yearOf = (irregular: Exact, steps: Working | undefined): Exact => {
    const gross = month.regular.times(months).plus(irregular)
    steps?.step(
      'gross-year',
      { id: 'Penghasilan bruto disetahunkan', en: 'Gross income of the year' },
      gross,
      words`${month.regular} × ${months} + ${irregular}`,
    )
    const net = gross.minus(standardCost(law, cost, gross, months, steps)).minus(pension.times(months))
    steps?.step('net-year', { id: 'Penghasilan neto setahun', en: 'Net income of the year' }, net)
    return progressiveTax(law, taxableIncome(law, net, status, steps), steps)
  }
  const regularYear = yearOf(Exact.zero, working)
  const regularMonth = regularYear.over(months)
  working?.step(
    'regular-month',
    { id: 'Pajak sebulan atas penghasilan teratur', en: 'Tax of the month on regular income' },
    regularMonth,
    words`${regularYear} ÷ ${months}`,
  )
  if (month.irregular.isZero) return regularMonth
  const wholeYear = yearOf(month.irregular, undefined)
  const more = wholeYear.minus(regularYear)
  working?.step(
    'irregular-tax',
    { id: 'Pajak atas penghasilan tidak teratur', en: 'Tax on irregular income' },
    more,
    words`${wholeYear} − ${regularYear}`,
  )
  return regularMonth.plus(more)
}
