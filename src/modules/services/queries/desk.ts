import { sql } from 'kysely'
import { type Actor, grantsFor } from '#kernel/access/access.ts'
import { instantOf } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import { listUnits } from '#modules/organization/index.ts'

export interface DeskRow {
  readonly id: string
  readonly number: string
  readonly serviceId: string
  readonly version: number
  readonly state: string
  readonly subjectName: string
  readonly applicantName: string
  readonly territoryCode: string
  readonly promisedAt: Temporal.Instant
  readonly submittedAt: Temporal.Instant
  readonly isClosed: boolean
}

export const queuePageSize = 40

export interface QueueFilter {
  readonly serviceId?: string | undefined
  /** "<orderAt>_<taskId>" of the last row of the page before. */
  readonly after?: string | undefined
}

export interface CaseListRow {
  id: string
  number: string
  service_id: string
  version: number
  state: string
  subject_name: string
  applicant_name: string
  territory_code: string
  promised_at: Date
  submitted_at: Date
  closed_at: Date | null
}

/** A piece of work in the queue, with the file it belongs to. */
export interface QueueItem extends DeskRow {
  readonly taskId: string
  /** One of several reviews at the same time. */
  readonly branch: string | undefined
  readonly dueAt: Temporal.Instant
  readonly orderAt: Temporal.Instant
  readonly claimedName: string | undefined
  readonly claimedPersonId: string | undefined
  readonly isEscalated: boolean
}

interface QueueRow extends CaseListRow {
  task_id: string
  branch: string | null
  due_at: Date
  order_at: Date
  claimed_name: string | null
  claimed_person_id: string | null
  escalated_at: Date | null
}

/** Of `services.case c`, as {@link toDeskRow} reads them. */
export const columns = sql.raw(
  'c.id, c.number, c.service_id, c.version, c.state, c.subject_name, c.applicant_name, c.territory_code, c.promised_at, c.submitted_at, c.closed_at',
)

/** Which desks an officer serves today: pairs of unit and permission, with the territory they are for. */
export async function desksOf(db: AnyHandle, actor: Actor, desks: readonly string[]) {
  const units = await listUnits(db)
  const served = new Map<string, { unitId: string; desk: string; territory: string }>()
  for (const desk of desks) {
    for (const grant of grantsFor(actor, desk)) {
      for (const unit of units) {
        const inside =
          grant.unitPath === '' || unit.path === grant.unitPath || unit.path.startsWith(`${grant.unitPath}.`)
        const key = `${unit.id}/${desk}/${grant.territory}`
        if (inside) served.set(key, { unitId: unit.id, desk, territory: grant.territory })
      }
    }
  }
  return [...served.values()]
}

/**
 * What waits for this officer, the nearest promise first. Each desk gives its own first rows from the
 * index and only those are merged, so the cost does not grow with the number of files.
 */
export async function listQueue(
  db: AnyHandle,
  actor: Actor,
  desks: readonly string[],
  filter: QueueFilter = {},
): Promise<{ rows: QueueItem[]; next: string | undefined }> {
  const served = await desksOf(db, actor, desks)
  if (served.length === 0) return { rows: [], next: undefined }
  const cursor = parseCursor(filter.after)
  const after = cursor ? sql`and (t.order_at, t.id) > (${cursor.at}::timestamptz, ${cursor.id}::uuid)` : sql``
  const service = filter.serviceId ? sql`and t.service_id = ${filter.serviceId}` : sql``
  const { rows } = await sql<QueueRow>`
    select ${columns}, q.id as task_id, q.branch, q.due_at, q.order_at, q.claimed_name, q.claimed_person_id, q.escalated_at
    from (
      select t.* from unnest(${served.map((desk) => desk.unitId)}::uuid[], ${served.map((desk) => desk.desk)}::text[],
          ${served.map((desk) => desk.territory)}::text[]) as d (unit_id, desk, territory)
      cross join lateral (
        select t.* from services.task t
        where t.unit_id = d.unit_id and t.desk = d.desk and t.closed_at is null
          and (d.territory = '' or t.territory_code = d.territory or starts_with(t.territory_code, d.territory || '.'))
          ${after} ${service}
        order by t.order_at, t.id limit ${queuePageSize + 1}) t
      order by t.order_at, t.id limit ${queuePageSize + 1}) q
    join services.case c on c.id = q.case_id
    order by q.order_at, q.id`.execute(db)
  const shown = rows.slice(0, queuePageSize).map(toQueueItem)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > queuePageSize && last ? `${last.orderAt}_${last.taskId}` : undefined }
}

export const mostCounted = 1000

/** How many files wait and how many of them are late, counted up to `mostCounted`. */
export async function countQueue(db: AnyHandle, actor: Actor, desks: readonly string[], now: Temporal.Instant) {
  const served = await desksOf(db, actor, desks)
  if (served.length === 0) return { waiting: 0, late: 0 }
  const { rows } = await sql<{ waiting: number; late: number }>`
    select count(*)::int as waiting, count(*) filter (where due_at < ${now.toString()})::int as late from (
      select t.due_at from unnest(${served.map((desk) => desk.unitId)}::uuid[], ${served.map((desk) => desk.desk)}::text[]) as d (unit_id, desk)
      cross join lateral (select due_at from services.task t where t.unit_id = d.unit_id and t.desk = d.desk and t.closed_at is null
        order by t.order_at, t.id limit ${mostCounted + 1}) t limit ${mostCounted + 1}) q`.execute(db)
  return rows[0] ?? { waiting: 0, late: 0 }
}

function toQueueItem(row: QueueRow): QueueItem {
  return {
    ...toDeskRow(row),
    taskId: row.task_id,
    branch: row.branch ?? undefined,
    dueAt: instantOf(row.due_at),
    orderAt: instantOf(row.order_at),
    claimedName: row.claimed_name ?? undefined,
    claimedPersonId: row.claimed_person_id ?? undefined,
    isEscalated: row.escalated_at !== null,
  }
}

export function toDeskRow(row: CaseListRow): DeskRow {
  return {
    id: row.id,
    number: row.number,
    serviceId: row.service_id,
    version: row.version,
    state: row.state,
    subjectName: row.subject_name,
    applicantName: row.applicant_name,
    territoryCode: row.territory_code,
    promisedAt: instantOf(row.promised_at),
    submittedAt: instantOf(row.submitted_at),
    isClosed: row.closed_at !== null,
  }
}

function parseCursor(text: string | undefined): { at: string; id: string } | undefined {
  const [at, id] = (text ?? '').split('_')
  return at && id && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at) && /^[0-9a-f-]{36}$/.test(id) ? { at, id } : undefined
}
