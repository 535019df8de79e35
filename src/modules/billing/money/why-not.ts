import { isOpen } from '../domain.ts'
import type { Payable } from '../queries/orders.ts'

export type CannotPay = 'no-bill' | 'paid' | 'expired'

/** Why nothing can be paid now on what a code stands for. */
export function whyNot(payable: Payable | undefined, now: Temporal.Instant): CannotPay | undefined {
  if (!payable || payable.state === 'cancelled') return 'no-bill'
  if (payable.state === 'expired' || payable.state === 'ended') return 'expired'
  if (payable.kind === 'order' ? payable.state !== 'open' : !isOpen(payable.state as 'issued')) return 'paid'
  return payable.endsAt && Temporal.Instant.compare(now, payable.endsAt) > 0 ? 'expired' : undefined
}
