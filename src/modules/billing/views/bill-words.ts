import type { Zone } from '#kernel/clock/clock.ts'
import { formatMoment } from '#kernel/i18n/format.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import type { Tone } from '#ui/index.ts'
import { type BillState, isOpen } from '../domain.ts'
import type { Bill } from '../queries/bills.ts'
import { billingTexts } from '../texts.ts'

export const stateTones: Readonly<Record<BillState, Tone>> = {
  issued: 'soon',
  'partly-paid': 'soon',
  paid: 'good',
  expired: 'neutral',
  cancelled: 'neutral',
  refunding: 'info',
  refunded: 'neutral',
}

/** How a bill stands, in one sentence. */
export function howItStands(
  bill: Pick<Bill, 'state' | 'dueAt' | 'expiresAt' | 'paidAt' | 'closedReason'>,
  now: Temporal.Instant,
  locale: Locale,
  zone: Zone,
): string {
  const isPast = isOpen(bill.state) && Temporal.Instant.compare(now, bill.dueAt) > 0
  const late = isPayableAt(bill, now) ? 'say.late' : 'say.overdue'
  return billingTexts(locale)(isPast ? late : `say.${bill.state}`, {
    due: formatMoment(bill.dueAt, locale, zone),
    paid: bill.paidAt ? formatMoment(bill.paidAt, locale, zone) : '',
    reason: bill.closedReason ?? '',
  })
}

/** Whether its code counts when somebody pays now. */
export function isPayableAt(bill: Pick<Bill, 'state' | 'expiresAt'>, now: Temporal.Instant): boolean {
  return isOpen(bill.state) && (!bill.expiresAt || Temporal.Instant.compare(now, bill.expiresAt) <= 0)
}

/** Short words of an id are abbreviations: QRIS, BPD, RKUD. */
const wordOf = (word: string) =>
  word.length <= 4 && word !== 'bank' ? word.toUpperCase() : `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`

export function channelName(channel: string, locale: Locale): string {
  const t = billingTexts(locale)
  if (channel === 'counter') return t('channel.counter')
  return channel === 'simulator' ? t('channel.simulator') : channel.split('-').map(wordOf).join(' ')
}
