import type { AnyHandle } from '#kernel/db/database.ts'

/** Cases at which the clock has something to do, the longest overdue first. */
export async function listDueCases(db: AnyHandle, now: Temporal.Instant, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('services.case')
    .select('id')
    .where('next_timer_at', '<=', new Date(now.epochMilliseconds))
    .orderBy('next_timer_at')
    .limit(limit)
    .execute()
  return rows.map((row) => row.id)
}
