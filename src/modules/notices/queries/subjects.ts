import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { findPersonByNik, type Person, sameName } from '#modules/people/index.ts'
import type { KindOfNotice } from '../kinds.ts'

export interface Subject {
  readonly role: string
  readonly person: Person
  /** He, or for a deceased his family, is told. */
  readonly told: boolean
}

/** The people of a report who stand in the register under that NIK and name; a NIK with another name is not taken. */
export async function findSubjects(
  tenant: Tenant,
  db: AnyHandle,
  kind: KindOfNotice,
  details: Readonly<Record<string, string | undefined>>,
): Promise<Subject[]> {
  const found: Subject[] = []
  for (const { role, nik, name, told } of kind.subjects) {
    const person = details[nik] ? await findPersonByNik(tenant, db, details[nik]) : undefined
    if (person?.status === 'active' && sameName(person.fullName, details[name] ?? '')) {
      found.push({ role, person, told })
    }
  }
  return found
}
