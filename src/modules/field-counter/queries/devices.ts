import { sql } from 'kysely'
import type { Actor } from '#kernel/access/access.ts'
import { instantOf } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import { holds, supervised } from './items.ts'

export interface FieldDevice {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly unitPath: string
  readonly enrolledBy: string
  readonly enrolledAt: Temporal.Instant
  readonly lastSeenAt: Temporal.Instant
  readonly clockOffsetMs: number
  readonly drafts: number
  readonly queued: number
  readonly oldestQueuedAt: Temporal.Instant | undefined
  readonly packMadeAt: Temporal.Instant | undefined
  readonly revokedAt: Temporal.Instant | undefined
  readonly revokedBy: string | undefined
  readonly revokeReason: string | undefined
  readonly wipedAt: Temporal.Instant | undefined
  readonly keepers: readonly string[]
}

export interface DeviceFilter {
  readonly text?: string | undefined
  readonly state?: 'active' | 'waiting' | 'silent' | 'revoked' | undefined
  readonly after?: string | undefined
}

export const devicePageSize = 40
/** Of a device with something to send that was not here for so long nobody knows whether it still lives. */
export const silentAfterDays = 3

export async function listDevices(
  db: AnyHandle,
  actor: Actor,
  filter: DeviceFilter,
  now: Temporal.Instant,
  limit = devicePageSize,
): Promise<{ rows: FieldDevice[]; next: string | undefined }> {
  const silent = now.subtract({ hours: silentAfterDays * 24 }).toString()
  const states = {
    active: sql`and d.revoked_at is null`,
    waiting: sql`and d.revoked_at is null and d.queued > 0`,
    silent: sql`and d.revoked_at is null and d.last_seen_at < ${silent}`,
    revoked: sql`and d.revoked_at is not null`,
  }
  const { rows } = await sql<DeviceRow>`${selected}
    where ${supervised(actor, 'd.unit_path')}
      ${filter.state ? states[filter.state] : sql``}
      ${filter.after ? sql`and d.id < ${filter.after}::uuid` : sql``}
      ${filter.text ? sql`and (${holds('d.name', filter.text)} or ${holds('d.code', filter.text)} or ${holds('d.enrolled_by', filter.text)})` : sql``}
    order by d.id desc limit ${limit + 1}`.execute(db)
  const shown = rows.slice(0, limit)
  return { rows: shown.map(deviceOf), next: rows.length > limit ? shown.at(-1)?.id : undefined }
}

export async function findDevice(db: AnyHandle, actor: Actor, id: string): Promise<FieldDevice | undefined> {
  const { rows } =
    await sql<DeviceRow>`${selected} where d.id = ${id}::uuid and ${supervised(actor, 'd.unit_path')}`.execute(db)
  return rows[0] && deviceOf(rows[0])
}

const selected = sql`select d.*, array(select k.officer from field_counter.keeper k where k.device_id = d.id order by k.since) as keepers
  from field_counter.device d`

interface DeviceRow {
  id: string
  code: string
  name: string
  unit_path: string
  enrolled_by: string
  enrolled_at: Date
  last_seen_at: Date
  clock_offset_ms: number
  drafts: number
  queued: number
  oldest_queued_at: Date | null
  pack_made_at: Date | null
  revoked_at: Date | null
  revoked_by: string | null
  revoke_reason: string | null
  wiped_at: Date | null
  keepers: string[]
}

function deviceOf(row: DeviceRow): FieldDevice {
  const moment = (date: Date | null) => (date ? instantOf(date) : undefined)
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    unitPath: row.unit_path,
    enrolledBy: row.enrolled_by,
    enrolledAt: instantOf(row.enrolled_at),
    lastSeenAt: instantOf(row.last_seen_at),
    clockOffsetMs: row.clock_offset_ms,
    drafts: row.drafts,
    queued: row.queued,
    oldestQueuedAt: moment(row.oldest_queued_at),
    packMadeAt: moment(row.pack_made_at),
    revokedAt: moment(row.revoked_at),
    revokedBy: row.revoked_by ?? undefined,
    revokeReason: row.revoke_reason ?? undefined,
    wipedAt: moment(row.wiped_at),
    keepers: row.keepers,
  }
}
