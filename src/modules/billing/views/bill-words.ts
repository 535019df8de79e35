import type { Zone } from '#kernel/clock/clock.ts'
import { formatMoment } from '#kernel/i18n/format.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import type { Tone } from '#ui/index.ts'
import type { BillState } from '../domain.ts'
import type { Bill } from '../queries/bills.ts'
import { billingTexts } from '../texts.ts'

export const stateTones: Readonly<Record<BillState, Tone>> = {
  issued: 'soon',
  paid: 'good',
  expired: 'neutral',
  cancelled: 'neutral',
  refunding: 'info',
  refunded: 'neutral',
}

/** How a bill stands, in one sentence. */
export function howItStands(
  bill: Pick<Bill, 'state' | 'dueAt' | 'paidAt' | 'closedReason'>,
  now: Temporal.Instant,
  locale: Locale,
  zone: Zone,
): string {
  const overdue = bill.state === 'issued' && Temporal.Instant.compare(now, bill.dueAt) > 0
  return billingTexts(locale)(overdue ? 'say.overdue' : `say.${bill.state}`, {
    due: formatMoment(bill.dueAt, locale, zone),
    paid: bill.paidAt ? formatMoment(bill.paidAt, locale, zone) : '',
    reason: bill.closedReason ?? '',
  })
}

export function channelName(channel: string, locale: Locale): string {
  const t = billingTexts(locale)
  if (channel === 'counter') return t('channel.counter')
  return channel === 'simulator' ? t('channel.simulator') : channel
}
