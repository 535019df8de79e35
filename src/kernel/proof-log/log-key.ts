import { type Kysely, sql } from 'kysely'
import type { Config } from '../config.ts'
import type { AnyHandle, Database } from '../db/database.ts'
import { newId } from '../ids.ts'
import type { Tenant } from '../tenancy/tenants.ts'
import { newSigner, openSigner, type Signer, type VerifierKey, verifierKey } from './note.ts'

const logPath = '/bukti/log'
const sealedAs = (id: string) => `kernel.proof_key:${id}`

interface KeyRow {
  id: string
  origin: string
  public_key: Buffer
  key_sealed: Buffer
}

/** What the log of a region calls itself when its key is made: its address without scheme. */
export function originOf(tenant: Pick<Tenant, 'id' | 'hosts'>, config: Pick<Config, 'publicUrl'>): string {
  const host = config.publicUrl ? new URL(config.publicUrl).host : (tenant.hosts[0] ?? tenant.id)
  return `${host}${logPath}`
}

/** The public key of the log; undefined before the first head. */
export async function findLogKey(db: AnyHandle): Promise<VerifierKey | undefined> {
  const row = await readKey(db)
  return row && verifierKey(row.origin, 1, row.public_key)
}

/** The key of the log, made the first time. Its private half is sealed like every column of personal data. */
export async function logSigner(
  tx: Kysely<Database>,
  tenant: Tenant,
  place: { readonly origin: string; readonly now: Temporal.Instant },
): Promise<Signer> {
  const row = await readKey(tx)
  if (row) return openSigner(row.origin, 1, tenant.cipher.openBytes(row.key_sealed, sealedAs(row.id)))
  const id = newId(place.now.epochMilliseconds)
  const { signer, pkcs8 } = newSigner(place.origin, 1)
  const raw = Buffer.from(signer.key.publicKey.export({ format: 'jwk' }).x as string, 'base64url')
  await sql`insert into kernel.proof_key (id, origin, public_key, key_sealed, created_at)
    values (${id}, ${place.origin}, ${raw}, ${tenant.cipher.seal(pkcs8, sealedAs(id))}, ${place.now.toString()})`.execute(
    tx,
  )
  return signer
}

async function readKey(db: AnyHandle): Promise<KeyRow | undefined> {
  const { rows } = await sql<KeyRow>`
    select id, origin, public_key, key_sealed from kernel.proof_key order by created_at desc limit 1`.execute(db)
  return rows[0]
}
