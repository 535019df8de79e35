import { type RawBuilder, sql } from 'kysely'
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
  readonly closedAt: Temporal.Instant | undefined
}

export const queuePageSize = 40

export type QueueDue = 'late' | 'near' | 'on-time'
export type QueueClaim = 'mine' | 'free' | 'others'

export interface QueueFilter {
  readonly serviceId?: string | undefined
  readonly state?: string | undefined
  /** Code of a district or village. */
  readonly territory?: string | undefined
  readonly due?: QueueDue | undefined
  readonly claim?: QueueClaim | undefined
  /** Only these cases: what a search for words found. */
  readonly caseIds?: readonly string[] | undefined
  /** For `due`; needed with it. */
  readonly now?: Temporal.Instant | undefined
  /** "<orderAt>_<taskId>" of the last row of the page before. */
  readonly after?: string | undefined
  readonly pageSize?: number | undefined
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
  readonly revision: number
  /** Questions of the applicant that nobody has read. */
  readonly unread: number
}

interface QueueRow extends CaseListRow {
  task_id: string
  branch: string | null
  due_at: Date
  order_at: Date
  claimed_name: string | null
  claimed_person_id: string | null
  escalated_at: Date | null
  revision: number
  unread: number
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
  const size = filter.pageSize ?? queuePageSize
  const { rows } = await sql<QueueRow>`
    select ${columns}, c.revision, t.id as task_id, t.branch, t.due_at, t.order_at, t.claimed_name, t.claimed_person_id,
      t.escalated_at, (select count(*)::int from services.note n
        where n.case_id = c.id and n.from_applicant and n.read_at is null) as unread
    from (
      select t.id, t.order_at from unnest(${served.map((desk) => desk.unitId)}::uuid[],
          ${served.map((desk) => desk.desk)}::text[], ${served.map((desk) => desk.territory)}::text[])
          as d (unit_id, desk, territory)
      cross join lateral (
        select t.id, t.order_at from services.task t
        where ${inDesk} ${after} ${narrowed(filter, actor)}
        order by t.order_at, t.id limit ${size + 1}) t
      group by t.id, t.order_at order by t.order_at, t.id limit ${size + 1}) q
    join services.task t on t.id = q.id
    join services.case c on c.id = t.case_id
    order by q.order_at, q.id`.execute(db)
  const shown = rows.slice(0, size).map(toQueueItem)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > size && last ? `${last.orderAt}_${last.taskId}` : undefined }
}

export const mostCounted = 1000

/** How many files wait and how many of them are late, counted up to `mostCounted`. */
export async function countQueue(
  db: AnyHandle,
  actor: Actor,
  desks: readonly string[],
  now: Temporal.Instant,
  filter: QueueFilter = {},
): Promise<{ waiting: number; late: number }> {
  const served = await desksOf(db, actor, desks)
  if (served.length === 0) return { waiting: 0, late: 0 }
  const { rows } = await sql<{ waiting: number; late: number }>`
    select count(*)::int as waiting, count(*) filter (where due_at < ${now.toString()})::int as late from (
      select t.due_at from unnest(${served.map((desk) => desk.unitId)}::uuid[], ${served.map((desk) => desk.desk)}::text[],
          ${served.map((desk) => desk.territory)}::text[]) as d (unit_id, desk, territory)
      cross join lateral (select t.id, t.due_at from services.task t where ${inDesk} ${narrowed(filter, actor)}
        order by t.order_at, t.id limit ${mostCounted + 1}) t
      group by t.id, t.due_at limit ${mostCounted + 1}) q`.execute(db)
  return rows[0] ?? { waiting: 0, late: 0 }
}

const inDesk = sql`t.unit_id = d.unit_id and t.desk = d.desk and t.closed_at is null
  and (d.territory = '' or t.territory_code = d.territory or starts_with(t.territory_code, d.territory || '.'))`

/** How much earlier than its due moment a file may stand in the queue: four hours for each of nine levels of risk. */
const mostAhead = 36

/** Conditions on `services.task t`; all on columns of the queue's index. */
function narrowed(filter: QueueFilter, actor: Actor): RawBuilder<unknown> {
  const parts: RawBuilder<unknown>[] = []
  const me = actor.personId ?? null
  if (filter.serviceId) parts.push(sql`and t.service_id = ${filter.serviceId}`)
  if (filter.state) parts.push(sql`and t.state = ${filter.state}`)
  if (filter.territory) {
    // A code and all below it: "/" follows "." in the order of bytes.
    parts.push(sql`and t.territory_code collate "C" >= ${filter.territory}
      and t.territory_code collate "C" < ${`${filter.territory}/`}`)
  }
  if (filter.caseIds) parts.push(sql`and t.case_id = any (${[...filter.caseIds]}::uuid[])`)
  if (filter.claim === 'mine') parts.push(sql`and t.claimed_person_id = ${me}::uuid`)
  if (filter.claim === 'free') parts.push(sql`and t.claimed_person_id is null`)
  if (filter.claim === 'others') {
    parts.push(sql`and t.claimed_person_id is not null and t.claimed_person_id is distinct from ${me}::uuid`)
  }
  if (filter.due && filter.now) parts.push(...dueParts(filter.due, filter.now))
  return parts.length ? sql.join(parts, sql` `) : sql``
}

/** The bounds on `order_at` say no more than those on `due_at`, but the index is read along them. */
function dueParts(due: QueueDue, now: Temporal.Instant): RawBuilder<unknown>[] {
  const at = now.toString()
  const soon = now.add({ hours: 24 }).toString()
  if (due === 'late') return [sql`and t.due_at < ${at} and t.order_at < ${at}`]
  const isNear = sql`(t.due_at < ${soon} or t.warn_at <= ${at})`
  if (due === 'near') return [sql`and t.due_at >= ${at} and ${isNear}`]
  const from = now.subtract({ hours: mostAhead }).toString()
  return [sql`and t.due_at >= ${soon} and (t.warn_at is null or t.warn_at > ${at}) and t.order_at >= ${from}`]
}

/** What files are called, for lists of what became of them. */
export async function listCaseNames(db: AnyHandle, ids: readonly string[]) {
  if (ids.length === 0) return []
  return db
    .selectFrom('services.case')
    .select(['id', 'number', 'subject_name as subjectName'])
    .where('id', 'in', [...ids])
    .execute()
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
    revision: row.revision,
    unread: row.unread,
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
    closedAt: row.closed_at ? instantOf(row.closed_at) : undefined,
  }
}

/** A place in a list by moment and id: "<moment>_<id>". What is none leads to the first page. */
export function parseCursor(text: string | undefined): { at: string; id: string } | undefined {
  const [at, id] = (text ?? '').split('_')
  return at && id && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at) && /^[0-9a-f-]{36}$/.test(id) ? { at, id } : undefined
}
