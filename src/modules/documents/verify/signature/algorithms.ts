import { constants, type KeyObject, verify } from 'node:crypto'
import { members, type Node, oidOf } from './asn1.ts'

/** Digests that still bind; others are refused whatever they prove. */
const STRONG_DIGESTS: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}
const WEAK_DIGESTS = new Set(['1.3.14.3.2.26', '1.2.840.113549.2.5', '1.2.840.113549.2.2', '2.16.840.1.101.3.4.2.4'])

const SIGNATURES: Readonly<Record<string, { readonly family: 'rsa' | 'pss' | 'ec'; readonly digest?: string }>> = {
  '1.2.840.113549.1.1.1': { family: 'rsa' },
  '1.2.840.113549.1.1.11': { family: 'rsa', digest: 'sha256' },
  '1.2.840.113549.1.1.12': { family: 'rsa', digest: 'sha384' },
  '1.2.840.113549.1.1.13': { family: 'rsa', digest: 'sha512' },
  '1.2.840.113549.1.1.10': { family: 'pss' },
  '1.2.840.10045.4.3.2': { family: 'ec', digest: 'sha256' },
  '1.2.840.10045.4.3.3': { family: 'ec', digest: 'sha384' },
  '1.2.840.10045.4.3.4': { family: 'ec', digest: 'sha512' },
}
/** With SHA-1, MD5 or MD2. */
const WEAK_SIGNATURES = new Set([
  '1.2.840.113549.1.1.2',
  '1.2.840.113549.1.1.4',
  '1.2.840.113549.1.1.5',
  '1.2.840.10045.4.1',
  '1.2.840.10040.4.3',
])
const CURVES = new Set(['prime256v1', 'secp384r1', 'secp521r1'])
const LEAST_RSA_BITS = 2048

/** The mathematics no longer protects: SHA-1, MD5, RSA under 2048 bits, an unusual curve. */
export class WeakAlgorithm extends Error {}

/** The name of a digest as `node:crypto` has it. @throws WeakAlgorithm, Error for an unknown one */
export function strongDigest(oid: string): string {
  const digest = STRONG_DIGESTS[oid]
  if (digest) return digest
  if (WEAK_DIGESTS.has(oid)) throw new WeakAlgorithm(`Digest ${oid} is too weak`)
  throw new Error(`Digest ${oid} is unknown`)
}

/** @throws WeakAlgorithm for a key that is too short or of a kind that is not accepted */
export function assertStrongKey(key: KeyObject): void {
  const { modulusLength = 0, namedCurve = '' } = key.asymmetricKeyDetails ?? {}
  const rsa = key.asymmetricKeyType === 'rsa' || key.asymmetricKeyType === 'rsa-pss'
  if (rsa && modulusLength < LEAST_RSA_BITS) throw new WeakAlgorithm(`RSA of ${modulusLength} bits is too weak`)
  if (!rsa && !(key.asymmetricKeyType === 'ec' && CURVES.has(namedCurve))) {
    throw new WeakAlgorithm(`Key ${key.asymmetricKeyType} ${namedCurve} is not accepted`)
  }
}

/**
 * Checks a signature under an AlgorithmIdentifier.
 * @param expected the digest that must be used; undefined where the identifier alone says (certificates)
 * @throws WeakAlgorithm; Error for an unknown algorithm or one that does not fit the key
 */
export function verifySignature(
  algorithm: Node | undefined,
  expected: string | undefined,
  signed: Uint8Array,
  key: KeyObject,
  signature: Uint8Array,
): boolean {
  const [identifier, parameters] = members(algorithm)
  const oid = oidOf(identifier)
  if (WEAK_SIGNATURES.has(oid)) throw new WeakAlgorithm(`Signature algorithm ${oid} is too weak`)
  const known = SIGNATURES[oid]
  if (!known) throw new Error(`Signature algorithm ${oid} is unknown`)
  assertStrongKey(key)
  const digest = known.family === 'pss' ? pssDigest(parameters) : (known.digest ?? expected)
  if (!digest || (expected && digest !== expected)) throw new Error('Digest and signature algorithm do not fit')
  const ofRsa = key.asymmetricKeyType === 'rsa'
  if ((known.family === 'ec') === ofRsa) throw new Error('Key and signature algorithm do not fit')
  if (known.family !== 'pss') return verify(digest, signed, key, signature)
  const padding = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO }
  return verify(digest, signed, { key, ...padding }, signature)
}

/** RSASSA-PSS-params (RFC 4055, 3.1); without a hash it means SHA-1. */
function pssDigest(parameters: Node | undefined): string {
  const hash = parameters && members(parameters).find((one) => one.idBlock.tagNumber === 0)
  if (!hash) throw new WeakAlgorithm('RSASSA-PSS with SHA-1 is too weak')
  return strongDigest(oidOf(members(members(hash)[0])[0]))
}
