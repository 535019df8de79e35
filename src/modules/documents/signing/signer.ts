import { createPrivateKey, sign } from 'node:crypto'

/**
 * Someone, or a device, that can sign: a local key, a hardware token, a remote service. The key is ECDSA on P-256
 * with SHA-256.
 */
export interface DocumentSigner {
  /** X.509, DER. */
  readonly certificate: Uint8Array
  /** Issuers of the certificate, nearest first, root included, DER. */
  readonly chain: readonly Uint8Array[]
  /** Hashes the bytes and gives the ECDSA signature as DER `SEQUENCE { r, s }`. */
  sign(bytes: Uint8Array): Promise<Uint8Array>
}

export const KEY_ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const
export const SIGNATURE_ALGORITHM = { name: 'ECDSA', hash: 'SHA-256' } as const

/**
 * A signer with its private key in memory. Signed at once and in this thread: handing the bytes to another one takes
 * eight times as long as the signature.
 * @param pkcs8 the private key as PKCS #8, DER
 */
export async function createLocalSigner(
  certificate: Uint8Array,
  chain: readonly Uint8Array[],
  pkcs8: Uint8Array,
): Promise<DocumentSigner> {
  const key = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' })
  return { certificate, chain, sign: async (bytes) => sign('sha256', bytes, key) }
}
