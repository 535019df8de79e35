import type { JobHandler } from '#kernel/define/module.ts'
import { draftBatch } from './commands/draft-batch.ts'
import { discardBatch, issueBatch } from './commands/issue-batch.ts'
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
