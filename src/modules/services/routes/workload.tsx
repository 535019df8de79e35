import { z } from 'zod'
import { isPermitted, permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { type FieldError, notFound } from '#kernel/errors.ts'
import { exported, exportRoutes } from '#kernel/export/export-routes.ts'
import { allPages, exportPageSize } from '#kernel/export/table.ts'
import { get, page, post, type Answer as RouteAnswer, type RouteContext, redirect } from '#kernel/http/route.ts'
import { listUnits } from '#modules/organization/index.ts'
import { handOverTasks } from '../commands/hand-over-tasks.ts'
import { noteExport } from '../commands/note-export.ts'
import { reassignTask } from '../commands/reassign-task.ts'
import { findTaker } from '../commands/task-row.ts'
import { getDefinition, listServices } from '../definition/store.ts'
import { stateOf } from '../domain.ts'
import { servicePaths } from '../paths.ts'
import { findTask, listPostHolders, type PostHolder } from '../queries/takers.ts'
import { type LedTask, listLedTasks, measureWorkload } from '../queries/workload.ts'
import { queueTexts } from '../texts/desk.ts'
import { ReassignPage } from '../views/reassign-page.tsx'
import { type ShownLedTask, WorkloadPage } from '../views/workload-page.tsx'
import { deskNav } from './desk-nav.ts'

const query = z.object({
  /** "semua", "late", "escalated", "free", or the id of the one who has the work in hand. */
  daftar: z.string().max(36).optional().catch(undefined),
  sesudah: z.string().max(90).optional().catch(undefined),
})

/** What lies on the desks that a head leads, and in whose hands. */
export const workload = get(servicePaths.workload, {
  access: permitted('services.supervise'),
  audit: 'none',
  query,
  handle: (context) => showWorkload(context, context.query.daftar, context.query.sesudah),
})

/** The list behind the pictures as a file; all open work when none was chosen. */
export const exportWork = exportRoutes(servicePaths.workload, {
  access: permitted('services.supervise'),
  audit: 'none',
  query,
  note: noteExport,
  async table(context) {
    const { db, tenant, actor, now, locale } = context
    const t = queueTexts(locale)
    const only = context.query.daftar ?? 'semua'
    const unitNames = await namesOfUnits(context)
    return exported({
      file: `pekerjaan-${dayOf(now, tenant.profile.zone)}`,
      title: t('load.list'),
      rows: allPages(async (after) => {
        const { rows, next } = await listLedTasks(db, actor, { only, now, after }, exportPageSize)
        return { rows: await Promise.all(rows.map((task) => shown(context, task, unitNames))), next }
      }),
      columns: [
        { label: t('csv.number'), kind: 'text', value: (row) => row.number },
        { label: t('csv.service'), kind: 'text', width: 36, value: (row) => row.title },
        { label: t('csv.subject'), kind: 'text', width: 30, value: (row) => row.subjectName },
        { label: t('csv.state'), kind: 'text', width: 30, value: (row) => row.stateLabel },
        { label: t('csv.unit'), kind: 'text', width: 36, value: (row) => row.unitName },
        { label: t('load.since'), kind: 'moment', value: (row) => row.openedAt },
        { label: t('csv.due'), kind: 'moment', value: (row) => row.dueAt },
        { label: t('csv.claimed'), kind: 'text', width: 30, value: (row) => row.claimedName },
        { label: t('csv.escalated'), kind: 'text', width: 12, value: (row) => (row.isEscalated ? t('yes') : '') },
      ],
    })
  },
})

async function namesOfUnits({ db }: Pick<RouteContext, 'db'>): Promise<ReadonlyMap<string, string>> {
  return new Map((await listUnits(db)).map((unit) => [unit.path, unit.name]))
}

async function showWorkload(
  context: RouteContext,
  only: string | undefined,
  after?: string,
  errors: readonly FieldError[] = [],
): Promise<RouteAnswer> {
  const { db, tenant, actor, now, locale } = context
  const today = dayOf(now, tenant.profile.zone).toString()
  const [load, unitNames, services] = await Promise.all([
    measureWorkload(db, actor, now),
    namesOfUnits(context),
    listServices(db, today),
  ])
  const { rows: tasks, next } = only
    ? await listLedTasks(db, actor, { only, now, after })
    : { rows: [], next: undefined }
  const owner = load.officers.find((officer) => officer.personId && officer.personId === only)
  return page(
    <WorkloadPage
      load={load}
      unitNames={unitNames}
      serviceNames={new Map(services.map((service) => [service.id, service.title[locale]]))}
      only={only}
      owner={owner?.personId ? { personId: owner.personId, name: owner.name } : undefined}
      colleagues={owner && tasks[0] ? await colleaguesFor(context, tasks[0]) : []}
      tasks={await Promise.all(tasks.map((task) => shown(context, task, unitNames)))}
      next={next}
      isFirstPage={!after}
      nav={deskNav(context)}
      unitName={actor.position?.unitName ?? ''}
      quotas={services.filter(({ quota, unit }) => quota && isPermitted(actor, 'services.allot', { unitPath: unit }))}
      errors={errors}
      notice={context.notice}
      now={now}
      zone={tenant.profile.zone}
    />,
    errors.length ? 422 : 200,
  )
}

async function shown(context: RouteContext, task: LedTask, units: ReadonlyMap<string, string>): Promise<ShownLedTask> {
  const definition = await getDefinition(context.db, task.serviceId, task.version, 'as-written')
  return {
    ...task,
    title: definition.title[context.locale],
    stateLabel: stateOf(definition, task.state).label[context.locale],
    unitName: units.get(task.unitPath) ?? '',
  }
}

/** Those who may do a piece of work today, but for the one who has it in hand. */
async function colleaguesFor(
  context: RouteContext,
  task: Pick<LedTask, 'unitPath' | 'desk' | 'territoryCode' | 'claimedPersonId'>,
): Promise<PostHolder[]> {
  const { db, tenant, now } = context
  const holders = await listPostHolders(db, task.unitPath, dayOf(now, tenant.profile.zone).toString())
  const wanted = { desk: task.desk, unit_path: task.unitPath, territory_code: task.territoryCode }
  const able: PostHolder[] = []
  const seen = new Set<string>()
  for (const holder of holders) {
    if (seen.has(holder.personId) || holder.personId === task.claimedPersonId) continue
    seen.add(holder.personId)
    if (await findTaker(db, context, holder.personId, wanted)) able.push(holder)
  }
  return able
}

export const handOver = post(servicePaths.handOver, {
  access: permitted('services.supervise'),
  audit: 'none',
  async handle(context) {
    const { form } = context
    const done = await context.run(handOverTasks, {
      fromPersonId: form.get('fromPersonId'),
      toPersonId: form.get('personId') || undefined,
    })
    context.notify(queueTexts(context.locale)('load.handed', done))
    return redirect(servicePaths.workload)
  },
  invalid: (context, error) => showWorkload(context, context.form.get('fromPersonId'), undefined, error.fields),
})

const taskParams = z.object({ taskId: z.uuid() })

export const reassignForm = get('/meja/tugas/:taskId/alihkan', {
  access: permitted('services.supervise'),
  audit: 'none',
  params: taskParams,
  handle: (context) => showReassign(context),
})

export const reassign = post('/meja/tugas/:taskId/alihkan', {
  access: permitted('services.supervise'),
  audit: 'none',
  params: taskParams,
  async handle(context) {
    const { taskId } = context.params
    const { caseId } = await context.run(reassignTask, { taskId, personId: context.form.get('personId') })
    context.notify(queueTexts(context.locale)('give.done'))
    const mayRead = isPermitted(context.actor, 'services.read-case')
    return redirect(mayRead ? servicePaths.deskCase(caseId) : servicePaths.workload)
  },
  invalid: (context, error) => showReassign(context, error.fields),
})

async function showReassign(
  context: RouteContext<{ taskId: string }>,
  errors: readonly FieldError[] = [],
): Promise<RouteAnswer> {
  const task = await findTask(context.db, context.params.taskId)
  const scope = task && { unitPath: task.unitPath, territory: task.territoryCode }
  if (!task || !scope || !isPermitted(context.actor, 'services.supervise', scope)) throw notFound()
  const message = queueTexts(context.locale)('give.who')
  return page(
    <ReassignPage
      taskId={context.params.taskId}
      caseId={task.caseId}
      number={task.number}
      claimedName={task.claimedName}
      holders={await colleaguesFor(context, task)}
      chosen={context.form.get('personId')}
      error={errors.length > 0 ? (errors[0]?.message[context.locale] ?? message) : undefined}
      nav={deskNav(context)}
      unitName={context.actor.position?.unitName ?? ''}
    />,
    errors.length ? 422 : 200,
  )
}
