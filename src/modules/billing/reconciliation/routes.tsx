import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { type AppError, invalidField, notFound } from '#kernel/errors.ts'
import { exported, exportRoutes } from '#kernel/export/export-routes.ts'
import { allPages, exportPageSize } from '#kernel/export/table.ts'
import { type Answer, get, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { reconcileAll } from '../channel/reconcile.ts'
import { noteExport } from '../commands/note-export.ts'
import { billingPaths } from '../paths.ts'
import { deskAround, typedIn } from '../routes/desk-around.ts'
import { channelName } from '../views/bill-words.ts'
import { actOnDifference, acts, bookDifference } from './act-on-difference.ts'
import { askChannels } from './ask-channels.ts'
import { ReconciliationPage } from './day-page.tsx'
import { DifferenceListPage, DifferencePage } from './difference-pages.tsx'
import {
  differenceKinds,
  differenceStates,
  findDifference,
  listDaySides,
  listDifferenceSteps,
  listDifferences,
} from './queries.ts'
import { reconcileDay } from './reconcile-day.ts'
import { reconciliationTexts } from './texts.ts'

const reconciling = { access: permitted('billing.reconcile'), audit: 'none' } as const
const dayQuery = z.object({ hari: z.iso.date().optional().catch(undefined) })
type DayContext = RouteContext<unknown, z.infer<typeof dayQuery>>

async function showDay(context: DayContext, error?: AppError): Promise<Answer> {
  const { zone } = context.tenant.profile
  const today = dayOf(context.now, zone)
  const typed = context.query.hari ?? context.form.get('hari')
  const day = /^\d{4}-\d\d-\d\d$/.test(typed) ? Temporal.PlainDate.from(typed) : today.subtract({ days: 1 })
  // What was compared a moment ago is read where it was written.
  const db = context.tenant.pools.write
  const [sides, { rows }, around] = await Promise.all([
    listDaySides(db, day.toString()),
    listDifferences(db, { day: day.toString(), state: 'all' }, undefined, mostOnPage),
    deskAround(context, error),
  ])
  const mayRun = Temporal.PlainDate.compare(day, today) < 0
  return page(
    <ReconciliationPage {...around} day={day} sides={sides} found={rows} mayRun={mayRun} zone={zone} />,
    error?.status ?? 200,
  )
}

/** More differences of one day than anybody reads on one page; the list of all has the others. */
const mostOnPage = 200

const reconciliation = get(billingPaths.reconciliation, {
  ...reconciling,
  query: dayQuery,
  handle: (context) => showDay(context),
})

/** @throws invalid-input for what the page's own form never sends */
function dayTyped(context: RouteContext): string {
  const day = z.iso.date().safeParse(context.form.get('hari'))
  if (day.success) return day.data
  throw invalidField('hari', 'Pilih hari dari kalender.', 'Choose a day of the calendar.')
}

const compare = post(billingPaths.reconciliation, {
  ...reconciling,
  query: dayQuery,
  perMinute: 10,
  async handle(context) {
    const day = dayTyped(context)
    const t = reconciliationTexts(context.locale)
    await reconcileAll(context)
    const words = await askChannels(context, Temporal.PlainDate.from(day))
    const { open } = await context.run(reconcileDay, { day, words })
    const away = words.filter((word) => word.failure)
    const said = away.map((word) => t('away', { channel: channelName(word.channel, context.locale) }))
    context.notify([t('done', { n: open }), ...said].join(' '))
    return redirect(`${billingPaths.reconciliation}?hari=${day}`)
  },
  invalid: (context, error) => showDay(context, error),
})

const listQuery = z.object({
  q: z.string().trim().max(120).optional().catch(undefined),
  macam: z.enum(differenceKinds).optional().catch(undefined),
  keadaan: z
    .enum([...differenceStates, 'all'])
    .optional()
    .catch(undefined),
  milik: z.literal('saya').optional().catch(undefined),
  hari: z.iso.date().optional().catch(undefined),
  setelah: z.uuid().optional().catch(undefined),
})

function filterOf({ q, macam, keadaan, milik, hari }: z.infer<typeof listQuery>, accountId: string | undefined) {
  return { text: q, kind: macam, state: keadaan, day: hari, owner: milik && accountId }
}

const differences = get(billingPaths.differences, {
  ...reconciling,
  query: listQuery,
  async handle(context) {
    const { setelah, ...query } = context.query
    const [list, around] = await Promise.all([
      listDifferences(context.db, filterOf(query, context.actor.accountId), setelah),
      deskAround(context),
    ])
    const { q, macam, keadaan, milik, hari } = query
    return page(
      <DifferenceListPage {...around} {...list} query={{ q, macam, keadaan, milik, hari }} isFirstPage={!setelah} />,
    )
  },
})

const exportDifferences = exportRoutes(billingPaths.differences, {
  ...reconciling,
  query: listQuery,
  note: noteExport,
  table({ db, query, actor, locale, now, tenant }) {
    const t = reconciliationTexts(locale)
    const filter = filterOf(query, actor.accountId)
    return exported({
      file: `selisih-${dayOf(now, tenant.profile.zone)}`,
      title: t('differences'),
      rows: allPages((after) => listDifferences(db, filter, after, exportPageSize)),
      columns: [
        { label: t('day'), kind: 'day', value: (row) => row.day },
        { label: t('kind'), kind: 'text', width: 28, value: (row) => t(`kind-${row.kind}`) },
        { label: t('channel'), kind: 'text', value: (row) => channelName(row.channel, locale) },
        { label: t('reference'), kind: 'text', width: 32, value: (row) => row.reference },
        { label: t('amount-ours'), kind: 'money', value: (row) => row.ours },
        { label: t('amount-theirs'), kind: 'money', value: (row) => row.theirs },
        { label: t('state'), kind: 'text', value: (row) => t(`state-${row.state}`) },
        { label: t('owner'), kind: 'text', width: 40, value: (row) => row.ownerName },
        { label: t('note'), kind: 'text', width: 40, value: (row) => row.reason },
        { label: t('description'), kind: 'text', width: 40, value: (row) => row.description },
      ],
    })
  },
})

const params = z.object({ differenceId: z.uuid() })
type OneContext = RouteContext<z.infer<typeof params>>

async function showOne(context: OneContext, error?: AppError): Promise<Answer> {
  const db = context.tenant.pools.write
  const found = await findDifference(db, context.params.differenceId)
  if (!found) throw notFound()
  const [steps, around] = await Promise.all([listDifferenceSteps(db, found.id), deskAround(context, error)])
  const { zone } = context.tenant.profile
  return page(
    <DifferencePage {...around} difference={found} steps={steps} typed={typedIn(context)} zone={zone} />,
    error?.status ?? 200,
  )
}

const difference = get(billingPaths.difference(':differenceId'), {
  ...reconciling,
  params,
  handle: (context) => showOne(context),
})

const act = post(billingPaths.difference(':differenceId'), {
  ...reconciling,
  params,
  async handle(context) {
    const { differenceId } = context.params
    const { form, run, db } = context
    const wanted = acts.find((each) => each === form.get('tindakan'))
    if (!wanted) throw invalidField('note', 'Pilih tindakannya.', 'Choose what to do.')
    if (wanted === 'book') {
      const by = { run, db, zone: context.tenant.profile.zone }
      await bookDifference(by, differenceId, form.pick('number', 'note'))
    } else await run(actOnDifference, { differenceId, act: wanted, note: form.get('note') })
    context.notify(reconciliationTexts(context.locale)(`did-${wanted}`))
    return redirect(billingPaths.difference(differenceId))
  },
  invalid: (context, error) => showOne(context, error),
})

export const routes = [reconciliation, compare, differences, ...exportDifferences, difference, act]
