import { z } from 'zod'
import { signedIn } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'

/** Somebody asked for a bill that is not his: answered as if it did not exist, and written down. */
export const noteRefusedAccess = command({
  name: 'billing.note-refused-access',
  event: 'billing.bill-access-refused.v1',
  access: signedIn,
  input: z.object({ billId: z.string().max(60), path: z.string().max(300) }),
  async run(_tx, input) {
    return { result: undefined, event: { subject: { type: 'bill', id: input.billId }, payload: { path: input.path } } }
  },
})
