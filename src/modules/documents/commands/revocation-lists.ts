import type { AnyHandle, WriteHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { createRevocationList, type RevokedCertificate } from '../signing/revocation-list.ts'
import { openAuthority } from './region-authority.ts'

/** A list that nobody needed in the meantime is renewed after a day, long before it would count as outdated. */
const renewAfterMs = 24 * 3_600_000
const holdsMs = 7 * 24 * 3_600_000

export interface MadeList {
  readonly authorityId: string
  readonly number: number
}

interface AuthorityRow {
  readonly id: string
  readonly certificate: string
  readonly key_sealed: Buffer
  readonly valid_from: Date
  readonly valid_to: Date
}

/**
 * Signs new lists for authorities whose newest one is too old.
 * @param freshSince lists from before this moment are too old in any case: a list proves something only of the time
 *   before it was made
 */
export async function renewLists(
  tx: WriteHandle,
  tenant: Tenant,
  now: Date,
  freshSince: Date = new Date(0),
): Promise<MadeList[]> {
  const authorities = await tx.selectFrom('documents.authority').selectAll().where('valid_to', '>', now).execute()
  const oldest = new Date(Math.max(freshSince.getTime(), now.getTime() - renewAfterMs))
  const made: MadeList[] = []
  for (const authority of authorities) {
    const newest = await newestList(tx, authority.id)
    if (!newest || newest.this_update < oldest) made.push(await signList(tx, tenant, authority, now))
  }
  return made
}

/** A new list at once, with what was revoked just now. */
export async function renewListOf(tx: WriteHandle, tenant: Tenant, authorityId: string, now: Date): Promise<MadeList> {
  const authority = await tx
    .selectFrom('documents.authority')
    .selectAll()
    .where('id', '=', authorityId)
    .executeTakeFirstOrThrow()
  return signList(tx, tenant, authority, now)
}

async function signList(tx: WriteHandle, tenant: Tenant, authority: AuthorityRow, now: Date): Promise<MadeList> {
  const number = ((await newestList(tx, authority.id))?.number ?? 0) + 1
  const nextUpdate = new Date(now.getTime() + holdsMs)
  const encoded = await createRevocationList(openAuthority(tenant, authority), {
    number,
    thisUpdate: now,
    nextUpdate,
    revoked: await listRevoked(tx, authority.id),
    completeSince: authority.valid_from,
  })
  await tx
    .insertInto('documents.revocation_list')
    .values({
      authority_id: authority.id,
      number,
      this_update: now,
      next_update: nextUpdate,
      encoded: Buffer.from(encoded),
    })
    .execute()
  // What letters needed of older ones stands in the letters.
  await tx
    .deleteFrom('documents.revocation_list')
    .where('authority_id', '=', authority.id)
    .where('next_update', '<', now)
    .execute()
  return { authorityId: authority.id, number }
}

/** Every certificate of the authority that was revoked, also those that have expired since. */
async function listRevoked(tx: WriteHandle, authorityId: string): Promise<RevokedCertificate[]> {
  const rows = await tx
    .selectFrom('documents.signing_certificate')
    .select(['serial', 'revoked_at', 'revoked_reason'])
    .where('authority_id', '=', authorityId)
    .where('revoked_at', 'is not', null)
    .union(
      tx
        .selectFrom('documents.time_stamper')
        .select(['serial', 'revoked_at', 'revoked_reason'])
        .where('authority_id', '=', authorityId)
        .where('revoked_at', 'is not', null),
    )
    .execute()
  return rows
    .flatMap(({ serial, revoked_at: at, revoked_reason: reason }) => (at && reason ? [{ serial, at, reason }] : []))
    .sort((a, b) => a.at.getTime() - b.at.getTime())
}

export interface StoredList {
  readonly number: number
  readonly this_update: Date
  readonly encoded: Buffer
}

export function newestList(db: AnyHandle, authorityId: string): Promise<StoredList | undefined> {
  return db
    .selectFrom('documents.revocation_list')
    .select(['number', 'this_update', 'encoded'])
    .where('authority_id', '=', authorityId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
}
