import type { Sen } from '#kernel/money/money.ts'
import type { SuspenseReason } from '../domain.ts'
import type { PlacedLine } from './placing.ts'

export type PlaceState = 'on-bill' | 'reserved' | 'in-suspense' | 'refunding' | 'refunded'

/** Where one sum of a payment is. */
export interface Place {
  readonly amount: Sen
  readonly state: PlaceState
  readonly billId?: string | undefined
  readonly claimedBillId?: string | undefined
  readonly orderId?: string | undefined
  readonly refundId?: string | undefined
  readonly unitPath?: string | undefined
  readonly reason?: SuspenseReason | undefined
  /** Of money on a bill, also while it is on its way back. */
  readonly lines?: readonly PlacedLine[] | undefined
}

export interface JournalAccount {
  readonly code: string
  readonly kind: 'cash' | 'suspense' | 'revenue' | 'due-to' | 'refunds-payable'
  readonly accountCode?: string | undefined
  readonly beneficiaryId?: string | undefined
}

export interface JournalLine {
  readonly account: JournalAccount
  readonly billId: string | undefined
  readonly debit: Sen
  readonly credit: Sen
}

/** Money of the region itself is revenue; what belongs to somebody else is owed to him from the moment it arrives. */
export const ownTreasury = 'kas-daerah'

const suspense: JournalAccount = { code: 'suspense', kind: 'suspense' }
const refundsPayable: JournalAccount = { code: 'refunds-payable', kind: 'refunds-payable' }
const paidOut: JournalAccount = { code: `cash:${ownTreasury}`, kind: 'cash' }
const cashOf = (channel: string): JournalAccount => ({ code: `cash:${channel}`, kind: 'cash' })

function accountOf({ accountCode, beneficiaryId }: PlacedLine): JournalAccount {
  return beneficiaryId === ownTreasury
    ? { code: `revenue:${accountCode}`, kind: 'revenue', accountCode }
    : { code: `due:${beneficiaryId}:${accountCode}`, kind: 'due-to', accountCode, beneficiaryId }
}

interface Credit {
  readonly account: JournalAccount
  readonly billId: string | undefined
  amount: Sen
}

/** The accounts that a place stands for; their sum is its amount. */
function creditsOf(place: Place): Credit[] {
  if (place.state === 'on-bill') {
    return (place.lines ?? []).map((line) => ({
      account: accountOf(line),
      billId: place.billId,
      amount: line.amount,
    }))
  }
  const account = place.state === 'refunding' ? refundsPayable : place.state === 'refunded' ? paidOut : suspense
  return [{ account, billId: undefined, amount: place.amount }]
}

/**
 * The entry of a movement: what the places were, taken back, and what they are now. So the balance of every account is at
 * all times the sum of the places that stand for it. New money is a debit of its channel's cash.
 */
export function entryOf(
  before: readonly Place[] | { readonly channel: string; readonly amount: Sen },
  after: readonly Place[],
): JournalLine[] {
  const net = new Map<string, Credit>()
  const add = (credit: Credit, sign: bigint) => {
    const key = `${credit.account.code} ${credit.billId ?? ''}`
    const known = net.get(key)
    if (known) known.amount += sign * credit.amount
    else net.set(key, { ...credit, amount: sign * credit.amount })
  }
  if ('channel' in before) add({ account: cashOf(before.channel), billId: undefined, amount: before.amount }, -1n)
  else for (const place of before) for (const credit of creditsOf(place)) add(credit, -1n)
  for (const place of after) for (const credit of creditsOf(place)) add(credit, 1n)
  return [...net.values()]
    .filter((credit) => credit.amount !== 0n)
    .map(({ account, billId, amount }) => ({
      account,
      billId,
      debit: amount < 0n ? -amount : 0n,
      credit: amount > 0n ? amount : 0n,
    }))
}
