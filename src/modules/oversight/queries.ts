import { sql } from 'kysely'
import { instantOf } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'

export const pageSize = 50

export interface Reading {
  readonly id: string
  readonly at: Temporal.Instant
  readonly reader: string
  readonly purpose: string
  readonly isUnmasked: boolean
}

/** Who read a person's data, newest first. @param before id of the last row of the page before */
export async function listReadings(
  db: AnyHandle,
  personId: string,
  before: string | undefined,
): Promise<{ rows: Reading[]; next: string | undefined }> {
  const { rows } = await sql<{ id: string; at: Date; reader_label: string; purpose: string; unmasked: boolean }>`
    select id, at, reader_label, purpose, unmasked from journal.access
    where person_id = ${personId} ${before ? sql`and id < ${before}` : sql``}
    order by at desc, id desc limit ${pageSize + 1}`.execute(db)
  const shown = rows.slice(0, pageSize)
  return {
    rows: shown.map((row) => ({
      id: row.id,
      at: instantOf(row.at),
      reader: row.reader_label,
      purpose: row.purpose,
      isUnmasked: row.unmasked,
    })),
    next: rows.length > pageSize ? shown.at(-1)?.id : undefined,
  }
}

export interface JournalRow {
  readonly id: string
  readonly at: Temporal.Instant
  readonly name: string
  readonly actor: string
  readonly subject: string
  readonly payload: string
}

/** The journal, newest first, optionally of one object (by its id or file number). */
export async function listJournal(
  db: AnyHandle,
  filter: { readonly text: string; readonly before: string | undefined },
): Promise<{ rows: JournalRow[]; next: string | undefined }> {
  const cursor = parseCursor(filter.before)
  const older = cursor ? sql`and (at, id) < (${cursor.at}::timestamptz, ${cursor.id}::uuid)` : sql``
  const about = filter.text ? sql`and (subject_id = ${filter.text} or payload ->> 'number' = ${filter.text})` : sql``
  const { rows } = await sql<{
    id: string
    at: Date
    name: string
    actor_label: string
    subject_type: string
    subject_id: string
    payload: unknown
  }>`
    select id, at, name, actor_label, subject_type, subject_id, payload from journal.event
    where true ${older} ${about}
    order by at desc, id desc limit ${pageSize + 1}`.execute(db)
  const shown = rows.slice(0, pageSize).map((row) => ({
    id: row.id,
    at: instantOf(row.at),
    name: row.name,
    actor: row.actor_label,
    subject: `${row.subject_type} ${row.subject_id}`,
    payload: JSON.stringify(row.payload),
  }))
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > pageSize && last ? `${last.at}_${last.id}` : undefined }
}

export interface JournalState {
  readonly total: number
  readonly latest: { readonly at: Temporal.Instant; readonly leaf: string } | undefined
}

export async function describeJournal(db: AnyHandle, now: Temporal.Instant): Promise<JournalState> {
  const since = now.subtract({ hours: 24 * 30 }).toString()
  const count = await sql<{ n: number }>`select count(*)::int as n from journal.event where at > ${since}`.execute(db)
  const last = await sql<{
    at: Date
    leaf: Buffer
  }>`select at, leaf from journal.event where at > ${since} order by at desc limit 1`.execute(db)
  const row = last.rows[0]
  return {
    total: count.rows[0]?.n ?? 0,
    latest: row && { at: instantOf(row.at), leaf: row.leaf.toString('hex') },
  }
}

function parseCursor(text: string | undefined): { at: string; id: string } | undefined {
  const [at, id] = (text ?? '').split('_')
  return at && id && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at) && /^[0-9a-f-]{36}$/.test(id) ? { at, id } : undefined
}
