import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { getFamily, getPerson, openNik } from '#modules/people/index.ts'

/** What the population register knows of whoever applies for a licence. */
export async function applicantFacts(
  tenant: Tenant,
  db: AnyHandle,
  personId: string,
): Promise<Record<string, string | boolean>> {
  const person = await getPerson(db, personId)
  const family = person.familyId ? await getFamily(db, person.familyId) : undefined
  return {
    applicantName: person.fullName,
    applicantNik: openNik(tenant, person),
    applicantBirthOn: person.birthOn,
    hasFamily: family !== undefined,
    villageCode: family?.villageCode ?? '',
    address: family ? `${family.address} RT ${family.rt} RW ${family.rw}` : '',
  }
}
