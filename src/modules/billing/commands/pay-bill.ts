import { z } from 'zod'
import { staff } from '#kernel/access/access.ts'
import { type Command, type CommandContext, command, type RunOptions } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError } from '#kernel/errors.ts'
import { senFromNumeric } from '#kernel/money/money.ts'
import { judgePayment, type SuspenseReason } from '../domain.ts'
import { announced, type BillRow, lockBillByNumber, payable } from './bill-row.ts'
import { counterPayment, payAtCounter } from './pay-at-counter.ts'
import { payFromSuspense, suspenseMatch } from './pay-from-suspense.ts'
import { isKnown, recordPayment, settle, type ToldPayment, toldPayment } from './place-payment.ts'
import { suspendPayment } from './suspend-payment.ts'

type Attempt =
  | { readonly outcome: 'paid'; readonly billId: string }
  | { readonly outcome: 'known' }
  | { readonly outcome: 'misfit'; readonly reason: SuspenseReason }

/** The bill that was settled and through which channel, or why nothing happened. */
export type Settling = { readonly bill: BillRow; readonly channel: string } | Exclude<Attempt, { outcome: 'paid' }>

/**
 * The one command by which a bill becomes paid, whoever brings the money: a channel tells of it, a teller
 * takes it, the treasurer finds it in suspense. So the event that others hear is written once for each bill.
 */
export const payBill = command({
  name: 'billing.pay-bill',
  event: 'billing.bill-paid.v1',
  access: staff,
  input: z.discriminatedUnion('by', [
    toldPayment.extend({ by: z.literal('channel') }),
    counterPayment.extend({ by: z.literal('counter') }),
    suspenseMatch.extend({ by: z.literal('suspense') }),
  ]),
  async run(tx, input, context) {
    const settling =
      input.by === 'channel'
        ? await payByChannel(tx, context, input)
        : input.by === 'counter'
          ? await payAtCounter(tx, context, input)
          : await payFromSuspense(tx, context, input)
    if ('outcome' in settling) return { result: settling as Attempt, event: undefined }
    const { bill, channel } = settling
    const result: Attempt = { outcome: 'paid', billId: bill.id }
    return { result, event: { subject: { type: 'bill', id: bill.id }, payload: { ...announced(bill), channel } } }
  },
})

/** Puts money on the bill it names. Changes nothing when it does not fit or is already known. */
async function payByChannel(tx: WriteHandle, context: CommandContext, told: ToldPayment): Promise<Settling> {
  // The word of a channel is money; no official may speak for one.
  if (context.actor.kind !== 'system') throw new AppError('forbidden')
  const bill = await lockBillByNumber(tx, told.number)
  if (await isKnown(tx, told)) return { outcome: 'known' }
  const [amount, paidAt] = [senFromNumeric(told.amount), Temporal.Instant.from(told.paidAt)]
  const verdict = judgePayment(bill && payable(bill), { amount, paidAt })
  if (!verdict.fits) return { outcome: 'misfit', reason: verdict.reason }
  if (!bill) return { outcome: 'misfit', reason: 'unknown-number' }
  const paymentId = await recordPayment(tx, context, told)
  if (!paymentId) return { outcome: 'known' }
  await settle(tx, context, bill, { paymentId, amount, paidAt })
  return { bill, channel: told.channel }
}

/** What became of money that a channel told of: now on its bill, now in suspense, or known from before. */
export type PaymentOutcome = 'paid' | 'suspended' | 'known'

export type RunCommand = <Input, Result>(
  command: Command<Input, Result>,
  input: unknown,
  options?: RunOptions,
) => Promise<Result>

/**
 * Takes money that a channel told of, in the one way there is. Each of the two commands judges anew in its
 * own transaction, so whatever happens between them the money is taken once: a crash there leaves it to the
 * channel's next notification or to the comparison of lists.
 */
export async function takePayment(run: RunCommand, payment: ToldPayment, options: RunOptions): Promise<PaymentOutcome> {
  const attempt = await run(payBill, { by: 'channel', ...payment }, options)
  return attempt.outcome === 'misfit' ? run(suspendPayment, payment, options) : attempt.outcome
}
