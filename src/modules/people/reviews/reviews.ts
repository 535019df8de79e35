import { sql } from 'kysely'
import { instantOf } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'

export const reviewKinds = ['duplicates', 'contradictions'] as const
export type ReviewKind = (typeof reviewKinds)[number]

/** A look at the whole register. */
export interface Review {
  readonly id: string
  readonly kind: ReviewKind
  readonly startedAt: Temporal.Instant
  readonly startedBy: string
  /** Where the last batch ended. */
  readonly reached: string
  readonly seen: number
  readonly found: number
  readonly finishedAt: Temporal.Instant | undefined
}

/** The one that runs, or else the last one. */
export async function findNewestReview(db: AnyHandle, kind: ReviewKind): Promise<Review | undefined> {
  const { rows } = await sql<{
    id: string
    started_at: Date
    started_by: string
    reached: string
    seen: number
    found: number
    finished_at: Date | null
  }>`select * from people.review where kind = ${kind}
    order by finished_at is null desc, started_at desc, id desc limit 1`.execute(db)
  const row = rows[0]
  return (
    row && {
      id: row.id,
      kind,
      startedAt: instantOf(row.started_at),
      startedBy: row.started_by,
      reached: row.reached,
      seen: row.seen,
      found: row.found,
      finishedAt: row.finished_at ? instantOf(row.finished_at) : undefined,
    }
  )
}
