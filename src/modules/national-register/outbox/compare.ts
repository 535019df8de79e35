import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { getFamily, openKkNumber, openNik, type Person } from '#modules/people/index.ts'
import type { Concerned } from '../commands/announce.ts'
import { compareSides, type SideBySide } from '../domain.ts'
import type { NationalPerson } from '../port/national-register.ts'

/** A person of ours beside what stands there of him. */
export async function sidesOf(
  tenant: Tenant,
  db: AnyHandle,
  person: Person,
  theirs: NationalPerson | undefined,
): Promise<SideBySide[]> {
  const family = person.familyId ? await getFamily(db, person.familyId) : undefined
  const ours = {
    nik: openNik(tenant, person),
    kkNumber: family && openKkNumber(tenant, family),
    fullName: person.fullName,
    sex: person.sex,
    birthPlace: person.birthPlace,
    birthOn: person.birthOn,
    religion: person.religion,
    motherName: person.motherName,
    fatherName: person.fatherName,
    diedOn: person.diedOn,
  }
  return compareSides(ours, theirs ?? {})
}

/** Whom an answer is about: the one it names, or the first of the event. */
export async function concernedBy(
  tenant: Tenant,
  db: AnyHandle,
  people: ReadonlyMap<string, Person>,
  theirs: readonly NationalPerson[],
  named?: string,
): Promise<Concerned> {
  const said = theirs.find(({ nik }) => people.has(nik)) ?? theirs[0]
  const person = people.get(said?.nik ?? named ?? '') ?? [...people.values()][0]
  if (!person) return { personName: '–', sides: [] }
  return {
    personId: person.id,
    ...(person.familyId ? { familyId: person.familyId } : {}),
    personName: person.fullName,
    sides: (await sidesOf(tenant, db, person, said)).map(({ field, ours, theirs: value }) => ({
      field,
      ...(ours === undefined ? {} : { ours }),
      ...(value === undefined ? {} : { theirs: value }),
    })),
  }
}
