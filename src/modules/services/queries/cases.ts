import { sql } from 'kysely'
import { type Actor, isPermitted } from '#kernel/access/access.ts'
import { instantOf } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { findUnit } from '#modules/organization/index.ts'
import type { OpenCase } from '../commands/case-row.ts'
import type { Answers } from '../definition/expressions.ts'
import type { ServiceDefinition, StateDefinition } from '../definition/schema.ts'
import { type CaseResult, stateOf } from '../domain.ts'
import { caseAnswersContext, caseReadableContext } from '../flow/facts.ts'
import type { ReadableForm } from '../form/display.ts'
import { type CaseListRow, parseCursor } from './desk.ts'

export interface CaseStep {
  readonly number: number
  readonly state: string
  readonly verb: string
  readonly actorName: string
  readonly actorPlace: string
  readonly personId: string | undefined
  readonly branch: string | undefined
  readonly outcome: string | undefined
  readonly reasonId: string | undefined
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
      personId: step.person_id ?? undefined,
      branch: step.branch ?? undefined,
      outcome: step.outcome ?? undefined,
      reasonId: step.reason_id ?? undefined,
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

/** True when an officer may open a case: his office holds it, took it in, or had or has a part in it. */
export async function canReadCase(db: AnyHandle, actor: Actor, open: OpenCase): Promise<boolean> {
  const { unit_path, serving_path, territory_code: territory } = open.row
  const may = (unitPath: string) => isPermitted(actor, 'services.read-case', { unitPath, territory })
  if ([unit_path, serving_path].some(may)) return true
  if (!isPermitted(actor, 'services.read-case')) return false
  const places = await db
    .selectFrom('services.task')
    .select('unit_path')
    .distinct()
    .where('case_id', '=', open.row.id)
    .execute()
  return places.some((place) => may(place.unit_path))
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
  /** In whose name, when an agent applied. */
  readonly applicantName: string
  readonly byMandate: boolean
  readonly isAgent: boolean
  readonly unread: number
}

export const ownPageSize = 20

export interface OwnFilesAsked {
  readonly accountId: string
  readonly personId: string
  readonly today: string
  /** Part of a number or of the name of the one concerned. */
  readonly text?: string | undefined
  /** "<submittedAt>_<id>" of the last row of the page before. */
  readonly after?: string | undefined
}

interface OwnRow extends Omit<CaseListRow, 'territory_code' | 'closed_at'> {
  applicant_person_id: string
  mandate_id: string | null
  result: string | null
  unread: number
}

/** What somebody applied for, and what others applied for in his name; the newest first. */
export async function listOwnFiles(
  db: AnyHandle,
  asked: OwnFilesAsked,
): Promise<{ rows: OwnFile[]; next: string | undefined }> {
  const cursor = parseCursor(asked.after)
  const after = cursor ? sql`and (c.submitted_at, c.id) < (${cursor.at}::timestamptz, ${cursor.id}::uuid)` : sql``
  const words = asked.text?.trim()
  const like = `%${(words ?? '').replace(/[%_\\]/g, '\\$&')}%`
  const named = words ? sql`and (c.number ilike ${like} or c.subject_name ilike ${like})` : sql``
  const { rows } = await sql<OwnRow>`
    select c.id, c.number, c.service_id, c.version, c.state, c.subject_name, c.applicant_name, c.applicant_person_id,
      c.mandate_id, c.submitted_at, c.promised_at, c.result, (select count(*)::int from services.note n
        where n.case_id = c.id and not n.from_applicant and n.read_at is null) as unread
    from services.case c
    where c.id in (
      select c.id from services.case c where c.applicant_person_id = ${asked.personId}
      union
      select c.id from services.case c where c.account_id = ${asked.accountId} and (c.mandate_id is null or exists (
        select 1 from services.mandate m where m.id = c.mandate_id and m.status = 'accepted'
          and ${asked.today} between m.valid_from and m.valid_to)))
      ${after} ${named}
    order by c.submitted_at desc, c.id desc limit ${ownPageSize + 1}`.execute(db)
  const shown = rows.slice(0, ownPageSize).map((row): OwnFile => {
    return {
      id: row.id,
      number: row.number,
      serviceId: row.service_id,
      version: row.version,
      state: row.state,
      subjectName: row.subject_name,
      submittedAt: instantOf(row.submitted_at),
      promisedAt: instantOf(row.promised_at),
      result: (row.result as CaseResult | null) ?? undefined,
      applicantName: row.applicant_name,
      byMandate: row.mandate_id !== null,
      isAgent: row.applicant_person_id !== asked.personId,
      unread: row.unread,
    }
  })
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > ownPageSize && last ? `${last.submittedAt}_${last.id}` : undefined }
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
