import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { calculateJwkThumbprint } from 'jose'
import { z } from 'zod'
import type { Tenant } from '#kernel/tenancy/tenants.ts'

const publicJwk = z.object({ kty: z.literal('OKP'), crv: z.string(), x: z.string().min(40).max(50) })

/** The public keys of a region: one that signs (Ed25519, RFC 8037), one to which messages are sealed (X25519). */
export const regionKeys = z.object({
  sign: publicJwk.extend({ crv: z.literal('Ed25519') }),
  seal: publicJwk.extend({ crv: z.literal('X25519') }),
})
export type RegionKeys = z.infer<typeof regionKeys>

/** PKCS #8 of a raw private key of 32 bytes is this head and the bytes themselves (RFC 8410). */
const heads = { Ed25519: '302e020100300506032b657004220420', X25519: '302e020100300506032b656e04220420' } as const

function privateKey(seed: Buffer, curve: keyof typeof heads): KeyObject {
  const der = Buffer.concat([Buffer.from(heads[curve], 'hex'), seed])
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
}

/** Derived from the region's secret, so that they survive every restore of the database. */
export function ownKeys(tenant: Pick<Tenant, 'key'>): {
  readonly sign: KeyObject
  readonly seal: KeyObject
  readonly keys: RegionKeys
} {
  const sign = privateKey(tenant.key('population.moving-signature'), 'Ed25519')
  const seal = privateKey(tenant.key('population.moving-seal'), 'X25519')
  return { sign, seal, keys: regionKeys.parse({ sign: publicOf(sign), seal: publicOf(seal) }) }
}

function publicOf(key: KeyObject): object {
  return createPublicKey(key).export({ format: 'jwk' })
}

/** What two officials read to each other over the telephone: "4821 0937 5512 8004 1190 3376". Both keys are in it. */
export async function fingerprintOf(keys: RegionKeys): Promise<string> {
  const prints = [await calculateJwkThumbprint(keys.sign), await calculateJwkThumbprint(keys.seal)]
  const hash = createHash('sha256').update(prints.join('.')).digest()
  return Array.from({ length: 6 }, (_, at) => String(hash.readUInt32BE(at * 4) % 10_000).padStart(4, '0')).join(' ')
}
