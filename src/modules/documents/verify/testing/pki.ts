import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  ECDH,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto'
import { der, oid, setOf, TAG, unsignedInteger } from '../../signing/der.ts'

export type HashName = 'sha1' | 'md5' | 'sha256' | 'sha384' | 'sha512'

export const HASH_OID: Readonly<Record<HashName, string>> = {
  md5: '1.2.840.113549.2.5',
  sha1: '1.3.14.3.2.26',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
}
const RSA_WITH: Readonly<Record<HashName, string>> = {
  md5: '1.2.840.113549.1.1.4',
  sha1: '1.2.840.113549.1.1.5',
  sha256: '1.2.840.113549.1.1.11',
  sha384: '1.2.840.113549.1.1.12',
  sha512: '1.2.840.113549.1.1.13',
}
const EC_WITH: Readonly<Record<HashName, string>> = {
  md5: '1.2.840.10045.4.1',
  sha1: '1.2.840.10045.4.1',
  sha256: '1.2.840.10045.4.3.2',
  sha384: '1.2.840.10045.4.3.3',
  sha512: '1.2.840.10045.4.3.4',
}

/** Somebody of the corpus: a key and the certificate for it. */
export interface Identity {
  readonly key: KeyObject
  readonly certificate: Buffer
  readonly subject: Buffer
  readonly serial: Buffer
}

export interface CertificateOptions {
  readonly name: string
  readonly organisation?: string
  readonly title?: string
  readonly from?: Date
  readonly to?: Date
  readonly authority?: boolean
  /** Bits of RFC 5280, 4.2.1.3, in order; left out when empty. */
  readonly keyUsage?: readonly number[]
  readonly purposes?: readonly string[]
  readonly purposesCritical?: boolean
  readonly key?: KeyObject
  readonly hash?: HashName
  /** An extension that nobody knows, marked critical. */
  readonly unknownCritical?: boolean
}

/** A P-256 key that is the same in every run for the same seed. Of tests only. */
export function seededKey(seed: string): KeyObject {
  const d = createHmac('sha256', 'balai corpus').update(seed).digest()
  d[0] = 0x11
  const group = ECDH.convertKey(publicPoint(d), 'prime256v1', undefined, undefined, 'uncompressed') as Buffer
  const jwk = { kty: 'EC', crv: 'P-256', d: d.toString('base64url'), x: '', y: '' }
  jwk.x = group.subarray(1, 33).toString('base64url')
  jwk.y = group.subarray(33).toString('base64url')
  return createPrivateKey({ key: jwk, format: 'jwk' })
}

function publicPoint(d: Buffer): Buffer {
  const sec1 = der(
    TAG.sequence,
    unsignedInteger(Uint8Array.of(1)),
    der(TAG.octetString, d),
    der(0xa0, oid('1.2.840.10045.3.1.7')),
  )
  const key = createPublicKey(createPrivateKey({ key: Buffer.from(sec1), format: 'der', type: 'sec1' }))
  return key.export({ type: 'spki', format: 'der' }).subarray(-65)
}

export const rsaKey = (bits: number): KeyObject => generateKeyPairSync('rsa', { modulusLength: bits }).privateKey

export function signatureAlgorithm(key: KeyObject, hash: HashName): Uint8Array {
  const ec = key.asymmetricKeyType === 'ec'
  return der(TAG.sequence, oid((ec ? EC_WITH : RSA_WITH)[hash]), ...(ec ? [] : [der(0x05)]))
}

export const digestAlgorithm = (hash: HashName) => der(TAG.sequence, oid(HASH_OID[hash]), der(0x05))

export function issue(options: CertificateOptions, issuer?: Identity): Identity {
  const key = options.key ?? seededKey(options.name)
  const hash = options.hash ?? 'sha256'
  const signer = issuer?.key ?? key
  const subject = Buffer.from(nameOf(options))
  const serial = createHmac('sha256', 'serial').update(JSON.stringify(options)).digest().subarray(0, 16)
  serial[0] = 0x41
  const tbs = der(
    TAG.sequence,
    der(0xa0, unsignedInteger(Uint8Array.of(2))),
    der(TAG.integer, serial),
    signatureAlgorithm(signer, hash),
    issuer?.subject ?? subject,
    der(TAG.sequence, time(options.from ?? new Date('2026-01-01')), time(options.to ?? new Date('2030-01-01'))),
    subject,
    createPublicKey(key).export({ type: 'spki', format: 'der' }),
    der(0xa3, der(TAG.sequence, ...extensions(options))),
  )
  const signature = sign(hash, tbs, signer)
  const certificate = der(TAG.sequence, tbs, signatureAlgorithm(signer, hash), bitString(signature))
  return { key, certificate: Buffer.from(certificate), subject, serial }
}

export const bitString = (bytes: Uint8Array) => der(0x03, Uint8Array.of(0), bytes)
export const boolean = (value: boolean) => der(0x01, Uint8Array.of(value ? 0xff : 0))

export function time(date: Date): Uint8Array {
  return der(0x18, Buffer.from(`${date.toISOString().slice(0, 19).replace(/[-T:]/g, '')}Z`))
}

function nameOf({ name, organisation = 'Kabupaten Arunika', title }: CertificateOptions): Uint8Array {
  const part = (type: string, tag: number, value: string) =>
    setOf(TAG.set, [der(TAG.sequence, oid(type), der(tag, Buffer.from(value)))])
  return der(
    TAG.sequence,
    part('2.5.4.6', 0x13, 'ID'),
    part('2.5.4.10', 0x0c, organisation),
    ...(title ? [part('2.5.4.12', 0x0c, title)] : []),
    part('2.5.4.3', 0x0c, name),
  )
}

function extensions(options: CertificateOptions): Uint8Array[] {
  const extension = (type: string, critical: boolean, value: Uint8Array) =>
    der(TAG.sequence, oid(type), ...(critical ? [boolean(true)] : []), der(TAG.octetString, value))
  const usage = options.keyUsage ?? (options.authority ? [5, 6] : [0, 1])
  const bits = usage.reduce((all, bit) => all | (0x80 >> bit), 0)
  return [
    extension('2.5.29.19', true, der(TAG.sequence, ...(options.authority ? [boolean(true)] : []))),
    ...(usage.length ? [extension('2.5.29.15', true, der(0x03, Uint8Array.of(0, bits)))] : []),
    ...(options.purposes
      ? [extension('2.5.29.37', options.purposesCritical ?? false, der(TAG.sequence, ...options.purposes.map(oid)))]
      : []),
    ...(options.unknownCritical ? [extension('1.2.3.4.5', true, der(0x05))] : []),
  ]
}

/** RFC 5280, 5: the serials that the authority has revoked, with the time. */
export function makeCrl(authority: Identity, revoked: readonly { serial: Buffer; at: Date }[], at: Date): Buffer {
  const algorithm = signatureAlgorithm(authority.key, 'sha256')
  const rows = revoked.map((one) => der(TAG.sequence, der(TAG.integer, one.serial), time(one.at)))
  const tbs = der(
    TAG.sequence,
    unsignedInteger(Uint8Array.of(1)),
    algorithm,
    authority.subject,
    time(at),
    time(new Date(at.getTime() + 30 * 86_400_000)),
    ...(rows.length ? [der(TAG.sequence, ...rows)] : []),
  )
  return Buffer.from(der(TAG.sequence, tbs, algorithm, bitString(sign('sha256', tbs, authority.key))))
}
