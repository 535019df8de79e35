import { Exact } from '../../calculation/exact.ts'
import type { Law } from '../../calculation/law.ts'
import { words } from '../../calculation/words.ts'
import type { Working } from '../../calculation/working.ts'
import { type FamilyStatus, taxableIncome, taxFree, taxFreeRules } from './family-status.ts'
import { progressiveTax } from './rates.ts'

export const dailyPastRules = [
  'tax.pph21.daily.free',
  'tax.pph21.daily.month-free',
  'tax.pph21.daily.month-most',
  'tax.pph21.daily.rate',
  'tax.pph21.daily.days-of-year',
  'tax.income.taxable-rounding',
  ...taxFreeRules,
] as const

export interface PastWages {
  /** All wages of the days, taken for those of one calendar month. */
  readonly gross: Exact
  readonly days: number
  readonly average: Exact
  readonly status: FamilyStatus
}

/**
 * Tax of one day until 2023: above a free part of the day, or of PTKP once the month is large, or annualised.
 *
 * @basis PER-16/PJ/2016 pasal 12; PMK 102/PMK.010/2016
 */
export function dailyPast(law: Law, { gross, days, average, status }: PastWages, working?: Working): Exact {
  if (gross.isOver(law.rupiah('tax.pph21.daily.month-most'))) {
    const year = gross.times(12)
    working?.step(
      'gross-year',
      { id: 'Upah sebulan disetahunkan', en: 'Wages of the month made a year' },
      year,
      words`${gross} × 12`,
      law.rule('tax.pph21.daily.month-most'),
    )
    const tax = progressiveTax(law, taxableIncome(law, year, status, working), working)
    return tax.over(12).over(days)
  }
  const rate = law.rate('tax.pph21.daily.rate')
  const isSmall = !gross.isOver(law.rupiah('tax.pph21.daily.month-free'))
  const free = isSmall ? law.rupiah('tax.pph21.daily.free') : taxFree(law, status).over(yearDays(law))
  const base = average.minus(free).atLeast(Exact.zero)
  working?.step(
    'base',
    isSmall
      ? { id: 'Upah sehari di atas bagian yang bebas', en: 'Wage of the day above the free part' }
      : { id: 'Upah sehari dikurangi PTKP sehari', en: 'Wage of the day less PTKP of a day' },
    base,
    words`${average} − ${free}`,
    law.rule('tax.pph21.daily.month-free'),
    law.rule(isSmall ? 'tax.pph21.daily.free' : 'tax.pph21.daily.days-of-year'),
  )
  const tax = base.times(rate)
  working?.step(
    'rate',
    { id: 'Tarif kali dasar', en: 'Rate times base' },
    tax,
    words`${base} × ${rate}`,
    law.rule('tax.pph21.daily.rate'),
  )
  return tax
}

function yearDays(law: Law): number {
  return law.count('tax.pph21.daily.days-of-year')
}
