import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import type { CommandContext } from '#kernel/command/command.ts'
import type { AnyHandle, WriteHandle } from '#kernel/db/database.ts'
import { newId } from '#kernel/ids.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { toBase32 } from './base32.ts'
import { packStatement, type SignedStatement, type Statement, signedBytes } from './statement.ts'

const sealedAs = (id: string) => `documents.statement_key:${id}`

interface StatementKey {
  readonly keyId: string
  readonly privateKey: KeyObject
}

/** For how long a process takes the newest key that it knows for the newest there is; a newer one waits so long. */
const newestForMs = 60_000
const opened = new WeakMap<Tenant, { readonly key: StatementKey; readonly until: number }>()

/** The signed statement of a document: as bytes for the register and the proof log, as text for the QR. */
export interface MadeStatement {
  readonly bytes: Uint8Array
  readonly text: string
}

/** Signs what a document says of itself with the region's newest key, made at first use. */
export async function signStatement(
  tx: WriteHandle,
  context: Pick<CommandContext, 'tenant' | 'now'>,
  words: Omit<Statement, 'keyId'>,
): Promise<MadeStatement> {
  const { keyId, privateKey } = await statementKey(tx, context)
  const body = packStatement({ ...words, keyId })
  const bytes = Buffer.concat([body, signBytes(signedBytes(body), privateKey)])
  return { bytes, text: toBase32(bytes) }
}

/** Signs any bytes of this part with the same key; they begin with a domain of their own. */
export async function signWithStatementKey(
  tx: WriteHandle,
  context: Pick<CommandContext, 'tenant' | 'now'>,
  bytes: Uint8Array,
): Promise<{ readonly keyId: string; readonly signature: Buffer }> {
  const { keyId, privateKey } = await statementKey(tx, context)
  return { keyId, signature: signBytes(bytes, privateKey) }
}

const signBytes = (bytes: Uint8Array, key: KeyObject) => sign('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' })

/** A key that verifies statements, also those of keys no longer in use. */
export interface PublicStatementKey {
  readonly keyId: string
  /** SubjectPublicKeyInfo, DER, base64. */
  readonly spki: string
}

export async function listStatementKeys(db: AnyHandle): Promise<PublicStatementKey[]> {
  const rows = await db
    .selectFrom('documents.statement_key')
    .select(['key_id', 'public_key'])
    .orderBy('created_at')
    .execute()
  return rows.map((row) => ({ keyId: row.key_id, spki: row.public_key.toString('base64') }))
}

/** Whether one of the keys signed it. */
export function isSignedBy(signed: SignedStatement, keys: readonly PublicStatementKey[]): boolean {
  const key = keys.find(({ keyId }) => keyId === signed.statement.keyId)
  if (!key) return false
  const publicKey = createPublicKey({ key: Buffer.from(key.spki, 'base64'), format: 'der', type: 'spki' })
  return verify('sha256', signed.signed, { key: publicKey, dsaEncoding: 'ieee-p1363' }, signed.signature)
}

async function statementKey(
  tx: WriteHandle,
  { tenant, now }: Pick<CommandContext, 'tenant' | 'now'>,
): Promise<StatementKey> {
  const known = opened.get(tenant)
  if (known && performance.now() < known.until) return known.key
  const row = await tx
    .selectFrom('documents.statement_key')
    .select(['id', 'key_id', 'key_sealed'])
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return createKey(tx, { tenant, now })
  const pkcs8 = tenant.cipher.openBytes(row.key_sealed, sealedAs(row.id))
  const key = { keyId: row.key_id, privateKey: createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' }) }
  opened.set(tenant, { key, until: performance.now() + newestForMs })
  return key
}

async function createKey(
  tx: WriteHandle,
  { tenant, now }: Pick<CommandContext, 'tenant' | 'now'>,
): Promise<StatementKey> {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const spki = publicKey.export({ format: 'der', type: 'spki' })
  const keyId = createHash('sha256').update(spki).digest('hex').slice(0, 8)
  const id = newId(now.epochMilliseconds)
  const pkcs8 = privateKey.export({ format: 'der', type: 'pkcs8' })
  await tx
    .insertInto('documents.statement_key')
    .values({
      id,
      key_id: keyId,
      public_key: spki,
      key_sealed: tenant.cipher.seal(pkcs8, sealedAs(id)),
      created_at: now.toString(),
    })
    .execute()
  return { keyId, privateKey }
}
