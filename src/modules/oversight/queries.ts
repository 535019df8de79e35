import { sql } from 'kysely'
import { instantOf } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import { type AccessColumns, accessContent } from '#kernel/journal/content.ts'
import type { Content } from '#kernel/journal/entry.ts'

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

/** One reading of a person's own data with all that its commitment binds, so that he can check it himself. */
export async function findOwnReading(
  db: AnyHandle,
  personId: string,
  id: string,
): Promise<{ content: Content; salt: Buffer; commitment: Buffer } | undefined> {
  const { rows } = await sql<AccessColumns & { moment: Date; salt: Buffer | null; commitment: Buffer | null }>`
    select id, at as moment, person_id, account_id, reader_person_id, position_id, reader_label, object_type, object_id,
      purpose, unmasked, salt, commitment
    from journal.access where id = ${id} and person_id = ${personId}`.execute(db)
  const row = rows[0]
  if (!row?.salt || !row.commitment) return undefined
  const at = instantOf(row.moment).toString({ fractionalSecondDigits: 3 })
  return { content: accessContent({ ...row, at }), salt: row.salt, commitment: row.commitment }
}

function parseCursor(text: string | undefined): { at: string; id: string } | undefined {
  const [at, id] = (text ?? '').split('_')
  return at && id && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at) && /^[0-9a-f-]{36}$/.test(id) ? { at, id } : undefined
}
