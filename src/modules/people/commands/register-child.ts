import type { WriteHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { type FamilyRelation, type Nik, relationOfChild, type Sex } from '../domain.ts'
import { openNik } from '../queries/rows.ts'
import { newbornTerms } from '../terms.ts'
import type { EventOrigin } from './event/event.ts'
import { openEvent } from './event/open-event.ts'

export interface NewChild extends EventOrigin {
  readonly fullName: string
  readonly sex: Sex
  readonly birthPlace: string
  /** ISO day. */
  readonly birthOn: string
  /** The mother's when left out. */
  readonly religion?: string | undefined
  readonly citizenship?: string | undefined
  readonly bloodType?: string | undefined
  readonly birthCertificateNumber?: string | undefined
  /** Left out for a foundling. */
  readonly motherId?: string | undefined
  /** Left out when the birth is registered as that of a mother alone. */
  readonly fatherId?: string | undefined
  /** The family that the child joins; its district is the district of the NIK. */
  readonly familyId: string
  /** How the child stands to the head, where no parent on the card tells it. */
  readonly relation?: FamilyRelation | undefined
}

export interface RegisteredChild {
  readonly eventId: string
  readonly personId: string
  readonly nik: Nik
  readonly familyVersion: number
}

/**
 * Enters a newborn in the register and renews the family card, inside the calling command's transaction.
 * @throws not-found for an unknown mother, father or family; conflict for a closed family card
 * @basis UU 23/2006 pasal 27 ayat (2); Perpres 96/2018 pasal 33
 */
export async function registerChild(tx: WriteHandle, tenant: Tenant, child: NewChild): Promise<RegisteredChild> {
  const event = await openEvent(tx, tenant, { ...child, kind: 'birth', validOn: child.birthOn })
  const family = await event.family(child.familyId)
  const members = await event.members(family.id)
  const mother = child.motherId ? await event.person(child.motherId) : undefined
  const father = child.fatherId ? await event.person(child.fatherId) : undefined
  const relationInFamily = (personId: string | undefined): FamilyRelation | undefined =>
    members.find((member) => member.id === personId)?.familyRelation
  const parent = mother ?? father
  const head = members.find((member) => member.familyRelation === 'head')
  const person = await event.addPerson({
    fullName: child.fullName,
    sex: child.sex,
    birthPlace: child.birthPlace,
    birthOn: child.birthOn,
    religion: child.religion ?? parent?.religion ?? head?.religion ?? '',
    ...newbornTerms,
    bloodType: child.bloodType,
    citizenship: child.citizenship ?? parent?.citizenship,
    familyId: family.id,
    relation: child.relation ?? relationOfChild([relationInFamily(child.motherId), relationInFamily(child.fatherId)]),
    motherId: mother?.id,
    fatherId: father?.id,
    motherName: mother?.fullName,
    fatherName: father?.fullName,
    birthCertificateNumber: child.birthCertificateNumber,
  })
  const { eventId, cards } = await event.close()
  return {
    eventId,
    personId: person.id,
    nik: openNik(tenant, person),
    familyVersion: cards.get(family.id) as number,
  }
}
