import type { Selectable } from 'kysely'
import { instantOf } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { nikToken } from '../case/search-tokens.ts'
import type { Answers } from '../definition/expressions.ts'
import { caseAnswersContext } from '../flow/facts.ts'
import type { CaseTable } from '../tables.ts'

export interface RunningTwin {
  readonly caseId: string
  readonly number: string
  readonly answers: Answers
  readonly subject: string
  readonly unitPath: string
  readonly submittedAt: Temporal.Instant
}

const columns = ['c.id', 'c.number', 'c.answers', 'c.subject_name', 'c.unit_path', 'c.submitted_at'] as const

/** The cases of a service that are not yet decided and name this NIK, the newest first. There are few for one person. */
export async function listRunningTwins(
  tenant: Tenant,
  db: AnyHandle,
  serviceId: string,
  nik: string,
): Promise<RunningTwin[]> {
  const rows = await db
    .selectFrom('services.case_token as t')
    .innerJoin('services.case as c', 'c.id', 't.case_id')
    .select(columns)
    .where('t.token', '=', nikToken(tenant, nik))
    .where('c.service_id', '=', serviceId)
    .where('c.closed_at', 'is', null)
    .orderBy('c.id', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => toTwin(tenant, row))
}

/** The same by who applied for it. */
export async function listRunningOf(
  tenant: Tenant,
  db: AnyHandle,
  serviceId: string,
  applicantIds: readonly string[],
): Promise<RunningTwin[]> {
  if (applicantIds.length === 0) return []
  const rows = await db
    .selectFrom('services.case as c')
    .select(columns)
    .where('c.applicant_person_id', 'in', [...applicantIds])
    .where('c.service_id', '=', serviceId)
    .where('c.closed_at', 'is', null)
    .orderBy('c.id', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => toTwin(tenant, row))
}

type Row = Pick<Selectable<CaseTable>, 'id' | 'number' | 'answers' | 'subject_name' | 'unit_path' | 'submitted_at'>

function toTwin(tenant: Tenant, row: Row): RunningTwin {
  return {
    caseId: row.id,
    number: row.number,
    answers: tenant.cipher.openJson<Answers>(row.answers, caseAnswersContext),
    subject: row.subject_name,
    unitPath: row.unit_path,
    submittedAt: instantOf(row.submitted_at),
  }
}
