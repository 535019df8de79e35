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
  readonly revoked: readonly Revocation[]
}

interface Revocation {
  readonly serial: string
  readonly at: Date
  /** The key was not in somebody else's hands: what it had signed until then still counts. */
  readonly keySafe?: boolean | undefined
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
  | { readonly kind: 'revoked'; readonly at: Date; readonly keySafe: boolean; readonly from: 'register' | 'embedded' }
  | { readonly kind: 'unknown' }

const MOST_LISTS = 30

interface Said {
  readonly at: Date
  readonly keySafe: boolean
  /** Said by a list in the file. */
  readonly listed: boolean
}
/** Reasons of RFC 5280, 5.3.1 that leave what was signed before untouched. */
const KEY_SAFE = new Set([3, 4, 5, 9])

/** The earliest revocation that anybody entitled to it states wins over all that say good. */
export function revocationOf(
  certificate: X509Certificate,
  issuer: X509Certificate,
  sources: RevocationSources,
): RevocationStatus {
  const serial = plainSerial(certificate.serialNumber)
  const revoked: Said[] = []
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
    for (const one of register.revoked) {
      if (plainSerial(one.serial) === serial) revoked.push({ at: one.at, keySafe: one.keySafe === true, listed: false })
    }
  }
  const [first] = revoked.sort((a, b) => a.at.getTime() - b.at.getTime())
  if (first) {
    const keySafe = revoked.every((one) => one.keySafe)
    return { kind: 'revoked', at: first.at, keySafe, from: revoked.some((one) => one.listed) ? 'embedded' : 'register' }
  }
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
function readCrl(encoded: Uint8Array, issuer: X509Certificate, serial: string): Said | 'good' | undefined {
  const [tbs, algorithm, signature] = members(parseAsn1(encoded))
  const fields = [...members(tbs)]
  if (fields[0]?.idBlock.tagNumber === 2) fields.shift()
  if (!rawOf(fields[1]).equals(rawOf(tbsOf(issuer)[4]))) return undefined
  if (!verifySignature(algorithm, undefined, rawOf(tbs), issuer.publicKey, bitsOf(signature))) return undefined
  const isTime = (node: Node | undefined) => [23, 24].includes(node?.idBlock.tagNumber ?? 0)
  const entries = fields.slice(isTime(fields[3]) ? 4 : 3).find((one) => one.idBlock.tagClass === 1)
  for (const entry of entries ? members(entries) : []) {
    const [number, at, extensions] = members(entry)
    if (serialOf(number) === serial)
      return { at: timeOf(at), keySafe: KEY_SAFE.has(reasonOf(extensions)), listed: true }
  }
  return 'good'
}

function reasonOf(extensions: Node | undefined): number {
  const reason = (extensions ? members(extensions) : []).find((one) => oidOf(members(one)[0]) === '2.5.29.21')
  return reason ? (octetsOf(members(reason).at(-1))[2] ?? 0) : 0
}

/** RFC 6960, 4.2: signed by the issuer itself, or by one whom it has named for this. */
function readOcsp(
  encoded: Uint8Array,
  certificate: X509Certificate,
  issuer: X509Certificate,
  serial: string,
): Said | 'good' | undefined {
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
    if (isTagged(status, 1)) return { at: timeOf(members(status)[0]), keySafe: false, listed: true }
  }
  return undefined
}
