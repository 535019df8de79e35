import { sql } from 'kysely'
import { type Actor, isPermitted } from '#kernel/access/access.ts'
import { instantOf } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { findUnit } from '#modules/organization/index.ts'
import type { OpenCase } from '../commands/case-row.ts'
import { caseAnswersContext, caseReadableContext } from '../flow/facts.ts'
import type { Answers } from '../definition/expressions.ts'
import type { ServiceDefinition, StateDefinition } from '../definition/schema.ts'
import { type CaseResult, stateOf } from '../domain.ts'
import type { ReadableForm } from '../form/display.ts'

export interface CaseStep {
  readonly number: number
  readonly state: string
  readonly verb: string
  readonly actorName: string
  readonly actorPlace: string
  readonly reason: string | undefined
  readonly at: Temporal.Instant
}

export interface CaseMark {
  readonly field: string
  readonly note: string
  readonly actorLabel: string
  readonly markedAt: Temporal.Instant
  readonly isOpen: boolean
}

/** One case with its way, for the status page and the desk. */
export interface CaseView {
  readonly id: string
  readonly number: string
  readonly definition: ServiceDefinition
  readonly state: StateDefinition
  readonly revision: number
  readonly unitName: string
  readonly unitPath: string
  readonly territoryCode: string
  readonly applicantName: string
  readonly applicantPersonId: string
  readonly subjectName: string
  readonly accountId: string | undefined
  readonly submittedAt: Temporal.Instant
  readonly promisedAt: Temporal.Instant
  readonly firstPromisedAt: Temporal.Instant
  readonly enteredAt: Temporal.Instant
  readonly closedAt: Temporal.Instant | undefined
  readonly result: CaseResult | undefined
  readonly outcome: Readonly<Record<string, unknown>>
  readonly steps: readonly CaseStep[]
  readonly marks: readonly CaseMark[]
  readonly readable: ReadableForm
  readonly answers: Answers
}

export async function caseView(tenant: Tenant, db: AnyHandle, open: OpenCase): Promise<CaseView> {
  const { row, definition } = open
  const [steps, marks, unit] = await Promise.all([
    db.selectFrom('services.step').selectAll().where('case_id', '=', row.id).orderBy('number').execute(),
    db.selectFrom('services.mark').selectAll().where('case_id', '=', row.id).orderBy('marked_at').execute(),
    findUnit(db, row.unit_id),
  ])
  return {
    id: row.id,
    number: row.number,
    definition,
    state: stateOf(definition, row.state),
    revision: row.revision,
    unitName: unit?.name ?? '',
    unitPath: row.unit_path,
    territoryCode: row.territory_code,
    applicantName: row.applicant_name,
    applicantPersonId: row.applicant_person_id,
    subjectName: row.subject_name,
    accountId: row.account_id ?? undefined,
    submittedAt: instantOf(row.submitted_at),
    promisedAt: instantOf(row.promised_at),
    firstPromisedAt: instantOf(row.first_promised_at),
    enteredAt: instantOf(row.entered_at),
    closedAt: row.closed_at ? instantOf(row.closed_at) : undefined,
    result: (row.result as CaseResult | null) ?? undefined,
    outcome: row.outcome,
    steps: steps.map((step) => ({
      number: step.number,
      state: step.state,
      verb: step.verb,
      actorName: step.actor_name,
      actorPlace: step.actor_place,
      reason: step.reason ?? undefined,
      at: instantOf(step.at),
    })),
    marks: marks.map((mark) => ({
      field: mark.field,
      note: mark.note,
      actorLabel: mark.actor_label,
      markedAt: instantOf(mark.marked_at),
      isOpen: mark.resolved_at === null,
    })),
    readable: tenant.cipher.openJson<ReadableForm>(row.readable, caseReadableContext),
    answers: tenant.cipher.openJson<Answers>(row.answers, caseAnswersContext),
  }
}

/** True when an officer may open a case: his office holds it now, or took it in. */
export function mayReadCase(actor: Actor, open: OpenCase): boolean {
  const { unit_path, serving_path, territory_code: territory } = open.row
  return [unit_path, serving_path].some((unitPath) => isPermitted(actor, 'services.read-case', { unitPath, territory }))
}

export interface OwnFile {
  readonly id: string
  readonly number: string
  readonly serviceId: string
  readonly version: number
  readonly state: string
  readonly subjectName: string
  readonly submittedAt: Temporal.Instant
  readonly promisedAt: Temporal.Instant
  readonly result: CaseResult | undefined
}

export async function listOwnCases(db: AnyHandle, accountId: string, limit = 50): Promise<OwnFile[]> {
  const rows = await db
    .selectFrom('services.case')
    .select(['id', 'number', 'service_id', 'version', 'state', 'subject_name', 'submitted_at', 'promised_at', 'result'])
    .where('account_id', '=', accountId)
    .orderBy('submitted_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    serviceId: row.service_id,
    version: row.version,
    state: row.state,
    subjectName: row.subject_name,
    submittedAt: instantOf(row.submitted_at),
    promisedAt: instantOf(row.promised_at),
    result: (row.result as CaseResult | null) ?? undefined,
  }))
}

export interface OwnDraft {
  readonly id: string
  readonly serviceId: string
  readonly version: number
  readonly updatedAt: Temporal.Instant
}

export async function listOwnDrafts(db: AnyHandle, accountId: string): Promise<OwnDraft[]> {
  const rows = await db
    .selectFrom('services.draft')
    .select(['id', 'service_id', 'version', 'updated_at'])
    .where('account_id', '=', accountId)
    .orderBy('updated_at', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    serviceId: row.service_id,
    version: row.version,
    updatedAt: instantOf(row.updated_at),
  }))
}

/** How many different officers have opened a case. */
export async function countReaders(db: AnyHandle, caseId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(distinct account_id)::int as n from journal.access
    where object_type = 'case' and object_id = ${caseId}`.execute(db)
  return rows[0]?.n ?? 0
}
