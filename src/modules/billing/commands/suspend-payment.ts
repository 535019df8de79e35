import { systemOnly } from '#kernel/access/access.ts'
import { dateOf } from '#kernel/clock/clock.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { formatRupiah, type Sen, senFromNumeric } from '#kernel/money/money.ts'
import { getAccount } from '#modules/accounts/index.ts'
import { judgePayment, type SuspenseReason } from '../domain.ts'
import { suspenseTexts } from '../news-texts.ts'
import { type BillRow, lockBillByNumber, payable } from './bill-row.ts'
import { isKnown, recordPayment, toldPayment } from './place-payment.ts'
import { tellPayer } from './tell-payer.ts'

/** Keeps money that fits no bill, with the reason, until the treasurer finds where it belongs. */
export const suspendPayment = command({
  name: 'billing.suspend-payment',
  event: 'billing.payment-suspended.v1',
  access: systemOnly,
  input: toldPayment,
  async run(tx, input, context) {
    const bill = await lockBillByNumber(tx, input.number)
    if (await isKnown(tx, input)) return { result: 'known' as const, event: undefined }
    const amount = senFromNumeric(input.amount)
    const verdict = judgePayment(bill && payable(bill), { amount, paidAt: Temporal.Instant.from(input.paidAt) })
    if (verdict.fits) throw new AppError('conflict')
    const paymentId = await recordPayment(tx, context, input)
    if (!paymentId) return { result: 'known' as const, event: undefined }
    await tx
      .insertInto('billing.placement')
      .values({
        id: newId(context.now.epochMilliseconds),
        payment_id: paymentId,
        bill_id: null,
        claimed_bill_id: bill?.id ?? null,
        unit_path: bill?.unit_path ?? null,
        amount: input.amount,
        state: 'in-suspense',
        reason: verdict.reason,
        placed_at: dateOf(context.now),
      })
      .execute()
    if (bill) await tellOfSuspense(tx, context, bill, amount, verdict.reason)
    const payload = { reason: verdict.reason, amount: input.amount, channel: input.channel }
    return { result: 'suspended' as const, event: { subject: { type: 'payment', id: paymentId }, payload } }
  },
})

async function tellOfSuspense(
  tx: WriteHandle,
  context: CommandContext,
  bill: BillRow,
  amount: Sen,
  reason: SuspenseReason,
): Promise<void> {
  if (!bill.account_id) return
  const { locale } = await getAccount(tx, bill.account_id)
  await tellPayer(tx, context, bill, 'suspended', {
    amount: formatRupiah(amount),
    why: suspenseTexts(locale)(reason),
  })
}
