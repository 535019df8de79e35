import { AsnConvert } from '@peculiar/asn1-schema'
import { Certificate } from '@peculiar/asn1-x509'
import { der, oid, setOf, TAG, unsignedInteger } from './der.ts'
import type { DocumentSigner } from './signer.ts'

export const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
} as const

/**
 * The detached CMS signature (RFC 5652) of a PDF whose signed bytes have this SHA-256 digest, with the three signed
 * attributes of a PAdES baseline signature: content type, message digest, signing-certificate-v2. The signing-time
 * attribute is left out on purpose: ETSI EN 319 142-1 (6.3) keeps the time in /M of the PDF, which is why the CMS of
 * @libpdf/core, which always writes it, is not used.
 */
export async function createDetachedCms(digest: Uint8Array, signer: DocumentSigner): Promise<Uint8Array> {
  const attributes = [
    attribute(OID.contentType, oid(OID.data)),
    attribute(OID.messageDigest, der(TAG.octetString, digest)),
    attribute(OID.signingCertificateV2, await signingCertificateV2(signer.certificate)),
  ]
  // Signed as a SET OF, stored with the implicit tag [0] (RFC 5652, 5.4).
  const signature = await signer.sign(setOf(TAG.set, attributes))
  const sha256 = der(TAG.sequence, oid(OID.sha256))
  const signerInfo = der(
    TAG.sequence,
    unsignedInteger(Uint8Array.of(1)),
    issuerAndSerial(signer.certificate),
    sha256,
    setOf(TAG.context(0), attributes),
    der(TAG.sequence, oid(OID.ecdsaWithSha256)),
    der(TAG.octetString, signature),
  )
  const signedData = der(
    TAG.sequence,
    unsignedInteger(Uint8Array.of(1)),
    der(TAG.set, sha256),
    der(TAG.sequence, oid(OID.data)),
    setOf(TAG.context(0), [signer.certificate, ...signer.chain]),
    der(TAG.set, signerInfo),
  )
  return der(TAG.sequence, oid(OID.signedData), der(TAG.context(0), signedData))
}

function attribute(type: string, value: Uint8Array): Uint8Array {
  return der(TAG.sequence, oid(type), der(TAG.set, value))
}

/** RFC 5035: ties the signature to this certificate. SHA-256 is the default algorithm and so left out. */
async function signingCertificateV2(certificate: Uint8Array): Promise<Uint8Array> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(certificate)))
  const { issuer, serial } = identify(certificate)
  const directoryName = der(TAG.context(4), issuer)
  const issuerSerial = der(TAG.sequence, der(TAG.sequence, directoryName), serial)
  const essCertId = der(TAG.sequence, der(TAG.octetString, hash), issuerSerial)
  return der(TAG.sequence, der(TAG.sequence, essCertId))
}

function issuerAndSerial(certificate: Uint8Array): Uint8Array {
  const { issuer, serial } = identify(certificate)
  return der(TAG.sequence, issuer, serial)
}

function identify(certificate: Uint8Array): { issuer: Uint8Array; serial: Uint8Array } {
  const { tbsCertificate } = AsnConvert.parse(certificate, Certificate)
  return {
    issuer: new Uint8Array(AsnConvert.serialize(tbsCertificate.issuer)),
    serial: der(TAG.integer, new Uint8Array(tbsCertificate.serialNumber)),
  }
}
