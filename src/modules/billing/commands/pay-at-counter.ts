import { z } from 'zod'
import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, invalidField } from '#kernel/errors.ts'
import { formatRupiah, type Sen, senToNumeric } from '#kernel/money/money.ts'
import { readRupiah, type SuspenseReason } from '../domain.ts'
import { suspenseTexts } from '../news-texts.ts'
import { type BillRow, lockBill } from './bill-row.ts'
import { receiveMoney } from './move-money.ts'
import type { Money } from './settle-bill.ts'
import { isKnown } from './told-payment.ts'

export const counterPayment = z.object({
  billId: z.uuid(),
  amount: z.string().max(30),
  receiptNumber: z.string().trim().max(40),
})

/** A teller takes what is owed on a bill that still counts; anything more he hands back over the counter. */
export async function moneyAtCounter(
  tx: WriteHandle,
  context: CommandContext,
  input: z.infer<typeof counterPayment>,
): Promise<Money> {
  const bill = await lockBill(tx, input.billId)
  context.require('billing.receive', { unitPath: bill.unit_path })
  if (!/^[\w./ -]{3,}$/.test(input.receiptNumber)) {
    throw invalidField('receiptNumber', 'Tulis nomor kuitansi.', 'Write the number of the receipt.')
  }
  const amount = readRupiah(input.amount)
  if (amount === undefined) throw invalidField('amount', 'Tulis jumlah uang dalam rupiah.', 'Write the sum in rupiah.')
  const told = {
    channel: 'counter',
    reference: input.receiptNumber,
    number: bill.number,
    amount: senToNumeric(amount),
    paidAt: context.now.toString(),
  }
  return {
    bill,
    amount,
    paidAt: context.now,
    channel: told.channel,
    refuse: (reason, owed) => {
      throw refusal(reason, bill, owed)
    },
    async put(places) {
      if (places.length > 1) throw refusal('wrong-amount', bill, places[0].amount)
      const isNew = !(await isKnown(tx, told)) && (await receiveMoney(tx, context, told, places))
      if (isNew) return true
      throw invalidField(
        'receiptNumber',
        'Nomor kuitansi ini sudah dipakai. Periksa buku kuitansi.',
        'This receipt number is already used. Check the receipt book.',
      )
    },
  }
}

function refusal(reason: SuspenseReason, bill: BillRow, owed: Sen): AppError {
  if (reason === 'wrong-amount') {
    const sum = formatRupiah(owed)
    return bill.allows_part
      ? invalidField(
          'amount',
          `Jumlahnya paling banyak ${sum}. Kembalikan selisihnya kepada pembayar.`,
          `The sum is at most ${sum}. Hand the difference back to the payer.`,
        )
      : invalidField(
          'amount',
          `Jumlahnya harus tepat ${sum}. Kembalikan selisihnya kepada pembayar.`,
          `The sum must be exactly ${sum}. Hand the difference back to the payer.`,
        )
  }
  return new AppError('wrong-state', {
    text: {
      id: `Uang tidak dapat diterima: ${suspenseTexts('id')(reason)}.`,
      en: `The money cannot be taken: ${suspenseTexts('en')(reason)}.`,
    },
  })
}
