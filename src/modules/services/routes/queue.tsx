import { z } from 'zod'
import { type Actor, isPermitted, permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { AppError } from '#kernel/errors.ts'
import { exported, exportRoutes } from '#kernel/export/export-routes.ts'
import { allPages, exportPageSize } from '#kernel/export/table.ts'
import { get, page, post, type Answer as RouteAnswer, type RouteContext, redirect } from '#kernel/http/route.ts'
import { areasByCode, findOwnRegion, listChildren } from '#modules/territory/index.ts'
import { withQuery } from '#ui/index.ts'
import { actOnCase } from '../commands/act-on-case.ts'
import { noteExport } from '../commands/note-export.ts'
import { deleteView, saveView } from '../commands/saved-views.ts'
import type { TransitionDefinition } from '../definition/schema.ts'
import { getDefinition } from '../definition/store.ts'
import { stateOf } from '../domain.ts'
import { servicePaths } from '../paths.ts'
import { countQueue, type DeskRow, listCaseNames, listQueue, type QueueItem } from '../queries/desk.ts'
import { ownDesks, queueChoices } from '../queries/desk-catalogue.ts'
import { listSavedViews } from '../queries/saved-views.ts'
import { queueTexts } from '../texts/desk.ts'
import { type BulkOutcome, BulkPage } from '../views/bulk-page.tsx'
import { deskTexts } from '../views/desk-texts.ts'
import { QueuePage, type ShownTask } from '../views/queue-page.tsx'
import { caseColumns } from './case-columns.ts'
import { deskNav } from './desk-nav.ts'
import { filterOf, partsOf, type QueueQuery, queueQuery } from './queue-filter.ts'

export const mostInBulk = 100

/** Everything that waits for this officer, over all services. */
export const desk = get(servicePaths.desk, {
  access: permitted('services.queue'),
  audit: 'none',
  query: queueQuery,
  handle: (context) => showQueue(context, context.query),
})

interface Refused {
  readonly message: string
  readonly chosen: readonly string[]
  readonly reason: string
}

async function showQueue(context: RouteContext, query: QueueQuery, refused?: Refused): Promise<RouteAnswer> {
  const { db, tenant, actor, now } = context
  const filter = await filterOf(context, query)
  const desks = await ownDesks(tenant, db, actor)
  const [queue, counts, choices, views, areas] = await Promise.all([
    listQueue(db, actor, desks, filter),
    countQueue(db, actor, desks, now, filter),
    queueChoices(tenant, db, desks),
    listSavedViews(db, actor.accountId ?? ''),
    districtsOf(context),
  ])
  const rows = await shownTasks(context, queue.rows)
  const parts = partsOf(query)
  return page(
    <QueuePage
      rows={rows}
      actions={bulkActions(rows)}
      counts={counts}
      nextHref={queue.next && withQuery(servicePaths.desk, { ...parts, sesudah: queue.next })}
      firstHref={query.sesudah ? withQuery(servicePaths.desk, parts) : undefined}
      fileQuery={new URLSearchParams(parts).toString()}
      parts={parts}
      choices={{ ...choices, areas }}
      views={views.map((view) => ({ ...view, href: withQuery(servicePaths.desk, view.filter) }))}
      nav={deskNav(context)}
      personId={actor.personId}
      unitName={actor.position?.unitName ?? ''}
      now={now}
      zone={tenant.profile.zone}
      notice={context.notice}
      refused={refused}
    />,
    refused ? 422 : 200,
  )
}

async function districtsOf({ db }: RouteContext) {
  const region = await findOwnRegion(db)
  return region ? (await listChildren(db, region.code)).map(({ code, name }) => ({ code, name })) : []
}

/** Rows with the words that the queue shows, and the steps that may be taken for many at once. */
export async function shownTasks(context: RouteContext, rows: readonly QueueItem[]): Promise<ShownTask[]> {
  const { db, locale, actor } = context
  const areas = await areasByCode(db, [...new Set(rows.map((row) => row.territoryCode))])
  return Promise.all(
    rows.map(async (row): Promise<ShownTask> => {
      const definition = await getDefinition(db, row.serviceId, row.version, 'as-written')
      const state = stateOf(definition, row.state)
      const branch = state.branches?.find((candidate) => candidate.id === row.branch)
      return {
        ...row,
        title: definition.title[locale],
        placeName: areas.get(row.territoryCode)?.name ?? '',
        stateLabel: (branch?.label ?? state.label)[locale],
        bulk: row.branch ? [] : definition.flow.transitions.filter((step) => isBulk(actor, row, step)),
      }
    }),
  )
}

/** Steps with a form or a ground to choose are taken file by file. */
function isBulk(actor: Actor, row: DeskRow, step: TransitionDefinition): boolean {
  const isPlain = step.form.length === 0 && !step.reasons && !step.needs.includes('marks')
  return step.from === row.state && step.bulk && isPlain && step.by.includes('.') && isPermitted(actor, step.by)
}

function bulkActions(rows: readonly ShownTask[]): ShownTask['bulk'] {
  const byVerb = new Map(rows.flatMap((row) => row.bulk.map((step) => [step.verb, step] as const)))
  return [...byVerb.values()]
}

/** The filtered list as a file, in the order of the queue. */
export const exportQueue = exportRoutes(servicePaths.queueExport, {
  access: permitted('services.queue'),
  audit: 'none',
  query: queueQuery,
  note: noteExport,
  async table(context) {
    const { db, tenant, actor, locale, now } = context
    const t = queueTexts(locale)
    const filter = await filterOf(context, context.query)
    const desks = await ownDesks(tenant, db, actor)
    return exported({
      file: `antrean-${dayOf(now, tenant.profile.zone)}`,
      title: deskTexts(locale)('queue'),
      rows: allPages(async (after) => {
        const part = await listQueue(db, actor, desks, { ...filter, after, pageSize: exportPageSize })
        return { rows: await shownTasks(context, part.rows), next: part.next }
      }),
      columns: [
        ...caseColumns(locale),
        { label: t('csv.due'), kind: 'moment', value: (row) => row.dueAt },
        { label: t('csv.claimed'), kind: 'text', value: (row) => row.claimedName },
        { label: t('csv.sent'), kind: 'moment', value: (row) => row.submittedAt },
        { label: t('csv.escalated'), kind: 'text', width: 12, value: (row) => (row.isEscalated ? t('yes') : '') },
      ],
    })
  },
})

export const changeViews = post(servicePaths.deskViews, {
  access: permitted('services.queue'),
  audit: 'none',
  async handle(context) {
    const { form } = context
    const t = queueTexts(context.locale)
    const removed = form.get('hapus')
    if (removed) {
      await context.run(deleteView, { viewId: removed })
      context.notify(t('views.removed'))
      return redirect(servicePaths.desk)
    }
    const filter = partsOf(queueQuery.parse(Object.fromEntries(form.entries())))
    await context.run(saveView, { name: form.get('name'), filter })
    context.notify(t('views.saved'))
    return redirect(withQuery(servicePaths.desk, filter))
  },
  invalid: (context, error) =>
    showQueue(context, queueQuery.parse(Object.fromEntries(context.form.entries())), {
      message: error.fields[0]?.message[context.locale] ?? error.say(context.locale),
      chosen: [],
      reason: '',
    }),
})

/** One step for many files, each by itself: what fails is told and the others stand. */
export const decideMany = post(servicePaths.deskBulk, {
  access: permitted('services.queue'),
  audit: 'none',
  async handle(context) {
    const { form, locale } = context
    const t = queueTexts(locale)
    const chosen = form.all('berkas').map((value) => value.split(':') as [string, string])
    const verb = form.get('verb')
    const query = queueQuery.parse(Object.fromEntries(form.entries()))
    const refuse = (message: string) =>
      showQueue(context, query, { message, chosen: form.all('berkas'), reason: form.get('reason') })
    if (chosen.length === 0) return refuse(t('bulk.nothing'))
    if (chosen.length > mostInBulk) return refuse(t('bulk.many', { n: mostInBulk }))
    if (!verb) return refuse(t('bulk.step'))
    const outcomes: BulkOutcome[] = []
    for (const [caseId, revision] of chosen) {
      outcomes.push({ caseId, fault: await decideOne(context, { caseId, revision, verb, reason: form.get('reason') }) })
    }
    return page(
      <BulkPage
        outcomes={await named(context, outcomes)}
        backHref={withQuery(servicePaths.desk, partsOf(query))}
        nav={deskNav(context)}
        unitName={context.actor.position?.unitName ?? ''}
      />,
    )
  },
})

/** @returns why it was not done. Proof of identity is asked for once, before anything is done. */
async function decideOne(context: RouteContext, input: Record<string, unknown>): Promise<string | undefined> {
  try {
    await context.run(actOnCase, input)
    return undefined
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'step-up-needed' || error.status >= 500) throw error
    const [field] = error.fields
    return field?.message[context.locale] ?? error.say(context.locale)
  }
}

async function named(context: RouteContext, outcomes: readonly BulkOutcome[]): Promise<BulkOutcome[]> {
  const ids = outcomes.map((outcome) => outcome.caseId).filter((id) => z.uuid().safeParse(id).success)
  const rows = await listCaseNames(context.db, ids)
  return outcomes.map((outcome) => {
    const row = rows.find((candidate) => candidate.id === outcome.caseId)
    return { ...outcome, number: row?.number, subjectName: row?.subjectName }
  })
}
