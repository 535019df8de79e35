import { machine } from '#kernel/command/machine.ts'
import { rupiah, type Sen } from '#kernel/money/money.ts'

/** From issue to end. What other modules hear of is told by events. */
export const billMachine = machine({
  initial: 'issued',
  states: ['issued', 'paid', 'expired', 'cancelled', 'refunding', 'refunded'],
  transitions: [
    { from: 'issued', verb: 'pay', to: 'paid', by: 'channel', label: { id: 'Bayar', en: 'Pay' } },
    { from: 'issued', verb: 'expire', to: 'expired', by: 'clock', label: { id: 'Lewat waktu', en: 'Expire' } },
    { from: 'issued', verb: 'cancel', to: 'cancelled', by: 'issuer', label: { id: 'Batalkan', en: 'Cancel' } },
    {
      from: 'paid',
      verb: 'request-refund',
      to: 'refunding',
      by: 'billing.resolve',
      label: { id: 'Usulkan pengembalian', en: 'Request refund' },
    },
    {
      from: 'refunding',
      verb: 'refuse-refund',
      to: 'paid',
      by: 'billing.approve-refund',
      label: { id: 'Tolak pengembalian', en: 'Refuse refund' },
    },
    {
      from: 'refunding',
      verb: 'approve-refund',
      to: 'refunded',
      by: 'billing.approve-refund',
      label: { id: 'Setujui pengembalian', en: 'Approve refund' },
    },
  ],
})

export const billStates = ['issued', 'paid', 'expired', 'cancelled', 'refunding', 'refunded'] as const
export type BillState = (typeof billStates)[number]

export const suspenseReasons = [
  'unknown-number',
  'wrong-amount',
  'late',
  'cancelled',
  'already-paid',
  'remainder',
] as const
export type SuspenseReason = (typeof suspenseReasons)[number]

/** What has to be known of a bill to say whether money fits it. */
export interface PayableBill {
  readonly state: BillState
  readonly total: Sen
  readonly dueAt: Temporal.Instant
}

export type Verdict = { readonly fits: true } | { readonly fits: false; readonly reason: SuspenseReason }

const misfit = (reason: SuspenseReason): Verdict => ({ fits: false, reason })

/**
 * Whether a payment settles the bill whose code it names. Money that does not fit is kept in suspense,
 * never sent away and never forced upon the bill.
 */
export function judgePayment(
  bill: PayableBill | undefined,
  payment: { readonly amount: Sen; readonly paidAt: Temporal.Instant },
): Verdict {
  if (!bill) return misfit('unknown-number')
  if (bill.state === 'cancelled') return misfit('cancelled')
  if (bill.state === 'expired') return misfit('late')
  if (bill.state !== 'issued') return misfit('already-paid')
  if (Temporal.Instant.compare(payment.paidAt, bill.dueAt) > 0) return misfit('late')
  if (payment.amount !== bill.total) return misfit('wrong-amount')
  return { fits: true }
}

/** Money that was sent back is no longer a payment to show. */
export function hasReceipt(state: BillState): boolean {
  return state === 'paid' || state === 'refunding'
}

/** How long after its due date an unpaid bill still waits for word of a payment made in time. */
export const expiryGrace = { minutes: 30 } as const

export function hasExpired(bill: Pick<PayableBill, 'state' | 'dueAt'>, now: Temporal.Instant): boolean {
  return bill.state === 'issued' && Temporal.Instant.compare(now, bill.dueAt.add(expiryGrace)) >= 0
}

export function totalOf(lines: readonly { readonly amount: Sen }[]): Sen {
  return lines.reduce((sum, line) => sum + line.amount, 0n)
}

/** "Rp150.000", "150000" or "150.000,00" as a teller types it; undefined when it is no amount above nothing. */
export function readRupiah(typed: string): Sen | undefined {
  const match = /^(?:rp\.?)?\s*(\d{1,3}(?:\.\d{3})+|\d{1,15})(?:,(\d{1,2}))?$/i.exec(typed.trim())
  if (!match) return undefined
  const whole = rupiah(BigInt((match[1] as string).replaceAll('.', '')))
  const sen = whole + BigInt((match[2] ?? '').padEnd(2, '0') || '0')
  return sen > 0n ? sen : undefined
}
