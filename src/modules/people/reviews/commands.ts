import { sql } from 'kysely'
import { z } from 'zod'
import { permitted, systemOnly } from '#kernel/access/access.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { newId } from '#kernel/ids.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import { recordDuplicates } from '../duplicates/record-duplicates.ts'
import { duplicateReasons } from '../duplicates/weights.ts'
import { contradictionCodes } from '../plausibility/contradictions.ts'
import { recordFindings } from '../plausibility/record-findings.ts'
import { type ReviewKind, reviewKinds } from './reviews.ts'

export const reviewJob = 'people.review-register'
const kind = z.enum(reviewKinds)
const id = z.uuid()

/** Looks at the whole register now; a look that is under way goes on. */
export const startReview = command({
  name: 'people.start-review',
  event: 'people.review-started.v1',
  access: permitted('people.resolve-duplicates'),
  input: z.object({ kind }),
  async run(tx, input, context) {
    return { result: {}, event: await begin(tx, input.kind, labelOf(context.actor), context) }
  },
})

/** The same by the timetable. */
export const startNightlyReview = command({
  name: 'people.start-nightly-review',
  event: 'people.nightly-review-started.v1',
  access: systemOnly,
  input: z.object({ kind }),
  async run(tx, input, context) {
    return { result: {}, event: await begin(tx, input.kind, 'Balai', context) }
  },
})

async function begin(tx: WriteHandle, of: ReviewKind, by: string, context: CommandContext) {
  const reviewId = newId(context.now.epochMilliseconds)
  const { rows } = await sql<{ id: string }>`insert into people.review (id, kind, started_at, started_by)
    values (${reviewId}, ${of}, ${context.now.toString()}, ${by}) on conflict do nothing returning id`.execute(tx)
  await context.enqueue(reviewJob, { kind: of }, { key: `${reviewJob}:${of}` })
  return rows.length ? { subject: { type: 'review', id: reviewId }, payload: { kind: of } } : undefined
}

const score = z.number().int().min(0).max(100)
const pair = z.object({
  personId: id,
  otherId: id,
  territoryCode: z.string(),
  score,
  reasons: z.array(z.enum(duplicateReasons)),
})
const say = z.object({ id: z.string(), en: z.string() })
const finding = z.object({
  personId: id,
  territoryCode: z.string(),
  code: z.enum(contradictionCodes),
  severity: z.enum(['refuse', 'warn']),
  say,
})

/**
 * Keeps what one batch of a look found, together with how far it came: a crash repeats at most one batch, and a batch
 * that was kept by another process is not kept twice.
 */
export const keepReview = command({
  name: 'people.keep-review',
  event: 'people.register-reviewed.v1',
  access: systemOnly,
  input: z.object({
    reviewId: id,
    from: z.string(),
    /** Undefined after the last batch. */
    reached: z.string().optional(),
    seen: z.number().int(),
    pairs: z.array(pair).default([]),
    findings: z.array(finding).default([]),
  }),
  async run(tx, { reviewId, from, reached, seen, pairs, findings }, { now }) {
    const { rows } = await sql<{ kind: ReviewKind }>`
      select kind from people.review where id = ${reviewId} and finished_at is null and reached = ${from}
      for update`.execute(tx)
    const review = rows[0]
    if (!review) return { result: {}, event: undefined }
    const found = (await recordDuplicates(tx, pairs, { by: 'review', now })) + (await recordFindings(tx, findings, now))
    const finishedAt = reached === undefined ? now.toString() : null
    await sql`update people.review set reached = ${reached ?? from}, seen = seen + ${seen}, found = found + ${found},
      finished_at = ${finishedAt} where id = ${reviewId}`.execute(tx)
    const subject = { type: 'review', id: reviewId }
    return { result: {}, event: finishedAt ? { subject, payload: { kind: review.kind } } : undefined }
  },
})
