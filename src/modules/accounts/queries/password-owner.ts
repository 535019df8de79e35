import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { getPerson, openNik } from '#modules/people/index.ts'
import type { PasswordOwner } from '../domain.ts'
import type { Account } from './accounts.ts'

/** What a password of this account must not be made of. */
export async function passwordOwner(tenant: Tenant, db: AnyHandle, account: Account): Promise<PasswordOwner> {
  const person = await getPerson(db, account.personId)
  return {
    names: [person.fullName, ...person.fullName.split(' ')],
    numbers: [openNik(tenant, person), account.phone],
    birthOn: person.birthOn,
  }
}
