import { dayOf } from '#kernel/clock/clock.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError } from '#kernel/errors.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import type { FamilyRelation } from '../domain.ts'
import { requireOnRegister } from './card-guards.ts'
import type { ClosedEvent, EventOrigin } from './event/event.ts'
import { openEvent } from './event/open-event.ts'
import { leaveCards } from './leave-cards.ts'

export interface NewAdoption extends EventOrigin {
  readonly childId: string
  /** One of the adopting parents, onto whose card the child moves. */
  readonly parentId: string
  /** ISO day of the court's decision. */
  readonly decidedOn: string
}

/**
 * Takes an adopted child onto the card of its new parents, inside the calling command's transaction. Father and mother
 * stay those of its birth: an adoption does not cut the tie of blood.
 * @throws not-found; conflict for who is not active or under check, is no child, or stands above the adopting parent
 * @basis UU 23/2006 pasal 47; UU 23/2002 pasal 39 ayat (2); PP 54/2007
 */
export async function adopt(tx: WriteHandle, tenant: Tenant, draft: NewAdoption): Promise<ClosedEvent> {
  const today = dayOf(draft.now, tenant.profile.zone)
  const event = await openEvent(tx, tenant, { ...draft, kind: 'adoption', validOn: draft.decidedOn })
  const child = await event.person(draft.childId)
  const parent = await event.person(draft.parentId)
  requireOnRegister(child)
  requireOnRegister(parent)
  if (!parent.familyId || parent.birthOn >= child.birthOn || child.maritalStatus !== 'single') {
    throw new AppError('conflict', {
      params: { child: child.fullName, parent: parent.fullName },
      text: {
        id: '{child} menurut register tidak dapat diangkat sebagai anak oleh {parent}: periksa umur, status dan kartu keluarganya.',
        en: 'In the register {child} cannot be adopted by {parent}: look at age, status and family card.',
      },
    })
  }
  const relation = relationBeside(parent.familyRelation)
  if (child.familyId === parent.familyId) await event.changePerson(child.id, { familyRelation: relation })
  else {
    if (child.familyId) await leaveCards(event, [child.id], today)
    await event.moveMember(child.id, parent.familyId, relation)
  }
  return event.close()
}

/** How the child stands to the head, by how the adopting parent does. */
function relationBeside(parent: FamilyRelation): FamilyRelation {
  if (parent === 'head' || parent === 'husband' || parent === 'wife') return 'child'
  return parent === 'child' || parent === 'son-in-law' ? 'grandchild' : 'relative'
}
