import { z } from 'zod'
import { dateOf } from '#kernel/clock/clock.ts'
import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { newId } from '#kernel/ids.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import { type Sen, senToNumeric } from '#kernel/money/money.ts'
import { type BillRow, stepBill } from './bill-row.ts'
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

export async function isKnown(tx: WriteHandle, told: Pick<ToldPayment, 'channel' | 'reference'>): Promise<boolean> {
  const row = await tx
    .selectFrom('billing.payment')
    .select('id')
    .where('channel', '=', told.channel)
    .where('reference', '=', told.reference)
    .executeTakeFirst()
  return row !== undefined
}

/** @returns undefined when another transaction wrote the same reference meanwhile */
export async function recordPayment(
  tx: WriteHandle,
  context: CommandContext,
  told: ToldPayment,
): Promise<string | undefined> {
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

/** Puts the money of a new payment on its bill, which is then paid. */
export async function settle(
  tx: WriteHandle,
  context: CommandContext,
  bill: BillRow,
  money: { readonly paymentId: string; readonly amount: Sen; readonly paidAt: Temporal.Instant },
): Promise<void> {
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

function isMoment(text: string): boolean {
  try {
    return Temporal.Instant.from(text) !== undefined
  } catch {
    return false
  }
}
