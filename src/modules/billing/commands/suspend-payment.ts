import { systemOnly } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError } from '#kernel/errors.ts'
import { formatRupiah, type Sen } from '#kernel/money/money.ts'
import { getAccount } from '#modules/accounts/index.ts'
import { isOrderCode } from '../billing-code.ts'
import { judgePayment, type SuspenseReason } from '../domain.ts'
import { judgeOrder } from '../money/judge-order.ts'
import { owedOf } from '../money/owed.ts'
import { owedIn } from '../money/placing.ts'
import { suspenseTexts } from '../news-texts.ts'
import { type BillRow, lockBillByNumber, payable } from './bill-row.ts'
import { receiveMoney } from './move-money.ts'
import { given, lockOrderByNumber, payableOrder } from './pay-order.ts'
import { tellPayer } from './tell-payer.ts'
import { isKnown, type ToldPayment, toldPayment } from './told-payment.ts'

/** Keeps money that fits no bill and no order, with the reason, until the treasurer finds where it belongs. */
export const suspendPayment = command({
  name: 'billing.suspend-payment',
  event: 'billing.payment-suspended.v1',
  access: systemOnly,
  input: toldPayment,
  async run(tx, told, context) {
    const { reason, bill } = isOrderCode(told.number)
      ? await judgedOrder(tx, told)
      : await judgedBill(tx, context, told)
    if (await isKnown(tx, told)) return { result: 'known' as const, event: undefined }
    if (!reason) throw new AppError('conflict')
    const { amount } = given(told)
    const place = { claimedBillId: bill?.id, unitPath: bill?.unit_path }
    const paymentId = await receiveMoney(tx, context, told, [{ amount, state: 'in-suspense', reason, ...place }])
    if (!paymentId) return { result: 'known' as const, event: undefined }
    if (bill) await tellOfSuspense(tx, context, bill, amount, reason)
    const payload = { reason, amount: told.amount, channel: told.channel }
    return { result: 'suspended' as const, event: { subject: { type: 'payment', id: paymentId }, payload } }
  },
})

interface Judged {
  /** Undefined when the money fits after all. */
  readonly reason: SuspenseReason | undefined
  readonly bill: BillRow | undefined
}

async function judgedBill(tx: WriteHandle, context: CommandContext, told: ToldPayment): Promise<Judged> {
  const bill = await lockBillByNumber(tx, told.number)
  const { amount, paidAt } = given(told)
  const day = dayOf(paidAt, context.tenant.profile.zone)
  const owed = bill ? owedIn(await owedOf(tx, context.tenant, bill, day)) : 0n
  const verdict = judgePayment(bill && payable(bill, owed), { amount, paidAt })
  return { reason: verdict.fits ? undefined : verdict.reason, bill }
}

async function judgedOrder(tx: WriteHandle, told: ToldPayment): Promise<Judged> {
  const order = await lockOrderByNumber(tx, told.number)
  return { reason: judgeOrder(order && payableOrder(order), given(told)), bill: undefined }
}

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
