import { z } from 'zod'
import { systemOnly } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { command } from '#kernel/command/command.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { changeTransfer, lockTransfer } from './transfers.ts'

/** Transfers whose letter holds no longer. */
export async function listLapsing(tenant: Tenant, db: AnyHandle, now: Temporal.Instant): Promise<string[]> {
  const rows = await db
    .selectFrom('population.transfer')
    .select('id')
    .where('state', 'in', ['drafted', 'sent', 'accepted', 'announced', 'claimed'])
    .where('valid_to', '<', dayOf(now, tenant.profile.zone).toString())
    .limit(200)
    .execute()
  return rows.map((row) => row.id)
}

/**
 * The letter holds no longer. Where they leave, the other region is asked to let go of it first: it may have registered
 * them a moment ago, and only it knows. Where they were to go, nobody can register them any more.
 */
export const lapseTransfer = command({
  name: 'population.lapse-transfer',
  event: 'population.transfer-lapsed.v1',
  access: systemOnly,
  input: z.object({ transferId: z.uuid() }),
  async run(tx, { transferId }, context) {
    const row = await lockTransfer(tx, transferId)
    const today = dayOf(context.now, context.tenant.profile.zone).toString()
    const open = ['drafted', 'sent', 'accepted', 'announced', 'claimed'].includes(row.state)
    if (!open || !row.valid_to || row.valid_to >= today) return { result: null, event: undefined }
    await changeTransfer(tx, context, row, {
      state: row.direction === 'out' ? 'withdrawing' : 'lapsed',
      ...(row.direction === 'out' ? { reason: 'lapsed' } : {}),
      says: true,
      what: 'letter-lapsed',
    })
    return { result: null, event: { subject: { type: 'transfer', id: row.id }, payload: {} } }
  },
})
