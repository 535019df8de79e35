import type { Selectable } from 'kysely'
import { z } from 'zod'
import { dateOf } from '#kernel/clock/clock.ts'
import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, invalidField, notFound } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { formatRupiah, senFromNumeric, senToNumeric } from '#kernel/money/money.ts'
import { readBillingCode } from '../billing-code.ts'
import type { PlacementTable } from '../tables.ts'
import { type BillRow, lockBillByNumber, stepBill, totalAmount } from './bill-row.ts'
import { tellPayer } from './tell-payer.ts'

export const suspenseMatch = z.object({ placementId: z.uuid(), number: z.string().max(40) })

/**
 * The treasurer finds the bill that money in suspense was meant for. Only a bill that still waits for
 * payment can take it; what is more than the bill stays in suspense by itself.
 */
export async function payFromSuspense(
  tx: WriteHandle,
  context: CommandContext,
  input: z.infer<typeof suspenseMatch>,
): Promise<{ bill: BillRow; channel: string }> {
  const placement = await lockSuspended(tx, context, input.placementId)
  const code = readBillingCode(input.number)
  const bill = code ? await lockBillByNumber(tx, code) : undefined
  if (!bill) {
    throw invalidField(
      'number',
      'Tidak ada tagihan dengan kode bayar ini. Periksa lima belas angkanya.',
      'There is no bill with this billing code. Check its fifteen digits.',
    )
  }
  context.require('billing.resolve', { unitPath: bill.unit_path })
  if (bill.state !== 'issued') {
    throw invalidField(
      'number',
      'Tagihan ini tidak menunggu pembayaran lagi. Kembalikan uangnya.',
      'This bill does not wait for payment any more. Send the money back.',
    )
  }
  const [amount, total] = [senFromNumeric(placement.amount), totalAmount(bill)]
  if (amount < total) {
    throw invalidField(
      'number',
      `Uangnya ${formatRupiah(amount)}, kurang dari tagihan ${formatRupiah(total)}. Kembalikan, lalu minta pembayar membayar tepat.`,
      `There is ${formatRupiah(amount)}, less than the bill of ${formatRupiah(total)}. Send it back and ask for the exact sum.`,
    )
  }
  const { channel, paidAt } = await paymentOf(tx, placement.payment_id)
  await tx
    .updateTable('billing.placement')
    .set({ state: 'on-bill', reason: null, bill_id: bill.id, unit_path: bill.unit_path, amount: bill.total_amount })
    .where('id', '=', placement.id)
    .execute()
  if (amount > total) {
    await tx
      .insertInto('billing.placement')
      .values({
        id: newId(context.now.epochMilliseconds),
        payment_id: placement.payment_id,
        bill_id: null,
        claimed_bill_id: bill.id,
        unit_path: bill.unit_path,
        amount: senToNumeric(amount - total),
        state: 'in-suspense',
        reason: 'remainder',
        placed_at: dateOf(context.now),
      })
      .execute()
  }
  await stepBill(tx, context, bill, 'pay', { paidAt })
  await tellPayer(tx, context, bill, 'paid')
  return { bill, channel }
}

/** @throws not-found when it is not in suspense, forbidden when it belongs to another unit */
export async function lockSuspended(
  tx: WriteHandle,
  context: CommandContext,
  placementId: string,
): Promise<Selectable<PlacementTable>> {
  const row = await tx
    .selectFrom('billing.placement')
    .selectAll()
    .where('id', '=', placementId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound()
  // Money whose code no bill has belongs to no unit yet; every treasurer may find its place.
  if (row.unit_path !== null) context.require('billing.resolve', { unitPath: row.unit_path })
  if (row.state !== 'in-suspense') {
    throw new AppError('conflict', {
      text: {
        id: 'Dana ini sudah diselesaikan orang lain. Muat ulang daftarnya.',
        en: 'Somebody else has resolved this money. Reload the list.',
      },
    })
  }
  return row
}

async function paymentOf(tx: WriteHandle, paymentId: string) {
  const row = await tx
    .selectFrom('billing.payment')
    .select(['channel', 'paid_at'])
    .where('id', '=', paymentId)
    .executeTakeFirstOrThrow()
  return { channel: row.channel, paidAt: Temporal.Instant.fromEpochMilliseconds(row.paid_at.getTime()) }
}
