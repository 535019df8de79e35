import { dayOf } from '#kernel/clock/clock.ts'
import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { formatRupiah, type Sen, senToNumeric } from '#kernel/money/money.ts'
import { getRule } from '#modules/rules/index.ts'
import { findOwnRegion } from '#modules/territory/index.ts'
import { judgePayment, type SuspenseReason } from '../domain.ts'
import type { Place } from '../money/ledger.ts'
import { owedOf } from '../money/owed.ts'
import {
  least,
  type OwedLine,
  owedIn,
  type PlacedLine,
  type PlacementOrder,
  placeAll,
  placeOver,
} from '../money/placing.ts'
import { type BillRow, payable, stepBill } from './bill-row.ts'
import { tellPayer } from './tell-payer.ts'

/** Money that somebody brings, and how it is written once it is known where it goes. */
export interface Money {
  readonly bill: BillRow | undefined
  readonly amount: Sen
  readonly paidAt: Temporal.Instant
  readonly channel: string
  readonly byTreasurer?: boolean
  /** Parts of lines frozen by an order; undefined: as is owed. */
  readonly frozen?: readonly PlacedLine[]
  /**
   * Whether it was told before; asked only of money that does not fit, because looking for a reference beside which others
   * are being written makes serializable transactions wait for each other. Writing it finds the same out.
   */
  isKnown?(): Promise<boolean>
  /** Whoever stands before us is told at once; a channel's money goes into suspense by another command. */
  refuse?(reason: SuspenseReason, owed: Sen): never
  /** @returns false when the money is known from before */
  put(places: readonly [Place, ...Place[]]): Promise<boolean>
}

/**
 * `whole` and `part` are what a command must have been asked for: the other one has to do it, so that each event is written
 * by one command only.
 */
export type Attempt =
  | { readonly outcome: 'paid' | 'part-paid'; readonly bill: BillRow; readonly channel: string; readonly amount: Sen }
  | { readonly outcome: 'known' }
  | { readonly outcome: 'needs-whole' }
  | { readonly outcome: 'needs-part' }
  | { readonly outcome: 'misfit'; readonly reason: SuspenseReason }

/** Puts money on a locked bill. Changes nothing when it does not fit or another command has to do it. */
export async function settleBill(
  tx: WriteHandle,
  context: CommandContext,
  money: Money,
  asked: 'whole' | 'part',
): Promise<Attempt> {
  const { bill, amount, paidAt } = money
  const day = dayOf(paidAt, context.tenant.profile.zone)
  const owedNow = bill ? await owedOf(tx, context.tenant, bill, day) : []
  const owed = money.frozen ? asFrozen(owedNow, money.frozen) : owedNow
  const total = owedIn(owed)
  const verdict = judgePayment(bill && payable(bill, total), { ...money, amount, paidAt })
  if (!verdict.fits || !bill) {
    const reason = verdict.fits ? 'unknown-number' : verdict.reason
    money.refuse?.(reason, total)
    if (await money.isKnown?.()) return { outcome: 'known' }
    return { outcome: 'misfit', reason }
  }
  if (verdict.settles !== (asked === 'whole')) return { outcome: verdict.settles ? 'needs-whole' : 'needs-part' }
  const lines = verdict.settles
    ? placeAll(owed)
    : placeOver(owed, verdict.onBill, await placementOrder(tx, context, paidAt))
  const on: Place = {
    amount: verdict.onBill,
    state: 'on-bill',
    billId: bill.id,
    claimedBillId: bill.id,
    unitPath: bill.unit_path,
    lines,
  }
  const rest = amount - verdict.onBill
  const places: [Place, ...Place[]] = rest > 0n ? [on, remainderOf(bill, rest)] : [on]
  if (!(await money.put(places))) return { outcome: 'known' }
  await stepBill(tx, context, bill, verdict.settles ? 'pay' : 'pay-part', verdict.settles ? { paidAt } : {})
  await tx
    .updateTable('billing.bill')
    .set((eb) => ({ received_amount: eb('received_amount', '+', senToNumeric(verdict.onBill)) }))
    .where('id', '=', bill.id)
    .execute()
  if (verdict.settles) await tellPayer(tx, context, bill, 'paid')
  else {
    const left = formatRupiah(total - verdict.onBill)
    await tellPayer(tx, context, bill, 'part-paid', { amount: formatRupiah(verdict.onBill), left })
  }
  return {
    outcome: verdict.settles ? 'paid' : 'part-paid',
    bill,
    channel: money.channel,
    amount: verdict.onBill,
  }
}

function remainderOf(bill: BillRow, amount: Sen): Place {
  const { id: claimedBillId, unit_path: unitPath } = bill
  return { amount, state: 'in-suspense', reason: 'remainder', claimedBillId, unitPath }
}

/** What is owed under an order: never more interest than it asked for, and never what was paid meanwhile. */
function asFrozen(owed: readonly OwedLine[], frozen: readonly PlacedLine[]): OwedLine[] {
  return owed.map((line) => {
    const asked = frozen.find((part) => part.position === line.position && part.component === 'interest')?.amount ?? 0n
    return { ...line, interest: least(asked, line.interest) }
  })
}

async function placementOrder(
  tx: WriteHandle,
  context: CommandContext,
  paidAt: Temporal.Instant,
): Promise<PlacementOrder> {
  const region = await findOwnRegion(tx)
  const day = dayOf(paidAt, context.tenant.profile.zone)
  const rule = await getRule(tx, 'billing.placement-order', region?.code ?? '', day)
  return rule.value as PlacementOrder
}
