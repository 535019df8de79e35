import { z } from 'zod'
import { staff } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { AppError } from '#kernel/errors.ts'
import { exported, exportRoutes } from '#kernel/export/export-routes.ts'
import { allPages, exportPageSize } from '#kernel/export/table.ts'
import { type Answer, type AnyRoute, get, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { noteExport } from '../commands/note-export.ts'
import { peoplePaths } from '../paths.ts'
import { maySupervise, peopleAround } from '../routes/around.ts'
import { answersOf } from '../routes/typed.ts'
import { explainReading, judgeReading } from './commands.ts'
import { AlarmListPage, AlarmPage, OwnAlarmsPage } from './pages.tsx'
import { readingPatterns } from './patterns.ts'
import { alarmStates, getAlarm, listAlarms, listOwnAlarms, listReadings } from './queries.ts'
import { watchTexts } from './texts.ts'

const listQuery = z.object({
  q: z.string().max(100).catch(''),
  keadaan: z.enum([...alarmStates, '']).catch(''),
  pola: z.enum([...readingPatterns, '']).catch(''),
  lanjut: z.string().max(90).optional().catch(undefined),
})
const params = z.object({ alarmId: z.uuid() })
type ListContext = RouteContext<unknown, z.infer<typeof listQuery>>
type AlarmContext = RouteContext<z.infer<typeof params>>

export const watchRoutes: readonly AnyRoute[] = [
  get(peoplePaths.watch, { access: staff, audit: 'none', query: listQuery, handle: showList }),
  ...exportRoutes(peoplePaths.watch, {
    access: staff,
    audit: 'none',
    query: listQuery,
    note: noteExport,
    table(context: ListContext) {
      const t = watchTexts(context.locale)
      requireSupervisor(context)
      return exported({
        file: `pengawasan-${dayOf(context.now, context.tenant.profile.zone)}`,
        title: t('title'),
        rows: allPages((after) =>
          listAlarms(context.db, context.actor, { ...filterOf(context), after }, exportPageSize),
        ),
        columns: [
          { label: t('officer'), kind: 'text', width: 50, value: (row) => row.readerLabel },
          { label: t('pattern'), kind: 'text', width: 40, value: (row) => t(row.pattern) },
          { label: t('counted'), kind: 'number', value: (row) => row.counted },
          { label: t('last'), kind: 'moment', value: (row) => row.lastAt },
          { label: t('state'), kind: 'text', width: 20, value: (row) => t(`state-${row.state}`) },
          { label: t('explanation'), kind: 'text', width: 60, value: (row) => row.explanation },
          { label: t('judged-by'), kind: 'text', width: 40, value: (row) => row.judgedBy },
          { label: t('judgement'), kind: 'text', width: 60, value: (row) => row.judgement },
        ],
      })
    },
  }),
  get(peoplePaths.ownAlarms, { access: staff, audit: 'own-data', handle: (context) => showOwn(context) }),
  get(peoplePaths.alarm(':alarmId'), {
    access: staff,
    audit: 'personal-data',
    params,
    handle: (context) => showAlarm(context),
  }),
  post(peoplePaths.explainAlarm(':alarmId'), {
    access: staff,
    audit: 'own-data',
    params,
    async handle(context) {
      const { alarmId } = context.params
      await context.run(explainReading, { alarmId, explanation: context.form.get('explanation') })
      context.notify(watchTexts(context.locale)('sent'))
      return redirect(peoplePaths.ownAlarms)
    },
    invalid: showOwn,
  }),
  post(peoplePaths.judgeAlarm(':alarmId'), {
    access: staff,
    audit: 'personal-data',
    params,
    async handle(context) {
      const { alarmId } = context.params
      const verdict = context.form.get('verdict') || undefined
      await context.run(judgeReading, { alarmId, verdict, judgement: context.form.get('judgement') })
      context.notify(watchTexts(context.locale)('judged'))
      return redirect(peoplePaths.alarm(alarmId))
    },
    invalid: showAlarm,
  }),
]

/** @throws forbidden for who is neither supervisor nor auditor */
function requireSupervisor({ actor }: RouteContext): void {
  if (!maySupervise(actor)) throw new AppError('forbidden')
}

function filterOf({ query }: ListContext) {
  return {
    text: query.q.replace(/\p{Cc}/gu, ' ').trim() || undefined,
    state: query.keadaan || undefined,
    pattern: query.pola || undefined,
  }
}

async function showList(context: ListContext): Promise<Answer> {
  const { db, actor, query, tenant } = context
  requireSupervisor(context)
  const { lanjut, ...shown } = query
  return page(
    <AlarmListPage
      {...(await peopleAround(context))}
      {...(await listAlarms(db, actor, { ...filterOf(context), after: lanjut }))}
      query={shown}
      zone={tenant.profile.zone}
    />,
  )
}

/** Whoever looks at whom an officer looked up reads names of people too, and is noted for it. */
async function showAlarm(context: AlarmContext, error?: AppError): Promise<Answer> {
  const { db, actor, tenant } = context
  requireSupervisor(context)
  const alarm = await getAlarm(db, actor, context.params.alarmId)
  const readings = await listReadings(db, alarm, tenant.profile.zone)
  const people = new Set(readings.map(({ personId }) => personId))
  await context.recordAccess(
    ...[...people].map((personId) => ({
      personId,
      object: { type: 'reading-alarm', id: alarm.id },
      purpose: 'mengawasi pembacaan register oleh petugas',
    })),
  )
  return page(
    <AlarmPage
      {...(await peopleAround(context))}
      {...answersOf(context, error)}
      alarm={alarm}
      readings={readings}
      zone={tenant.profile.zone}
    />,
    error?.status ?? 200,
  )
}

async function showOwn(context: RouteContext, error?: AppError): Promise<Answer> {
  const { db, actor, tenant } = context
  return page(
    <OwnAlarmsPage
      {...(await peopleAround(context))}
      {...answersOf(context, error)}
      alarms={actor.accountId ? await listOwnAlarms(db, actor.accountId) : []}
      answered={error ? (context as AlarmContext).params.alarmId : undefined}
      zone={tenant.profile.zone}
    />,
    error?.status ?? 200,
  )
}
