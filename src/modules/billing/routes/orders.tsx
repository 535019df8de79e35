import { z } from 'zod'
import { citizen } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { type AppError, invalidField, notFound } from '#kernel/errors.ts'
import { type Answer, bytes, get, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { openChannels } from '../channel/payment-channel.ts'
import { makeOrder, mostBills } from '../commands/make-order.ts'
import { listGateways } from '../gateways/keep-gateways.ts'
import { billingPaths } from '../paths.ts'
import { findAcquirer } from '../qris/acquirer.ts'
import { findOrder, type Owed, owedOnBills, type PayOrder } from '../queries/orders.ts'
import { isPayerOf, listOwnOpenBills, payerOf } from '../queries/own.ts'
import { billingTexts } from '../texts.ts'
import { isPayableAt } from '../views/bill-words.ts'
import { ChooseBillsPage, OrderPage } from '../views/order-pages.tsx'
import { orderPdf } from './bill-pdf.ts'

async function showChoice(context: RouteContext, error?: AppError): Promise<Answer> {
  const { db, tenant, actor, now } = context
  const open = await listOwnOpenBills(db, await payerOf(db, tenant, actor), mostBills)
  const payable = open.filter((bill) => isPayableAt(bill, now))
  const owed = await owedOnBills(
    db,
    tenant,
    payable.map((bill) => bill.id),
    dayOf(now, tenant.profile.zone),
  )
  const bills = payable.map((bill) => ({ bill, owed: owed.get(bill.id) as Owed }))
  const chosen = error ? context.form.all('billIds') : bills.map(({ bill }) => bill.id)
  return page(
    <ChooseBillsPage bills={bills} chosen={chosen} errors={error?.fields ?? []} zone={tenant.profile.zone} />,
    error?.status ?? 200,
  )
}

/** All that waits, chosen beforehand: most people want to pay everything. */
export const chooseBills = get(billingPaths.orders, {
  access: citizen,
  audit: 'own-data',
  handle: (context) => showChoice(context),
})

export const orderBills = post(billingPaths.orders, {
  access: citizen,
  audit: 'own-data',
  perMinute: 30,
  async handle(context) {
    const billIds = context.form.all('billIds')
    if (billIds.length === 0) {
      throw invalidField('billIds', billingTexts('id')('order.need-one'), billingTexts('en')('order.need-one'))
    }
    const { orderId } = await context.run(makeOrder, { billIds })
    context.notify(billingTexts(context.locale)('order.made'))
    return redirect(billingPaths.order(orderId))
  },
  invalid: showChoice,
})

const orderParams = z.object({ orderId: z.uuid() })

async function ownOrder({ db, tenant, actor, params }: RouteContext<z.infer<typeof orderParams>>): Promise<PayOrder> {
  const order = await findOrder(db, params.orderId)
  const isOwn =
    order && (await isPayerOf(db, await payerOf(db, tenant, actor), { ...order, personId: order.payerPersonId }))
  if (!order || !isOwn) throw notFound()
  return order
}

export const showOrder = get('/tagihan-saya/bayar/:orderId', {
  access: citizen,
  audit: 'own-data',
  params: orderParams,
  async handle(context) {
    const order = await ownOrder(context)
    return page(
      <OrderPage
        order={order}
        channels={await openChannels(context.db, context.tenant)}
        gateways={(await listGateways(context.db)).filter((each) => each.is_open).map((each) => each.id)}
        hasQr={(await findAcquirer(context)) !== undefined}
        notice={context.notice}
        now={context.now}
        zone={context.tenant.profile.zone}
      />,
    )
  },
})

export const printOrder = get('/tagihan-saya/bayar/:orderId/kode-bayar.pdf', {
  access: citizen,
  audit: 'own-data',
  params: orderParams,
  perMinute: 30,
  async handle(context) {
    const order = await ownOrder(context)
    return bytes(await orderPdf(context, order), 'application/pdf', { name: `kode-bayar-${order.number}.pdf` })
  },
})
