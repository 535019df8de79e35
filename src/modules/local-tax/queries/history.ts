import { sql } from 'kysely'
import type { AnyHandle } from '#kernel/db/database.ts'

export interface HistoryEntry {
  readonly id: string
  readonly at: Temporal.Instant
  readonly event: string
  readonly by: string
  readonly payload: Readonly<Record<string, unknown>>
}

/** What was done with a taxpayer, an object or a yearly assessment, the latest first, from the journal. */
export async function listHistory(
  db: AnyHandle,
  type: 'taxpayer' | 'tax-object' | 'tax-run' | 'tax-assessment' | 'tax-return',
  id: string,
): Promise<HistoryEntry[]> {
  const { rows } = await sql<{
    id: string
    at: Date
    name: string
    actor_label: string
    payload: Record<string, unknown>
  }>`
    select id, at, name, actor_label, payload from journal.event
    where subject_type = ${type} and subject_id = ${id} and name not like '%.draft-kept.%'
      and (name not like 'local-tax.batch-%' or payload ->> 'finished' = 'true')
    order by at desc, id desc limit 100`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    at: Temporal.Instant.fromEpochMilliseconds(row.at.getTime()),
    event: row.name,
    by: row.actor_label,
    payload: row.payload,
  }))
}
