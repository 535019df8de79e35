import { z } from 'zod'
import { anyone, citizen, permitted } from '#kernel/access/access.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { type Answer, get, json, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { formatRupiah, senFromNumeric } from '#kernel/money/money.ts'
import { qrSvg } from '#modules/documents/index.ts'
import { GatewayRefusal, GatewayUncertain, gatewayIds, gatewayMethods } from '../gateways/gateway.ts'
import { findAccess, keepGateway, listGateways } from '../gateways/keep-gateways.ts'
import { beginPayment, gateways, settlePayment } from '../gateways/take.ts'
import { billingPaths } from '../paths.ts'
import { findPayable } from '../queries/orders.ts'
import { billingTexts } from '../texts.ts'
import { bankTexts } from '../views/bank-texts.ts'
import { GatewayPaymentPage, GatewaysPage } from '../views/gateway-pages.tsx'
import { deskAround, typedIn } from './desk-around.ts'

const own = { access: citizen, audit: 'own-data', perMinute: 30 } as const
const params = z.object({ reference: z.string().regex(/^B\d{15}-[0-9A-F]{12}$/) })
type PaymentContext = RouteContext<z.infer<typeof params>>
const isAway = (error: unknown) => error instanceof GatewayRefusal || error instanceof GatewayUncertain

export const askGateway = post(billingPaths.askGateway, {
  ...own,
  async handle(context) {
    const id = gatewayIds.find((each) => each === context.form.get('gateway'))
    const method = gatewayMethods.find((each) => each === context.form.get('method')) ?? 'qris'
    const access = id && (await findAccess(context.db, context.tenant, id))
    if (!id || !access) throw notFound()
    try {
      const number = context.form.get('number')
      return redirect(billingPaths.gatewayPayment(await beginPayment(context, id, access, { number, method })))
    } catch (error) {
      if (!isAway(error)) throw error
      const text = { id: billingTexts('id')('gateway.away'), en: billingTexts('en')('gateway.away') }
      throw new AppError('unavailable', { cause: error, text })
    }
  },
})

async function ownPayment(context: PaymentContext) {
  const row = await context.tenant.pools.write
    .selectFrom('billing.gateway_payment')
    .selectAll()
    .where('reference', '=', context.params.reference)
    .executeTakeFirst()
  const id = gatewayIds.find((each) => each === row?.gateway_id)
  if (!row || !id || row.account_id !== context.actor.accountId) throw notFound()
  return { row, id }
}

export const showGatewayPayment = get('/tagihan-saya/gerbang/:reference', {
  ...own,
  perMinute: 120,
  params,
  async handle(context) {
    const { row, id } = await ownPayment(context)
    const payable = await findPayable(context.tenant.pools.write, context.tenant, row.number, context.now)
    if (!payable) throw notFound()
    const isOpen = row.state === 'open' && row.valid_until.getTime() > context.now.epochMilliseconds
    const amount = formatRupiah(senFromNumeric(row.amount))
    const title = billingTexts(context.locale)('qr.image', { amount })
    const text = isOpen ? (row.instruction ?? undefined) : undefined
    return page(
      <GatewayPaymentPage
        reference={row.reference}
        label={gateways[id].label}
        amount={amount}
        payable={payable}
        validUntil={Temporal.Instant.fromEpochMilliseconds(row.valid_until.getTime())}
        bank={row.bank ?? ''}
        account={row.method === 'va' ? text : undefined}
        svg={row.method === 'qris' && text ? qrSvg(text, { title }) : undefined}
        notice={context.notice}
        zone={context.tenant.profile.zone}
      />,
    )
  },
})

/** Whoever comes back from his bank before the notice lets us ask. */
export const checkGatewayNow = post('/tagihan-saya/gerbang/:reference/periksa', {
  ...own,
  params,
  async handle(context) {
    const { row, id } = await ownPayment(context)
    const t = billingTexts(context.locale)
    try {
      const outcome = await settlePayment(context, context.tenant.pools.write, id, { reference: row.reference })
      context.notify(t(outcome === 'pending' || outcome === 'ended' ? 'qr.not-yet' : 'qr.paid'))
    } catch (error) {
      if (!isAway(error)) throw error
      context.notify(t('qr.away'))
    }
    return redirect(billingPaths.gatewayPayment(row.reference))
  },
})

/** A gateway tells that something happened. It is asked what; anything but 200 makes it tell again. */
export const gatewayNotice = post('/api/pembayaran/gerbang/:id', {
  access: anyone,
  audit: 'none',
  // A gateway has no page of ours and so no form token; its signature or token is its proof.
  csrf: false,
  rawBody: true,
  perMinute: 6000,
  params: z.object({ id: z.enum(gatewayIds) }),
  async handle(context) {
    const { id } = context.params
    const db = context.tenant.pools.write
    const access = await findAccess(db, context.tenant, id)
    if (!access) return json({ status: 'refused', reason: 'unknown-channel' }, 401)
    const raw = context.request.rawBody ?? Buffer.alloc(0)
    const notice = gateways[id].readNotification(access, context.request.headers, raw)
    if ('fault' in notice) {
      return json({ status: 'refused', reason: notice.fault }, notice.fault === 'unproven' ? 401 : 422)
    }
    try {
      return json({ status: 'accepted', outcome: await settlePayment(context, db, id, notice) })
    } catch (error) {
      if (!isAway(error)) throw error
      context.request.log.warn({ err: error, gateway: id }, 'a gateway told of a payment and cannot be asked')
      return json({ status: 'again' }, 503)
    }
  },
})

const administering = { access: permitted('billing.administer'), audit: 'none' } as const

async function showGateways(context: RouteContext, error?: AppError): Promise<Answer> {
  const known = await listGateways(context.tenant.pools.write)
  const around = await deskAround(context, error)
  const failed = error ? context.request.url.split('/').at(-1)?.split('?')[0] : undefined
  return page(
    <GatewaysPage
      {...around}
      known={known}
      failed={failed}
      typed={error ? typedIn(context) : {}}
      origin={context.origin}
    />,
    error?.status ?? 200,
  )
}

export const gatewayDesk = get(billingPaths.gateways, { ...administering, handle: (context) => showGateways(context) })

export const saveGateway = post('/bendahara/bank/gerbang/:id', {
  access: permitted('billing.administer', { stepUp: true }),
  audit: 'none',
  params: z.object({ id: z.enum(gatewayIds) }),
  async handle(context) {
    const input = context.form.pick('baseUrl', 'key', 'callbackToken')
    await context.run(keepGateway, { ...input, id: context.params.id, isOpen: context.form.get('isOpen') === 'ya' })
    context.notify(bankTexts(context.locale)('gateway.saved'))
    return redirect(billingPaths.gateways)
  },
  invalid: (context, error) => showGateways(context, error),
})
