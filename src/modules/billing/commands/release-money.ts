import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { senFromNumeric } from '#kernel/money/money.ts'
import type { SuspenseReason } from '../domain.ts'
import type { BillRow } from './bill-row.ts'
import { moveMoney } from './move-money.ts'

/** A bill ends before it is paid in full: what was paid of it waits in suspense. */
export async function releaseMoney(
  tx: WriteHandle,
  context: CommandContext,
  bill: BillRow,
  reason: SuspenseReason,
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
  for (const row of rows) {
    const amount = senFromNumeric(row.amount)
    await moveMoney(tx, context, 'released', row, [
      { amount, state: 'in-suspense', reason, claimedBillId: bill.id, unitPath: bill.unit_path },
    ])
  }
  await tx.updateTable('billing.bill').set({ received_amount: '0.00' }).where('id', '=', bill.id).execute()
}
