import { z } from 'zod'
import { isPermitted, permitted } from '#kernel/access/access.ts'
import { notFound } from '#kernel/errors.ts'
import { type Answer, bytes, get, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { makeOrder } from '../commands/make-order.ts'
import { billingPaths } from '../paths.ts'
import { findBillById } from '../queries/bills.ts'
import { findOrder, type PayOrder } from '../queries/orders.ts'
import { DeskOrderPage } from '../views/desk-order-page.tsx'
import { deskTexts } from '../views/desk-texts.ts'
import { orderPdf } from './bill-pdf.ts'
import { deskAround } from './desk-around.ts'
import { noteReading, readableBill, showBill } from './desk-bills.tsx'

/** One code for several bills of somebody who stands at the counter. */
export const makeDeskOrder = post(billingPaths.makeDeskOrder(':billId'), {
  access: permitted('billing.receive'),
  audit: 'personal-data',
  params: z.object({ billId: z.uuid() }),
  async handle(context) {
    const bill = await readableBill(context)
    const { orderId } = await context.run(makeOrder, { billIds: [bill.id, ...context.form.all('billIds')] })
    context.notify(deskTexts(context.locale)('order.made'))
    return redirect(billingPaths.deskOrder(orderId))
  },
  invalid: (context, error): Promise<Answer> => showBill(context, error),
})

const params = z.object({ orderId: z.uuid() })
const reading = { access: permitted('billing.receive'), audit: 'personal-data', params } as const

/** A code whose bills are of units that the official receives money for; each reading is written down. */
async function readableOrder(context: RouteContext<z.infer<typeof params>>): Promise<PayOrder> {
  const order = await findOrder(context.tenant.pools.write, context.params.orderId)
  if (!order) throw notFound()
  for (const billId of new Set(order.lines.map((line) => line.billId))) {
    const bill = await findBillById(context.db, billId)
    if (!bill || !isPermitted(context.actor, 'billing.receive', { unitPath: bill.unitPath })) throw notFound()
    await noteReading(context, bill)
  }
  return order
}

export const deskOrder = get(billingPaths.deskOrder(':orderId'), {
  ...reading,
  async handle(context) {
    const order = await readableOrder(context)
    const around = await deskAround(context)
    return page(<DeskOrderPage {...around} order={order} now={context.now} zone={context.tenant.profile.zone} />)
  },
})

export const printDeskOrder = get(billingPaths.deskOrderPdf(':orderId'), {
  ...reading,
  perMinute: 60,
  async handle(context) {
    const order = await readableOrder(context)
    return bytes(await orderPdf(context, order), 'application/pdf', { name: `kode-bayar-${order.number}.pdf` })
  },
})
