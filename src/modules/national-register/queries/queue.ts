import { sql } from 'kysely'
import { instantOf } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'

type Facts = Readonly<Record<string, string | number | null>>

export interface QueuedSubject {
  readonly personId: string | undefined
  readonly familyId: string | undefined
  readonly entered: boolean
  readonly before: Facts
  readonly after: Facts
}

/** A message as the sender needs it. */
export interface QueuedMessage {
  readonly id: string
  readonly kind: 'event' | 'biometrics'
  readonly eventKind: string
  readonly territoryCode: string
  readonly validOn: string
  readonly recordedAt: Temporal.Instant
  readonly registerNumber: string | undefined
  readonly voidsId: string | undefined
  readonly note: string | undefined
  readonly isCorrected: boolean
  readonly attempts: number
  readonly subjects: readonly QueuedSubject[]
}

/** Longer than any request may take, twice over: whoever had it in hand is gone. */
export const abandonedMinutes = 5

/** Messages that may go now, oldest first: nothing about the same people or families is unsettled before them. */
export async function listReady(db: AnyHandle, now: Temporal.Instant, limit: number): Promise<string[]> {
  const abandoned = now.subtract({ minutes: abandonedMinutes })
  const { rows } = await sql<{ id: string }>`
    select m.id from national_register.message m
    where m.settled_at is null
      and (m.state = 'waiting' or (m.state = 'sending' and m.sent_at < ${abandoned.toString()}))
      and (m.next_try_at is null or m.next_try_at <= ${now.toString()})
      and not exists (
        select 1 from national_register.dependency d join national_register.message b on b.id = d.after_id
        where d.message_id = m.id and b.settled_at is null)
    order by m.place limit ${limit}`.execute(db)
  return rows.map(({ id }) => id)
}

export async function loadMessages(db: AnyHandle, ids: readonly string[]): Promise<QueuedMessage[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('national_register.message')
    .selectAll()
    .where('id', 'in', ids)
    .orderBy('place')
    .execute()
  const subjects = await db
    .selectFrom('national_register.message_subject')
    .selectAll()
    .where('message_id', 'in', ids)
    .orderBy('ordinal')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    eventKind: row.event_kind,
    territoryCode: row.territory_code,
    validOn: row.valid_on,
    recordedAt: instantOf(row.recorded_at),
    registerNumber: row.register_number ?? undefined,
    voidsId: row.voids_id ?? undefined,
    note: row.note ?? undefined,
    isCorrected: row.is_corrected,
    attempts: row.attempts,
    subjects: subjects
      .filter(({ message_id }) => message_id === row.id)
      .map((subject) => ({
        personId: subject.person_id ?? undefined,
        familyId: subject.family_id ?? undefined,
        entered: subject.entered,
        before: subject.before as Facts,
        after: subject.after as Facts,
      })),
  }))
}
