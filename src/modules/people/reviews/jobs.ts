import { sql } from 'kysely'
import { dayOf } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { JobContext } from '#kernel/define/module.ts'
import { lookForDuplicates } from '../duplicates/look-for-duplicates.ts'
import { lookForContradictions } from '../plausibility/look-for-contradictions.ts'
import { keepReview, startNightlyReview } from './commands.ts'
import { findNewestReview, type ReviewKind } from './reviews.ts'

/** What one batch saw, and where the next begins; `reached` is undefined after the last. */
export interface Batch {
  readonly reached: string | undefined
  readonly seen: number
  readonly pairs?: readonly unknown[] | undefined
  readonly findings?: readonly unknown[] | undefined
}

type Look = (db: AnyHandle, from: string, today: Temporal.PlainDate) => Promise<Batch>

const looks: Readonly<Record<ReviewKind, Look>> = {
  duplicates: lookForDuplicates,
  contradictions: lookForContradictions,
}

/** Batches one after the other until the look is done; a job that was killed goes on with the next. */
export async function reviewRegisterJob(payload: { kind: ReviewKind }, context: JobContext): Promise<void> {
  const { tenant, clock } = context
  // Read where the last write is certainly seen.
  const db = tenant.pools.write
  for (;;) {
    const review = await findNewestReview(db, payload.kind)
    if (!review || review.finishedAt) return
    const batch = await looks[payload.kind](context.db, review.reached, dayOf(clock.now(), tenant.profile.zone))
    await context.run(keepReview, { reviewId: review.id, from: review.reached, ...batch })
  }
}

/** Every night: how many people bear each word of a name, and both looks at the register. */
export async function reviewNightlyJob(_payload: unknown, context: JobContext): Promise<void> {
  await sql`select people.recount_names()`.execute(context.tenant.pools.write)
  for (const kind of ['duplicates', 'contradictions'] as const) await context.run(startNightlyReview, { kind })
}
