import type { JobContext } from '#kernel/define/module.ts'
import { removeExpired } from './commands/sessions.ts'

export async function removeExpiredJob(_payload: unknown, context: JobContext): Promise<void> {
  await context.run(removeExpired, {})
}
