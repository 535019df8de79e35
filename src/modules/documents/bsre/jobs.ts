import type { JobContext } from '#kernel/define/module.ts'
import { settleCertifications } from './commands/batches.ts'

/** Looks after batches that nobody works on any more. */
export async function settleCertificationsJob(_payload: unknown, context: JobContext): Promise<void> {
  await context.run(settleCertifications, {})
}
