import { z } from 'zod'
import { permitted, systemOnly } from '#kernel/access/access.ts'
import { dateOf } from '#kernel/clock/clock.ts'
import { type Command, type CommandContext, command, type RunOptions } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, invalidField } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import { formatRupiah, type Sen, senFromNumeric, senToNumeric } from '#kernel/money/money.ts'
import { getAccount } from '#modules/accounts/index.ts'
import { judgePayment, readRupiah, type SuspenseReason } from '../domain.ts'
import { suspenseTexts } from '../news-texts.ts'
import { announced, type BillRow, lockBill, lockBillByNumber, payable, stepBill } from './bill-row.ts'
import { tellPayer } from './tell-payer.ts'

/** Money of which a channel told, as its notification or its list says it. */
export const toldPayment = z.object({
  channel: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/),
  reference: z.string().min(1).max(80),
  number: z.string().max(40),
  amount: z.string().regex(/^\d{1,15}\.\d\d$/),
  paidAt: z.string().refine(isMoment, 'a moment with offset'),
})
export type ToldPayment = z.infer<typeof toldPayment>

/** What became of money that a channel told of: now on its bill, now in suspense, or known from before. */
export type PaymentOutcome = 'paid' | 'suspended' | 'known'

type Attempt = { readonly outcome: 'paid' | 'known' } | { readonly outcome: 'misfit'; readonly reason: SuspenseReason }

/** Puts money on the bill it names. Changes nothing when it does not fit or is already known. */
export const payBill = command({
  name: 'billing.pay-bill',
  event: 'billing.bill-paid.v1',
  access: systemOnly,
  input: toldPayment,
  async run(tx, input, context): Promise<{ result: Attempt; event: ReturnType<typeof paidEvent> | undefined }> {
    const bill = await lockBillByNumber(tx, input.number)
    if (await isKnown(tx, input)) return { result: { outcome: 'known' }, event: undefined }
    const amount = senFromNumeric(input.amount)
    const verdict = judgePayment(bill && payable(bill), { amount, paidAt: Temporal.Instant.from(input.paidAt) })
    if (!bill || !verdict.fits) {
      const reason = verdict.fits ? 'unknown-number' : verdict.reason
      return { result: { outcome: 'misfit', reason }, event: undefined }
    }
    const paymentId = await recordPayment(tx, context, input)
    if (!paymentId) return { result: { outcome: 'known' }, event: undefined }
    await settle(tx, context, bill, { paymentId, amount, paidAt: Temporal.Instant.from(input.paidAt) })
    return { result: { outcome: 'paid' }, event: paidEvent(bill, input.channel) }
  },
})

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
  const attempt = await run(payBill, payment, options)
  return attempt.outcome === 'misfit' ? run(suspendPayment, payment, options) : attempt.outcome
}

/** A teller takes the exact sum for a bill that still counts; anything else he hands back over the counter. */
export const receiveAtCounter = command({
  name: 'billing.receive-at-counter',
  event: 'billing.bill-paid.v1',
  access: permitted('billing.receive'),
  input: z.object({ billId: z.uuid(), amount: z.string().max(30), receiptNumber: z.string().trim().max(40) }),
  async run(tx, input, context) {
    const bill = await lockBill(tx, input.billId)
    context.require('billing.receive', { unitPath: bill.unit_path })
    if (!/^[\w./ -]{3,}$/.test(input.receiptNumber)) {
      throw invalidField('receiptNumber', 'Tulis nomor kuitansi.', 'Write the number of the receipt.')
    }
    const amount = readRupiah(input.amount)
    if (amount === undefined)
      throw invalidField('amount', 'Tulis jumlah uang dalam rupiah.', 'Write the sum in rupiah.')
    const verdict = judgePayment(payable(bill), { amount, paidAt: context.now })
    if (!verdict.fits) throw refusedAtCounter(verdict.reason, bill)
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
    return { result: undefined, event: paidEvent(bill, 'counter') }
  },
})

interface Money {
  readonly paymentId: string
  readonly amount: Sen
  readonly paidAt: Temporal.Instant
}

async function settle(tx: WriteHandle, context: CommandContext, bill: BillRow, money: Money): Promise<void> {
  await tx
    .insertInto('billing.placement')
    .values({
      id: newId(context.now.epochMilliseconds),
      payment_id: money.paymentId,
      bill_id: bill.id,
      claimed_bill_id: bill.id,
      unit_path: bill.unit_path,
      amount: senToNumeric(money.amount),
      state: 'on-bill',
      reason: null,
      placed_at: dateOf(context.now),
    })
    .execute()
  await stepBill(tx, context, bill, 'pay', { paidAt: money.paidAt })
  await tellPayer(tx, context, bill, 'paid')
}

export function paidEvent(bill: BillRow, channel: string) {
  return { subject: { type: 'bill', id: bill.id }, payload: { ...announced(bill), channel } }
}

async function isKnown(tx: WriteHandle, told: Pick<ToldPayment, 'channel' | 'reference'>): Promise<boolean> {
  const row = await tx
    .selectFrom('billing.payment')
    .select('id')
    .where('channel', '=', told.channel)
    .where('reference', '=', told.reference)
    .executeTakeFirst()
  return row !== undefined
}

/** @returns undefined when another transaction wrote the same reference meanwhile */
async function recordPayment(tx: WriteHandle, context: CommandContext, told: ToldPayment): Promise<string | undefined> {
  const row = await tx
    .insertInto('billing.payment')
    .values({
      id: newId(context.now.epochMilliseconds),
      channel: told.channel,
      reference: told.reference,
      number_given: told.number,
      amount: told.amount,
      paid_at: told.paidAt,
      received_at: dateOf(context.now),
      received_by: labelOf(context.actor),
    })
    .onConflict((conflict) => conflict.columns(['channel', 'reference']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
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

function refusedAtCounter(reason: SuspenseReason, bill: BillRow): AppError {
  if (reason === 'wrong-amount') {
    const total = formatRupiah(senFromNumeric(bill.total_amount))
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

function isMoment(text: string): boolean {
  try {
    return Temporal.Instant.from(text) !== undefined
  } catch {
    return false
  }
}
