import { dateOf } from '#kernel/clock/clock.ts'
import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { notFound } from '#kernel/errors.ts'
import { type BillRow, nextState } from './bill-row.ts'
import { type BillDraft, type IssuedBill, issueBills } from './issue-bill.ts'
import { carryMoney, releaseMoney } from './release-money.ts'
import { tellOf } from './tell-payer.ts'

/**
 * Withdraws a bill that is not paid, inside the deciding command. What was paid of it goes into suspense to be given back or
 * put on another bill; so does money that arrives later.
 * @throws wrong-state when it is paid, expired or cancelled already; money is given back through a refund
 */
export function cancelBill(tx: WriteHandle, context: CommandContext, billId: string, reason: string): Promise<void> {
  return cancelBills(tx, context, [billId], reason)
}

/** Withdraws as many bills as are given, for one reason; none of them when one cannot be. @throws as `cancelBill` does */
export async function cancelBills(
  tx: WriteHandle,
  context: CommandContext,
  billIds: readonly string[],
  reason: string,
): Promise<void> {
  for (const bill of await closeBills(tx, context, billIds, reason)) {
    if (bill.received_amount !== '0.00') await releaseMoney(tx, context, bill, 'cancelled')
  }
  await tellOf(tx, context, 'cancelled', billIds)
}

/**
 * Withdraws bills and issues others in their stead, as after a reduction or when a sum is split into instalments: what was
 * paid of the old ones goes on the new ones, first on those due first, as of the day it was paid; what they do not need
 * waits in suspense. A job puts it there at once after the decision.
 * @throws as `cancelBills` and `issueBills` do
 */
export async function replaceBills(
  tx: WriteHandle,
  context: CommandContext,
  billIds: readonly string[],
  drafts: readonly BillDraft[],
  reason: string,
): Promise<IssuedBill[]> {
  const old = await closeBills(tx, context, billIds, reason)
  const issued = await issueBills(tx, context, drafts)
  const inTurn = issued
    .map((bill, index) => ({ ...bill, due: drafts[index]?.dueAt.epochMilliseconds ?? 0 }))
    .sort((a, b) => a.due - b.due)
  await carryMoney(tx, context, old, inTurn)
  return issued
}

/** The bills as they were. */
async function closeBills(
  tx: WriteHandle,
  context: CommandContext,
  billIds: readonly string[],
  reason: string,
): Promise<BillRow[]> {
  const ids = [...new Set(billIds)]
  if (ids.length === 0) return []
  const bills = await tx
    .selectFrom('billing.bill')
    .selectAll()
    .where('id', '=', (eb) => eb.fn.any(eb.val(ids)))
    .orderBy('id')
    .forUpdate()
    .execute()
  if (bills.length < ids.length) throw notFound()
  for (const bill of bills) nextState(bill, 'cancel')
  await tx
    .updateTable('billing.bill')
    .set({ state: 'cancelled', closed_at: dateOf(context.now), closed_reason: reason })
    .where('id', '=', (eb) => eb.fn.any(eb.val(ids)))
    .execute()
  return bills
}
