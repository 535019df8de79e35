// What the bench drives a yearly assessment by.
export { approveRun, startRun, submitRun } from './commands/decide-run.ts'
export { draftBatch } from './commands/draft-batch.ts'
export { issueBatch } from './commands/issue-batch.ts'
export { findRun } from './queries/runs.ts'
