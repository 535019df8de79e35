import { z } from 'zod'
import { type Access, grantsFor, permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { type AppError, notFound } from '#kernel/errors.ts'
import { exported, exportRoutes } from '#kernel/export/export-routes.ts'
import { allPages, exportPageSize } from '#kernel/export/table.ts'
import { type Answer, type AnyRoute, get, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { areaCodePattern, findAreaName, listAreaChoices, listOwnVillages } from '#modules/territory/index.ts'
import { parseDateParts } from '#ui/index.ts'
import { approveRun, discardRun, returnRun, startRun, submitRun } from '../commands/decide-run.ts'
import { noteExport } from '../commands/note-export.ts'
import { cancelAssessment, recordDelivery } from '../commands/settle-assessment.ts'
import { assessmentStates, remarkReasons } from '../domain.ts'
import { formatNop } from '../nop.ts'
import { localTaxPaths } from '../paths.ts'
import { type Assessment, findAssessment, listAssessments } from '../queries/assessments.ts'
import { listHistory } from '../queries/history.ts'
import { countRemarks, findRun, listLargestRises, listRemarks, listRuns, type RunRemark } from '../queries/runs.ts'
import { workingOf } from '../queries/working.ts'
import { assessmentTexts } from '../texts/assessment.ts'
import { AssessmentListPage, AssessmentPage, AssessmentSheet } from '../views/assessment-pages.tsx'
import { RemarkListPage } from '../views/remark-list-page.tsx'
import { RunListPage } from '../views/run-list-page.tsx'
import { RunPage } from '../views/run-page.tsx'
import { around, idParams, inSight, type OneContext, typedIn } from './around.ts'

const reads = permitted('local-tax.read')
const assesses = permitted('local-tax.assess')
const approves = permitted('local-tax.approve')
const approvesProved = permitted('local-tax.approve', { stepUp: true })
const audit = 'personal-data'

async function showRuns(context: RouteContext, error?: AppError): Promise<Answer> {
  const { db, actor, now, tenant } = context
  const territories = grantsFor(actor, 'local-tax.read').map((grant) => grant.territory)
  const [runs, villages] = await Promise.all([listRuns(db), listOwnVillages(db, territories)])
  const typed = { year: String(dayOf(now, tenant.profile.zone).year), ...typedIn(context) }
  return page(<RunListPage {...around(context)} {...{ runs, villages, typed, error }} />, error?.status ?? 200)
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

const remarkQuery = z.object({
  catatan: z.enum(remarkReasons).optional().catch(undefined),
  setelah: z.string().max(60).catch(''),
})
type RemarkContext = OneContext<z.infer<typeof remarkQuery>>

async function showRemarks(context: RemarkContext): Promise<Answer> {
  const { db } = context
  const { setelah, ...query } = context.query
  const run = await findRun(db, context.params.id)
  if (!run) throw notFound()
  const found = await listRemarks(db, run.id, query.catatan, setelah)
  return page(<RemarkListPage {...around(context)} {...found} {...{ run, query }} isFirstPage={!setelah} />)
}

const runAct = (
  verb: string,
  access: Access,
  run: (context: OneContext, input: object) => Promise<unknown>,
): AnyRoute =>
  post(localTaxPaths.runAct(':id', verb), {
    access,
    audit: 'none',
    params: idParams,
    async handle(context) {
      await run(context, { ...typedIn(context), runId: context.params.id })
      context.notify(assessmentTexts(context.locale)('done'))
      return redirect(localTaxPaths.run(context.params.id))
    },
    invalid: showRun,
  })

const listQuery = z.object({
  q: z
    .string()
    .max(40)
    .transform((text) => text.replace(/\D/g, ''))
    .catch(''),
  keadaan: z.enum(assessmentStates).optional().catch(undefined),
  wilayah: z.string().regex(areaCodePattern).catch(''),
  setelah: z
    .string()
    .regex(/^\d{18} [0-9a-f-]{36}$/)
    .or(z.literal(''))
    .catch(''),
})
type ListContext = RouteContext<unknown, z.infer<typeof listQuery>>

const filterOf = ({ query }: ListContext) => ({
  code: query.q || undefined,
  state: query.keadaan,
  area: query.wilayah || undefined,
})

async function showList(context: ListContext): Promise<Answer> {
  const { db, actor } = context
  const { setelah, ...query } = context.query
  const territories = grantsFor(actor, 'local-tax.read').map((grant) => grant.territory)
  const [found, areas] = await Promise.all([
    listAssessments(db, actor, filterOf(context), setelah),
    listAreaChoices(db, query.wilayah, territories),
  ])
  return page(<AssessmentListPage {...around(context)} {...found} {...{ areas, query }} isFirstPage={!setelah} />)
}

async function assessmentAt(context: OneContext, purpose: string): Promise<Assessment> {
  const one = await inSight(context, await findAssessment(context.db, context.params.id), (each) => each.villageCode)
  if (one.ownerPersonId)
    await context.recordAccess({
      personId: one.ownerPersonId,
      object: { type: 'tax-assessment', id: one.id },
      purpose,
    })
  return one
}

async function showOne(context: OneContext, error?: AppError): Promise<Answer> {
  const one = await assessmentAt(context, 'membuka SPPT')
  const [history, steps] = await Promise.all([
    listHistory(context.db, 'tax-assessment', one.id),
    workingOf(context.db, one),
  ])
  const typed = typedIn(context)
  return page(
    <AssessmentPage
      {...around(context)}
      {...{ one, history, steps, typed, error }}
      deliveredOn={parseDateParts(typed, 'deliveredOn')}
    />,
    error?.status ?? 200,
  )
}

const assessmentAct = (
  verb: string,
  access: Access,
  run: (context: OneContext, input: object) => Promise<unknown>,
): AnyRoute =>
  post(localTaxPaths.assessmentAct(':id', verb), {
    access,
    audit,
    params: idParams,
    async handle(context) {
      const typed = typedIn(context)
      const deliveredOn = parseDateParts(typed, 'deliveredOn')
      await run(context, { ...typed, deliveredOn, assessmentId: context.params.id })
      context.notify(assessmentTexts(context.locale)('done'))
      return redirect(localTaxPaths.assessment(context.params.id))
    },
    invalid: showOne,
  })

export const assessmentRoutes: readonly AnyRoute[] = [
  get(localTaxPaths.runs, { access: reads, audit: 'none', handle: (context) => showRuns(context) }),
  post(localTaxPaths.runs, {
    access: assesses,
    audit: 'none',
    async handle(context) {
      const { runId } = await context.run(startRun, typedIn(context))
      return redirect(localTaxPaths.run(runId))
    },
    invalid: showRuns,
  }),
  get(localTaxPaths.run(':id'), {
    access: reads,
    audit: 'none',
    params: idParams,
    handle: (context) => showRun(context),
  }),
  get(localTaxPaths.remarks(':id'), {
    access: reads,
    audit: 'none',
    params: idParams,
    query: remarkQuery,
    handle: showRemarks,
  }),
  ...exportRoutes(localTaxPaths.remarks(':id'), {
    access: reads,
    audit: 'none',
    params: idParams,
    query: remarkQuery,
    note: noteExport,
    table({ db, params, query, locale }) {
      const t = assessmentTexts(locale)
      return exported<RunRemark>({
        file: 'catatan-penetapan',
        title: t('remarks'),
        rows: allPages((after) => listRemarks(db, params.id, query.catatan, after, exportPageSize)),
        columns: [
          { label: t('nop'), kind: 'text', width: 26, value: (row) => formatNop(row.code) },
          { label: t('reason'), kind: 'text', width: 32, value: (row) => t(`reason.${row.reason}`) },
          { label: t('state'), kind: 'text', value: (row) => t(row.isLeftOut ? 'left-out' : 'included') },
          { label: t('before'), kind: 'money', value: (row) => row.before },
          { label: t('after'), kind: 'money', value: (row) => row.after },
        ],
      })
    },
  }),
  runAct('ajukan', assesses, (context, input) => context.run(submitRun, input)),
  runAct('buang', assesses, (context, input) => context.run(discardRun, input)),
  runAct('setujui', approvesProved, (context, input) => context.run(approveRun, input)),
  runAct('kembalikan', approves, (context, input) => context.run(returnRun, input)),
  get(localTaxPaths.assessments, { access: reads, audit, query: listQuery, handle: showList }),
  ...exportRoutes(localTaxPaths.assessments, {
    access: reads,
    audit,
    query: listQuery,
    note: noteExport,
    table(context) {
      const { tenant, db, actor, locale, now } = context
      const t = assessmentTexts(locale)
      return exported<Assessment>({
        file: `sppt-${dayOf(now, tenant.profile.zone)}`,
        title: t('notices.title'),
        rows: allPages((after) => listAssessments(db, actor, filterOf(context), after, exportPageSize)),
        columns: [
          { label: t('nop'), kind: 'text', width: 26, value: (row) => formatNop(row.code) },
          { label: t('year'), kind: 'number', value: (row) => row.year },
          { label: t('owner'), kind: 'text', width: 32, value: (row) => row.ownerName },
          { label: t('amount'), kind: 'money', value: (row) => row.amount },
          { label: t('due-on'), kind: 'day', value: (row) => row.dueOn },
          { label: t('state'), kind: 'text', value: (row) => t(`notice.${row.state}`) },
        ],
      })
    },
  }),
  get(localTaxPaths.assessment(':id'), {
    access: reads,
    audit,
    params: idParams,
    handle: (context) => showOne(context),
  }),
  get(localTaxPaths.sheet(':id'), {
    access: reads,
    audit,
    params: idParams,
    async handle(context) {
      const one = await assessmentAt(context, 'mencetak SPPT')
      const steps = await workingOf(context.db, one)
      const unit = context.actor.position?.unitName
      return page(<AssessmentSheet {...{ one, steps, unit }} locale={context.locale} />)
    },
  }),
  assessmentAct('sampaikan', assesses, (context, input) => context.run(recordDelivery, input)),
  assessmentAct('batalkan', approvesProved, (context, input) => context.run(cancelAssessment, input)),
]
