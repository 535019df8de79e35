import { randomBytes } from 'node:crypto'
import { KEY_ALGORITHM, SIGNATURE_ALGORITHM } from './signer.ts'

/**
 * A certificate with its private key.
 *
 * The keys are ECDSA on P-256: WebCrypto makes one in under a millisecond (RSA-2048 needs some hundred), signatures
 * and certificates are a third of the size, and `pdfsig` (NSS) and `openssl cms` verify them, as the tests show.
 */
export interface IssuedCertificate {
  /** X.509, DER. */
  readonly certificate: Uint8Array
  readonly certificatePem: string
  /** PKCS #8, DER. Keep it only as `sealKey` makes it. */
  readonly privateKey: Uint8Array
  /** Lower-case hexadecimal. */
  readonly serial: string
  readonly notBefore: Date
  readonly notAfter: Date
}

export interface SignerIdentity {
  readonly name: string
  /** `Kepala Dinas Kependudukan dan Pencatatan Sipil`; absent for the seal of a unit. */
  readonly position?: string
  /** `Dinas Kependudukan dan Pencatatan Sipil`. */
  readonly unit: string
  /** 16 to 20 bytes; random when absent. */
  readonly serial?: Uint8Array
  readonly now: Date
  /** Whole years; never beyond the authority's own end. */
  readonly validYears: number
  /** Where the authority's list of revoked certificates can be fetched. */
  readonly revocationListUrl?: string | undefined
}

/** A certificate whose private key is elsewhere: in a token of its own. */
export type CertificateOnly = Omit<IssuedCertificate, 'privateKey'>

const AUTHORITY_YEARS = 20

/** id-kp-documentSigning (RFC 9336), made for exactly this use. */
const DOCUMENT_SIGNING = '1.3.6.1.5.5.7.3.36'
/** id-kp-emailProtection: NSS and Adobe look for it in signer certificates, older than the one above. */
const EMAIL_PROTECTION = '1.3.6.1.5.5.7.3.4'
/** id-kp-timeStamping; alone and critical (RFC 3161, 2.3). */
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8'

/** The certificate library needs a Reflect polyfill and some time to load: only when something is issued. */
async function loadX509() {
  await import('reflect-metadata')
  return import('@peculiar/x509')
}

/** A root authority of a region, for 20 years: for a first start and for offices without an outside authority. */
export async function createAuthority(options: {
  readonly region: string
  readonly now: Date
}): Promise<IssuedCertificate> {
  const x509 = await loadX509()
  const keys = await crypto.subtle.generateKey(KEY_ALGORITHM, true, ['sign', 'verify'])
  const serial = newSerial()
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serial,
    name: new x509.Name([
      { C: ['ID'] },
      { O: [{ utf8String: truncate(options.region) }] },
      { CN: [{ utf8String: truncate(`Otoritas Sertifikat ${options.region}`) }] },
    ]),
    notBefore: options.now,
    notAfter: addYears(options.now, AUTHORITY_YEARS),
    signingAlgorithm: SIGNATURE_ALGORITHM,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  })
  const privateKey = new Uint8Array(await crypto.subtle.exportKey('pkcs8', keys.privateKey))
  return { ...describe(certificate), privateKey }
}

/**
 * A certificate for one person in one position, or for the seal of a unit. When the person moves, the position
 * changes hands and a new one is issued.
 * @throws RangeError for a serial of other than 16 to 20 bytes or years out of range
 */
export async function issueSigner(authority: AuthorityKeys, identity: SignerIdentity): Promise<IssuedCertificate> {
  return withNewKey((publicKey) => certify(authority, identity, publicKey, signerProfile))
}

/**
 * The same for a key that was made elsewhere, in a token that never gives it away.
 * @param publicKey SubjectPublicKeyInfo, DER
 */
export async function certifySigner(
  authority: AuthorityKeys,
  identity: SignerIdentity,
  publicKey: Uint8Array,
): Promise<CertificateOnly> {
  const key = await crypto.subtle.importKey('spki', Uint8Array.from(publicKey), KEY_ALGORITHM, true, ['verify'])
  return describe(await certify(authority, identity, key, signerProfile))
}

/** A certificate of a time-stamping authority: for nothing else (RFC 3161, 2.3). */
export async function issueTimeStamper(authority: AuthorityKeys, identity: SignerIdentity): Promise<IssuedCertificate> {
  return withNewKey((publicKey) => certify(authority, identity, publicKey, timeStamperProfile))
}

type AuthorityKeys = Pick<IssuedCertificate, 'certificate' | 'privateKey'>

interface Profile {
  readonly purposes: readonly string[]
  readonly critical: boolean
}

const signerProfile: Profile = { purposes: [DOCUMENT_SIGNING, EMAIL_PROTECTION], critical: false }
const timeStamperProfile: Profile = { purposes: [TIME_STAMPING], critical: true }

async function withNewKey(
  certifyKey: (publicKey: CryptoKey) => Promise<import('@peculiar/x509').X509Certificate>,
): Promise<IssuedCertificate> {
  const keys = await crypto.subtle.generateKey(KEY_ALGORITHM, true, ['sign', 'verify'])
  const described = describe(await certifyKey(keys.publicKey))
  return { ...described, privateKey: new Uint8Array(await crypto.subtle.exportKey('pkcs8', keys.privateKey)) }
}

async function certify(
  authority: AuthorityKeys,
  identity: SignerIdentity,
  publicKey: CryptoKey,
  { purposes, critical }: Profile,
) {
  if (!Number.isInteger(identity.validYears) || identity.validYears < 1) {
    throw new RangeError('A signer certificate is valid for one or more whole years')
  }
  const x509 = await loadX509()
  const issuer = new x509.X509Certificate(Uint8Array.from(authority.certificate))
  const key = Uint8Array.from(authority.privateKey)
  const signingKey = await crypto.subtle.importKey('pkcs8', key, KEY_ALGORITHM, false, ['sign'])
  const end = addYears(identity.now, identity.validYears)
  const url = identity.revocationListUrl
  return x509.X509CertificateGenerator.create({
    serialNumber: newSerial(identity.serial),
    issuer: issuer.subjectName,
    // As objects, never as one string: a comma, an equals sign or a # in a name must stay part of the name.
    subject: new x509.Name([
      { C: ['ID'] },
      // X.520 allows 64 letters for these; longer ones are cut, the whole name is printed in the document.
      { O: [{ utf8String: truncate(identity.unit) }] },
      ...(identity.position ? [{ T: [{ utf8String: truncate(identity.position) }] }] : []),
      { CN: [{ utf8String: truncate(identity.name) }] },
    ]),
    notBefore: identity.now,
    notAfter: new Date(Math.min(end.getTime(), issuer.notAfter.getTime())),
    signingAlgorithm: SIGNATURE_ALGORITHM,
    publicKey,
    signingKey,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.nonRepudiation, true),
      new x509.ExtendedKeyUsageExtension([...purposes], critical),
      await x509.AuthorityKeyIdentifierExtension.create(issuer, false),
      await x509.SubjectKeyIdentifierExtension.create(publicKey),
      ...(url ? [new x509.CRLDistributionPointsExtension([url])] : []),
    ],
  })
}

function describe(certificate: import('@peculiar/x509').X509Certificate): CertificateOnly {
  return {
    certificate: new Uint8Array(certificate.rawData),
    certificatePem: certificate.toString('pem'),
    serial: certificate.serialNumber,
    notBefore: certificate.notBefore,
    notAfter: certificate.notAfter,
  }
}

/** Hexadecimal, positive and without leading zero octets, so that its length is what it says (RFC 5280, 4.1.2.2). */
function newSerial(bytes: Uint8Array = randomBytes(20)): string {
  if (bytes.length < 16 || bytes.length > 20) throw new RangeError('A serial number has 16 to 20 bytes')
  const serial = Uint8Array.from(bytes)
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40
  return Buffer.from(serial).toString('hex')
}

function truncate(text: string): string {
  return [...text].slice(0, 64).join('')
}

function addYears(date: Date, years: number): Date {
  const later = new Date(date)
  later.setUTCFullYear(later.getUTCFullYear() + years)
  return later
}
