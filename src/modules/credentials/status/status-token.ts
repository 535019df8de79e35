import { createHash } from 'node:crypto'
import { SignJWT } from 'jose'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { statusSeconds } from '../domain.ts'
import { findSigningKey } from '../keys/issuer-keys.ts'
import { joinPieces, packBits } from './status-bits.ts'

export interface StatusToken {
  readonly token: string
  readonly etag: string
}

interface Kept extends StatusToken {
  readonly stamp: string
  /** Epoch seconds after which it is signed anew though nothing changed. */
  readonly until: number
}

const kept = new WeakMap<Tenant, Map<string, Kept>>()
const signedForSeconds = 24 * 3600

/**
 * The status list as a signed JWT (Token Status List, 5.1). Made anew only when a piece has changed or half of its life
 * is over; until then a request costs one look at the versions of at most 32 pieces.
 * @returns undefined for a list that was never begun
 */
export async function statusToken(
  db: AnyHandle,
  tenant: Tenant,
  place: { readonly list: number; readonly uri: string; readonly now: Temporal.Instant },
): Promise<StatusToken | undefined> {
  const { list, uri, now } = place
  const seconds = Math.floor(now.epochMilliseconds / 1000)
  const versions = await db
    .selectFrom('credentials.status_piece')
    .select(['piece', 'version'])
    .where('list', '=', list)
    .orderBy('piece')
    .execute()
  const key = await findSigningKey(db, tenant)
  if (!key) return undefined
  const stamp = [key.id, ...versions.map(({ piece, version }) => `${piece}:${version}`)].join(' ')
  const ours = kept.get(tenant) ?? new Map<string, Kept>()
  kept.set(tenant, ours)
  const known = ours.get(uri)
  if (known && known.stamp === stamp && known.until > seconds) return known
  const pieces = await db
    .selectFrom('credentials.status_piece')
    .select(['piece', 'bits'])
    .where('list', '=', list)
    .execute()
  const token = await new SignJWT({
    status_list: { bits: 1, lst: packBits(joinPieces(pieces)) },
    ttl: statusSeconds,
  })
    .setProtectedHeader({ alg: 'ES256', typ: 'statuslist+jwt', kid: key.id })
    .setSubject(uri)
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + signedForSeconds)
    .sign(key.sign)
  const etag = `"${createHash('sha256').update(token).digest('base64url').slice(0, 22)}"`
  const made = { token, etag, stamp, until: seconds + signedForSeconds / 2 }
  ours.set(uri, made)
  return made
}
