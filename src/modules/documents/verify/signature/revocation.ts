import { createHash, X509Certificate } from 'node:crypto'
import { verifySignature } from './algorithms.ts'
import {
  isTagged,
  members,
  type Node,
  octetsOf,
  oidOf,
  parseAsn1,
  plainSerial,
  rawOf,
  serialOf,
  timeOf,
} from './asn1.ts'
import { isIssuedBy } from './certificates.ts'
import { tbsOf } from './read-cms.ts'

/** What an authority knows about its own certificates, from its register. */
export interface RevocationRegister {
  /** X.509 of the authority, DER. */
  readonly authority: Uint8Array
  readonly revoked: readonly { readonly serial: string; readonly at: Date }[]
}

export interface RevocationSources {
  readonly registers: readonly RevocationRegister[]
  /** CertificateList, DER. */
  readonly crls: readonly Uint8Array[]
  /** OCSPResponse, DER. */
  readonly ocsps: readonly Uint8Array[]
}

/** `unknown`: nobody who may say so has said anything. */
export type RevocationStatus =
  | { readonly kind: 'good'; readonly from: 'register' | 'embedded' }
  | { readonly kind: 'revoked'; readonly at: Date }
  | { readonly kind: 'unknown' }

const MOST_LISTS = 30

/** The earliest revocation that anybody entitled to it states wins over all that say good. */
export function revocationOf(
  certificate: X509Certificate,
  issuer: X509Certificate,
  sources: RevocationSources,
): RevocationStatus {
  const serial = plainSerial(certificate.serialNumber)
  const revoked: Date[] = []
  let good: 'register' | 'embedded' | undefined
  for (const list of sources.crls.slice(0, MOST_LISTS)) {
    const said = quietly(() => readCrl(list, issuer, serial))
    if (said === 'good') good = 'embedded'
    else if (said) revoked.push(said)
  }
  for (const response of sources.ocsps.slice(0, MOST_LISTS)) {
    const said = quietly(() => readOcsp(response, certificate, issuer, serial))
    if (said === 'good') good = 'embedded'
    else if (said) revoked.push(said)
  }
  for (const register of sources.registers) {
    if (!issuer.raw.equals(register.authority)) continue
    good ??= 'register'
    for (const one of register.revoked) if (plainSerial(one.serial) === serial) revoked.push(one.at)
  }
  const [first] = revoked.sort((a, b) => a.getTime() - b.getTime())
  if (first) return { kind: 'revoked', at: first }
  return good ? { kind: 'good', from: good } : { kind: 'unknown' }
}

/** A list that cannot be read says nothing. */
function quietly<Result>(read: () => Result): Result | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

const bitsOf = (node: Node | undefined): Uint8Array =>
  (node as unknown as { valueBlock: { valueHexView: Uint8Array } }).valueBlock.valueHexView

/** RFC 5280, 5. */
function readCrl(encoded: Uint8Array, issuer: X509Certificate, serial: string): Date | 'good' | undefined {
  const [tbs, algorithm, signature] = members(parseAsn1(encoded))
  const fields = [...members(tbs)]
  if (fields[0]?.idBlock.tagNumber === 2) fields.shift()
  if (!rawOf(fields[1]).equals(rawOf(tbsOf(issuer)[4]))) return undefined
  if (!verifySignature(algorithm, undefined, rawOf(tbs), issuer.publicKey, bitsOf(signature))) return undefined
  const isTime = (node: Node | undefined) => [23, 24].includes(node?.idBlock.tagNumber ?? 0)
  const entries = fields.slice(isTime(fields[3]) ? 4 : 3).find((one) => one.idBlock.tagClass === 1)
  for (const entry of entries ? members(entries) : []) {
    const [number, at] = members(entry)
    if (serialOf(number) === serial) return timeOf(at)
  }
  return 'good'
}

/** RFC 6960, 4.2: signed by the issuer itself, or by one whom it has named for this. */
function readOcsp(
  encoded: Uint8Array,
  certificate: X509Certificate,
  issuer: X509Certificate,
  serial: string,
): Date | 'good' | undefined {
  const [, wrapped] = members(parseAsn1(encoded))
  const [type, response] = members(members(wrapped)[0])
  if (oidOf(type) !== '1.3.6.1.5.5.7.48.1.1') return undefined
  const [data, algorithm, signature, certificates] = members(parseAsn1(octetsOf(response)))
  const responders = [issuer]
  for (const one of certificates ? members(members(certificates)[0]) : []) {
    const responder = new X509Certificate(rawOf(one))
    const named = responder.keyUsage?.includes('1.3.6.1.5.5.7.3.9') && responder.checkIssued(issuer)
    if (named && isIssuedBy(responder, issuer)) responders.push(responder)
  }
  const signed = rawOf(data)
  const isSigned = responders.some(
    (one) => quietly(() => verifySignature(algorithm, undefined, signed, one.publicKey, bitsOf(signature))) === true,
  )
  if (!isSigned) return undefined
  const singles = members(data).find((one) => one.idBlock.tagClass === 1 && one.idBlock.tagNumber === 16)
  for (const single of singles ? members(singles) : []) {
    const [id, status] = members(single)
    const [hash, , key, number] = members(id)
    const name = oidOf(members(hash)[0]) === '1.3.14.3.2.26' ? 'sha1' : 'sha256'
    // The name's hash is left aside: the key's identifies the issuer already (RFC 6960, 4.1.1).
    const ofIssuer = createHash(name)
      .update(bitsOf(members(tbsOf(issuer)[5])[1]))
      .digest()
      .equals(octetsOf(key))
    if (!ofIssuer || serialOf(number) !== serial || certificate.issuer !== issuer.subject) continue
    if (isTagged(status, 0)) return 'good'
    if (isTagged(status, 1)) return timeOf(members(status)[0])
  }
  return undefined
}
