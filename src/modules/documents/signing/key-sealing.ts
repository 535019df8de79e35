import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** Layout of a sealed key: version, salt, nonce, ciphertext, tag. */
const VERSION = 1
const SALT = 16
const NONCE = 12
const TAG = 16
const SECRET = 32

/** A sealed key that was not sealed with this secret under this id, or was changed since. */
export class SealedKeyError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'SealedKeyError'
  }
}

/**
 * Encrypts a private key for storage: AES-256-GCM with a key of its own, derived by HKDF-SHA-256 from the secret and
 * a random salt. The key id is authenticated, so that a sealed key cannot be put in another one's place.
 * @param pkcs8 the private key, DER
 * @param secret 32 random bytes, from the environment, never from the database
 */
export function sealKey(pkcs8: Uint8Array, secret: Uint8Array, keyId: string): Uint8Array {
  const salt = randomBytes(SALT)
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', deriveKey(secret, salt), nonce)
  cipher.setAAD(Buffer.from(keyId, 'utf8'))
  const sealed = Buffer.concat([cipher.update(pkcs8), cipher.final()])
  return Buffer.concat([Uint8Array.of(VERSION), salt, nonce, sealed, cipher.getAuthTag()])
}

/**
 * The private key again.
 * @throws SealedKeyError for another secret, another key id, or changed bytes
 */
export function openKey(sealed: Uint8Array, secret: Uint8Array, keyId: string): Uint8Array {
  const bytes = Buffer.from(sealed)
  if (bytes[0] !== VERSION || bytes.length <= 1 + SALT + NONCE + TAG) {
    throw new SealedKeyError(`Key ${keyId} is not a sealed key of version ${VERSION}`)
  }
  const salt = bytes.subarray(1, 1 + SALT)
  const nonce = bytes.subarray(1 + SALT, 1 + SALT + NONCE)
  const decipher = createDecipheriv('aes-256-gcm', deriveKey(secret, salt), nonce, { authTagLength: TAG })
  decipher.setAAD(Buffer.from(keyId, 'utf8'))
  decipher.setAuthTag(bytes.subarray(-TAG))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(1 + SALT + NONCE, -TAG)), decipher.final()])
  } catch (cause) {
    throw new SealedKeyError(`Key ${keyId} does not open with this secret`, { cause })
  }
}

function deriveKey(secret: Uint8Array, salt: Uint8Array): Uint8Array {
  if (secret.length !== SECRET) throw new RangeError(`The sealing secret has ${SECRET} bytes`)
  return new Uint8Array(hkdfSync('sha256', secret, salt, 'balai document signing key', 32))
}
