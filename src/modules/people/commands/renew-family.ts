import { dayOf } from '#kernel/clock/clock.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError } from '#kernel/errors.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import type { RenewedFamily } from './change-head.ts'
import type { EventOrigin } from './event/event.ts'
import { openEvent } from './event/open-event.ts'

/**
 * The card gets a new version though nobody on it changes, so that a print which was lost no longer is the newest.
 * @throws not-found; conflict for a card that no longer holds
 * @basis Perpres 96/2018 pasal 14 (penerbitan kartu keluarga karena hilang atau rusak)
 */
export async function renewFamily(
  tx: WriteHandle,
  tenant: Tenant,
  renewal: EventOrigin & { readonly familyId: string },
): Promise<RenewedFamily> {
  const today = dayOf(renewal.now, tenant.profile.zone)
  const event = await openEvent(tx, tenant, { ...renewal, kind: 'family-renewed', validOn: today.toString() })
  const family = await event.renew(renewal.familyId)
  if (family.status !== 'active') throw new AppError('conflict')
  const { eventId, cards } = await event.close()
  return { eventId, familyVersion: cards.get(family.id) as number }
}
