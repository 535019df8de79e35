import { z } from 'zod'
import { staff } from '#kernel/access/access.ts'
import { type Command, type CommandContext, command, type RunOptions } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError } from '#kernel/errors.ts'
import { senFromNumeric, senToNumeric } from '#kernel/money/money.ts'
import { isOrderCode } from '../billing-code.ts'
import { announced, lockBillByNumber } from './bill-row.ts'
import { receiveMoney } from './move-money.ts'
import { counterPayment, moneyAtCounter } from './pay-at-counter.ts'
import { moneyInSuspense, suspenseMatch } from './pay-from-suspense.ts'
import { moneyOfOrder, orderShare, payOrder, releaseReserved } from './pay-order.ts'
import { type Attempt, type Money, settleBill } from './settle-bill.ts'
import { suspendPayment } from './suspend-payment.ts'
import { isKnown, type ToldPayment, toldPayment } from './told-payment.ts'

const input = z.discriminatedUnion('by', [
  toldPayment.extend({ by: z.literal('channel') }),
  counterPayment.extend({ by: z.literal('counter') }),
  suspenseMatch.extend({ by: z.literal('suspense') }),
  orderShare.extend({ by: z.literal('order') }),
])

/**
 * The one command by which a bill becomes paid, whoever brings the money: a channel tells of it, a teller takes it, the
 * treasurer finds it in suspense, an order reserved it. So the event that others hear is written once for each bill.
 */
export const payBill = command({
  name: 'billing.pay-bill',
  event: 'billing.bill-paid.v1',
  access: staff,
  input,
  async run(tx, given, context) {
    const attempt = await attemptFrom(tx, context, given, 'whole')
    if (attempt.outcome !== 'paid') return { result: withoutBill(attempt), event: undefined }
    const { bill, channel } = attempt
    return {
      result: withoutBill(attempt),
      event: { subject: { type: 'bill', id: bill.id }, payload: { ...announced(bill), channel } },
    }
  },
})

/** Money that settles a bill in part only, where the bill allows it. */
export const payPart = command({
  name: 'billing.pay-part',
  event: 'billing.bill-part-paid.v1',
  access: staff,
  input,
  async run(tx, given, context) {
    const attempt = await attemptFrom(tx, context, given, 'part')
    if (attempt.outcome !== 'part-paid') return { result: withoutBill(attempt), event: undefined }
    const { bill, channel, amount } = attempt
    const payload = { ...announced(bill), channel, amount: senToNumeric(amount) }
    return { result: withoutBill(attempt), event: { subject: { type: 'bill', id: bill.id }, payload } }
  },
})

async function attemptFrom(
  tx: WriteHandle,
  context: CommandContext,
  given: z.infer<typeof input>,
  asked: 'whole' | 'part',
): Promise<Attempt> {
  const money = await moneyFrom(tx, context, given)
  return money ? settleBill(tx, context, money, asked) : { outcome: 'known' }
}

function moneyFrom(tx: WriteHandle, context: CommandContext, given: z.infer<typeof input>): Promise<Money | undefined> {
  if (given.by === 'channel') return moneyTold(tx, context, given)
  if (given.by === 'counter') return moneyAtCounter(tx, context, given)
  return given.by === 'suspense' ? moneyInSuspense(tx, context, given) : moneyOfOrder(tx, context, given)
}

async function moneyTold(tx: WriteHandle, context: CommandContext, told: ToldPayment): Promise<Money> {
  // The word of a channel is money; no official may speak for one.
  if (context.actor.kind !== 'system') throw new AppError('forbidden')
  return {
    bill: await lockBillByNumber(tx, told.number),
    isKnown: () => isKnown(tx, told),
    amount: senFromNumeric(told.amount),
    paidAt: Temporal.Instant.from(told.paidAt),
    channel: told.channel,
    put: async (places) => (await receiveMoney(tx, context, told, places)) !== undefined,
  }
}

/** What is told outside the transaction: a row of a bill is not. */
type Told =
  | { readonly outcome: 'paid' | 'part-paid'; readonly billId: string }
  | Exclude<Attempt, { outcome: 'paid' | 'part-paid' }>

function withoutBill(attempt: Attempt): Told {
  return 'bill' in attempt ? { outcome: attempt.outcome, billId: attempt.bill.id } : attempt
}

/** What became of money that a channel told of. */
export type PaymentOutcome = 'paid' | 'part-paid' | 'suspended' | 'known'

export type RunCommand = <Input, Result>(
  command: Command<Input, Result>,
  input: unknown,
  options?: RunOptions,
) => Promise<Result>

/** Puts money on a bill, in whole or in part as it turns out. */
export async function placeOnBill(run: RunCommand, given: unknown, options: RunOptions): Promise<Told> {
  const attempt = await run(payBill, given, options)
  if (attempt.outcome !== 'needs-part') return attempt
  const part = await run(payPart, given, options)
  // Somebody paid the rest between the two: now this money settles what is left, or fits no more.
  return part.outcome === 'needs-whole' ? run(payBill, given, options) : part
}

/**
 * Takes money that a channel told of, in the one way there is. Each command judges anew in its own transaction, so whatever
 * happens between them the money is taken once: a crash there leaves it to the channel's next notification or to the
 * comparison of lists; what an order reserved, to the job that settles orders.
 */
export async function takePayment(run: RunCommand, payment: ToldPayment, options: RunOptions): Promise<PaymentOutcome> {
  if (isOrderCode(payment.number)) return takeForOrder(run, payment, options)
  const attempt = await placeOnBill(run, { by: 'channel', ...payment }, options)
  if (attempt.outcome === 'misfit') return run(suspendPayment, payment, options)
  if ('billId' in attempt) return attempt.outcome
  if (attempt.outcome === 'known') return 'known'
  // The bill changed twice under our hands: the channel tells again.
  throw new AppError('unavailable')
}

async function takeForOrder(run: RunCommand, payment: ToldPayment, options: RunOptions): Promise<PaymentOutcome> {
  const attempt = await run(payOrder, payment, options)
  if (attempt.outcome === 'misfit') return run(suspendPayment, payment, options)
  if (attempt.outcome === 'known') return 'known'
  for (const placementId of attempt.placementIds) await settleReserved(run, placementId, options)
  return 'paid'
}

/** Puts what an order reserved on its bill, or into suspense when the bill takes no more. */
export async function settleReserved(run: RunCommand, placementId: string, options: RunOptions): Promise<void> {
  const attempt = await placeOnBill(run, { by: 'order', placementId }, options)
  if (attempt.outcome === 'misfit') await run(releaseReserved, { placementId }, options)
}
