import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError } from '#kernel/errors.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import type { Person } from '../queries/rows.ts'
import { requireOnRegister } from './card-guards.ts'
import type { ClosedEvent, EventOrigin } from './event/event.ts'
import { openEvent } from './event/open-event.ts'

export interface NewRecognition extends EventOrigin {
  /** `legitimation`: the parents have married; the child is theirs as one born in the marriage. */
  readonly kind: 'recognition' | 'legitimation'
  readonly childId: string
  readonly fatherId: string
  /** Left out when the register knows her. */
  readonly motherId?: string | undefined
  /** ISO day on which it became true. */
  readonly validOn: string
}

/**
 * Gives a child its father, and where the register does not know her its mother, inside the calling command's
 * transaction; the child's card is renewed with the names.
 * @throws not-found; conflict for who is not active or under check, or when the child has other parents in the register
 * @basis UU 23/2006 pasal 49, 50 jo. UU 24/2013
 */
export async function recogniseChild(tx: WriteHandle, tenant: Tenant, draft: NewRecognition): Promise<ClosedEvent> {
  const event = await openEvent(tx, tenant, draft)
  const child = await event.person(draft.childId)
  const father = await event.person(draft.fatherId)
  const mother = draft.motherId ? await event.person(draft.motherId) : undefined
  requireOnRegister(child)
  requireParent(child, father, 'male', child.fatherId)
  if (mother) requireParent(child, mother, 'female', child.motherId)
  await event.changePerson(child.id, {
    fatherId: father.id,
    fatherName: father.fullName,
    ...(mother ? { motherId: mother.id, motherName: mother.fullName } : {}),
  })
  return event.close()
}

/** A parent who died may still be one; another parent in the register is in the way. */
function requireParent(child: Person, parent: Person, sex: Person['sex'], known: string | undefined): void {
  const isFather = sex === 'male'
  if (parent.sex !== sex || parent.birthOn >= child.birthOn || parent.id === child.id) {
    throw refused(
      `${parent.fullName} menurut register tidak mungkin ${isFather ? 'ayah' : 'ibu'} anak ini. Periksa NIK-nya.`,
      `In the register ${parent.fullName} cannot be the ${isFather ? 'father' : 'mother'} of this child. Check the NIK.`,
    )
  }
  if (known !== undefined && known !== parent.id) {
    throw refused(
      `Register sudah mengenal ${isFather ? 'ayah' : 'ibu'} lain dari ${child.fullName}. Perubahannya perlu putusan pengadilan.`,
      `The register knows another ${isFather ? 'father' : 'mother'} of ${child.fullName}. A court has to change that.`,
    )
  }
}

function refused(id: string, en: string): AppError {
  return new AppError('conflict', { text: { id, en } })
}
