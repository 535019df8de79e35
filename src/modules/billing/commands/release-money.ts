import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { type Sen, senFromNumeric } from '#kernel/money/money.ts'
import type { SuspenseReason } from '../domain.ts'
import type { Place } from '../money/ledger.ts'
import { least } from '../money/placing.ts'
import type { BillRow } from './bill-row.ts'
import { moveMoney } from './move-money.ts'

/** A bill ends before it is paid in full: what was paid of it waits in suspense. */
export async function releaseMoney(
  tx: WriteHandle,
  context: CommandContext,
  bill: BillRow,
  reason: SuspenseReason,
): Promise<void> {
  await takeOff(tx, context, bill, (amount) => [
    { amount, state: 'in-suspense', reason, claimedBillId: bill.id, unitPath: bill.unit_path },
  ])
}

/** Bills are replaced by others: what was paid of them is reserved for those, one after another, and a job puts it there. */
export async function carryMoney(
  tx: WriteHandle,
  context: CommandContext,
  bills: readonly BillRow[],
  to: readonly { readonly billId: string; readonly total: Sen }[],
): Promise<void> {
  const needs = to.map((bill) => ({ billId: bill.billId, left: bill.total }))
  for (const bill of bills.filter((each) => each.received_amount !== '0.00')) {
    const common = { claimedBillId: bill.id, unitPath: bill.unit_path }
    await takeOff(tx, context, bill, (amount) => {
      const places: Place[] = []
      let rest = amount
      for (const need of needs) {
        const part = least(rest, need.left)
        if (part === 0n) continue
        need.left -= part
        rest -= part
        places.push({ ...common, amount: part, state: 'reserved', billId: need.billId })
      }
      if (rest > 0n) places.push({ ...common, amount: rest, state: 'in-suspense', reason: 'remainder' })
      return places as [Place, ...Place[]]
    })
  }
  for (const need of needs) {
    await context.enqueue('billing.settle-carried', { billId: need.billId }, { key: `settle-carried:${need.billId}` })
  }
}

async function takeOff(
  tx: WriteHandle,
  context: CommandContext,
  bill: BillRow,
  placesOf: (amount: Sen) => [Place, ...Place[]],
): Promise<void> {
  const rows = await tx
    .selectFrom('billing.placement')
    .selectAll()
    .where('bill_id', '=', bill.id)
    .where('state', '=', 'on-bill')
    .orderBy('id')
    .forUpdate()
    .execute()
  if (rows.length === 0) return
  for (const row of rows) await moveMoney(tx, context, 'released', row, placesOf(senFromNumeric(row.amount)))
  await tx.updateTable('billing.bill').set({ received_amount: '0.00' }).where('id', '=', bill.id).execute()
}
