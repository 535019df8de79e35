import { createHash, webcrypto } from 'node:crypto'
import { z } from 'zod'
import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, notFound } from '#kernel/errors.ts'

/** ECDSA P-256 with SHA-256, as browsers sign. */
const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const

export const publicKeySchema = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string().regex(/^[\w-]{43}$/),
  y: z.string().regex(/^[\w-]{43}$/),
})
export type PublicKey = z.infer<typeof publicKeySchema>

/** What goes with everything that a device sends: that this device meant exactly this. */
export const proofSchema = z.object({
  deviceId: z.uuid(),
  /** By the clock of the device. */
  sentAt: z.iso.datetime(),
  signature: z.string().regex(/^[\w-]{80,100}$/),
  /** What was signed. */
  message: z.string().max(400),
})
export type DeviceProof = z.infer<typeof proofSchema>

/** What a device signs: where it goes, when, and the digest of what is sent. */
export function signedMessage(path: string, sentAt: string, body: Uint8Array): string {
  return `${path}\n${sentAt}\n${createHash('sha256').update(body).digest('hex')}`
}

export interface ProvedDevice {
  readonly id: string
  readonly code: string
  readonly unitPath: string
  readonly isRevoked: boolean
}

/** The device that signed, on which this official works. @throws not-found, forbidden when the signature is not its own */
export async function proveDevice(
  tx: WriteHandle,
  { actor }: CommandContext,
  proof: DeviceProof,
): Promise<ProvedDevice> {
  const row = await tx
    .selectFrom('field_counter.device as d')
    .innerJoin('field_counter.keeper as k', 'k.device_id', 'd.id')
    .select(['d.id', 'd.code', 'd.unit_path', 'd.public_key', 'd.revoked_at'])
    .where('d.id', '=', proof.deviceId)
    .where('k.account_id', '=', actor.accountId ?? '')
    .executeTakeFirst()
  if (!row) throw notFound()
  if (!(await isSignedBy(row.public_key as PublicKey, proof))) throw forged
  return { id: row.id, code: row.code, unitPath: row.unit_path, isRevoked: row.revoked_at !== null }
}

/** @throws forbidden when the device was revoked */
export async function requireDevice(
  tx: WriteHandle,
  context: CommandContext,
  proof: DeviceProof,
): Promise<ProvedDevice> {
  const device = await proveDevice(tx, context, proof)
  if (device.isRevoked) throw revoked
  return device
}

export async function isSignedBy(key: PublicKey, proof: Pick<DeviceProof, 'signature' | 'message'>): Promise<boolean> {
  const imported = await webcrypto.subtle.importKey('jwk', { ...key, ext: true }, algorithm, false, ['verify'])
  return webcrypto.subtle.verify(
    { name: 'ECDSA', hash: 'SHA-256' },
    imported,
    Buffer.from(proof.signature, 'base64url'),
    Buffer.from(proof.message),
  )
}

const forged = new AppError('forbidden', {
  text: {
    id: 'Tanda tangan perangkat tidak cocok. Pasang ulang perangkat ini.',
    en: 'The signature of the device does not fit. Set this device up again.',
  },
})

const revoked = new AppError('forbidden', {
  params: { reason: 'device-revoked' },
  text: {
    id: 'Perangkat ini sudah dicabut dan tidak dapat mengirim.',
    en: 'This device was revoked and cannot send.',
  },
})
