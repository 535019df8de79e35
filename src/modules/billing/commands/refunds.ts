import type { Selectable } from 'kysely'
import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dateOf } from '#kernel/clock/clock.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, invalidField, notFound } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import type { RefundTable } from '../tables.ts'
import { announced, lockBill, stepBill } from './bill-row.ts'
import { lockSuspended } from './pay-from-suspense.ts'
import { tellPayer } from './tell-payer.ts'

export const payeeAccountContext = 'billing.refund.payee_account'

const payee = {
  reason: z.string().trim().min(10).max(500),
  payeeName: z.string().trim().min(3).max(120),
  payeeBank: z.string().trim().min(2).max(80),
  payeeAccount: z
    .string()
    .transform((typed) => typed.replace(/[\s.-]+/g, ''))
    .pipe(z.string().regex(/^\d{6,20}$/)),
}
type Payee = z.infer<z.ZodObject<typeof payee>>

/** The treasurer asks to give back what was paid on a bill, or money in suspense. Another official decides. */
export const requestRefund = command({
  name: 'billing.request-refund',
  event: 'billing.refund-requested.v1',
  access: permitted('billing.resolve'),
  input: z.union([
    z.object({ billId: z.uuid(), placementId: z.undefined().optional(), ...payee }),
    z.object({ placementId: z.uuid(), billId: z.undefined().optional(), ...payee }),
  ]),
  async run(tx, input, context) {
    const money =
      input.billId === undefined
        ? await takeSuspended(tx, context, input.placementId)
        : await takeFromBill(tx, context, input.billId)
    const refundId = await insertRefund(tx, context, money, input)
    const payload = { refundId, amount: money.amount, ...(money.billId ? { billId: money.billId } : {}) }
    return { result: refundId, event: { subject: { type: 'refund', id: refundId }, payload } }
  },
})

interface MoneyBack {
  readonly id: string
  readonly amount: string
  readonly billId: string | undefined
}

async function takeFromBill(tx: WriteHandle, context: CommandContext, billId: string): Promise<MoneyBack> {
  const bill = await lockBill(tx, billId)
  context.require('billing.resolve', { unitPath: bill.unit_path })
  await stepBill(tx, context, bill, 'request-refund')
  const placement = await tx
    .updateTable('billing.placement')
    .set({ state: 'refunding' })
    .where('bill_id', '=', bill.id)
    .returning(['id', 'amount'])
    .executeTakeFirstOrThrow()
  await tellPayer(tx, context, bill, 'refund-requested')
  return { ...placement, billId: bill.id }
}

async function takeSuspended(tx: WriteHandle, context: CommandContext, placementId: string): Promise<MoneyBack> {
  const { id, amount } = await lockSuspended(tx, context, placementId)
  await tx.updateTable('billing.placement').set({ state: 'refunding' }).where('id', '=', id).execute()
  return { id, amount, billId: undefined }
}

const decision = z.object({
  refundId: z.uuid(),
  /** Proof that the bank has sent the money. */
  transferReference: z.string().trim().min(4).max(60),
})

/** Somebody other than the one who asked states that the money of a paid bill was sent back. */
export const approveBillRefund = command({
  name: 'billing.approve-bill-refund',
  event: 'billing.bill-refunded.v1',
  access: permitted('billing.approve-refund', { stepUp: true }),
  input: decision,
  async run(tx, input, context) {
    const refund = await lockOpenRefund(tx, context, input.refundId)
    if (!refund.bill_id) throw notFound()
    const bill = await lockBill(tx, refund.bill_id)
    await stepBill(tx, context, bill, 'approve-refund', { reason: refund.reason })
    await pay(tx, context, refund, input.transferReference)
    await tellPayer(tx, context, bill, 'refunded', {
      bank: refund.payee_bank,
      payee: refund.payee_name,
      transfer: input.transferReference,
    })
    return { result: undefined, event: { subject: { type: 'bill', id: bill.id }, payload: announced(bill) } }
  },
})

/** The same for money in suspense, which never was on a bill. */
export const approveSuspenseRefund = command({
  name: 'billing.approve-suspense-refund',
  event: 'billing.suspense-refunded.v1',
  access: permitted('billing.approve-refund', { stepUp: true }),
  input: decision,
  async run(tx, input, context) {
    const refund = await lockOpenRefund(tx, context, input.refundId)
    if (refund.bill_id) throw notFound()
    await pay(tx, context, refund, input.transferReference)
    const payload = { refundId: refund.id, amount: refund.amount }
    return { result: undefined, event: { subject: { type: 'refund', id: refund.id }, payload } }
  },
})

/** The money stays where it was before somebody asked for it. */
export const refuseRefund = command({
  name: 'billing.refuse-refund',
  event: 'billing.refund-refused.v1',
  access: permitted('billing.approve-refund'),
  input: z.object({ refundId: z.uuid(), note: z.string().trim().min(10).max(500) }),
  async run(tx, input, context) {
    const refund = await lockOpenRefund(tx, context, input.refundId)
    await tx
      .updateTable('billing.placement')
      .set({ state: refund.bill_id ? 'on-bill' : 'in-suspense' })
      .where('id', '=', refund.placement_id)
      .execute()
    await decide(tx, context, refund, { state: 'refused', decision_note: input.note })
    if (refund.bill_id) {
      const bill = await lockBill(tx, refund.bill_id)
      await stepBill(tx, context, bill, 'refuse-refund')
      await tellPayer(tx, context, bill, 'refund-refused', { reason: input.note })
    }
    const payload = { refundId: refund.id, ...(refund.bill_id ? { billId: refund.bill_id } : {}) }
    return { result: undefined, event: { subject: { type: 'refund', id: refund.id }, payload } }
  },
})

type Refund = Selectable<RefundTable>

async function insertRefund(tx: WriteHandle, context: CommandContext, money: MoneyBack, input: Payee): Promise<string> {
  const id = newId(context.now.epochMilliseconds)
  await tx
    .insertInto('billing.refund')
    .values({
      id,
      placement_id: money.id,
      bill_id: money.billId ?? null,
      amount: money.amount,
      state: 'requested',
      reason: input.reason,
      payee_name: input.payeeName,
      payee_bank: input.payeeBank,
      payee_account: context.tenant.cipher.seal(input.payeeAccount, payeeAccountContext),
      requested_by: labelOf(context.actor),
      requested_by_account: context.actor.accountId ?? '',
      requested_by_person: context.actor.personId ?? null,
      requested_at: dateOf(context.now),
      decided_by: null,
      decided_by_account: null,
      decision_note: null,
      transfer_reference: null,
    })
    .execute()
  return id
}

/** A refund that waits, for somebody who may decide it. @throws forbidden for the one who asked: four eyes */
async function lockOpenRefund(tx: WriteHandle, context: CommandContext, refundId: string): Promise<Refund> {
  const row = await tx
    .selectFrom('billing.refund')
    .selectAll()
    .where('id', '=', refundId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound()
  const { unit_path } = await tx
    .selectFrom('billing.placement')
    .select('unit_path')
    .where('id', '=', row.placement_id)
    .executeTakeFirstOrThrow()
  if (unit_path !== null) context.require('billing.approve-refund', { unitPath: unit_path })
  if (row.state !== 'requested') throw new AppError('conflict')
  const { accountId, personId } = context.actor
  // The same person may hold two accounts, as a citizen and as an official, or two posts.
  if (row.requested_by_account === accountId || (personId && row.requested_by_person === personId)) {
    throw new AppError('forbidden', {
      text: {
        id: 'Pengembalian diputuskan oleh orang lain, bukan oleh yang mengusulkannya.',
        en: 'A refund is decided by somebody other than the one who asked for it.',
      },
    })
  }
  return row
}

async function pay(tx: WriteHandle, context: CommandContext, refund: Refund, transferReference: string): Promise<void> {
  await tx.updateTable('billing.placement').set({ state: 'refunded' }).where('id', '=', refund.placement_id).execute()
  await decide(tx, context, refund, { state: 'approved', transfer_reference: transferReference })
}

async function decide(
  tx: WriteHandle,
  context: CommandContext,
  refund: Refund,
  values: { state: 'approved' | 'refused'; transfer_reference?: string; decision_note?: string },
): Promise<void> {
  if (!context.actor.accountId) throw invalidField('', 'Keputusan perlu akun.', 'A decision needs an account.')
  await tx
    .updateTable('billing.refund')
    .set({
      ...values,
      decided_by: labelOf(context.actor),
      decided_by_account: context.actor.accountId,
      decided_at: dateOf(context.now),
    })
    .where('id', '=', refund.id)
    .execute()
}
