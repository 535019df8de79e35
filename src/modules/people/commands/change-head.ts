import { dayOf } from '#kernel/clock/clock.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { invalidField } from '#kernel/errors.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { requireMayHead, requireOnRegister } from './card-guards.ts'
import type { EventOrigin } from './event/event.ts'
import { openEvent } from './event/open-event.ts'

export interface RenewedFamily {
  readonly eventId: string
  readonly familyVersion: number
}

/**
 * Another member heads the family; how the others stand to him is worked out anew.
 * @throws not-found; conflict for a card that no longer holds; invalid-input at `head`
 * @basis Perpres 96/2018 pasal 12 (penggantian kepala keluarga)
 */
export async function changeHead(
  tx: WriteHandle,
  tenant: Tenant,
  change: EventOrigin & { readonly familyId: string; readonly headId: string },
): Promise<RenewedFamily> {
  const today = dayOf(change.now, tenant.profile.zone)
  const event = await openEvent(tx, tenant, { ...change, kind: 'head-change', validOn: today.toString() })
  const family = await event.family(change.familyId)
  const member = (await event.members(family.id)).find((one) => one.id === change.headId)
  if (!member) {
    throw invalidField('head', 'Pilih anggota kartu keluarga ini.', 'Choose somebody on this family card.')
  }
  if (family.headPersonId === member.id) {
    throw invalidField('head', 'Ia sudah kepala keluarga pada kartu ini.', 'This person heads the family already.')
  }
  requireOnRegister(member)
  requireMayHead(member, today, 'head')
  await event.setHead(family.id, member.id)
  const { eventId, cards } = await event.close()
  return { eventId, familyVersion: cards.get(family.id) as number }
}
