import { z } from 'zod'
import { isPermitted, permitted } from '#kernel/access/access.ts'
import { type AppError, notFound } from '#kernel/errors.ts'
import { type Answer, get, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { approveBillRefund, approveSuspenseRefund, refuseRefund } from '../commands/refunds.ts'
import { billingPaths } from '../paths.ts'
import { findRefund, listRefunds } from '../queries/refunds.ts'
import { deskTexts } from '../views/desk-texts.ts'
import { RefundListPage, RefundPage } from '../views/refund-pages.tsx'
import { deskAround, reading, typedIn } from './desk-around.ts'

const refundParams = z.object({ refundId: z.uuid() })
type RefundContext = RouteContext<{ refundId: string }>

export const refundList = get(billingPaths.refunds, {
  ...reading,
  query: z.object({
    keadaan: z.enum(['requested', 'approved', 'refused']).optional().catch(undefined),
    setelah: z.uuid().optional().catch(undefined),
  }),
  async handle(context) {
    const { keadaan, setelah } = context.query
    const [list, around] = await Promise.all([
      listRefunds(context.db, context.actor, { state: keadaan, after: setelah }),
      deskAround(context),
    ])
    return page(<RefundListPage {...around} {...list} state={keadaan} zone={context.tenant.profile.zone} />)
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
    const approval = refund.billId ? approveBillRefund : approveSuspenseRefund
    await context.run(approval, { refundId, transferReference: context.form.get('transferReference') })
    context.notify(t('refund.approved'))
    return redirect(billingPaths.refunds)
  },
  invalid: showRefund,
})
