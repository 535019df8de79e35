import { createHash, verify, X509Certificate } from 'node:crypto'
import { type Attribute, ContentInfo, SignedData, type SignerInfo } from '@peculiar/asn1-cms'
import { AsnConvert } from '@peculiar/asn1-schema'
import { Constructed, fromBER, ObjectIdentifier, OctetString, Sequence } from 'asn1js'
import { OID } from './cms.ts'
import { TAG } from './der.ts'
import { findSignatures, type SignatureDictionary } from './signature-dictionary.ts'

/** What one signature in a file proves, each statement on its own. */
export interface SignatureInspection {
  /** Every byte of the file is signed, except the signature itself. False once a revision was appended. */
  readonly coversWholeFile: boolean
  /** The signed bytes are those that were signed. */
  readonly digestMatches: boolean
  /** The signature over the digest is the certificate's, and names that certificate (signing-certificate-v2). */
  readonly cmsSignatureValid: boolean
  /** Issued by one of the given authorities and valid at `signedAt`; undefined when none were given. */
  readonly trusted?: boolean
  /** `C=ID, O=..., title=..., CN=...`. */
  readonly signerSubject?: string
  /** X.509, DER. */
  readonly signerCertificate?: Uint8Array
  /** As the signer claims in /M. */
  readonly signedAt?: Date
  /** Why a statement is false; for the log, in English. */
  readonly problems: readonly string[]
}

const HASHES: Readonly<Record<string, string>> = {
  [OID.sha256]: 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}
const SIGNATURE_HASHES: Readonly<Record<string, string>> = {
  [OID.ecdsaWithSha256]: 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
}

/**
 * Checks the signatures of a file that this program made: ECDSA, SHA-2, one signer each. It knows neither time stamps
 * nor revocation. Never throws for a broken file: what cannot be read is not valid.
 * @param options.authorities root certificates, DER, that signers must come from
 */
export function inspectSignatures(
  pdf: Uint8Array,
  options: { readonly authorities?: readonly Uint8Array[] } = {},
): SignatureInspection[] {
  return findSignatures(pdf).map((dictionary) => inspect(pdf, dictionary, options.authorities))
}

/**
 * The file is whole as its signers left it: each signature is good (and trusted, where authorities were given), and
 * the last one covers every byte. A file without signatures is not intact.
 */
export function isIntact(inspections: readonly SignatureInspection[]): boolean {
  return (
    inspections.every((one) => one.digestMatches && one.cmsSignatureValid && one.trusted !== false) &&
    inspections.at(-1)?.coversWholeFile === true
  )
}

function inspect(
  pdf: Uint8Array,
  dictionary: SignatureDictionary,
  authorities: readonly Uint8Array[] | undefined,
): SignatureInspection {
  const problems: string[] = []
  const signedAt = readSigningTime(dictionary.text)
  const [start, length, resume, rest] = dictionary.byteRange
  const gapIsContents = start === 0 && length === dictionary.contentsStart && resume === dictionary.contentsEnd
  const inside = gapIsContents && resume + rest <= pdf.length
  const coversWholeFile = inside && resume + rest === pdf.length
  if (!gapIsContents) problems.push('The byte range leaves out more or less than the signature')
  else if (!inside) problems.push('The byte range ends after the file')
  else if (!coversWholeFile) problems.push(`${pdf.length - resume - rest} bytes follow the signed revision`)
  const result = {
    coversWholeFile,
    digestMatches: false,
    cmsSignatureValid: false,
    ...(authorities ? { trusted: false } : {}),
    ...(signedAt ? { signedAt } : {}),
    problems,
  }
  try {
    const signer = readSigner(readCms(pdf.subarray(dictionary.contentsStart + 1, dictionary.contentsEnd - 1)))
    const signed = inside ? [pdf.subarray(0, length), pdf.subarray(resume, resume + rest)] : []
    const digest = createHash(signer.hash)
    for (const part of signed) digest.update(part)
    const digestMatches = inside && signer.messageDigest.equals(digest.digest())
    if (!digestMatches) problems.push('The signed bytes have changed')
    const cmsSignatureValid = isSignatureValid(signer, problems)
    const trusted = authorities && cmsSignatureValid && isTrusted(signer.certificate, signedAt, authorities, problems)
    return {
      ...result,
      digestMatches,
      cmsSignatureValid,
      ...(trusted === undefined ? {} : { trusted }),
      signerSubject: signer.certificate.subject.replaceAll('\n', ', '),
      signerCertificate: new Uint8Array(signer.certificate.raw),
    }
  } catch (error) {
    problems.push(`The signature cannot be read: ${error instanceof Error ? error.message : String(error)}`)
    return result
  }
}

interface Signer {
  readonly hash: string
  readonly messageDigest: Buffer
  readonly attributes: readonly Attribute[]
  readonly signedBytes: Buffer
  readonly info: SignerInfo
  readonly certificate: X509Certificate
}

/** The bytes behind the hexadecimal text; after the CMS's own length only the zeros of the reserve may follow. */
function readCms(hex: Uint8Array): Uint8Array {
  const text = Buffer.from(hex).toString('latin1')
  if (!/^(?:[0-9A-Fa-f]{2})+$/.test(text)) throw new Error('Contents is not plain hexadecimal')
  const bytes = Buffer.from(text, 'hex')
  const lengthBytes = (bytes[1] ?? 0) & 0x7f
  if (bytes[0] !== 0x30 || (bytes[1] ?? 0) < 0x80 || lengthBytes < 1 || lengthBytes > 3) throw new Error('Not DER')
  const end = 2 + lengthBytes + bytes.readUIntBE(2, lengthBytes)
  if (end > bytes.length || bytes.subarray(end).some((byte) => byte !== 0)) throw new Error('Bytes follow the CMS')
  return bytes.subarray(0, end)
}

function readSigner(encoded: Uint8Array): Signer {
  const content = AsnConvert.parse(encoded, ContentInfo)
  if (content.contentType !== OID.signedData) throw new Error('Not SignedData')
  const cms = AsnConvert.parse(content.content, SignedData)
  const info = cms.signerInfos[0]
  if (cms.signerInfos.length !== 1 || !info) throw new Error('Not exactly one signer')
  if (cms.encapContentInfo.eContent) throw new Error('Content is not detached')
  const hash = HASHES[info.digestAlgorithm.algorithm]
  if (!hash) throw new Error(`Unknown digest ${info.digestAlgorithm.algorithm}`)
  const attributes = info.signedAttrs ?? []
  const contentType = parse(onlyValue(attributes, OID.contentType))
  if (!(contentType instanceof ObjectIdentifier) || contentType.getValue() !== OID.data) throw new Error('Not data')
  const messageDigest = parse(onlyValue(attributes, OID.messageDigest))
  if (!(messageDigest instanceof OctetString)) throw new Error('The message digest is no octet string')
  return {
    hash,
    messageDigest: Buffer.from(messageDigest.valueBlock.valueHexView),
    attributes,
    signedBytes: readSignedBytes(encoded),
    info,
    certificate: findCertificate(cms, info),
  }
}

/**
 * The signed attributes as they were signed: stored under [0], signed as a SET OF (RFC 5652, 5.4). Taken from the file
 * itself, for what a library writes again need not be what was signed.
 */
function readSignedBytes(encoded: Uint8Array): Buffer {
  const members = (node: unknown) => (node instanceof Constructed ? node.valueBlock.value : [])
  const signedData = members(members(parse(Uint8Array.from(encoded).buffer))[1])[0]
  const signerInfo = members(members(signedData).at(-1))[0]
  const stored = members(signerInfo).find(({ idBlock }) => idBlock.tagClass === 3 && idBlock.tagNumber === 0)
  if (!stored) throw new Error('No signed attributes')
  const bytes = Buffer.from(stored.valueBeforeDecodeView)
  bytes[0] = TAG.set
  return bytes
}

function findCertificate(cms: SignedData, info: SignerInfo): X509Certificate {
  const sid = info.sid.issuerAndSerialNumber
  if (!sid) throw new Error('The signer is not named by issuer and serial number')
  const issuer = Buffer.from(AsnConvert.serialize(sid.issuer))
  for (const { certificate } of cms.certificates ?? []) {
    if (!certificate) continue
    const { tbsCertificate } = certificate
    const sameSerial = Buffer.from(tbsCertificate.serialNumber).equals(Buffer.from(sid.serialNumber))
    if (sameSerial && issuer.equals(Buffer.from(AsnConvert.serialize(tbsCertificate.issuer)))) {
      return new X509Certificate(Buffer.from(AsnConvert.serialize(certificate)))
    }
  }
  throw new Error('The signer certificate is not in the CMS')
}

function isSignatureValid(signer: Signer, problems: string[]): boolean {
  const hash = SIGNATURE_HASHES[signer.info.signatureAlgorithm.algorithm]
  const key = signer.certificate.publicKey
  if (!hash || hash !== signer.hash || key.asymmetricKeyType !== 'ec') {
    problems.push(`Signature algorithm ${signer.info.signatureAlgorithm.algorithm} is not one of ours`)
    return false
  }
  if (!namesCertificate(signer)) {
    problems.push('The signing-certificate-v2 attribute names another certificate')
    return false
  }
  const valid = verify(hash, signer.signedBytes, key, Buffer.from(signer.info.signature.buffer))
  if (!valid) problems.push('The signature does not fit the signed attributes')
  return valid
}

/** ESSCertIDv2: the algorithm is left out when it is SHA-256 (RFC 5035, 4). */
function namesCertificate(signer: Signer): boolean {
  let node = parse(onlyValue(signer.attributes, OID.signingCertificateV2))
  for (let depth = 0; depth < 2; depth++) {
    const [first] = node instanceof Sequence ? node.valueBlock.value : []
    if (!first) return false
    node = first
  }
  const [hash] = node instanceof Sequence ? node.valueBlock.value : []
  if (!(hash instanceof OctetString)) return false
  const expected = createHash('sha256').update(signer.certificate.raw).digest()
  return expected.equals(Buffer.from(hash.valueBlock.valueHexView))
}

function isTrusted(
  certificate: X509Certificate,
  signedAt: Date | undefined,
  authorities: readonly Uint8Array[],
  problems: string[],
): boolean {
  const issuer = authorities
    .map((authority) => new X509Certificate(authority))
    .find((authority) => authority.ca && certificate.checkIssued(authority) && certificate.verify(authority.publicKey))
  if (!issuer) problems.push('The signer certificate comes from no known authority')
  const inTime = signedAt !== undefined && signedAt >= certificate.validFromDate && signedAt <= certificate.validToDate
  if (!inTime) problems.push('The signer certificate was not valid at the time of signing')
  if (certificate.ca) problems.push('An authority certificate may not sign documents')
  return issuer !== undefined && inTime && !certificate.ca
}

function onlyAttribute(attributes: readonly Attribute[], type: string): Attribute {
  const [found, another] = attributes.filter((attribute) => attribute.attrType === type)
  if (!found || another || found.attrValues.length !== 1) throw new Error(`Attribute ${type} is not there once`)
  return found
}

function onlyValue(attributes: readonly Attribute[], type: string): ArrayBuffer {
  return onlyAttribute(attributes, type).attrValues[0] as ArrayBuffer
}

function parse(encoded: ArrayBuffer) {
  const { offset, result } = fromBER(encoded)
  if (offset === -1) throw new Error(result.error)
  return result
}

/** `/M (D:YYYYMMDDHHmmSSZ)`, the form that `signPdf` writes; undefined for any other. */
function readSigningTime(text: string): Date | undefined {
  const match = /\/M\s*\(D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z\)/.exec(text)
  if (!match) return undefined
  const [, year, month, day, hour, minute, second] = match
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  return Number.isNaN(date.getTime()) ? undefined : date
}
