import type { JobContext, JobHandler } from '#kernel/define/module.ts'
import { reviewJob } from './reviews/commands.ts'
import { reviewNightlyJob, reviewRegisterJob } from './reviews/jobs.ts'
import { watchReadings } from './watch/commands.ts'

async function watchReadingsJob(_payload: unknown, context: JobContext): Promise<void> {
  await context.run(watchReadings, {})
}

export const peopleJobs: Readonly<Record<string, JobHandler>> = {
  [reviewJob]: reviewRegisterJob,
  'people.review-nightly': reviewNightlyJob,
  'people.watch-readings': watchReadingsJob,
}

/** At night, when few people wait for pages. */
export const peopleTimetable = [
  { task: 'people.review-nightly', match: '20 18 * * *' },
  { task: 'people.watch-readings', match: '50 18 * * *' },
]
