import { instantOf } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import { type Sen, senFromNumeric } from '#kernel/money/money.ts'
import type { AssessmentState } from '../claims.ts'

/** One step of an assessment: who, when, on what ground. */
export interface StepEntry {
  readonly id: string
  readonly at: Temporal.Instant
  readonly verb: string
  readonly to: AssessmentState
  readonly by: string
  readonly ground: string
  readonly amount: Sen | undefined
  readonly documentId: string | undefined
}

/** The way of an assessment, the latest step first. */
export async function listSteps(db: AnyHandle, assessmentId: string): Promise<StepEntry[]> {
  const rows = await db
    .selectFrom('local_tax.step')
    .selectAll()
    .where('assessment_id', '=', assessmentId)
    .orderBy('ordinal', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    at: instantOf(row.at),
    verb: row.verb,
    to: row.to_state as AssessmentState,
    by: row.by,
    ground: row.ground,
    amount: row.amount === null ? undefined : senFromNumeric(row.amount),
    documentId: row.document_id ?? undefined,
  }))
}
