import { machine } from '#kernel/command/machine.ts'
import { rupiah, type Sen } from '#kernel/money/money.ts'

const payVerbs = ['issued', 'partly-paid'].flatMap((from) => [
  { from, verb: 'pay', to: 'paid', by: 'channel', label: { id: 'Bayar lunas', en: 'Pay in full' } },
  { from, verb: 'pay-part', to: 'partly-paid', by: 'channel', label: { id: 'Bayar sebagian', en: 'Pay a part' } },
  { from, verb: 'expire', to: 'expired', by: 'clock', label: { id: 'Lewat waktu', en: 'Expire' } },
  { from, verb: 'cancel', to: 'cancelled', by: 'issuer', label: { id: 'Batalkan', en: 'Cancel' } },
])

/** From issue to end. What other modules hear of is told by events. */
export const billMachine = machine({
  initial: 'issued',
  states: ['issued', 'partly-paid', 'paid', 'expired', 'cancelled', 'refunding', 'refunded'],
  transitions: [
    ...payVerbs,
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
    {
      from: 'refunding',
      verb: 'approve-part-refund',
      to: 'paid',
      by: 'billing.approve-refund',
      label: { id: 'Setujui pengembalian sebagian', en: 'Approve a part refund' },
    },
  ],
})

export const billStates = ['issued', 'partly-paid', 'paid', 'expired', 'cancelled', 'refunding', 'refunded'] as const
export type BillState = (typeof billStates)[number]

/** Money can still be put on it. */
export const isOpen = (state: BillState): boolean => state === 'issued' || state === 'partly-paid'

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
  /** Principal and interest that are still owed, as of the day on which the money was given. */
  readonly owed: Sen
  /** From then on its code no longer counts; undefined: as long as it is open. */
  readonly expiresAt: Temporal.Instant | undefined
  readonly allowsPart: boolean
}

export type Verdict =
  | {
      readonly fits: true
      /** What of the money goes on the bill; the rest waits in suspense. */
      readonly onBill: Sen
      readonly settles: boolean
    }
  | { readonly fits: false; readonly reason: SuspenseReason }

const misfit = (reason: SuspenseReason): Verdict => ({ fits: false, reason })

/**
 * Whether money can be put on the bill whose code it names. Money that does not fit is kept in suspense, never sent
 * away and never forced upon the bill. A bill that allows parts takes what it needs of any sum; another only the exact one.
 */
export function judgePayment(
  bill: PayableBill | undefined,
  payment: {
    readonly amount: Sen
    readonly paidAt: Temporal.Instant
    /** The treasurer chose the bill: the time of the payment no longer counts, and a rest stays in suspense. */
    readonly byTreasurer?: boolean
  },
): Verdict {
  if (!bill) return misfit('unknown-number')
  const closed = whyClosed(bill.state)
  if (closed) return misfit(closed)
  const isLate = bill.expiresAt !== undefined && Temporal.Instant.compare(payment.paidAt, bill.expiresAt) > 0
  if (isLate && !payment.byTreasurer) return misfit('late')
  if (payment.amount === bill.owed) return { fits: true, onBill: bill.owed, settles: true }
  if (payment.amount > bill.owed && (bill.allowsPart || payment.byTreasurer)) {
    return { fits: true, onBill: bill.owed, settles: true }
  }
  if (payment.amount < bill.owed && bill.allowsPart) return { fits: true, onBill: payment.amount, settles: false }
  return misfit('wrong-amount')
}

/** Why a bill takes no more money; undefined while it does. */
export function whyClosed(state: BillState): SuspenseReason | undefined {
  if (isOpen(state)) return undefined
  if (state === 'cancelled') return 'cancelled'
  return state === 'expired' ? 'late' : 'already-paid'
}

/** Money that was sent back is no longer a payment to show. */
export function hasReceipt(state: BillState): boolean {
  return state === 'paid' || state === 'refunding'
}

/** How long after its code ended an unpaid bill still waits for word of a payment made in time. */
export const expiryGrace = { minutes: 30 } as const

export function hasExpired(bill: Pick<PayableBill, 'state' | 'expiresAt'>, now: Temporal.Instant): boolean {
  if (!isOpen(bill.state) || !bill.expiresAt) return false
  return Temporal.Instant.compare(now, bill.expiresAt.add(expiryGrace)) >= 0
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
