import type { Actor } from '#kernel/access/access.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import { AppError } from '#kernel/errors.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { findOfficialOfPerson } from '#modules/organization/index.ts'
import { findPerson, openNik } from '#modules/people/index.ts'
import type { ExpectedSigner } from './check-signed.ts'
import type { Holder } from './queries/waiting.ts'

/** The actor as the national service knows him: by his own NIK. @throws forbidden for who is no official in a post */
export async function findSigner(
  tenant: Tenant,
  db: AnyHandle,
  { personId, position }: Actor,
): Promise<ExpectedSigner & Holder> {
  const person = personId ? await findPerson(db, personId) : undefined
  const official = person && (await findOfficialOfPerson(db, person.id))
  if (!official || !position) throw new AppError('forbidden')
  return {
    officialId: official.id,
    positionId: position.id,
    nik: openNik(tenant, person),
    names: [official.displayName, person.fullName],
  }
}

/** The same for lists, which need no more than who holds which post. */
export async function findHolder(db: AnyHandle, { personId, position }: Actor): Promise<Holder | undefined> {
  const official = personId ? await findOfficialOfPerson(db, personId) : undefined
  return official && position && { officialId: official.id, positionId: position.id }
}
