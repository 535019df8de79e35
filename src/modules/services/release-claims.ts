import type { JobHandler } from '#kernel/define/module.ts'
import { releaseEndedClaims } from './commands/release-task.ts'

/** Every hour, so that it comes soon after midnight in each of the three zones. */
export const releaseClaims: JobHandler = async (_payload, context) => {
  const { released } = await context.run(releaseEndedClaims, {})
  if (released > 0) context.log.info({ released }, 'work of ended posts went back to the desk')
}
