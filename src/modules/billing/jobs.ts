import type { JobContext } from '#kernel/define/module.ts'
import { expireBill } from './commands/expire-bill.ts'
import { expiryGrace } from './domain.ts'
import { listOverdue } from './queries/bills.ts'

const atOnce = 500

/** Ends bills whose time is over. Each is its own command, so a crash leaves the rest to the next round. */
export async function expireBillsJob(_payload: unknown, context: JobContext): Promise<void> {
  const limit = context.clock.now().subtract(expiryGrace)
  for (const billId of await listOverdue(context.db, limit, atOnce)) await context.run(expireBill, { billId })
}
