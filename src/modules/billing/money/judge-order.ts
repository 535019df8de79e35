import type { Sen } from '#kernel/money/money.ts'
import type { SuspenseReason } from '../domain.ts'

export type OrderState = 'open' | 'paid' | 'ended'

export interface PayableOrder {
  readonly state: OrderState
  readonly total: Sen
  readonly validUntil: Temporal.Instant
}

/**
 * Whether money pays an order. An order has the one sum that it asked for: with another, or after its time, the money waits
 * in suspense. One that ended may still be paid by money given in time.
 */
export function judgeOrder(
  order: PayableOrder | undefined,
  payment: { readonly amount: Sen; readonly paidAt: Temporal.Instant },
): SuspenseReason | undefined {
  if (!order) return 'unknown-number'
  if (order.state === 'paid') return 'already-paid'
  if (Temporal.Instant.compare(payment.paidAt, order.validUntil) > 0) return 'late'
  return payment.amount === order.total ? undefined : 'wrong-amount'
}
