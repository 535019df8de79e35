import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { findSpouse, getPerson } from '#modules/people/index.ts'
import type { Known } from '#modules/services/index.ts'
import { marriageFacts } from './marriage-facts.ts'

/** What the register knows of somebody and of the one he is married to. */
export async function coupleFacts(tenant: Tenant, db: AnyHandle, personId: string): Promise<Known> {
  const facts = await marriageFacts(tenant, db, personId)
  const person = await getPerson(db, personId)
  const spouse = await findSpouse(db, person)
  return {
    ...facts,
    spouseId: spouse?.id ?? '',
    spouseName: spouse?.fullName ?? '',
    sharesCard: spouse?.familyId !== undefined && spouse.familyId === person.familyId,
    marriageNumber: person.marriageCertificateNumber ?? '',
    divorceNumber: person.divorceCertificateNumber ?? '',
  }
}
