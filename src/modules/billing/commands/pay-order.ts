import type { Selectable } from 'kysely'
import { z } from 'zod'
import { systemOnly } from '#kernel/access/access.ts'
import { dateOf, instantOf } from '#kernel/clock/clock.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError } from '#kernel/errors.ts'
import { senFromNumeric } from '#kernel/money/money.ts'
import { type SuspenseReason, whyClosed } from '../domain.ts'
import { judgeOrder, type PayableOrder } from '../money/judge-order.ts'
import type { Place } from '../money/ledger.ts'
import { type PlacedLine, sumOf } from '../money/placing.ts'
import type { PayOrderTable } from '../tables.ts'
import { lockBill } from './bill-row.ts'
import { moveMoney, type PlacementRow, receiveMoney } from './move-money.ts'
import { lockPlacement, paymentOf } from './pay-from-suspense.ts'
import type { Money } from './settle-bill.ts'
import { isKnown, type ToldPayment, toldPayment } from './told-payment.ts'

type OrderRow = Selectable<PayOrderTable>
type OrderAttempt =
  | { readonly outcome: 'reserved'; readonly placementIds: readonly string[] }
  | { readonly outcome: 'known' }
  | { readonly outcome: 'misfit'; readonly reason: SuspenseReason }

/**
 * Money for an order arrives: it is reserved, bill by bill. Each bill is then paid by the one command that pays bills; what
 * a crash leaves reserved the job of the order settles.
 */
export const payOrder = command({
  name: 'billing.pay-order',
  event: 'billing.order-paid.v1',
  access: systemOnly,
  input: toldPayment,
  async run(tx, told, context) {
    const order = await lockOrderByNumber(tx, told.number)
    const nothing = (result: OrderAttempt) => ({ result, event: undefined })
    if (await isKnown(tx, told)) return nothing({ outcome: 'known' })
    const reason = judgeOrder(order && payableOrder(order), given(told))
    if (reason || !order) return nothing({ outcome: 'misfit', reason: reason ?? 'unknown-number' })
    const paymentId = await receiveMoney(tx, context, told, await sharesOf(tx, order))
    if (!paymentId) return nothing({ outcome: 'known' })
    await tx
      .updateTable('billing.pay_order')
      .set({ state: 'paid', closed_at: dateOf(context.now) })
      .where('id', '=', order.id)
      .execute()
    await context.enqueue('billing.settle-order', { orderId: order.id }, { key: `settle-order:${order.id}` })
    const placed = await tx
      .selectFrom('billing.placement')
      .select('id')
      .where('payment_id', '=', paymentId)
      .orderBy('id')
      .execute()
    const result: OrderAttempt = { outcome: 'reserved', placementIds: placed.map((row) => row.id) }
    const payload = { orderId: order.id, number: order.number, total: order.total_amount, channel: told.channel }
    return { result, event: { subject: { type: 'pay-order', id: order.id }, payload } }
  },
})

export const given = (told: ToldPayment) => ({
  amount: senFromNumeric(told.amount),
  paidAt: Temporal.Instant.from(told.paidAt),
})

export function payableOrder(row: OrderRow): PayableOrder {
  return { state: row.state, total: senFromNumeric(row.total_amount), validUntil: instantOf(row.valid_until) }
}

export function lockOrderByNumber(tx: WriteHandle, number: string): Promise<OrderRow | undefined> {
  return tx.selectFrom('billing.pay_order').selectAll().where('number', '=', number).forUpdate().executeTakeFirst()
}

async function sharesOf(tx: WriteHandle, order: OrderRow): Promise<Place[]> {
  const rows = await tx
    .selectFrom('billing.pay_order_line as line')
    .innerJoin('billing.bill as bill', 'bill.id', 'line.bill_id')
    .select((eb) => ['line.bill_id', 'bill.unit_path', eb.fn.sum<string>('line.amount').as('amount')])
    .where('line.order_id', '=', order.id)
    .groupBy(['line.bill_id', 'bill.unit_path'])
    .orderBy('line.bill_id')
    .execute()
  return rows.map((row) => ({
    amount: senFromNumeric(row.amount),
    state: 'reserved',
    billId: row.bill_id,
    claimedBillId: row.bill_id,
    orderId: order.id,
    unitPath: row.unit_path,
  }))
}

export const orderShare = z.object({ placementId: z.uuid() })

/** @returns undefined when it was settled before */
export async function moneyOfOrder(
  tx: WriteHandle,
  context: CommandContext,
  input: z.infer<typeof orderShare>,
): Promise<Money | undefined> {
  if (context.actor.kind !== 'system') throw new AppError('forbidden')
  const placement = await lockPlacement(tx, input.placementId)
  if (placement.state !== 'reserved' || !placement.bill_id) return undefined
  const bill = await lockBill(tx, placement.bill_id)
  return {
    // It was given while the order was valid; the order stands for the time of the bill.
    ...(await paymentOf(tx, placement.payment_id)),
    bill,
    amount: senFromNumeric(placement.amount),
    byTreasurer: true,
    ...(placement.order_id ? { frozen: await frozenOf(tx, placement) } : {}),
    async put(places) {
      await moveMoney(tx, context, 'matched', placement, places)
      return true
    },
  }
}

async function frozenOf(tx: WriteHandle, placement: PlacementRow): Promise<PlacedLine[]> {
  const rows = await tx
    .selectFrom('billing.pay_order_line')
    .selectAll()
    .where('order_id', '=', placement.order_id)
    .where('bill_id', '=', placement.bill_id)
    .execute()
  const lines = rows.map((row) => ({
    position: row.position,
    component: row.component,
    amount: senFromNumeric(row.amount),
    accountCode: '',
    beneficiaryId: '',
  }))
  if (sumOf(lines) !== senFromNumeric(placement.amount)) throw new Error('an order reserved another sum than it asked')
  return lines
}

/** What an order reserved for a bill that takes no more money waits in suspense, like any money that does not fit. */
export const releaseReserved = command({
  name: 'billing.release-reserved',
  event: 'billing.reserved-released.v1',
  access: systemOnly,
  input: orderShare,
  async run(tx, input, context) {
    const placement = await lockPlacement(tx, input.placementId)
    if (placement.state !== 'reserved' || !placement.bill_id) return { result: false, event: undefined }
    const bill = await lockBill(tx, placement.bill_id)
    const amount = senFromNumeric(placement.amount)
    await moveMoney(tx, context, 'released', placement, [
      {
        amount,
        state: 'in-suspense',
        reason: whyClosed(bill.state) ?? 'wrong-amount',
        claimedBillId: bill.id,
        orderId: placement.order_id ?? undefined,
        unitPath: bill.unit_path,
      },
    ])
    const payload = { billId: bill.id, amount: placement.amount }
    return { result: true, event: { subject: { type: 'payment', id: placement.payment_id }, payload } }
  },
})
