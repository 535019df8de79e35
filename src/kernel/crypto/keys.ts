import { createCipheriv, createDecipheriv, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { pooledRandom } from './random-pool.ts'

/** Derives an independent 32-byte key for one purpose (RFC 5869, HKDF-SHA256). */
export function deriveKey(secret: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), `balai:${purpose}`, 32))
}

/** Compares without telling by time where two texts differ. */
export function sameText(a: string, b: string): boolean {
  const left = Buffer.from(a)
  const right = Buffer.from(b)
  return left.length === right.length && timingSafeEqual(left, right)
}

const version = 1
const ivBytes = 12
const tagBytes = 16

/**
 * Encrypts and searches columns of personal data for one tenant.
 *
 * Layout of a sealed value: 1 byte version, 12 bytes IV, 16 bytes tag, ciphertext (AES-256-GCM).
 * `context` (for instance `people.person.nik`) is authenticated, so that a value copied to another
 * column does not open. Equality search goes through `fingerprint`, a keyed hash that an attacker
 * without the key cannot enumerate although there are few possible NIKs.
 */
export class ColumnCipher {
  private readonly sealKey: Buffer
  private readonly printKey: Buffer

  constructor(secret: Buffer, tenantId: string) {
    this.sealKey = deriveKey(secret, `column:${tenantId}`)
    this.printKey = deriveKey(secret, `fingerprint:${tenantId}`)
  }

  seal(plain: string | Uint8Array, context: string): Buffer {
    const iv = pooledRandom(ivBytes)
    const cipher = createCipheriv('aes-256-gcm', this.sealKey, iv)
    cipher.setAAD(Buffer.from(context))
    const body = Buffer.concat([cipher.update(plain as string, 'utf8'), cipher.final()])
    return Buffer.concat([Buffer.from([version]), iv, cipher.getAuthTag(), body])
  }

  /** @throws when the value was changed, cut, or sealed for another column or tenant */
  openBytes(sealed: Uint8Array, context: string): Buffer {
    const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
    if (bytes[0] !== version) throw new Error(`sealed value of ${context} has unknown version ${bytes[0]}`)
    const decipher = createDecipheriv('aes-256-gcm', this.sealKey, bytes.subarray(1, 1 + ivBytes))
    decipher.setAAD(Buffer.from(context))
    decipher.setAuthTag(bytes.subarray(1 + ivBytes, 1 + ivBytes + tagBytes))
    return Buffer.concat([decipher.update(bytes.subarray(1 + ivBytes + tagBytes)), decipher.final()])
  }

  open(sealed: Uint8Array, context: string): string {
    return this.openBytes(sealed, context).toString('utf8')
  }

  sealJson(value: unknown, context: string): Buffer {
    return this.seal(JSON.stringify(value), context)
  }

  openJson<T>(sealed: Uint8Array, context: string): T {
    return JSON.parse(this.open(sealed, context)) as T
  }

  /** Keyed hash (HMAC-SHA256) for equality search and uniqueness. */
  fingerprint(plain: string, context: string): Buffer {
    return createHmac('sha256', this.printKey).update(context).update('\0').update(plain).digest()
  }
}
