import { z } from 'zod'
import { anyone } from '#kernel/access/access.ts'
import { instantOf } from '#kernel/clock/clock.ts'
import { type AppError, invalidField, notFound } from '#kernel/errors.ts'
import { type Answer, get, json, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { maskName } from '#modules/documents/index.ts'
import { fromChannel } from '../channel/from-channel.ts'
import { checkMessage } from '../channel/signature.ts'
import { billingPaths } from '../paths.ts'
import { findPayable } from '../queries/orders.ts'
import { listSimulatedOf, listSimulatedPayments } from '../queries/simulated.ts'
import { mishaps, protocols, simulatePayment } from './simulate-payment.ts'
import { isSimulated, simulatorId, simulatorKey } from './simulator-channel.ts'
import { SimulatorPage } from './simulator-page.tsx'
import { simulatorTexts } from './simulator-texts.ts'

const params = z.object({ number: z.string().regex(/^\d{15}$/) })
const query = z.object({ lewat: z.enum(protocols).optional().catch(undefined) })
type PayContext = RouteContext<{ number: string }, { lewat?: (typeof protocols)[number] | undefined }>

async function showSimulator(context: PayContext, error?: AppError): Promise<Answer> {
  if (!isSimulated(context.tenant)) throw notFound()
  const found = await findPayable(context.db, context.tenant, context.params.number, context.now)
  if (!found) throw notFound()
  const booked = await listSimulatedOf(context.db, found.number)
  const payable = { ...found, payerName: maskName(found.payerName) }
  return page(
    <SimulatorPage
      payable={payable}
      booked={booked}
      through={context.form.get('through') || context.query.lewat || 'notice'}
      errors={error?.fields ?? []}
      notice={context.notice}
      zone={context.tenant.profile.zone}
    />,
    error?.status ?? 200,
  )
}

/** The demo bank, where a real bank's own page would be. Whoever knows a billing code may pay it. */
export const simulator = get('/simulator/pembayaran/:number', {
  access: anyone,
  audit: 'none',
  params,
  query,
  perMinute: 120,
  handle: (context) => showSimulator(context),
})

export const simulate = post('/simulator/pembayaran/:number', {
  access: anyone,
  audit: 'none',
  params,
  query,
  perMinute: 60,
  async handle(context) {
    if (!isSimulated(context.tenant)) throw notFound()
    const { number } = context.params
    const t = simulatorTexts(context.locale)
    const how = mishaps.find((mishap) => mishap === context.form.get('how'))
    if (!how) throw invalidField('how', simulatorTexts('id')('sim.choose'), simulatorTexts('en')('sim.choose'))
    const through = protocols.find((protocol) => protocol === context.form.get('through')) ?? 'notice'
    await context.run(simulatePayment, { number, how, through }, fromChannel(simulatorId))
    context.notify(t(how === 'lost' ? 'sim.done-lost' : 'sim.done'))
    return redirect(billingPaths.simulator(number))
  },
  invalid: showSimulator,
})

/** The demo bank's list of payments, for the region alone: asked with the shared key. */
export const simulatorBook = get(billingPaths.simulatorBook, {
  access: anyone,
  audit: 'none',
  query: z.object({ sejak: z.string().max(40) }),
  perMinute: 120,
  async handle(context) {
    const { tenant, request, now } = context
    if (!isSimulated(tenant)) throw notFound()
    const check = checkMessage(simulatorKey(tenant), request.headers, Buffer.from(request.url), now)
    if ('fault' in check) return json({ status: 'refused', reason: check.fault }, 401)
    const rows = await listSimulatedPayments(context.db, Temporal.Instant.from(context.query.sejak))
    const payments = rows
      .filter((row) => row.channel === simulatorId)
      .map((row) => ({
        reference: row.reference,
        number: row.number,
        amount: row.amount,
        paidAt: instantOf(row.paid_at).toString(),
      }))
    return json({ payments })
  },
})
