import { z } from 'zod'
import type { WriteHandle } from '#kernel/db/database.ts'

/** Money of which a channel told, as its notification or its list says it. */
export const toldPayment = z.object({
  channel: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/),
  reference: z.string().min(1).max(80),
  number: z.string().max(40),
  amount: z.string().regex(/^\d{1,15}\.\d\d$/),
  paidAt: z.string().refine(isMoment, 'a moment with offset'),
})
export type ToldPayment = z.infer<typeof toldPayment>

export async function isKnown(tx: WriteHandle, told: Pick<ToldPayment, 'channel' | 'reference'>): Promise<boolean> {
  const row = await tx
    .selectFrom('billing.payment')
    .select('id')
    .where('channel', '=', told.channel)
    .where('reference', '=', told.reference)
    .executeTakeFirst()
  return row !== undefined
}

function isMoment(text: string): boolean {
  try {
    return Temporal.Instant.from(text) !== undefined
  } catch {
    return false
  }
}
