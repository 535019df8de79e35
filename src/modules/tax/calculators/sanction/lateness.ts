import { invalidField } from '#kernel/errors.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'
import type { Exact } from '../../calculation/exact.ts'
import { choice, count, optionalDate } from '../../calculation/fields.ts'
import type { Law } from '../../calculation/law.ts'
import { words } from '../../calculation/words.ts'
import type { Working } from '../../calculation/working.ts'
import { countLateMonths, isCounting } from './months.ts'

/** Fields that say how late a payment is. */
export const lateness = {
  lateIs: choice({
    label: { id: 'Keterlambatan', en: 'Lateness' },
    options: [
      { value: 'none', label: { id: 'Tidak terlambat', en: 'Not late' } },
      { value: 'dates', label: { id: 'Dihitung dari tanggal', en: 'Counted from dates' } },
      { value: 'months', label: { id: 'Jumlah bulannya diketahui', en: 'The number of months is known' } },
    ],
    initial: 'none',
  }),
  dueOn: optionalDate({ label: { id: 'Jatuh tempo', en: 'Due on' }, when: { field: 'lateIs', is: ['dates'] } }),
  paidOn: optionalDate({ label: { id: 'Dibayar pada', en: 'Paid on' }, when: { field: 'lateIs', is: ['dates'] } }),
  months: count({
    label: { id: 'Bulan terlambat', en: 'Months late' },
    when: { field: 'lateIs', is: ['months'] },
    max: 1200,
  }),
} as const

export const latenessRules = [
  'tax.sanction.late-interest',
  'tax.sanction.late-months',
  'tax.sanction.month-counting',
] as const

interface Late {
  readonly lateIs: 'none' | 'dates' | 'months'
  readonly dueOn: Temporal.PlainDate | undefined
  readonly paidOn: Temporal.PlainDate | undefined
  readonly months: number
}

/** Months that count, at most as many as law lets bear interest. */
export function lateMonths({ lateIs, dueOn, paidOn, months }: Late, law: Law, working: Working | undefined): number {
  if (lateIs === 'none') return 0
  if (lateIs === 'months') return capped(months, law, working)
  if (!dueOn) throw invalidField('dueOn', 'Isi tanggal jatuh tempo.', 'Fill in the due date.')
  if (!paidOn) throw invalidField('paidOn', 'Isi tanggal pembayaran.', 'Fill in the day of payment.')
  return capped(monthsBetween(dueOn, paidOn, law), law, working)
}

/** Months from the due date to the day of payment, as the region counts them. */
export function monthsBetween(dueOn: Temporal.PlainDate, paidOn: Temporal.PlainDate, law: Law): number {
  const counting = law.text('tax.sanction.month-counting')
  if (!isCounting(counting)) throw new Error('tax.sanction.month-counting holds no way of counting')
  return countLateMonths(dueOn, paidOn, counting)
}

export function capped(months: number, law: Law, working: Working | undefined): number {
  const most = law.count('tax.sanction.late-months')
  const counted = Math.min(months, most)
  const label = { id: 'Bulan yang dihitung', en: 'Months that count' }
  const formula = months > most ? words`${months}, ${{ id: 'paling banyak', en: 'at most' }} ${most}` : undefined
  working?.step('months', label, counted, formula, law.rule('tax.sanction.late-months'))
  return counted
}

/** @basis PP 35/2023 pasal 59 ayat (7) */
export function lateInterestOf(
  amount: Exact,
  months: number,
  law: Law,
  working: Working | undefined,
  id: string,
  label: LocalText,
): Exact {
  const rate = law.rate('tax.sanction.late-interest')
  const interest = amount.times(rate).times(months)
  working?.step(id, label, interest, words`${amount} × ${rate} × ${months}`, law.rule('tax.sanction.late-interest'))
  return interest
}
