import { der, TAG, unsignedInteger } from './der.ts'

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
 * A signer with its private key in memory.
 * @param pkcs8 the private key as PKCS #8, DER
 */
export async function createLocalSigner(
  certificate: Uint8Array,
  chain: readonly Uint8Array[],
  pkcs8: Uint8Array,
): Promise<DocumentSigner> {
  const key = await crypto.subtle.importKey('pkcs8', Uint8Array.from(pkcs8), KEY_ALGORITHM, false, ['sign'])
  return {
    certificate,
    chain,
    async sign(bytes) {
      return ecdsaToDer(new Uint8Array(await crypto.subtle.sign(SIGNATURE_ALGORITHM, key, Uint8Array.from(bytes))))
    },
  }
}

/** WebCrypto gives r and s side by side (IEEE P1363); CMS wants a SEQUENCE of two integers (RFC 3279, 2.2.3). */
function ecdsaToDer(signature: Uint8Array): Uint8Array {
  const half = signature.length / 2
  return der(TAG.sequence, unsignedInteger(signature.subarray(0, half)), unsignedInteger(signature.subarray(half)))
}
