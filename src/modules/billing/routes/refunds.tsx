import { z } from 'zod'
import { isPermitted, permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { type AppError, notFound } from '#kernel/errors.ts'
import { exported, exportRoutes } from '#kernel/export/export-routes.ts'
import { allPages, exportPageSize } from '#kernel/export/table.ts'
import { type Answer, get, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { approveBillRefund, approvePartRefund, approveSuspenseRefund, refuseRefund } from '../commands/decide-refund.ts'
import { noteExport } from '../commands/note-export.ts'
import { billingPaths } from '../paths.ts'
import { findRefund, listRefunds, refundStates } from '../queries/refunds.ts'
import { deskTexts } from '../views/desk-texts.ts'
import { RefundListPage, RefundPage } from '../views/refund-pages.tsx'
import { deskAround, reading, typedIn } from './desk-around.ts'

const refundParams = z.object({ refundId: z.uuid() })
type RefundContext = RouteContext<{ refundId: string }>

const listQuery = z.object({
  q: z.string().max(120).optional().catch(undefined),
  keadaan: z.enum(refundStates).optional().catch(undefined),
  setelah: z.uuid().optional().catch(undefined),
})

export const refundList = get(billingPaths.refunds, {
  ...reading,
  query: listQuery,
  async handle(context) {
    const { q, keadaan, setelah } = context.query
    const [list, around] = await Promise.all([
      listRefunds(context.db, context.actor, { text: q, state: keadaan, after: setelah }),
      deskAround(context),
    ])
    const { zone } = context.tenant.profile
    return page(<RefundListPage {...around} {...list} query={{ q, keadaan }} isFirstPage={!setelah} zone={zone} />)
  },
})

/** Without the number of the account: that is opened one by one, and written down each time. */
export const exportRefunds = exportRoutes(billingPaths.refunds, {
  ...reading,
  query: listQuery,
  note: noteExport,
  table({ db, actor, query, now, tenant, locale }) {
    const t = deskTexts(locale)
    const { q, keadaan } = query
    return exported({
      file: `pengembalian-${dayOf(now, tenant.profile.zone)}`,
      title: t('refunds.title'),
      rows: allPages((after) => listRefunds(db, actor, { text: q, state: keadaan, after }, exportPageSize)),
      columns: [
        { label: t('bills.total'), kind: 'money', value: (refund) => refund.amount },
        { label: t('refund.payee'), kind: 'text', width: 32, value: (refund) => refund.payeeName },
        { label: t('refund.reason'), kind: 'text', width: 40, value: (refund) => refund.reason },
        { label: t('refunds.by'), kind: 'text', width: 40, value: (refund) => refund.requestedBy },
        { label: t('refunds.when'), kind: 'moment', value: (refund) => refund.requestedAt },
        { label: t('bills.state'), kind: 'text', value: (refund) => t(`refunds.state-${refund.state}`) },
        { label: t('refund.decided-by'), kind: 'text', width: 40, value: (refund) => refund.decidedBy },
        { label: t('refunds.decided'), kind: 'moment', value: (refund) => refund.decidedAt },
        { label: t('refund.transfer'), kind: 'text', value: (refund) => refund.transferReference },
      ],
    })
  },
})

async function showRefund(context: RefundContext, error?: AppError): Promise<Answer> {
  const refund = await findRefund(context.tenant, context.db, context.actor, context.params.refundId)
  if (!refund) throw notFound()
  if (refund.payerPersonId) {
    await context.recordAccess({
      personId: refund.payerPersonId,
      object: { type: 'refund', id: refund.id },
      purpose: 'memutuskan pengembalian uang',
      unmasked: true,
    })
  }
  const around = await deskAround(context, error)
  return page(
    <RefundPage
      {...around}
      refund={refund}
      isOwn={refund.requestedByAccount === context.actor.accountId}
      mayDecide={isPermitted(context.actor, 'billing.approve-refund')}
      typed={typedIn(context)}
      zone={context.tenant.profile.zone}
    />,
    error?.status ?? 200,
  )
}

export const refund = get('/bendahara/pengembalian/:refundId', {
  access: permitted('billing.read'),
  audit: 'personal-data',
  params: refundParams,
  handle: (context) => showRefund(context),
})

/** The second pair of eyes, freshly proved to be the approver's. */
export const decideRefund = post('/bendahara/pengembalian/:refundId/putuskan', {
  access: permitted('billing.approve-refund', { stepUp: true }),
  audit: 'personal-data',
  params: refundParams,
  async handle(context) {
    const { refundId } = context.params
    const t = deskTexts(context.locale)
    if (context.form.get('keputusan') === 'tolak') {
      await context.run(refuseRefund, { refundId, note: context.form.get('note') })
      context.notify(t('refund.refused'))
      return redirect(billingPaths.refunds)
    }
    const refund = await findRefund(context.tenant, context.db, context.actor, refundId)
    if (!refund) throw notFound()
    const approval = refund.billId ? (refund.isPart ? approvePartRefund : approveBillRefund) : approveSuspenseRefund
    await context.run(approval, { refundId, transferReference: context.form.get('transferReference') })
    context.notify(t('refund.approved'))
    return redirect(billingPaths.refunds)
  },
  invalid: showRefund,
})
