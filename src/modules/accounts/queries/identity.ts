import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { findFamilyByKkNumber, findPersonByNik, type Nik, type Person, parseNik } from '#modules/people/index.ts'

export interface StatedIdentity {
  readonly nik: string
  readonly kkNumber: string
  readonly birthOn: string
}

export type IdentityMatch =
  | {
      readonly status: 'match' | 'has-account'
      readonly person: Person
      readonly nik: Nik
      readonly accountId?: string
    }
  | { readonly status: 'mismatch' }

/** Checks what somebody says of himself against the register. Whatever does not fit gives the same answer. */
export async function matchIdentity(tenant: Tenant, db: AnyHandle, stated: StatedIdentity): Promise<IdentityMatch> {
  const nik = parseNik(stated.nik)
  // Both are looked up whatever the first says, so that the time does not tell which one was wrong.
  const person = await findPersonByNik(tenant, db, stated.nik)
  const family = await findFamilyByKkNumber(tenant, db, stated.kkNumber)
  const account = await db
    .selectFrom('accounts.account')
    .select('id')
    .where('kind', '=', 'citizen')
    .where('person_id', '=', person?.id ?? '00000000-0000-0000-0000-000000000000')
    .executeTakeFirst()
  if (!nik || !person || !family || person.familyId !== family.id) return { status: 'mismatch' }
  if (person.diedOn || family.closedOn || person.birthOn !== stated.birthOn) return { status: 'mismatch' }
  return account ? { status: 'has-account', person, nik, accountId: account.id } : { status: 'match', person, nik }
}
