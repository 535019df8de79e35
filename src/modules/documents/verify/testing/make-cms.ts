import { createHash, sign } from 'node:crypto'
import { der, oid, setOf, TAG, unsignedInteger } from '../../signing/der.ts'
import { digestAlgorithm, type HashName, type Identity, signatureAlgorithm, time } from './pki.ts'

export interface CmsOptions {
  readonly signer: Identity
  readonly chain: readonly Identity[]
  readonly hash?: HashName
  /** Leaves out signing-certificate-v2, or names another certificate in it. */
  readonly names?: 'nothing' | Identity
  /** Gives the token of a time-stamping authority over the signature. */
  readonly stamp?: (signature: Buffer) => Buffer
  /** Put in place of the true digest. */
  readonly digest?: Buffer
  readonly content?: { readonly type: string; readonly bytes: Uint8Array }
  readonly signingTime?: Date
  /** Spoils the signature after it is made. */
  readonly spoilSignature?: boolean
  readonly contentType?: string
}

/** A SignedData as PAdES wants it, or wrong in the ways asked for. */
export function makeCms(signed: Uint8Array, options: CmsOptions): Buffer {
  const { signer } = options
  const hash = options.hash ?? 'sha256'
  const type = options.content?.type ?? '1.2.840.113549.1.7.1'
  const digest = options.digest ?? createHash(hash).update(signed).digest()
  const named = options.names === undefined ? signer : options.names
  const certHash = named === 'nothing' ? undefined : createHash('sha256').update(named.certificate).digest()
  const attributes = [
    attribute('1.2.840.113549.1.9.3', oid(options.contentType ?? type)),
    attribute('1.2.840.113549.1.9.4', der(TAG.octetString, digest)),
    ...(options.signingTime ? [attribute('1.2.840.113549.1.9.5', time(options.signingTime))] : []),
    ...(certHash
      ? [attribute('1.2.840.113549.1.9.16.2.47', sequence(sequence(sequence(der(TAG.octetString, certHash)))))]
      : []),
  ]
  const signature = sign(hash, setOf(TAG.set, attributes), signer.key)
  if (options.spoilSignature) signature[signature.length - 1] = (signature.at(-1) as number) ^ 1
  const info = sequence(
    version(1),
    sequence(issuerOf(signer), der(TAG.integer, signer.serial)),
    digestAlgorithm(hash),
    setOf(0xa0, attributes),
    signatureAlgorithm(signer.key, hash),
    der(TAG.octetString, signature),
    ...(options.stamp ? [setOf(0xa1, [attribute('1.2.840.113549.1.9.16.2.14', options.stamp(signature))])] : []),
  )
  const content = options.content ? [der(0xa0, der(TAG.octetString, options.content.bytes))] : []
  const data = sequence(
    version(options.content ? 3 : 1),
    der(TAG.set, digestAlgorithm(hash)),
    sequence(oid(type), ...content),
    setOf(
      0xa0,
      [signer, ...options.chain].map((one) => one.certificate),
    ),
    der(TAG.set, info),
  )
  return Buffer.from(sequence(oid('1.2.840.113549.1.7.2'), der(0xa0, data)))
}

/** A token of RFC 3161 over these bytes. */
export function makeTimeStamp(stamped: Uint8Array, at: Date, authority: Pick<CmsOptions, 'signer' | 'chain'>): Buffer {
  const imprint = sequence(
    digestAlgorithm('sha256'),
    der(TAG.octetString, createHash('sha256').update(stamped).digest()),
  )
  const serial = unsignedInteger(Buffer.from(String(at.getTime())))
  const info = sequence(version(1), oid('1.2.3.4.1'), imprint, serial, time(at))
  return makeCms(info, { ...authority, content: { type: '1.2.840.113549.1.9.16.1.4', bytes: info } })
}

const sequence = (...parts: readonly Uint8Array[]) => der(TAG.sequence, ...parts)
const version = (number: number) => unsignedInteger(Uint8Array.of(number))
const attribute = (type: string, value: Uint8Array) => sequence(oid(type), der(TAG.set, value))

/** The issuer's name as the certificate has it: fourth field of its first part. */
function issuerOf({ certificate }: Identity): Buffer {
  const inside = (at: number): number => at + headLength(certificate, at)
  let at = inside(inside(0))
  for (let skip = 0; skip < 3; skip++) at += headLength(certificate, at) + contentLength(certificate, at)
  return certificate.subarray(at, at + headLength(certificate, at) + contentLength(certificate, at))
}

function headLength(bytes: Buffer, at: number): number {
  const first = bytes[at + 1] as number
  return first < 0x80 ? 2 : 2 + (first & 0x7f)
}

function contentLength(bytes: Buffer, at: number): number {
  const first = bytes[at + 1] as number
  return first < 0x80 ? first : bytes.readUIntBE(at + 2, first & 0x7f)
}
