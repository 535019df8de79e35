import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { type AppError, notFound } from '#kernel/errors.ts'
import { exported, exportRoutes } from '#kernel/export/export-routes.ts'
import { allPages, exportPageSize } from '#kernel/export/table.ts'
import { type Answer, get, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { billingPaths } from '../paths.ts'
import { deskAround, typedIn } from '../routes/desk-around.ts'
import { decideClosing, prepareClosing } from './close-days.ts'
import { ClosingListPage, ClosingPage, receivedIn } from './pages.tsx'
import { checkChain, closingStates, findClosing, listClosings } from './queries.ts'
import { closingTexts } from './texts.ts'

/** The books are of the whole region, so the right to them is too. */
const closing = { access: permitted('billing.close'), audit: 'none' } as const
const listQuery = z.object({
  keadaan: z.enum(closingStates).optional().catch(undefined),
  hari: z.iso.date().optional().catch(undefined),
  setelah: z.uuid().optional().catch(undefined),
  periksa: z.literal('1').optional().catch(undefined),
})
type ListContext = RouteContext<unknown, z.infer<typeof listQuery>>

async function showList(context: ListContext, error?: AppError): Promise<Answer> {
  const { keadaan, hari, setelah, periksa } = context.query
  const { zone } = context.tenant.profile
  const [list, chain, around] = await Promise.all([
    listClosings(context.db, { state: keadaan, day: hari }, setelah),
    periksa ? checkChain(context.db) : undefined,
    deskAround(context, error),
  ])
  const yesterday = dayOf(context.now, zone).subtract({ days: 1 }).toString()
  return page(
    <ClosingListPage
      {...around}
      {...list}
      query={{ keadaan, hari }}
      isFirstPage={!setelah}
      chain={chain}
      toOn={typedIn(context)['toOn'] ?? yesterday}
      zone={zone}
    />,
    error?.status ?? 200,
  )
}

const closings = get(billingPaths.closings, { ...closing, query: listQuery, handle: (context) => showList(context) })

const prepare = post(billingPaths.closings, {
  ...closing,
  query: listQuery,
  async handle(context) {
    const id = await context.run(prepareClosing, { toOn: context.form.get('toOn') })
    context.notify(closingTexts(context.locale)('prepared'))
    return redirect(billingPaths.closing(id))
  },
  invalid: (context, error) => showList(context, error),
})

const exportClosings = exportRoutes(billingPaths.closings, {
  ...closing,
  query: listQuery,
  table({ db, query, locale, now, tenant }) {
    const t = closingTexts(locale)
    const filter = { state: query.keadaan, day: query.hari }
    return exported({
      file: `tutup-buku-${dayOf(now, tenant.profile.zone)}`,
      title: t('title'),
      rows: allPages((after) => listClosings(db, filter, after, exportPageSize)),
      columns: [
        { label: t('number'), kind: 'number', value: (row) => row.number },
        { label: t('days'), kind: 'day', value: (row) => row.from },
        { label: t('to-on'), kind: 'day', value: (row) => row.to },
        { label: t('state'), kind: 'text', value: (row) => t(`state-${row.state}`) },
        { label: t('received'), kind: 'money', value: receivedIn },
        { label: t('entries'), kind: 'number', value: (row) => row.entries },
        { label: t('prepared-by'), kind: 'text', width: 40, value: (row) => row.preparedBy },
        { label: t('decided-by'), kind: 'text', width: 40, value: (row) => row.decidedBy },
        { label: t('hash'), kind: 'text', width: 64, value: (row) => row.hash },
      ],
    })
  },
})

const params = z.object({ closingId: z.uuid() })
type OneContext = RouteContext<z.infer<typeof params>>

async function showOne(context: OneContext, error?: AppError): Promise<Answer> {
  // What was decided a moment ago is read where it was written.
  const found = await findClosing(context.tenant.pools.write, context.params.closingId)
  if (!found) throw notFound()
  return page(
    <ClosingPage
      {...(await deskAround(context, error))}
      closing={found}
      isOwn={found.preparedByAccount === context.actor.accountId}
      typed={typedIn(context)}
      zone={context.tenant.profile.zone}
    />,
    error?.status ?? 200,
  )
}

const oneClosing = get(billingPaths.closing(':closingId'), {
  ...closing,
  params,
  handle: (context) => showOne(context),
})

/** The second pair of eyes, freshly proved to be that officer's. */
const decide = post(billingPaths.closing(':closingId'), {
  access: permitted('billing.close', { stepUp: true }),
  audit: 'none',
  params,
  async handle(context) {
    const close = context.form.get('keputusan') !== 'kembalikan'
    const { closingId } = context.params
    await context.run(decideClosing, { closingId, close, note: context.form.get('note') })
    context.notify(closingTexts(context.locale)(close ? 'closed' : 'returned'))
    return redirect(close ? billingPaths.closing(closingId) : billingPaths.closings)
  },
  invalid: (context, error) => showOne(context, error),
})

export const routes = [closings, prepare, ...exportClosings, oneClosing, decide]
