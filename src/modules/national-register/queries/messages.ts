import { sql } from 'kysely'
import type { Grant } from '#kernel/access/access.ts'
import { instantOf } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { MessageState } from '../domain.ts'
import { withinTerritories } from './differences.ts'

/** One announcement as the queue shows it; it names nobody. */
export interface MessageRow {
  readonly id: string
  readonly place: number
  readonly kind: 'event' | 'biometrics'
  readonly eventKind: string
  readonly registerNumber: string | undefined
  readonly territoryCode: string
  readonly recordedAt: Temporal.Instant
  readonly state: MessageState
  /** It waits for an earlier one about the same person or family. */
  readonly isBehind: boolean
  readonly attempts: number
  readonly problem: string | undefined
  readonly reference: string | undefined
  readonly settledAt: Temporal.Instant | undefined
  readonly differenceId: string | undefined
}

export interface MessageFilter {
  readonly state?: MessageState | 'unsettled' | undefined
  /** A register number, or the reference of the national register, from its beginning. */
  readonly text?: string | undefined
  readonly after?: number | undefined
}

export const messagePageSize = 50

/** Each half through an index of its own. */
function numbered(text: string) {
  const from = `${text.trim().replace(/[\\%_]/g, '\\$&')}%`
  return sql`select id from national_register.message where register_number like ${from}
    union select id from national_register.message where reference like ${from}`
}

/** Latest first. */
export async function listMessages(
  db: AnyHandle,
  grants: readonly Grant[],
  { state, text, after }: MessageFilter,
  limit = messagePageSize,
): Promise<{ rows: MessageRow[]; next: string | undefined }> {
  const { rows } = await sql<{
    id: string
    place: number
    kind: 'event' | 'biometrics'
    event_kind: string
    register_number: string | null
    territory_code: string
    recorded_at: Date
    state: MessageState
    behind: boolean
    attempts: number
    problem: string | null
    reference: string | null
    settled_at: Date | null
    difference_id: string | null
  }>`
    select m.id, m.place, m.kind, m.event_kind, m.register_number, m.territory_code, m.recorded_at, m.state, m.attempts,
      m.problem, m.reference, m.settled_at,
      m.settled_at is null and exists (
        select 1 from national_register.dependency p join national_register.message b on b.id = p.after_id
        where p.message_id = m.id and b.settled_at is null) as behind,
      (select d.id from national_register.difference d where d.message_id = m.id and d.closed_at is null) as difference_id
    from national_register.message m
    where ${withinTerritories(
      'm.territory_code',
      grants.map(({ territory }) => territory),
    )}
      ${state === 'unsettled' ? sql`and m.settled_at is null` : state ? sql`and m.state = ${state}` : sql``}
      ${text ? sql`and m.id in (${numbered(text)})` : sql``}
      ${after ? sql`and m.place < ${after}` : sql``}
    order by m.place desc limit ${limit + 1}`.execute(db)
  const shown = rows.slice(0, limit).map((row) => ({
    id: row.id,
    place: row.place,
    kind: row.kind,
    eventKind: row.event_kind,
    registerNumber: row.register_number ?? undefined,
    territoryCode: row.territory_code,
    recordedAt: instantOf(row.recorded_at),
    state: row.state,
    isBehind: row.behind,
    attempts: row.attempts,
    problem: row.problem ?? undefined,
    reference: row.reference ?? undefined,
    settledAt: row.settled_at ? instantOf(row.settled_at) : undefined,
    differenceId: row.difference_id ?? undefined,
  }))
  return { rows: shown, next: rows.length > limit ? String(shown.at(-1)?.place) : undefined }
}

/** How an event of the register stands with the national one; for the page of the person or of the event. */
export interface Announced {
  readonly eventId: string
  readonly state: MessageState
  readonly reference: string | undefined
  readonly settledAt: Temporal.Instant | undefined
  readonly differenceId: string | undefined
}

/** Of one person, latest first. */
export async function listAnnouncedOf(db: AnyHandle, personId: string, limit = 20): Promise<Announced[]> {
  const { rows } = await sql<{
    id: string
    state: MessageState
    reference: string | null
    settled_at: Date | null
    difference_id: string | null
  }>`
    select m.id, m.state, m.reference, m.settled_at,
      (select d.id from national_register.difference d where d.message_id = m.id and d.closed_at is null) as difference_id
    from national_register.message m
    where m.id in (select s.message_id from national_register.message_subject s where s.person_id = ${personId}::uuid)
    order by m.place desc limit ${limit}`.execute(db)
  return rows.map((row) => ({
    eventId: row.id,
    state: row.state,
    reference: row.reference ?? undefined,
    settledAt: row.settled_at ? instantOf(row.settled_at) : undefined,
    differenceId: row.difference_id ?? undefined,
  }))
}
