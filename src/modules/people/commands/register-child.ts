import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { districtOf, type FamilyRelation, type MaritalStatus, type Nik, relationOfChild, type Sex } from '../domain.ts'
import { getFamily, listFamilyMembers } from '../queries/families.ts'
import { getPerson } from '../queries/persons.ts'
import { nikContext } from '../queries/rows.ts'
import { newbornTerms } from '../terms.ts'
import { allocateNik } from './allocate-number.ts'
import { keepCurrentVersion, renewFamilyCard } from './family-card-versions.ts'

export interface NewChild {
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
  readonly motherId: string
  /** Left out when the birth is registered as that of a mother alone. */
  readonly fatherId: string | undefined
  /** The family that the child joins; its district is the district of the NIK. */
  readonly familyId: string
  readonly now: Temporal.Instant
  /** Why the family card changes, as its history shows it: "Kelahiran, akta 9901-LU-23112026-0047". */
  readonly reason: string
}

export interface RegisteredChild {
  readonly personId: string
  readonly nik: Nik
  readonly familyVersion: number
}

/**
 * Enters a newborn in the register and renews the family card, inside the calling command's transaction.
 * The composition before is kept as a version too when it was never stored.
 * @throws not-found for an unknown mother, father or family; conflict for a closed family card
 * @basis UU 23/2006 pasal 27 ayat (2); Perpres 96/2018 pasal 33
 */
export async function registerChild(tx: WriteHandle, tenant: Tenant, child: NewChild): Promise<RegisteredChild> {
  // The lock makes two births in one family take turns, each with a version of its own.
  await tx.selectFrom('people.family').select('id').where('id', '=', child.familyId).forUpdate().execute()
  const family = await getFamily(tx, child.familyId)
  if (family.closedOn) throw new AppError('conflict')
  const members = await listFamilyMembers(tx, family.id)
  const mother = await getPerson(tx, child.motherId)
  const father = child.fatherId ? await getPerson(tx, child.fatherId) : undefined
  await keepCurrentVersion(tx, tenant, family)

  const nik = await allocateNik(tx, districtOf(family.villageCode), child.birthOn, child.sex)
  const relationInFamily = (personId: string | undefined): FamilyRelation | undefined =>
    members.find((member) => member.id === personId)?.familyRelation
  const personId = newId<'person'>(child.now.epochMilliseconds)
  await tx
    .insertInto('people.person')
    .values({
      id: personId,
      nik_sealed: tenant.cipher.seal(nik, nikContext),
      nik_print: tenant.cipher.fingerprint(nik, nikContext),
      full_name: child.fullName,
      sex: child.sex,
      birth_place: child.birthPlace,
      birth_on: child.birthOn,
      religion: child.religion ?? mother.religion,
      ...newbornTerms,
      marital_status: 'single' satisfies MaritalStatus,
      blood_type: child.bloodType ?? null,
      citizenship: child.citizenship ?? mother.citizenship,
      family_id: family.id,
      family_relation: relationOfChild([relationInFamily(child.motherId), relationInFamily(child.fatherId)]),
      family_order: Math.max(0, ...members.map((member) => member.familyOrder)) + 1,
      mother_person_id: mother.id,
      father_person_id: father?.id ?? null,
      mother_name: mother.fullName,
      father_name: father?.fullName ?? null,
      birth_certificate_number: child.birthCertificateNumber ?? null,
      registered_at: child.now.toString(),
      updated_at: child.now.toString(),
    })
    .execute()
  const familyVersion = await renewFamilyCard(tx, tenant, family, child.reason, child.now)
  return { personId, nik, familyVersion }
}
