import { createHash, createHmac, randomBytes } from 'node:crypto'
import { sameText } from '#kernel/crypto/keys.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { nonceSeconds } from '../domain.ts'

/** What a challenge is for; one for another use opens nothing. */
export type NonceUse = 'issuing' | 'showing' | 'checking'

/**
 * A challenge that needs no row: random, the time of its end, and a keyed hash of both. Only those that were answered are
 * written down, so that asking for many costs nothing.
 */
export function makeNonce(tenant: Pick<Tenant, 'key'>, use: NonceUse, now: Temporal.Instant): string {
  const body = Buffer.alloc(20)
  randomBytes(16).copy(body)
  body.writeUInt32BE(Math.floor(now.epochMilliseconds / 1000) + nonceSeconds, 16)
  return Buffer.concat([body, sealOf(tenant, use, body)]).toString('base64url')
}

/** Whether the challenge is ours, for this use, and in time. */
export function isLivingNonce(
  tenant: Pick<Tenant, 'key'>,
  use: NonceUse,
  nonce: string,
  now: Temporal.Instant,
): boolean {
  const bytes = Buffer.from(nonce, 'base64url')
  if (bytes.length !== 36 || bytes.toString('base64url') !== nonce) return false
  const body = bytes.subarray(0, 20)
  if (!sameText(bytes.subarray(20).toString('hex'), sealOf(tenant, use, body).toString('hex'))) return false
  return body.readUInt32BE(16) > now.epochMilliseconds / 1000
}

/** Uses a challenge up. @returns false when it was answered before */
export async function useNonce(tx: WriteHandle, nonce: string, now: Temporal.Instant): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('credentials.used_nonce')
    .values({
      hash: createHash('sha256').update(nonce).digest(),
      expires_at: now.add({ seconds: nonceSeconds * 4 }).toString(),
    })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

function sealOf(tenant: Pick<Tenant, 'key'>, use: NonceUse, body: Buffer): Buffer {
  return createHmac('sha256', tenant.key('credentials.nonce')).update(`${use}\0`).update(body).digest().subarray(0, 16)
}
