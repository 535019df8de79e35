import type { z } from 'zod'
import { type Access, permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import type { AppError } from '#kernel/errors.ts'
import type { ExportColumn } from '#kernel/export/table.ts'
import { type Answer, type AnyRoute, get, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { findBillsOf, owedOnBills } from '#modules/billing/index.ts'
import { parseDateParts } from '#ui/index.ts'
import { assessmentStates, taxes, taxNames } from '../claims.ts'
import { subjectType } from '../commands/assessment-row.ts'
import { propose } from '../commands/propose.ts'
import { cancelAssessment, recordDelivery } from '../commands/settle-assessment.ts'
import { formatNop } from '../nop.ts'
import { localTaxPaths } from '../paths.ts'
import { type Assessment, cursorPattern, findAssessment, listAssessments } from '../queries/assessments.ts'
import { listSteps } from '../queries/steps.ts'
import { workingOf } from '../queries/working.ts'
import { claimTexts } from '../texts/claims.ts'
import { collectingTexts } from '../texts/collecting.ts'
import { AssessmentListPage } from '../views/assessment-list-page.tsx'
import { AssessmentPage } from '../views/assessment-page.tsx'
import { AssessmentSheet } from '../views/assessment-sheet.tsx'
import { around, idParams, inSight, type OneContext, typedIn } from './around.ts'
import { areasFor, listQuery, oneOf, placeIn, yearOf } from './list-query.ts'
import { listRoutes } from './list-routes.ts'

const reads = permitted('local-tax.read')
const assesses = permitted('local-tax.assess')
const approvesProved = permitted('local-tax.approve', { stepUp: true })
const audit = 'personal-data'

const query = listQuery({ pajak: oneOf(taxes), keadaan: oneOf(assessmentStates), tahun: yearOf }, cursorPattern)
type ListContext = RouteContext<unknown, z.infer<typeof query>>

const filterOf = ({ query: given }: ListContext) => ({
  text: given.q,
  tax: given.pajak,
  states: given.keadaan && [given.keadaan],
  area: given.wilayah || undefined,
  year: given.tahun ? Number(given.tahun) : undefined,
})

async function showList(context: ListContext, error?: AppError): Promise<Answer> {
  const { setelah, ...place } = placeIn(context.query)
  const [found, areas] = await Promise.all([
    listAssessments(context.db, context.actor, filterOf(context), setelah),
    areasFor(context, place.query.wilayah),
  ])
  const today = dayOf(context.now, context.tenant.profile.zone)
  const chosen = (context.kept ?? context.form).all('pilih')
  return page(
    <AssessmentListPage
      {...around(context)}
      {...place}
      {...found}
      {...{ areas, today, chosen, error }}
      typed={typedIn(context)}
    />,
    error?.status ?? 200,
  )
}

/** One assessment, when it lies where the official may look; the reading is recorded. */
export async function assessmentAt(context: OneContext, purpose: string): Promise<Assessment> {
  const one = await inSight(context, await findAssessment(context.db, context.params.id), (each) => each.villageCode)
  if (one.ownerPersonId)
    await context.recordAccess({
      personId: one.ownerPersonId,
      object: { type: subjectType, id: one.id },
      purpose,
    })
  return one
}

export async function showAssessment(context: OneContext, error?: AppError): Promise<Answer> {
  const { db, tenant, now } = context
  const one = await assessmentAt(context, 'membuka ketetapan pajak')
  const [history, steps, bills] = await Promise.all([
    listSteps(db, one.id),
    workingOf(db, one),
    findBillsOf(db, subjectType, one.id),
  ])
  const today = dayOf(now, tenant.profile.zone)
  const owed = await owedOnBills(
    db,
    tenant,
    bills.map((bill) => bill.id),
    today,
  )
  const typed = typedIn(context)
  return page(
    <AssessmentPage
      {...around(context)}
      {...{ one, history, steps, bills, owed, typed, error }}
      deliveredOn={parseDateParts(typed, 'deliveredOn')}
    />,
    error?.status ?? 200,
  )
}

/** Puts what was chosen before a second official. */
export async function proposed(context: RouteContext, input: object): Promise<Answer> {
  const { proposalId, proposed: count, leftOut } = await context.run(propose, input)
  const t = collectingTexts(context.locale)
  context.notify(
    leftOut > 0
      ? t('proposed-some', { count: String(count), left: String(leftOut) })
      : t('proposed', { count: String(count) }),
  )
  return redirect(localTaxPaths.proposal(proposalId))
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
      context.notify(claimTexts(context.locale)('done'))
      return redirect(localTaxPaths.assessment(context.params.id))
    },
    invalid: showAssessment,
  })

export const assessmentRoutes: readonly AnyRoute[] = [
  post(localTaxPaths.assessments, {
    access: assesses,
    audit,
    handle: (context) => proposed(context, { ...typedIn(context), assessmentIds: context.form.all('pilih') }),
    invalid: (context, error) => showList({ ...context, query: query.parse(typedIn(context)) }, error),
  }),
  ...listRoutes(localTaxPaths.assessments, {
    audit,
    query,
    show: (context) => showList(context),
    file: 'ketetapan-pajak',
    title: (locale) => claimTexts(locale)('title'),
    read: (context, after, limit) => listAssessments(context.db, context.actor, filterOf(context), after, limit),
    columns(locale): readonly ExportColumn<Assessment>[] {
      const t = claimTexts(locale)
      return [
        { label: t('number'), kind: 'text', width: 28, value: (row) => row.number },
        { label: t('tax'), kind: 'text', width: 24, value: (row) => taxNames[row.tax][locale] },
        { label: t('object'), kind: 'text', width: 26, value: (row) => formatNop(row.code) },
        { label: t('year'), kind: 'number', value: (row) => row.year },
        { label: t('owner'), kind: 'text', width: 32, value: (row) => row.ownerName },
        { label: t('amount'), kind: 'money', value: (row) => row.amount },
        { label: t('paid'), kind: 'money', value: (row) => row.paid },
        { label: t('owed'), kind: 'money', value: (row) => row.owed },
        { label: t('due-on'), kind: 'day', value: (row) => row.dueOn },
        { label: t('state'), kind: 'text', width: 20, value: (row) => t(`state.${row.state}`) },
      ]
    },
  }),
  get(localTaxPaths.assessment(':id'), {
    access: reads,
    audit,
    params: idParams,
    handle: (context) => showAssessment(context),
  }),
  get(localTaxPaths.sheet(':id'), {
    access: reads,
    audit,
    params: idParams,
    async handle(context) {
      const one = await assessmentAt(context, 'mencetak ketetapan pajak')
      const steps = await workingOf(context.db, one)
      const unit = context.actor.position?.unitName
      return page(<AssessmentSheet {...{ one, steps, unit }} locale={context.locale} />)
    },
  }),
  assessmentAct('sampaikan', assesses, (context, input) => context.run(recordDelivery, input)),
  assessmentAct('batalkan', approvesProved, (context, input) => context.run(cancelAssessment, input)),
]
