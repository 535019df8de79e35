import { z } from 'zod'
import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, invalidField } from '#kernel/errors.ts'
import { formatRupiah, senToNumeric } from '#kernel/money/money.ts'
import { judgePayment, readRupiah, type SuspenseReason } from '../domain.ts'
import { suspenseTexts } from '../news-texts.ts'
import { type BillRow, lockBill, payable, totalAmount } from './bill-row.ts'
import { isKnown, recordPayment, settle } from './place-payment.ts'

export const counterPayment = z.object({
  billId: z.uuid(),
  amount: z.string().max(30),
  receiptNumber: z.string().trim().max(40),
})

/** A teller takes the exact sum for a bill that still counts; anything else he hands back over the counter. */
export async function payAtCounter(
  tx: WriteHandle,
  context: CommandContext,
  input: z.infer<typeof counterPayment>,
): Promise<{ bill: BillRow; channel: string }> {
  const bill = await lockBill(tx, input.billId)
  context.require('billing.receive', { unitPath: bill.unit_path })
  if (!/^[\w./ -]{3,}$/.test(input.receiptNumber)) {
    throw invalidField('receiptNumber', 'Tulis nomor kuitansi.', 'Write the number of the receipt.')
  }
  const amount = readRupiah(input.amount)
  if (amount === undefined) throw invalidField('amount', 'Tulis jumlah uang dalam rupiah.', 'Write the sum in rupiah.')
  const verdict = judgePayment(payable(bill), { amount, paidAt: context.now })
  if (!verdict.fits) throw refusal(verdict.reason, bill)
  const told = {
    channel: 'counter',
    reference: input.receiptNumber,
    number: bill.number,
    amount: senToNumeric(amount),
    paidAt: context.now.toString(),
  }
  const paymentId = (await isKnown(tx, told)) ? undefined : await recordPayment(tx, context, told)
  if (!paymentId) {
    throw invalidField(
      'receiptNumber',
      'Nomor kuitansi ini sudah dipakai. Periksa buku kuitansi.',
      'This receipt number is already used. Check the receipt book.',
    )
  }
  await settle(tx, context, bill, { paymentId, amount, paidAt: context.now })
  return { bill, channel: told.channel }
}

function refusal(reason: SuspenseReason, bill: BillRow): AppError {
  if (reason === 'wrong-amount') {
    const total = formatRupiah(totalAmount(bill))
    return invalidField(
      'amount',
      `Jumlahnya harus tepat ${total}. Kembalikan selisihnya kepada pembayar.`,
      `The sum must be exactly ${total}. Hand the difference back to the payer.`,
    )
  }
  return new AppError('wrong-state', {
    text: {
      id: `Uang tidak dapat diterima: ${suspenseTexts('id')(reason)}.`,
      en: `The money cannot be taken: ${suspenseTexts('en')(reason)}.`,
    },
  })
}
