import { createHash, X509Certificate } from 'node:crypto'
import { strongDigest, verifySignature } from './algorithms.ts'
import {
  Asn1Error,
  isTagged,
  members,
  type Node,
  octetsOf,
  oidOf,
  parseAsn1,
  plainSerial,
  rawOf,
  serialOf,
} from './asn1.ts'

export const CMS_OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timeStampToken: '1.2.840.113549.1.9.16.2.14',
  timeStampInfo: '1.2.840.113549.1.9.16.1.4',
} as const

/** A CMS SignedData (RFC 5652) with exactly one signer. */
export interface Cms {
  readonly contentType: string
  /** The content inside; undefined when detached. */
  readonly content: Buffer | undefined
  readonly certificates: readonly X509Certificate[]
  readonly crls: readonly Buffer[]
  readonly signer: X509Certificate
  /** Name for `node:crypto`. */
  readonly digest: string
  readonly signedAttributes: ReadonlyMap<string, Node>
  readonly unsignedAttributes: ReadonlyMap<string, Node>
  /** The attributes as they were signed: a SET OF, in the file's own bytes. */
  readonly signedBytes: Buffer
  readonly signatureAlgorithm: Node
  readonly signature: Buffer
}

const MOST_CERTIFICATES = 40

/** @throws Asn1Error, WeakAlgorithm, Error: what cannot be read proves nothing */
export function readCms(encoded: Uint8Array): Cms {
  const [type, wrapped] = members(parseAsn1(encoded))
  if (oidOf(type) !== CMS_OID.signedData) throw new Asn1Error('Not SignedData')
  const [, , encapsulated, ...rest] = members(members(wrapped)[0])
  const [contentType, content] = members(encapsulated)
  const certificates = rest.find((one) => isTagged(one, 0))
  const crls = rest.find((one) => isTagged(one, 1))
  const infos = members(rest.at(-1))
  if (infos.length !== 1 || isTagged(rest.at(-1), 0)) throw new Asn1Error('Not exactly one signer')
  const [, sid, digestAlgorithm, ...info] = members(infos[0])
  const signed = isTagged(info[0], 0) ? info.shift() : undefined
  if (!signed) throw new Asn1Error('No signed attributes')
  const [signatureAlgorithm, signature, unsigned] = info
  const signedBytes = rawOf(signed)
  signedBytes[0] = 0x31
  const bag = certificates ? readBag(members(certificates)) : []
  if (!signatureAlgorithm) throw new Asn1Error('No signature algorithm')
  return {
    contentType: oidOf(contentType),
    content: content && octetsOf(members(content)[0]),
    certificates: bag,
    crls: crls ? members(crls).map(rawOf) : [],
    signer: findSigner(bag, sid),
    digest: strongDigest(oidOf(members(digestAlgorithm)[0])),
    signedAttributes: attributes(signed),
    unsignedAttributes: unsigned ? attributes(unsigned) : new Map(),
    signedBytes,
    signatureAlgorithm,
    signature: octetsOf(signature),
  }
}

/** Those that can be read; a certificate that cannot is nobody's. */
export function readCertificates(encoded: readonly Uint8Array[]): X509Certificate[] {
  return encoded.slice(0, MOST_CERTIFICATES).flatMap((one) => {
    try {
      return [new X509Certificate(one)]
    } catch {
      return []
    }
  })
}

/** Certificates that have been read as part of the CMS need not be read again. */
function readBag(nodes: readonly Node[]): X509Certificate[] {
  return nodes.slice(0, MOST_CERTIFICATES).flatMap((node) => {
    const [certificate] = readCertificates([rawOf(node)])
    if (certificate) parsed.set(certificate, members(node))
    return certificate ? [certificate] : []
  })
}

/** By type; each at most once and with one value (RFC 5652, 5.3 and 11). */
function attributes(set: Node): ReadonlyMap<string, Node> {
  const found = new Map<string, Node>()
  for (const attribute of members(set)) {
    const [type, values] = members(attribute)
    const oid = oidOf(type)
    const [value, another] = members(values)
    if (found.has(oid)) throw new Asn1Error(`Attribute ${oid} stands twice`)
    if (value && !another) found.set(oid, value)
  }
  return found
}

function findSigner(bag: readonly X509Certificate[], sid: Node | undefined): X509Certificate {
  if (isTagged(sid, 0)) throw new Asn1Error('The signer is named by key identifier, which PAdES does not know')
  const [issuer, serial] = members(sid)
  const name = rawOf(issuer)
  const number = serialOf(serial)
  const found = bag.find((one) => plainSerial(one.serialNumber) === number && issuerNameOf(one).equals(name))
  if (!found) throw new Asn1Error('The signer certificate is not in the CMS')
  return found
}

const parsed = new WeakMap<X509Certificate, readonly Node[]>()

/** TBSCertificate, algorithm and signature (RFC 5280, 4.1), read once for each certificate. */
export function partsOf(certificate: X509Certificate): readonly Node[] {
  const parts = parsed.get(certificate) ?? members(parseAsn1(certificate.raw))
  parsed.set(certificate, parts)
  return parts
}

/** Its fields without the version: serial number, algorithm, issuer, validity, subject, key, extensions. */
export function tbsOf(certificate: X509Certificate): readonly Node[] {
  const fields = members(partsOf(certificate)[0])
  return isTagged(fields[0], 0) ? fields.slice(1) : fields
}

function issuerNameOf(certificate: X509Certificate): Buffer {
  return rawOf(tbsOf(certificate)[2])
}

/** The signer's key made the signature over the signed attributes. */
export function isSignatureValid(cms: Cms): boolean {
  return verifySignature(cms.signatureAlgorithm, cms.digest, cms.signedBytes, cms.signer.publicKey, cms.signature)
}

/** Whether the signed attributes say this digest, and the content type that was meant. */
export function attests(cms: Cms, digest: Buffer): boolean {
  const type = cms.signedAttributes.get(CMS_OID.contentType)
  const stated = cms.signedAttributes.get(CMS_OID.messageDigest)
  return (
    stated !== undefined && type !== undefined && oidOf(type) === cms.contentType && octetsOf(stated).equals(digest)
  )
}

/**
 * Whether the signature names its certificate (RFC 5035), so that no other of the same key can take its place.
 * `absent` when it says nothing; version 1, which rests on SHA-1, counts as nothing.
 */
export function namesSigner(cms: Cms): 'yes' | 'no' | 'absent' {
  const value = cms.signedAttributes.get(CMS_OID.signingCertificateV2)
  if (!value) return 'absent'
  const fields = members(members(members(value)[0])[0])
  const [first] = fields
  const explicit = first?.idBlock.tagClass === 1 && first.idBlock.tagNumber === 4 ? undefined : first
  const digest = explicit ? strongDigest(oidOf(members(explicit)[0])) : 'sha256'
  const hash = octetsOf(explicit ? fields[1] : first)
  return createHash(digest).update(cms.signer.raw).digest().equals(hash) ? 'yes' : 'no'
}
