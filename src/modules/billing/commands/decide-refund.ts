import type { Selectable } from 'kysely'
import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dateOf } from '#kernel/clock/clock.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, invalidField, notFound } from '#kernel/errors.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import { formatRupiah, senFromNumeric } from '#kernel/money/money.ts'
import type { RefundTable } from '../tables.ts'
import { announced, type BillRow, lockBill, stepBill } from './bill-row.ts'
import { moveMoney, type PlacementRow, placeOf } from './move-money.ts'
import { tellPayer } from './tell-payer.ts'

const decision = z.object({
  refundId: z.uuid(),
  /** Proof that the bank has sent the money. */
  transferReference: z.string().trim().min(4).max(60),
})

/** Somebody other than the one who asked states that all money of a paid bill was sent back. */
export const approveBillRefund = command({
  name: 'billing.approve-bill-refund',
  event: 'billing.bill-refunded.v1',
  access: permitted('billing.approve-refund', { stepUp: true }),
  input: decision,
  async run(tx, input, context) {
    const refund = await lockOpenRefund(tx, context, input.refundId)
    if (!refund.bill_id || refund.is_part) throw notFound()
    const bill = await payBack(tx, context, refund, refund.bill_id, input.transferReference)
    return { result: undefined, event: { subject: { type: 'bill', id: bill.id }, payload: announced(bill) } }
  },
})

/** The same for part of the money of a bill, which stays paid with the rest. */
export const approvePartRefund = command({
  name: 'billing.approve-part-refund',
  event: 'billing.bill-part-refunded.v1',
  access: permitted('billing.approve-refund', { stepUp: true }),
  input: decision,
  async run(tx, input, context) {
    const refund = await lockOpenRefund(tx, context, input.refundId)
    if (!refund.bill_id || !refund.is_part) throw notFound()
    const bill = await payBack(tx, context, refund, refund.bill_id, input.transferReference)
    const payload = { ...announced(bill), amount: refund.amount }
    return { result: undefined, event: { subject: { type: 'bill', id: bill.id }, payload } }
  },
})

async function payBack(
  tx: WriteHandle,
  context: CommandContext,
  refund: Refund,
  billId: string,
  transferReference: string,
): Promise<BillRow> {
  const bill = await lockBill(tx, billId)
  await stepBill(tx, context, bill, refund.is_part ? 'approve-part-refund' : 'approve-refund', {
    reason: refund.reason,
  })
  await tx
    .updateTable('billing.bill')
    .set((eb) => ({ refunded_amount: eb('refunded_amount', '+', refund.amount) }))
    .where('id', '=', bill.id)
    .execute()
  await pay(tx, context, refund, transferReference)
  await tellPayer(tx, context, bill, 'refunded', {
    total: formatRupiah(senFromNumeric(refund.amount)),
    bank: refund.payee_bank,
    payee: refund.payee_name,
    transfer: transferReference,
  })
  return bill
}

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
    for (const row of await placementsOf(tx, refund.id)) {
      const place = await placeOf(tx, row)
      const state = refund.bill_id ? 'on-bill' : 'in-suspense'
      await moveMoney(tx, context, 'refund-refused', row, [{ ...place, state, refundId: undefined }])
    }
    await decide(tx, context, refund, { state: 'refused', decision_note: input.note })
    if (refund.bill_id) {
      const bill = await lockBill(tx, refund.bill_id)
      await stepBill(tx, context, bill, 'refuse-refund')
      const total = formatRupiah(senFromNumeric(refund.amount))
      await tellPayer(tx, context, bill, 'refund-refused', { reason: input.note, total })
    }
    const payload = { refundId: refund.id, ...(refund.bill_id ? { billId: refund.bill_id } : {}) }
    return { result: undefined, event: { subject: { type: 'refund', id: refund.id }, payload } }
  },
})

type Refund = Selectable<RefundTable>

function placementsOf(tx: WriteHandle, refundId: string): Promise<PlacementRow[]> {
  return tx
    .selectFrom('billing.placement')
    .selectAll()
    .where('refund_id', '=', refundId)
    .orderBy('id')
    .forUpdate()
    .execute()
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
  if (row.unit_path !== null) context.require('billing.approve-refund', { unitPath: row.unit_path })
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
  for (const row of await placementsOf(tx, refund.id)) {
    const place = await placeOf(tx, row)
    await moveMoney(tx, context, 'refunded', row, [{ ...place, state: 'refunded' }])
  }
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
