import { createHash, X509Certificate } from 'node:crypto'
import { rawOf } from '../verify/signature/asn1.ts'
import { tbsOf } from '../verify/signature/read-cms.ts'
import { der, oid, setOf, TAG, unsignedInteger } from './der.ts'
import type { DocumentSigner } from './signer.ts'

export const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timeStampToken: '1.2.840.113549.1.9.16.2.14',
  timeStampInfo: '1.2.840.113549.1.9.16.1.4',
  sha256: '2.16.840.1.101.3.4.2.1',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
} as const

/**
 * The detached CMS signature (RFC 5652) of a PDF whose signed bytes have this SHA-256 digest, with the three signed
 * attributes of a PAdES baseline signature: content type, message digest, signing-certificate-v2. The signing-time
 * attribute is left out on purpose: ETSI EN 319 142-1 (6.3) keeps the time in /M of the PDF.
 * @param stamp asked for a token over the signature value (ETSI EN 319 122-1, 5.3); without one the level is B-B
 */
export async function createDetachedCms(
  digest: Uint8Array,
  signer: DocumentSigner,
  stamp?: (digest: Uint8Array) => Promise<Uint8Array | undefined>,
): Promise<Uint8Array> {
  const signature = await sign(signer, OID.data, digest)
  const token = await stamp?.(createHash('sha256').update(signature.value).digest())
  const unsigned = token && setOf(TAG.context(1), [attribute(OID.timeStampToken, token)])
  return signedData({ signer, signature, version: 1, content: oid(OID.data), unsigned })
}

/**
 * Content signed with its signature around it, as time-stamping authorities give it.
 * @param withCertificates whether certificates come along; who did not ask for them gets none (RFC 3161, 2.4.1)
 */
export async function createEnclosingCms(
  contentType: string,
  content: Uint8Array,
  signer: DocumentSigner,
  withCertificates: boolean,
): Promise<Uint8Array> {
  const signature = await sign(signer, contentType, createHash('sha256').update(content).digest())
  const enclosed = Buffer.concat([oid(contentType), der(TAG.context(0), der(TAG.octetString, content))])
  return signedData({ signer, signature, version: 3, content: enclosed, withCertificates })
}

interface Signature {
  readonly attributes: readonly Uint8Array[]
  readonly value: Uint8Array
}

async function sign(signer: DocumentSigner, contentType: string, digest: Uint8Array): Promise<Signature> {
  const attributes = [
    attribute(OID.contentType, oid(contentType)),
    attribute(OID.messageDigest, der(TAG.octetString, digest)),
    namesOf(signer.certificate).signingCertificate,
  ]
  // Signed as a SET OF, stored with the implicit tag [0] (RFC 5652, 5.4).
  return { attributes, value: await signer.sign(setOf(TAG.set, attributes)) }
}

function signedData(parts: {
  readonly signer: DocumentSigner
  readonly signature: Signature
  /** 3 for content of another type than plain data (RFC 5652, 5.1). */
  readonly version: 1 | 3
  readonly content: Uint8Array
  readonly unsigned?: Uint8Array | undefined
  readonly withCertificates?: boolean
}): Uint8Array {
  const { signer, signature } = parts
  const sha256 = der(TAG.sequence, oid(OID.sha256))
  const signerInfo = der(
    TAG.sequence,
    unsignedInteger(Uint8Array.of(1)),
    namesOf(signer.certificate).issuerAndSerial,
    sha256,
    setOf(TAG.context(0), signature.attributes),
    der(TAG.sequence, oid(OID.ecdsaWithSha256)),
    der(TAG.octetString, signature.value),
    ...(parts.unsigned ? [parts.unsigned] : []),
  )
  const certificates = [signer.certificate, ...signer.chain]
  const body = der(
    TAG.sequence,
    unsignedInteger(Uint8Array.of(parts.version)),
    der(TAG.set, sha256),
    der(TAG.sequence, parts.content),
    ...(parts.withCertificates === false ? [] : [setOf(TAG.context(0), certificates)]),
    der(TAG.set, signerInfo),
  )
  return der(TAG.sequence, oid(OID.signedData), der(TAG.context(0), body))
}

function attribute(type: string, value: Uint8Array): Uint8Array {
  return der(TAG.sequence, oid(type), der(TAG.set, value))
}

interface CertificateNames {
  readonly issuerAndSerial: Uint8Array
  /** RFC 5035: ties the signature to this certificate. SHA-256 is the default algorithm and so left out. */
  readonly signingCertificate: Uint8Array
}

const known = new WeakMap<Uint8Array, CertificateNames>()

/** How a signature names its certificate; read once for as long as the signer is kept. */
function namesOf(certificate: Uint8Array): CertificateNames {
  const found = known.get(certificate) ?? readNames(certificate)
  known.set(certificate, found)
  return found
}

function readNames(certificate: Uint8Array): CertificateNames {
  const [serialNode, , issuerNode] = tbsOf(new X509Certificate(certificate))
  const [issuer, serial] = [rawOf(issuerNode), rawOf(serialNode)]
  const hash = createHash('sha256').update(certificate).digest()
  const issuerSerial = der(TAG.sequence, der(TAG.sequence, der(TAG.context(4), issuer)), serial)
  const essCertId = der(TAG.sequence, der(TAG.octetString, hash), issuerSerial)
  return {
    issuerAndSerial: der(TAG.sequence, issuer, serial),
    signingCertificate: attribute(OID.signingCertificateV2, der(TAG.sequence, der(TAG.sequence, essCertId))),
  }
}
