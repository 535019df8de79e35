import type { JobHandler } from '#kernel/define/module.ts'
import { subjectType } from './commands/assessment-row.ts'
import { draftBatch } from './commands/draft-batch.ts'
import { followPayment } from './commands/follow-payment.ts'
import { discardBatch, issueBatch } from './commands/issue-batch.ts'
import { markOverdue } from './commands/mark-overdue.ts'
import { findRun } from './queries/runs.ts'

/** So long one run of a job works; then another goes on, and jobs of others have their turn. */
const sliceMs = 20_000

const works = { drafting: draftBatch, issuing: issueBatch, discarding: discardBatch } as const

/** Goes on with a yearly assessment where it stands; killed, it goes on behind the last batch. */
export const workOnRun: JobHandler = async ({ runId }: { readonly runId: string }, context) => {
  const run = await findRun(context.db, runId)
  const work = works[run?.state as keyof typeof works]
  if (!work) return
  const end = performance.now() + sliceMs
  for (;;) {
    const handOver = performance.now() > end
    const outcome = await context.run(work, { runId, handOver })
    if (outcome !== 'more' || handOver) return
  }
}

interface BillNews {
  readonly payload: { readonly subject: { readonly type: string; readonly id: string } }
}

/** Hears from billing that money came on a bill or went back. */
export const hearOfPayment: JobHandler = async ({ payload }: BillNews, context) => {
  if (payload.subject.type !== subjectType) return
  await context.run(followPayment, { assessmentId: payload.subject.id })
}

/** Finds every day what fell overdue. */
export const findOverdue: JobHandler = async (_payload, context) => {
  while ((await context.run(markOverdue, {})) === 'more');
}
