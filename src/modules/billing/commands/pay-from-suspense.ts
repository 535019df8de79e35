import { z } from 'zod'
import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, invalidField, notFound } from '#kernel/errors.ts'
import { formatRupiah, senFromNumeric } from '#kernel/money/money.ts'
import { readBillingCode } from '../billing-code.ts'
import { isOpen } from '../domain.ts'
import { lockBillByNumber } from './bill-row.ts'
import { moveMoney, type PlacementRow } from './move-money.ts'
import type { Money } from './settle-bill.ts'

export const suspenseMatch = z.object({ placementId: z.uuid(), number: z.string().max(40) })

/**
 * The treasurer finds the bill that money in suspense was meant for. Only a bill that still waits for money can take it;
 * what is more than the bill stays in suspense by itself.
 */
export async function moneyInSuspense(
  tx: WriteHandle,
  context: CommandContext,
  input: z.infer<typeof suspenseMatch>,
): Promise<Money> {
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
  if (!isOpen(bill.state)) {
    throw invalidField(
      'number',
      'Tagihan ini tidak menunggu pembayaran lagi. Kembalikan uangnya.',
      'This bill does not wait for payment any more. Send the money back.',
    )
  }
  const amount = senFromNumeric(placement.amount)
  return {
    ...(await paymentOf(tx, placement.payment_id)),
    bill,
    amount,
    byTreasurer: true,
    refuse(_reason, owed) {
      throw invalidField(
        'number',
        `Uangnya ${formatRupiah(amount)}, kurang dari tagihan ${formatRupiah(owed)}. Kembalikan, lalu minta pembayar membayar tepat.`,
        `There is ${formatRupiah(amount)}, less than the bill of ${formatRupiah(owed)}. Send it back and ask for the exact sum.`,
      )
    },
    async put(places) {
      await moveMoney(tx, context, 'matched', placement, places)
      return true
    },
  }
}

/** @throws not-found when it is not in suspense, forbidden when it belongs to another unit */
export async function lockSuspended(
  tx: WriteHandle,
  context: CommandContext,
  placementId: string,
): Promise<PlacementRow> {
  const row = await lockPlacement(tx, placementId)
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

/** @throws not-found */
export async function lockPlacement(tx: WriteHandle, placementId: string): Promise<PlacementRow> {
  const row = await tx
    .selectFrom('billing.placement')
    .selectAll()
    .where('id', '=', placementId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound()
  return row
}

export async function paymentOf(tx: WriteHandle, paymentId: string) {
  const row = await tx
    .selectFrom('billing.payment')
    .select(['channel', 'paid_at'])
    .where('id', '=', paymentId)
    .executeTakeFirstOrThrow()
  return { channel: row.channel, paidAt: Temporal.Instant.fromEpochMilliseconds(row.paid_at.getTime()) }
}
