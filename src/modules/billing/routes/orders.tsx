import { z } from 'zod'
import { citizen } from '#kernel/access/access.ts'
import { type AppError, invalidField, notFound } from '#kernel/errors.ts'
import { type Answer, get, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { openChannels } from '../channel/payment-channel.ts'
import { makeOrder, mostBills } from '../commands/make-order.ts'
import { listGateways } from '../gateways/keep-gateways.ts'
import { billingPaths } from '../paths.ts'
import { findAcquirer } from '../qris/acquirer.ts'
import { listOpenBills } from '../queries/bills.ts'
import { findOrder, findOwed } from '../queries/orders.ts'
import { billingTexts } from '../texts.ts'
import { isPayableAt } from '../views/bill-words.ts'
import { ChooseBillsPage, OrderPage } from '../views/order-pages.tsx'

async function showChoice(context: RouteContext, error?: AppError): Promise<Answer> {
  const { db, tenant, actor, now } = context
  const open = await listOpenBills(db, actor.accountId ?? '', mostBills)
  const bills = await Promise.all(
    open
      .filter((bill) => isPayableAt(bill, now))
      .map(async (bill) => ({
        bill,
        owed: await findOwed(db, tenant, bill.id, now),
      })),
  )
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

export const showOrder = get('/tagihan-saya/bayar/:orderId', {
  access: citizen,
  audit: 'own-data',
  params: z.object({ orderId: z.uuid() }),
  async handle(context) {
    const order = await findOrder(context.db, context.params.orderId)
    if (!order || order.accountId !== context.actor.accountId) throw notFound()
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
