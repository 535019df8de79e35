import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { applicantFacts, type Known } from '#modules/services/index.ts'
import { getAreaPath } from '#modules/territory/index.ts'

/** What the register knows of somebody who reports a death: himself, everybody on his family card, where they live. */
export async function deathFacts(tenant: Tenant, db: AnyHandle, personId: string): Promise<Known> {
  const facts = await applicantFacts(tenant, db, personId)
  const village = facts['villageCode']
  const regency = typeof village === 'string' && village ? (await getAreaPath(db, village))[1] : undefined
  return { ...facts, regencyName: (regency?.name ?? '').replace(/^Kabupaten /, '') }
}
