import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose'
import type { AnyHandle, WriteHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'

const sealedAs = (id: string) => `credentials.issuer_key:${id}`

export interface IssuerKey {
  readonly id: string
  readonly sign: CryptoKey
}

/** The key that signs now; undefined before the first card. */
export async function findSigningKey(db: AnyHandle, tenant: Tenant): Promise<IssuerKey | undefined> {
  const row = await db
    .selectFrom('credentials.issuer_key')
    .select(['id', 'private_sealed'])
    .where('retired_at', 'is', null)
    .orderBy('made_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  const jwk = tenant.cipher.openJson<JWK>(row.private_sealed, sealedAs(row.id))
  return { id: row.id, sign: (await importJWK(jwk, 'ES256')) as CryptoKey }
}

/** The key that signs now, made the first time. */
export async function signingKey(tx: WriteHandle, tenant: Tenant, now: Temporal.Instant): Promise<IssuerKey> {
  return (await findSigningKey(tx, tenant)) ?? makeKey(tx, tenant, now)
}

/** Makes the key that signs from now on; earlier ones sign nothing more and still verify. */
export async function makeKey(tx: WriteHandle, tenant: Tenant, now: Temporal.Instant): Promise<IssuerKey> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
  const jwk = await exportJWK(publicKey)
  const id = await calculateJwkThumbprint(jwk)
  await tx
    .updateTable('credentials.issuer_key')
    .set({ retired_at: now.toString() })
    .where('retired_at', 'is', null)
    .execute()
  await tx
    .insertInto('credentials.issuer_key')
    .values({
      id,
      public_jwk: JSON.stringify({ ...jwk, kid: id, alg: 'ES256', use: 'sig' }),
      private_sealed: tenant.cipher.sealJson(await exportJWK(privateKey), sealedAs(id)),
      made_at: now.toString(),
    })
    .execute()
  return { id, sign: privateKey }
}

/** Every public key, the newest first: what an old one signed must still be checked. */
export async function listPublicKeys(db: AnyHandle): Promise<JWK[]> {
  const rows = await db.selectFrom('credentials.issuer_key').select('public_jwk').orderBy('made_at', 'desc').execute()
  return rows.map((row) => row.public_jwk as JWK)
}

export async function findPublicKey(db: AnyHandle, id: string): Promise<JWK | undefined> {
  const row = await db.selectFrom('credentials.issuer_key').select('public_jwk').where('id', '=', id).executeTakeFirst()
  return row?.public_jwk as JWK | undefined
}
