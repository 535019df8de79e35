import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { applicantFacts as knownToAll } from '#modules/services/index.ts'

/** What is known of whoever applies for a licence, by the names that forms of licences use. */
export async function applicantFacts(
  tenant: Tenant,
  db: AnyHandle,
  personId: string,
): Promise<Record<string, string | boolean>> {
  const facts = await knownToAll(tenant, db, personId)
  const text = (name: string) => String(facts[name] ?? '')
  return {
    applicantName: text('fullName'),
    applicantNik: text('nik'),
    applicantBirthOn: text('birthOn'),
    hasFamily: facts['hasFamily'] === true,
    villageCode: text('villageCode'),
    address: facts['hasFamily'] ? `${text('street')} RT ${text('rt')} RW ${text('rw')}` : '',
    phone: text('phone'),
    email: text('email'),
  }
}
