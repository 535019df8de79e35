import { sql } from 'kysely'
import { type Actor, grantsFor } from '#kernel/access/access.ts'
import { instantOf } from '#kernel/clock/clock.ts'
import { containing } from '#kernel/db/containing.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'
import type { ItemState } from '../domain.ts'

export interface FieldItem {
  readonly id: string
  readonly localNumber: string
  readonly deviceId: string
  readonly deviceCode: string
  readonly deviceName: string
  readonly officer: string
  readonly accountId: string
  readonly serviceId: string
  readonly version: number
  readonly state: ItemState
  readonly filledAt: Temporal.Instant
  readonly reportedAt: Temporal.Instant
  readonly clockOffsetMs: number
  readonly isClockTrusted: boolean
  readonly firstSeenAt: Temporal.Instant
  readonly settledAt: Temporal.Instant | undefined
  readonly partsWanted: number
  readonly partsKept: number
  readonly attempts: number
  readonly dependsOn: string | undefined
  readonly otherEventReason: string | undefined
  readonly caseId: string | undefined
  readonly caseNumber: string | undefined
  readonly reasonCode: string | undefined
  readonly reason: ItemReason | undefined
}

export interface ItemReason {
  readonly text: LocalText
  readonly caseNumber?: string | undefined
  readonly fields: readonly { readonly path: string; readonly message: LocalText }[]
}

export interface ItemFilter {
  readonly text?: string | undefined
  readonly state?: ItemState | undefined
  readonly deviceId?: string | undefined
  /** Waiting longer than this. */
  readonly olderThanDays?: number | undefined
  readonly after?: string | undefined
}

export const itemPageSize = 40

const columns = sql`i.*, d.code as device_code, d.name as device_name,
  (select count(*)::int from field_counter.part p where p.item_id = i.id)
    + coalesce((select sum(f.parts)::int from field_counter.file f where f.item_id = i.id and f.stored is not null), 0) as parts_kept`

/** What arrived from the devices of the units that this official supervises, the newest first. */
export async function listItems(
  db: AnyHandle,
  actor: Actor,
  filter: ItemFilter,
  now: Temporal.Instant,
  limit = itemPageSize,
): Promise<{ rows: FieldItem[]; next: string | undefined }> {
  const before = filter.olderThanDays && now.subtract({ hours: filter.olderThanDays * 24 }).toString()
  const { rows } = await sql<ItemRow>`
    select ${columns} from field_counter.item i join field_counter.device d on d.id = i.device_id
    where ${supervised(actor, 'i.unit_path')}
      ${filter.state ? sql`and i.state = ${filter.state}` : sql``}
      ${filter.deviceId ? sql`and i.device_id = ${filter.deviceId}::uuid` : sql``}
      ${before ? sql`and i.filled_at < ${before} and i.state in ('arriving', 'refused', 'conflict')` : sql``}
      ${filter.after ? sql`and i.id < ${filter.after}::uuid` : sql``}
      ${
        filter.text
          ? sql`and (${holds('i.local_number', filter.text)} or ${holds('i.case_number', filter.text)} or ${holds('i.officer', filter.text)})`
          : sql``
      }
    order by i.id desc limit ${limit + 1}`.execute(db)
  const shown = rows.slice(0, limit)
  return { rows: shown.map(itemOf), next: rows.length > limit ? shown.at(-1)?.id : undefined }
}

export async function countItems(db: AnyHandle, actor: Actor): Promise<Record<ItemState, number>> {
  const { rows } = await sql<{ state: ItemState; n: number }>`
    select state, count(*)::int as n from (
      select i.state from field_counter.item i where ${supervised(actor, 'i.unit_path')} and i.state <> 'received'
      limit 10000) open group by state`.execute(db)
  const none = { arriving: 0, received: 0, refused: 0, conflict: 0, withdrawn: 0 }
  return { ...none, ...Object.fromEntries(rows.map((row) => [row.state, row.n])) }
}

/** One item, for who supervises its unit. */
export async function findItem(db: AnyHandle, actor: Actor, id: string): Promise<FieldItem | undefined> {
  const { rows } = await sql<ItemRow>`
    select ${columns} from field_counter.item i join field_counter.device d on d.id = i.device_id
    where i.id = ${id}::uuid and ${supervised(actor, 'i.unit_path')}`.execute(db)
  return rows[0] && itemOf(rows[0])
}

/** What a device asks about its own. */
export async function listOwnItems(
  db: AnyHandle,
  accountId: string,
  deviceId: string,
  ids: readonly string[],
): Promise<FieldItem[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<ItemRow>`
    select ${columns} from field_counter.item i join field_counter.device d on d.id = i.device_id
    where i.id = any (${[...ids]}::uuid[]) and i.account_id = ${accountId} and i.device_id = ${deviceId}::uuid`.execute(
    db,
  )
  return rows.map(itemOf)
}

/** By the number on a provisional receipt. It tells whoever holds the paper how far it is, and nobody's name. */
export async function findByNumber(db: AnyHandle, localNumber: string): Promise<FieldItem | undefined> {
  const { rows } = await sql<ItemRow>`
    select ${columns} from field_counter.item i join field_counter.device d on d.id = i.device_id
    where i.local_number = ${localNumber}`.execute(db)
  return rows[0] && itemOf(rows[0])
}

/** The moment by which a case is in time or late, when a field counter took it down. */
export async function findReportedAt(db: AnyHandle, caseId: string): Promise<Temporal.Instant | undefined> {
  const row = await db
    .selectFrom('field_counter.item')
    .select('reported_at')
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  return row && instantOf(row.reported_at)
}

export interface ExpectedFile {
  readonly id: string
  readonly field: string
  readonly name: string
  readonly parts: number
  readonly digest: Buffer
  readonly isStored: boolean
  /** Numbers of the pieces that are here. */
  readonly have: readonly number[]
}

export async function listExpectedFiles(db: AnyHandle, itemId: string): Promise<ExpectedFile[]> {
  const { rows } = await sql<{
    id: string
    field: string
    name: string
    parts: number
    digest: Buffer
    is_stored: boolean
    have: number[]
  }>`
    select f.id, f.field, f.name, f.parts, f.digest, f.stored is not null as is_stored,
      array(select p.number from field_counter.part p where p.item_id = f.item_id and p.file_id = f.id order by p.number)::int[] as have
    from field_counter.file f where f.item_id = ${itemId}::uuid order by f.id`.execute(db)
  return rows.map(({ is_stored, ...row }) => ({ ...row, isStored: is_stored }))
}

export async function readParts(db: AnyHandle, itemId: string, fileId: string): Promise<Buffer> {
  const rows = await db
    .selectFrom('field_counter.part')
    .select('bytes')
    .where('item_id', '=', itemId)
    .where('file_id', '=', fileId)
    .orderBy('number')
    .execute()
  return Buffer.concat(rows.map((row) => row.bytes))
}

export function supervised(actor: Actor, column: string) {
  const paths = grantsFor(actor, 'field-counter.supervise').map((grant) => grant.unitPath)
  if (paths.includes('')) return sql`true`
  const at = sql.ref(column)
  return sql`(${at} = any (${paths}::text[]) or ${at} like any (${paths.map((path) => `${path}.%`)}::text[]))`
}

/** True where a column holds what somebody typed. */
export function holds(column: string, text: string) {
  return sql`${sql.ref(column)} ilike ${containing(text)}`
}

interface ItemRow {
  id: string
  local_number: string
  device_id: string
  device_code: string
  device_name: string
  officer: string
  account_id: string
  service_id: string
  version: number
  state: ItemState
  filled_at: Date
  reported_at: Date
  clock_offset_ms: number
  clock_trusted: boolean
  first_seen_at: Date
  settled_at: Date | null
  parts_wanted: number
  parts_kept: number
  attempts: number
  depends_on: string | null
  other_event_reason: string | null
  case_id: string | null
  case_number: string | null
  reason_code: string | null
  reason: ItemReason | null
}

function itemOf(row: ItemRow): FieldItem {
  return {
    id: row.id,
    localNumber: row.local_number,
    deviceId: row.device_id,
    deviceCode: row.device_code,
    deviceName: row.device_name,
    officer: row.officer,
    accountId: row.account_id,
    serviceId: row.service_id,
    version: row.version,
    state: row.state,
    filledAt: instantOf(row.filled_at),
    reportedAt: instantOf(row.reported_at),
    clockOffsetMs: row.clock_offset_ms,
    isClockTrusted: row.clock_trusted,
    firstSeenAt: instantOf(row.first_seen_at),
    settledAt: row.settled_at ? instantOf(row.settled_at) : undefined,
    partsWanted: row.parts_wanted,
    partsKept: Math.min(row.parts_kept, row.parts_wanted),
    attempts: row.attempts,
    dependsOn: row.depends_on ?? undefined,
    otherEventReason: row.other_event_reason ?? undefined,
    caseId: row.case_id ?? undefined,
    caseNumber: row.case_number ?? undefined,
    reasonCode: row.reason_code ?? undefined,
    reason: row.reason ?? undefined,
  }
}
