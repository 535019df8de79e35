import { createHash, createHmac } from 'node:crypto'
import { sameText } from '#kernel/crypto/keys.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'

export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** The code of an offer follows from its reference, so that neither needs to be kept. */
export function codeOf(tenant: Pick<Tenant, 'key'>, reference: string): string {
  return createHmac('sha256', tenant.key('credentials.offer')).update(reference).digest('base64url')
}

/** A PIN of six digits is soon guessed from a bare hash, so it is keyed. */
export function pinHash(tenant: Tenant, offerId: string, pin: string): Buffer {
  return tenant.cipher.fingerprint(`${offerId}/${pin}`, 'credentials.offer.pin')
}

export function isSamePin(tenant: Tenant, offerId: string, pin: string, kept: Buffer): boolean {
  return sameText(pinHash(tenant, offerId, pin).toString('hex'), kept.toString('hex'))
}

export interface OpenOffer {
  readonly kind: string
  readonly needsPin: boolean
}

/** What a wallet learns that opens the address of an offer; undefined when it is used or over. */
export async function findOpenOffer(
  db: AnyHandle,
  reference: string,
  now: Temporal.Instant,
): Promise<OpenOffer | undefined> {
  const row = await db
    .selectFrom('credentials.offer')
    .select(['kind', 'pin_hash', 'expires_at'])
    .where('reference_hash', '=', hashOf(reference))
    .where('state', '=', 'open')
    .executeTakeFirst()
  if (!row || row.expires_at.getTime() <= now.epochMilliseconds) return undefined
  return { kind: row.kind, needsPin: row.pin_hash !== null }
}
