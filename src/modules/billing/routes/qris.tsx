import { z } from 'zod'
import { citizen } from '#kernel/access/access.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { get, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { formatRupiah, senFromNumeric } from '#kernel/money/money.ts'
import { qrSvg } from '#modules/documents/index.ts'
import { findBank } from '../banks/bank.ts'
import { billingPaths } from '../paths.ts'
import { checkQr, findAcquirer, requestQr, withdrawQr } from '../qris/acquirer.ts'
import { findPayable } from '../queries/orders.ts'
import { SnapRefusal, SnapUncertain } from '../snap/client.ts'
import { billingTexts } from '../texts.ts'
import { QrPage } from '../views/qr-page.tsx'

const params = z.object({ reference: z.string().regex(/^QR[0-9A-F]{24}$/) })
type QrContext = RouteContext<z.infer<typeof params>>

const unavailable = (cause?: unknown) =>
  new AppError('unavailable', {
    cause,
    text: { id: billingTexts('id')('qr.unavailable'), en: billingTexts('en')('qr.unavailable') },
  })

const own = { access: citizen, audit: 'own-data', perMinute: 30 } as const

export const askQr = post(billingPaths.askQr, {
  ...own,
  async handle(context) {
    const bank = await findAcquirer(context)
    if (!bank) throw unavailable()
    try {
      return redirect(billingPaths.qr(await requestQr(context, bank, context.form.get('number'))))
    } catch (error) {
      if (error instanceof SnapRefusal || error instanceof SnapUncertain) throw unavailable(error)
      throw error
    }
  },
})

async function ownQr(context: QrContext) {
  const row = await context.tenant.pools.write
    .selectFrom('billing.qr_code')
    .selectAll()
    .where('partner_reference', '=', context.params.reference)
    .executeTakeFirst()
  if (!row || row.account_id !== context.actor.accountId) throw notFound()
  const bank = await findBank(context.tenant.pools.write, row.bank_id)
  if (!bank) throw notFound()
  return { row, bank }
}

export const showQr = get('/tagihan-saya/qris/:reference', {
  ...own,
  perMinute: 120,
  params,
  async handle(context) {
    const { row } = await ownQr(context)
    const payable = await findPayable(context.tenant.pools.write, context.tenant, row.number, context.now)
    if (!payable) throw notFound()
    const isOpen = row.state === 'open' && row.valid_until.getTime() > context.now.epochMilliseconds
    const amount = formatRupiah(senFromNumeric(row.amount))
    const title = billingTexts(context.locale)('qr.image', { amount })
    return page(
      <QrPage
        reference={row.partner_reference}
        amount={amount}
        payable={payable}
        validUntil={Temporal.Instant.fromEpochMilliseconds(row.valid_until.getTime())}
        svg={isOpen && row.content ? qrSvg(row.content, { title }) : undefined}
        notice={context.notice}
        zone={context.tenant.profile.zone}
      />,
    )
  },
})

/** Whoever comes back from his wallet before the notice asks the acquirer himself. */
export const checkQrNow = post('/tagihan-saya/qris/:reference/periksa', {
  ...own,
  params,
  async handle(context) {
    const { row, bank } = await ownQr(context)
    const t = billingTexts(context.locale)
    try {
      const outcome = await checkQr(context, bank, row.partner_reference)
      context.notify(t(outcome ? 'qr.paid' : 'qr.not-yet'))
    } catch (error) {
      if (!(error instanceof SnapRefusal || error instanceof SnapUncertain)) throw error
      context.notify(t('qr.away'))
    }
    return redirect(billingPaths.qr(row.partner_reference))
  },
})

export const cancelQrNow = post('/tagihan-saya/qris/:reference/batal', {
  ...own,
  params,
  async handle(context) {
    const { row, bank } = await ownQr(context)
    const t = billingTexts(context.locale)
    try {
      await withdrawQr(context, bank, row.partner_reference)
      context.notify(t('qr.cancelled'))
    } catch (error) {
      if (!(error instanceof SnapRefusal || error instanceof SnapUncertain)) throw error
      context.notify(t('qr.away'))
    }
    return redirect(billingPaths.qr(row.partner_reference))
  },
})
