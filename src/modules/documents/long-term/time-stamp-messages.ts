import { OID } from '../signing/cms.ts'
import { bitString, boolean, der, oid, sequence, smallInteger, TAG, unsignedInteger } from '../signing/der.ts'
import { isTagged, members, octetsOf, oidOf, parseAsn1, rawOf, serialOf } from '../verify/signature/asn1.ts'

/** What is asked of a time-stamping authority (RFC 3161, 2.4.1). */
export interface TimeStampRequest {
  /** Object identifier of the digest. */
  readonly algorithm: string
  readonly digest: Uint8Array
  /** Hexadecimal; comes back in the token. */
  readonly nonce: string | undefined
  /** Object identifier of the policy that is wanted. */
  readonly policy: string | undefined
  /** The authority's certificates shall come with the token. */
  readonly withCertificates: boolean
}

/** A refusal by the authority (RFC 3161, 2.4.2), with the bit of PKIFailureInfo. */
export class TimeStampRefusal extends Error {
  readonly failure: keyof typeof failures

  constructor(failure: keyof typeof failures, message: string) {
    super(message)
    this.name = 'TimeStampRefusal'
    this.failure = failure
  }
}

const failures = {
  badAlg: 0,
  badRequest: 2,
  badDataFormat: 5,
  timeNotAvailable: 14,
  unacceptedPolicy: 15,
  unacceptedExtension: 16,
  systemFailure: 25,
} as const

const DIGEST_BYTES: Readonly<Record<string, number>> = {
  [OID.sha256]: 32,
  '2.16.840.1.101.3.4.2.2': 48,
  '2.16.840.1.101.3.4.2.3': 64,
}

export function encodeRequest(request: TimeStampRequest): Uint8Array {
  return sequence(
    smallInteger(1),
    imprint(request),
    ...(request.policy ? [oid(request.policy)] : []),
    ...(request.nonce ? [unsignedInteger(Buffer.from(request.nonce, 'hex'))] : []),
    ...(request.withCertificates ? [boolean(true)] : []),
  )
}

export const imprint = ({ algorithm, digest }: Pick<TimeStampRequest, 'algorithm' | 'digest'>): Uint8Array =>
  sequence(sequence(oid(algorithm), der(0x05)), der(TAG.octetString, digest))

/** @throws TimeStampRefusal saying what is wrong with it */
export function decodeRequest(encoded: Uint8Array): TimeStampRequest {
  let request: TimeStampRequest & { readonly extended: boolean }
  try {
    request = readRequest(encoded)
  } catch (cause) {
    throw new TimeStampRefusal('badDataFormat', `The request cannot be read: ${(cause as Error).message}`)
  }
  const bytes = DIGEST_BYTES[request.algorithm]
  if (!bytes) throw new TimeStampRefusal('badAlg', 'The digest must be SHA-256, SHA-384 or SHA-512')
  if (request.digest.length !== bytes)
    throw new TimeStampRefusal('badDataFormat', `A digest of ${bytes} bytes is needed`)
  if (request.extended) throw new TimeStampRefusal('unacceptedExtension', 'Extensions are not known here')
  return request
}

function readRequest(encoded: Uint8Array) {
  const [version, stamped, ...rest] = members(parseAsn1(encoded))
  if (serialOf(version) !== '1') throw new Error('version is not 1')
  const [algorithm, digest] = members(stamped)
  const isType = (index: number, type: number) =>
    rest[index]?.idBlock.tagClass === 1 && rest[index]?.idBlock.tagNumber === type
  const policy = isType(0, 6) ? oidOf(rest.shift()) : undefined
  const nonce = isType(0, 2) ? serialOf(rest.shift()) : undefined
  const asked = isType(0, 1) ? rest.shift() : undefined
  return {
    algorithm: oidOf(members(algorithm)[0]),
    digest: octetsOf(digest),
    policy,
    nonce: nonce && (nonce.length % 2 ? `0${nonce}` : nonce),
    withCertificates: asked !== undefined && rawOf(asked)[2] !== 0,
    extended: rest.some((one) => isTagged(one, 0)),
  }
}

export const encodeGranted = (token: Uint8Array): Uint8Array => sequence(sequence(smallInteger(0)), token)

export function encodeRefusal(refusal: TimeStampRefusal): Uint8Array {
  const bit = failures[refusal.failure]
  const bytes = Buffer.alloc((bit >> 3) + 1)
  bytes[bit >> 3] = 0x80 >> (bit & 7)
  const words = sequence(der(0x0c, Buffer.from(refusal.message)))
  return sequence(sequence(smallInteger(2), words, bitString(bytes, 7 - (bit & 7))))
}

/** The token in a response. @throws Error when there is none, with the authority's own words */
export function decodeResponse(encoded: Uint8Array): Uint8Array {
  const [status, token] = members(parseAsn1(encoded))
  const [code, ...more] = members(status)
  const granted = serialOf(code)
  if (granted !== '0' && granted !== '1') {
    const words = more.filter((one) => one.idBlock.tagNumber === 16).flatMap((one) => members(one))
    const said = words.map((one) => String((one as { getValue?: () => unknown }).getValue?.() ?? '')).join(' ')
    throw new Error(`The time-stamping authority refused (${granted})${said && `: ${said.slice(0, 200)}`}`)
  }
  return Uint8Array.from(rawOf(token))
}
