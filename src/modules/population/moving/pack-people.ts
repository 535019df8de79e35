import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { findPerson, findSpouse, listHistoryOf, openNik, type Person } from '#modules/people/index.ts'
import type { MovingPerson } from './package.ts'

const mostHistory = 50

/** People of this register as a package describes them, with what happened to them. */
export async function packPeople(
  tenant: Tenant,
  db: AnyHandle,
  people: readonly Person[],
): Promise<[MovingPerson, ...MovingPerson[]]> {
  const packed: MovingPerson[] = []
  for (const person of people) packed.push(await packOne(tenant, db, person))
  return packed as [MovingPerson, ...MovingPerson[]]
}

async function packOne(tenant: Tenant, db: AnyHandle, person: Person): Promise<MovingPerson> {
  const nikOf = async (id: string | undefined) => {
    const found = id ? await findPerson(db, id) : undefined
    return found && openNik(tenant, found)
  }
  const spouse = await findSpouse(db, person)
  const history = await listHistoryOf(db, { personId: person.id })
  return {
    nik: openNik(tenant, person),
    fullName: person.fullName,
    sex: person.sex,
    birthPlace: person.birthPlace,
    birthOn: person.birthOn,
    religion: person.religion,
    education: person.education,
    occupation: person.occupation,
    maritalStatus: person.maritalStatus,
    bloodType: person.bloodType,
    citizenship: person.citizenship,
    relation: person.familyRelation,
    motherNik: await nikOf(person.motherId),
    fatherNik: await nikOf(person.fatherId),
    spouseNik: spouse && openNik(tenant, spouse),
    motherName: person.motherName,
    fatherName: person.fatherName,
    birthCertificateNumber: person.birthCertificateNumber,
    marriageCertificateNumber: person.marriageCertificateNumber,
    marriedOn: person.marriedOn,
    divorceCertificateNumber: person.divorceCertificateNumber,
    divorcedOn: person.divorcedOn,
    history: history
      .filter((row) => row.stands)
      .slice(-mostHistory)
      .toReversed()
      .map((row) => ({ kind: row.kind, validOn: row.validOn, number: row.registerNumber })),
  }
}
