import type { z } from 'zod'
import { type Access, grantsFor, permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { type AppError, notFound } from '#kernel/errors.ts'
import type { ExportColumn } from '#kernel/export/table.ts'
import { type Answer, type AnyRoute, get, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { findAreaName, listOwnVillages } from '#modules/territory/index.ts'
import { approveRun, discardRun, returnRun, startRun, submitRun } from '../commands/decide-run.ts'
import { remarkReasons, runStates } from '../domain.ts'
import { formatNop } from '../nop.ts'
import { localTaxPaths } from '../paths.ts'
import { listHistory } from '../queries/history.ts'
import {
  countRemarks,
  findRun,
  listLargestRises,
  listRemarks,
  listRuns,
  listRunYears,
  type Run,
  type RunRemark,
} from '../queries/runs.ts'
import { assessmentTexts } from '../texts/assessment.ts'
import { RemarkListPage } from '../views/remark-list-page.tsx'
import { RunListPage } from '../views/run-list-page.tsx'
import { RunPage } from '../views/run-page.tsx'
import { around, idParams, type OneContext, typedIn } from './around.ts'
import { areasFor, listQuery, oneOf, placeIn, yearOf } from './list-query.ts'
import { listRoutes } from './list-routes.ts'

const reads = permitted('local-tax.read')
const assesses = permitted('local-tax.assess')
const approves = permitted('local-tax.approve')
const approvesProved = permitted('local-tax.approve', { stepUp: true })
const audit = 'none'

const runQuery = listQuery({ tahun: yearOf, keadaan: oneOf(runStates) })
type RunsContext = RouteContext<unknown, z.infer<typeof runQuery>>

const runFilter = ({ query }: RunsContext) => ({
  text: query.q,
  year: query.tahun ? Number(query.tahun) : undefined,
  state: query.keadaan,
  area: query.wilayah || undefined,
})

async function showRuns(context: RunsContext, error?: AppError): Promise<Answer> {
  const { db, now, tenant } = context
  const { setelah, ...place } = placeIn(context.query)
  const territories = grantsFor(context.actor, 'local-tax.read').map((grant) => grant.territory)
  const [found, years, villages] = await Promise.all([
    listRuns(db, runFilter(context), setelah),
    listRunYears(db),
    listOwnVillages(db, territories),
  ])
  const typed = { year: String(dayOf(now, tenant.profile.zone).year), ...typedIn(context) }
  return page(
    <RunListPage {...around(context)} {...place} {...found} {...{ years, villages, typed, error }} />,
    error?.status ?? 200,
  )
}

async function showRun(context: OneContext, error?: AppError): Promise<Answer> {
  const { db } = context
  const run = await findRun(db, context.params.id)
  if (!run) throw notFound()
  const [remarks, rises, history, villageName] = await Promise.all([
    countRemarks(db, run.id),
    listLargestRises(db, run.id),
    listHistory(db, 'tax-run', run.id),
    run.villageCode ? findAreaName(db, run.villageCode) : undefined,
  ])
  const reason = typedIn(context)['reason'] ?? ''
  return page(
    <RunPage {...around(context)} {...{ run, remarks, rises, history, villageName, reason, error }} />,
    error?.status ?? 200,
  )
}

const remarkQuery = listQuery({ catatan: oneOf(remarkReasons) })
type RemarkContext = OneContext<z.infer<typeof remarkQuery>>

const remarkFilter = ({ query }: RemarkContext) => ({
  text: query.q,
  reason: query.catatan,
  area: query.wilayah || undefined,
})

async function showRemarks(context: RemarkContext): Promise<Answer> {
  const { setelah, ...place } = placeIn(context.query)
  const run = await findRun(context.db, context.params.id)
  if (!run) throw notFound()
  const [found, areas] = await Promise.all([
    listRemarks(context.db, run.id, remarkFilter(context), setelah),
    areasFor(context, place.query.wilayah),
  ])
  return page(<RemarkListPage {...around(context)} {...place} {...found} {...{ run, areas }} />)
}

const runAct = (
  verb: string,
  access: Access,
  run: (context: OneContext, input: object) => Promise<unknown>,
): AnyRoute =>
  post(localTaxPaths.runAct(':id', verb), {
    access,
    audit,
    params: idParams,
    async handle(context) {
      await run(context, { ...typedIn(context), runId: context.params.id })
      context.notify(assessmentTexts(context.locale)('done'))
      return redirect(localTaxPaths.run(context.params.id))
    },
    invalid: showRun,
  })

export const runRoutes: readonly AnyRoute[] = [
  ...listRoutes(localTaxPaths.runs, {
    audit,
    query: runQuery,
    show: (context) => showRuns(context),
    file: 'penetapan-pbb',
    title: (locale) => assessmentTexts(locale)('title'),
    read: (context, after, limit) => listRuns(context.db, runFilter(context), after, limit),
    columns(locale): readonly ExportColumn<Run>[] {
      const t = assessmentTexts(locale)
      return [
        { label: t('year'), kind: 'number', value: (row) => row.year },
        { label: t('village'), kind: 'text', value: (row) => row.villageCode },
        { label: t('state'), kind: 'text', width: 24, value: (row) => t(`state.${row.state}`) },
        { label: t('assessed'), kind: 'number', value: (row) => row.assessed },
        { label: t('stat.left-out'), kind: 'number', value: (row) => row.leftOut },
        { label: t('amount'), kind: 'money', value: (row) => row.amount },
        { label: t('due-on'), kind: 'day', value: (row) => row.dueOn },
        { label: t('made-by'), kind: 'text', width: 40, value: (row) => row.madeBy },
        { label: t('decided-by'), kind: 'text', width: 40, value: (row) => row.decidedBy },
      ]
    },
  }),
  post(localTaxPaths.runs, {
    access: assesses,
    audit,
    async handle(context) {
      const { runId } = await context.run(startRun, typedIn(context))
      return redirect(localTaxPaths.run(runId))
    },
    invalid: (context, error) => showRuns({ ...context, query: runQuery.parse({}) }, error),
  }),
  get(localTaxPaths.run(':id'), {
    access: reads,
    audit,
    params: idParams,
    handle: (context) => showRun(context),
  }),
  ...listRoutes(localTaxPaths.remarks(':id'), {
    audit,
    params: idParams,
    query: remarkQuery,
    show: showRemarks,
    file: 'catatan-penetapan',
    title: (locale) => assessmentTexts(locale)('remarks'),
    read: (context, after, limit) => listRemarks(context.db, context.params.id, remarkFilter(context), after, limit),
    columns(locale): readonly ExportColumn<RunRemark>[] {
      const t = assessmentTexts(locale)
      return [
        { label: t('nop'), kind: 'text', width: 26, value: (row) => formatNop(row.code) },
        { label: t('reason'), kind: 'text', width: 32, value: (row) => t(`reason.${row.reason}`) },
        { label: t('state'), kind: 'text', value: (row) => t(row.isLeftOut ? 'left-out' : 'included') },
        { label: t('before'), kind: 'money', value: (row) => row.before },
        { label: t('after'), kind: 'money', value: (row) => row.after },
      ]
    },
  }),
  runAct('ajukan', assesses, (context, input) => context.run(submitRun, input)),
  runAct('buang', assesses, (context, input) => context.run(discardRun, input)),
  runAct('setujui', approvesProved, (context, input) => context.run(approveRun, input)),
  runAct('kembalikan', approves, (context, input) => context.run(returnRun, input)),
]
