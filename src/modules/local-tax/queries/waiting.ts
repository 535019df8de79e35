import { sql } from 'kysely'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { RunState } from '../domain.ts'

export interface WaitingRun {
  readonly id: string
  readonly year: number
  readonly state: RunState
}

/** Yearly assessments that are not finished. */
export async function listOpenRuns(db: AnyHandle): Promise<WaitingRun[]> {
  const { rows } = await sql<WaitingRun>`
    select id, year, state from local_tax.run where state not in ('issued', 'discarded') order by year desc limit 10`.execute(
    db,
  )
  return rows
}

/** Assessments of single objects that nobody issued yet. */
export async function countDrafts(db: AnyHandle): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from local_tax.assessment a where a.state = 'draft' and a.run_id is null`.execute(db)
  return rows[0]?.n ?? 0
}
