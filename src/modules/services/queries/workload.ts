import { type RawBuilder, sql } from 'kysely'
import { type Actor, grantsFor } from '#kernel/access/access.ts'
import { instantOf } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import { listUnits } from '#modules/organization/index.ts'
import { parseCursor } from './desk.ts'

export interface Load {
  readonly open: number
  readonly late: number
  readonly escalated: number
  readonly oldestAt: Temporal.Instant | undefined
}

export interface OfficerLoad extends Load {
  /** Undefined: work that nobody has in hand. */
  readonly personId: string | undefined
  readonly name: string
}

export interface UnitLoad extends Load {
  readonly unitId: string
  readonly unitPath: string
}

export interface ServiceLoad extends Load {
  readonly serviceId: string
  /** Half of the pieces of work of the last ninety days took no longer, in hours. */
  readonly medianHours: number | undefined
  readonly finished: number
}

export interface Workload {
  readonly total: Load
  readonly officers: readonly OfficerLoad[]
  readonly units: readonly UnitLoad[]
  readonly services: readonly ServiceLoad[]
  /** Open work by days since it came to its desk; the upper bound of each bucket, undefined for the last. */
  readonly ages: readonly { readonly upTo: number | undefined; readonly open: number }[]
}

const bounds = [1, 3, 7, 14, 30] as const

interface LoadRow {
  open: number
  late: number
  escalated: number
  oldest_at: Date | null
}

const loadOf = (row: LoadRow): Load => ({
  open: row.open,
  late: row.late,
  escalated: row.escalated,
  oldestAt: row.oldest_at ? instantOf(row.oldest_at) : undefined,
})

/** What a head leads: conditions on `services.task t`, read along its unit; undefined when he leads nothing. */
async function ledBy(db: AnyHandle, actor: Actor): Promise<RawBuilder<unknown> | undefined> {
  const grants = grantsFor(actor, 'services.supervise')
  if (grants.length === 0) return undefined
  const units = await listUnits(db)
  const pairs = units.flatMap((unit) =>
    grants
      .filter(({ unitPath }) => unitPath === '' || unit.path === unitPath || unit.path.startsWith(`${unitPath}.`))
      .map(({ territory }) => ({ unitId: unit.id, territory })),
  )
  const whole = pairs.filter((pair) => pair.territory === '').map((pair) => pair.unitId)
  const parts = pairs.filter((pair) => pair.territory !== '' && !whole.includes(pair.unitId))
  const inWhole = sql`t.unit_id = any (${whole}::uuid[])`
  if (parts.length === 0) return inWhole
  return sql`(${inWhole} or (t.unit_id = any (${parts.map((part) => part.unitId)}::uuid[]) and exists (
    select 1 from unnest(${parts.map((part) => part.unitId)}::uuid[], ${parts.map((part) => part.territory)}::text[])
      as g (unit_id, territory)
    where t.unit_id = g.unit_id
      and t.territory_code collate "C" >= g.territory and t.territory_code collate "C" < g.territory || '/')))`
}

const sums = (now: string) => sql`count(*)::int as open, count(*) filter (where t.due_at < ${now})::int as late,
  count(*) filter (where t.escalated_at is not null)::int as escalated, min(t.opened_at) as oldest_at`

/** Open work under a head by officer, unit, service and age, and how long work took of late. */
export async function measureWorkload(db: AnyHandle, actor: Actor, now: Temporal.Instant): Promise<Workload> {
  const led = await ledBy(db, actor)
  const nothing: Load = { open: 0, late: 0, escalated: 0, oldestAt: undefined }
  if (!led) return { total: nothing, officers: [], units: [], services: [], ages: [] }
  const at = now.toString()
  const since = now.subtract({ hours: 90 * 24 }).toString()
  const openTasks = sql`services.task t where t.closed_at is null and ${led}`
  const [total, officers, units, services, medians, ages] = await Promise.all([
    sql<LoadRow>`select ${sums(at)} from ${openTasks}`.execute(db),
    sql<LoadRow & { person_id: string | null; name: string | null }>`select t.claimed_person_id as person_id,
      max(t.claimed_name) as name, ${sums(at)} from ${openTasks} group by 1 order by open desc, name limit 200`.execute(
      db,
    ),
    sql<LoadRow & { unit_id: string; unit_path: string }>`select t.unit_id, t.unit_path, ${sums(at)} from ${openTasks}
      group by 1, 2 order by open desc limit 200`.execute(db),
    sql<LoadRow & { service_id: string }>`select t.service_id, ${sums(at)} from ${openTasks} group by 1`.execute(db),
    sql<{ service_id: string; finished: number; hours: number }>`select t.service_id, count(*)::int as finished,
      (percentile_cont(0.5) within group (order by extract(epoch from t.closed_at - t.opened_at)) / 3600)::float8 as hours
      from services.task t where t.closed_at >= ${since} and ${led} group by 1`.execute(db),
    sql<{
      bucket: number
      open: number
    }>`select width_bucket(extract(epoch from ${at}::timestamptz - t.opened_at) / 86400,
      ${[...bounds]}::float8[]) as bucket, count(*)::int as open from ${openTasks} group by 1`.execute(db),
  ])
  const ids = new Set([...services.rows, ...medians.rows].map((row) => row.service_id))
  return {
    total: total.rows[0] ? loadOf(total.rows[0]) : nothing,
    officers: officers.rows.map((row) => ({
      ...loadOf(row),
      personId: row.person_id ?? undefined,
      name: row.name ?? '',
    })),
    units: units.rows.map((row) => ({ ...loadOf(row), unitId: row.unit_id, unitPath: row.unit_path })),
    services: [...ids]
      .map((serviceId): ServiceLoad => {
        const open = services.rows.find((row) => row.service_id === serviceId)
        const median = medians.rows.find((row) => row.service_id === serviceId)
        return {
          ...(open ? loadOf(open) : nothing),
          serviceId,
          medianHours: median?.hours,
          finished: median?.finished ?? 0,
        }
      })
      .sort((a, b) => b.open - a.open),
    ages: [...bounds, undefined].map((upTo, index) => ({
      upTo,
      open: ages.rows.find((row) => row.bucket === index)?.open ?? 0,
    })),
  }
}

export interface LedTask {
  readonly id: string
  readonly caseId: string
  readonly number: string
  readonly serviceId: string
  readonly version: number
  readonly state: string
  readonly subjectName: string
  readonly unitPath: string
  readonly desk: string
  readonly territoryCode: string
  readonly openedAt: Temporal.Instant
  readonly dueAt: Temporal.Instant
  readonly claimedName: string | undefined
  readonly claimedPersonId: string | undefined
  readonly isEscalated: boolean
}

export interface LedFilter {
  /** "semua", "late", "escalated", "free", or the id of a person who has them in hand. */
  readonly only: string
  readonly now: Temporal.Instant
  /** "<orderAt>_<taskId>" of the last row of the page before. */
  readonly after?: string | undefined
}

export const ledPageSize = 50

/** Work under a head that is worth his look, the most urgent first. */
export async function listLedTasks(
  db: AnyHandle,
  actor: Actor,
  filter: LedFilter,
  limit = ledPageSize,
): Promise<{ rows: LedTask[]; next: string | undefined }> {
  const led = await ledBy(db, actor)
  const only = led && onlyOf(filter)
  if (!only) return { rows: [], next: undefined }
  const cursor = parseCursor(filter.after)
  const after = cursor ? sql`and (t.order_at, t.id) > (${cursor.at}::timestamptz, ${cursor.id}::uuid)` : sql``
  const { rows } = await sql<{
    id: string
    case_id: string
    number: string
    service_id: string
    version: number
    state: string
    subject_name: string
    unit_path: string
    desk: string
    territory_code: string
    opened_at: Date
    due_at: Date
    claimed_name: string | null
    claimed_person_id: string | null
    escalated_at: Date | null
    order_at: Date
  }>`select t.id, t.case_id, c.number, t.service_id, c.version, t.state, c.subject_name, t.unit_path, t.desk, t.territory_code, t.opened_at,
      t.due_at, t.order_at, t.claimed_name, t.claimed_person_id, t.escalated_at
    from services.task t join services.case c on c.id = t.case_id
    where t.closed_at is null and ${led} and ${only} ${after} order by t.order_at, t.id limit ${limit + 1}`.execute(db)
  const last = rows[limit - 1]
  const next = rows.length > limit && last ? `${instantOf(last.order_at)}_${last.id}` : undefined
  const shown = rows.slice(0, limit).map((row) => ({
    id: row.id,
    caseId: row.case_id,
    number: row.number,
    serviceId: row.service_id,
    version: row.version,
    state: row.state,
    subjectName: row.subject_name,
    unitPath: row.unit_path,
    desk: row.desk,
    territoryCode: row.territory_code,
    openedAt: instantOf(row.opened_at),
    dueAt: instantOf(row.due_at),
    claimedName: row.claimed_name ?? undefined,
    claimedPersonId: row.claimed_person_id ?? undefined,
    isEscalated: row.escalated_at !== null,
  }))
  return { rows: shown, next }
}

function onlyOf(filter: LedFilter): RawBuilder<unknown> | undefined {
  if (filter.only === 'semua') return sql`true`
  if (filter.only === 'late') return sql`t.due_at < ${filter.now.toString()}`
  if (filter.only === 'escalated') return sql`t.escalated_at is not null`
  if (filter.only === 'free') return sql`t.claimed_person_id is null`
  if (/^[0-9a-f-]{36}$/.test(filter.only)) return sql`t.claimed_person_id = ${filter.only}::uuid`
  return undefined
}
