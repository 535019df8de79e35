import { z } from 'zod'
import { dayOf } from '#kernel/clock/clock.ts'
import { type AppError, notFound } from '#kernel/errors.ts'
import { exported, exportRoutes } from '#kernel/export/export-routes.ts'
import { allPages, exportPageSize } from '#kernel/export/table.ts'
import { type Answer, get, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { openChannels } from '../channel/payment-channel.ts'
import { reconcileAll } from '../channel/reconcile.ts'
import { noteExport } from '../commands/note-export.ts'
import { placeOnBill } from '../commands/pay-bill.ts'
import { requestRefund } from '../commands/request-refund.ts'
import { suspenseReasons } from '../domain.ts'
import { billingPaths } from '../paths.ts'
import { findBillById } from '../queries/bills.ts'
import { listChannelChecks } from '../queries/channels.ts'
import { findSuspended, listSuspense } from '../queries/suspense.ts'
import { channelName } from '../views/bill-words.ts'
import { deskTexts } from '../views/desk-texts.ts'
import { SuspenseItemPage, SuspenseListPage } from '../views/suspense-pages.tsx'
import { deskAround, resolving, typedIn } from './desk-around.ts'

const itemParams = z.object({ placementId: z.uuid() })
type ItemContext = RouteContext<{ placementId: string }>

const listQuery = z.object({
  q: z.string().max(120).optional().catch(undefined),
  sebab: z.enum(suspenseReasons).optional().catch(undefined),
  setelah: z.uuid().optional().catch(undefined),
})

export const suspenseList = get(billingPaths.suspense, {
  access: resolving.access,
  audit: 'none',
  query: listQuery,
  async handle(context) {
    const { q, sebab, setelah } = context.query
    const [list, checks, around, channels] = await Promise.all([
      listSuspense(context.db, context.actor, { text: q, reason: sebab, after: setelah }),
      listChannelChecks(context.db),
      deskAround(context),
      openChannels(context.db, context.tenant),
    ])
    return page(
      <SuspenseListPage
        {...around}
        {...list}
        query={{ q, sebab }}
        isFirstPage={!setelah}
        channels={channels}
        checks={checks}
        zone={context.tenant.profile.zone}
      />,
    )
  },
})

export const exportSuspense = exportRoutes(billingPaths.suspense, {
  access: resolving.access,
  audit: 'none',
  query: listQuery,
  note: noteExport,
  table({ db, actor, query, now, tenant, locale }) {
    const t = deskTexts(locale)
    const { q, sebab } = query
    return exported({
      file: `dana-tertahan-${dayOf(now, tenant.profile.zone)}`,
      title: t('suspense.title'),
      rows: allPages((after) => listSuspense(db, actor, { text: q, reason: sebab, after }, exportPageSize)),
      columns: [
        { label: t('suspense.amount'), kind: 'money', value: (money) => money.amount },
        { label: t('suspense.reason'), kind: 'text', value: (money) => t(`suspense.reason-${money.reason}`) },
        { label: t('suspense.number'), kind: 'text', value: (money) => money.numberGiven },
        { label: t('suspense.claimed'), kind: 'text', width: 32, value: (money) => money.claimed?.payerName },
        { label: t('suspense.channel'), kind: 'text', value: (money) => channelName(money.channel, locale) },
        { label: t('suspense.reference'), kind: 'text', value: (money) => money.reference },
        { label: t('suspense.paid'), kind: 'moment', value: (money) => money.paidAt },
        { label: t('suspense.received'), kind: 'moment', value: (money) => money.receivedAt },
      ],
    })
  },
})

async function showItem(context: ItemContext, error?: AppError): Promise<Answer> {
  const money = await findSuspended(context.db, context.actor, context.params.placementId)
  if (!money) throw notFound()
  const bill = money.claimed && (await findBillById(context.db, money.claimed.id))
  if (bill?.payerPersonId) {
    await context.recordAccess({
      personId: bill.payerPersonId,
      object: { type: 'bill', id: bill.id },
      purpose: deskTexts('id')('purpose', { number: bill.number }),
    })
  }
  const around = await deskAround(context, error)
  return page(
    <SuspenseItemPage {...around} money={money} typed={typedIn(context)} zone={context.tenant.profile.zone} />,
    error?.status ?? 200,
  )
}

export const suspenseItem = get('/bendahara/dana-tertahan/:placementId', {
  ...resolving,
  params: itemParams,
  handle: (context) => showItem(context),
})

export const matchItem = post('/bendahara/dana-tertahan/:placementId/cocokkan', {
  ...resolving,
  params: itemParams,
  async handle(context) {
    const { placementId } = context.params
    const given = { by: 'suspense', placementId, number: context.form.get('number') }
    const paid = await placeOnBill(context.run, given, {})
    context.notify(deskTexts(context.locale)('suspense.matched'))
    return redirect('billId' in paid ? billingPaths.deskBill(paid.billId) : billingPaths.suspense)
  },
  invalid: showItem,
})

export const askSuspenseRefund = post('/bendahara/dana-tertahan/:placementId/kembalikan', {
  ...resolving,
  params: itemParams,
  async handle(context) {
    const input = context.form.pick('amount', 'reason', 'payeeName', 'payeeBank', 'payeeAccount')
    await context.run(requestRefund, { placementId: context.params.placementId, ...input })
    context.notify(deskTexts(context.locale)('refund.requested'))
    return redirect(billingPaths.refunds)
  },
  invalid: showItem,
})

/** Asks the banks now what they took, for a payer who stands at the counter with a receipt. */
export const reconcileNow = post(billingPaths.reconcile, {
  access: resolving.access,
  audit: 'none',
  perMinute: 6,
  async handle(context) {
    const t = deskTexts(context.locale)
    const rounds = await reconcileAll(context)
    const said = rounds.map((round) => {
      const channel = round.channel.label[context.locale]
      if (!round.failure) return t('reconcile.done', { channel, listed: round.listed, added: round.added })
      context.request.log.warn({ channel: round.channel.id, failure: round.failure }, 'a channel is away')
      return t('reconcile.failed', { channel })
    })
    context.notify(said.join(' ') || t('reconcile.none'))
    return redirect(billingPaths.suspense)
  },
})
