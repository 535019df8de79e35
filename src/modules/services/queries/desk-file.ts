import type { Actor } from '#kernel/access/access.ts'
import { isPermitted } from '#kernel/access/access.ts'
import { instantOf } from '#kernel/clock/clock.ts'
import { workingMinutesBetween } from '#kernel/clock/working-days.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import { fillText, type Locale } from '#kernel/i18n/texts.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { listDocumentsOf } from '#modules/documents/index.ts'
import { listUnits } from '#modules/organization/index.ts'
import { getCalendar, type RuleUse } from '#modules/rules/index.ts'
import type { OpenCase } from '../commands/case-row.ts'
import { expressionsOf } from '../definition/expressions.ts'
import type { EvidenceItem } from '../definition/schema.ts'
import { getDefinition } from '../definition/store.ts'
import { allFieldsOf, stateOf } from '../domain.ts'
import { registerChecks } from '../extensions.ts'
import { rulesIn } from '../flow/case-rules.ts'
import type { CostItem } from '../flow/cost.ts'
import { deadlineOf } from '../flow/deadline.ts'
import { factsOf } from '../flow/facts.ts'
import { readableRow } from '../form/display.ts'
import { isEmpty } from '../form/rows.ts'
import { listAppointments } from './appointments.ts'
import { listAttachments } from './attachments.ts'
import { listCaseNotices } from './case-notices.ts'
import { listCaseTasks, listRelatedCases, type SubCase } from './case-tasks.ts'
import { type CaseView, caseView } from './cases.ts'
import { listDecisionFindings } from './decision-findings.ts'
import { listNotes } from './notes.ts'
import { officerSteps } from './offered-steps.ts'

interface Asked {
  readonly tenant: Tenant
  readonly db: AnyHandle
  readonly actor: Actor
  readonly now: Temporal.Instant
  readonly locale: Locale
}

/** Everything that an officer needs to decide, in one reading. */
export async function readDeskFile(asked: Asked, open: OpenCase) {
  const { tenant, db, actor, now } = asked
  const { row, definition } = open
  const view = await caseView(tenant, db, open)
  const tasks = await listCaseTasks(db, open)
  const check = registerChecks.find(definition.id)
  const calendar = await getCalendar(tenant, db, row.territory_code)
  const units = new Map((await listUnits(db)).map((unit) => [unit.id, unit.name]))
  const meeting = stateOf(definition, row.state).appointment
  const [steps, checks, files, documents, notes, appointments, related] = await Promise.all([
    officerSteps(asked, open, tasks),
    check && !view.result ? check(tenant, db, view.answers, view.applicantPersonId) : [],
    listAttachments(db, row.id),
    listDocumentsOf(db, 'case', row.id),
    listNotes(tenant, db, row.id),
    listAppointments(db, row.id),
    relatedCases(db, open),
  ])
  const territory = row.territory_code
  return {
    view,
    steps,
    checks,
    files,
    documents,
    notes,
    appointments,
    related,
    tasks: tasks.map((task) => ({
      ...task,
      unitName: units.get(task.unitId) ?? '',
      mayDo: isPermitted(actor, task.desk, { unitPath: task.unitPath, territory }),
    })),
    maySupervise: tasks.some((task) =>
      isPermitted(actor, 'services.supervise', { unitPath: task.unitPath, territory }),
    ),
    minutesLeft: workingMinutesBetween(now, view.promisedAt, calendar),
    meeting: meeting && {
      definition: meeting,
      last: deadlineOf(meeting.within, instantOf(row.entered_at), rulesIn(row.rules as RuleUse[]), calendar),
    },
    evidence: metEvidence(tenant, open, now),
    cost: row.cost as CostItem[],
    findings: readableFindings(tenant, open, now),
    against: await listDecisionFindings(tenant, db, open, now),
    said: await listCaseNotices(tenant, db, view, now),
    told: toldTo(view, row.subject_name),
  }
}

/** What was written at earlier steps, in words. */
function readableFindings(tenant: Tenant, open: OpenCase, now: Temporal.Instant) {
  const { findings } = factsOf(tenant, open, now)
  const fields = new Map(allFieldsOf(open.definition).map((field) => [field.id, field]))
  return Object.entries(findings).flatMap(([id, answer]) => {
    const field = fields.get(id)
    return field && !isEmpty(answer) ? [readableRow(field, answer, {})] : []
  })
}

/** Each requirement with the way in which this application meets it; of alternatives the one that was taken. */
function metEvidence(tenant: Tenant, open: OpenCase, now: Temporal.Instant) {
  const { definition } = open
  const facts = factsOf(tenant, open, now)
  const language = expressionsOf(definition)
  const howOf = (item: EvidenceItem) => {
    if (item.known !== undefined && language.isTrue(item.known, facts)) return 'register' as const
    return item.field && !isEmpty(facts.answers[item.field]) ? item.kind : ('missing' as const)
  }
  return definition.evidence.allOf.flatMap((node) => {
    const items = ('oneOf' in node ? node.oneOf : [node]).filter((item) => language.isTrue(item.when, facts))
    const met = items.map((item) => ({ label: item.label, how: howOf(item) }))
    const first = met.find((item) => item.how !== 'missing') ?? met[0]
    return first ? [first] : []
  })
}

/** Messages that steps sent to the applicant, the last first. */
function toldTo(view: CaseView, subject: string) {
  const { transitions } = view.definition.flow
  return view.steps
    .flatMap((step) => {
      const row = transitions.find((each) => each.verb === step.verb && each.to === step.state)
      const words = { number: view.number, reason: step.reason ?? '', subject }
      return row?.tell ? [{ title: fillText(row.tell.title.id, words), at: step.at }] : []
    })
    .reverse()
}

async function relatedCases(db: AnyHandle, open: OpenCase) {
  const { children, parent } = await listRelatedCases(db, open)
  const named = async (row: SubCase, isParent: boolean) => {
    const definition = await getDefinition(db, row.serviceId, row.version, 'as-written')
    return {
      id: row.id,
      number: row.number,
      title: definition.title,
      stateLabel: stateOf(definition, row.state).label,
      isOpen: row.result === undefined,
      isParent,
    }
  }
  return Promise.all([...(parent ? [named(parent, true)] : []), ...children.map((child) => named(child, false))])
}
