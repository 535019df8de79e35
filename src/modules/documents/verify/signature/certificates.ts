import type { X509Certificate } from 'node:crypto'
import { verifySignature, WeakAlgorithm } from './algorithms.ts'
import { isTagged, members, type Node, octetsOf, oidOf, parseAsn1 } from './asn1.ts'
import { partsOf, tbsOf } from './read-cms.ts'

const EXTENSION = { basicConstraints: '2.5.29.19', keyUsage: '2.5.29.15', extendedKeyUsage: '2.5.29.37' } as const
/** Critical ones that are understood or harmless here; any other must stop the check (RFC 5280, 4.2). */
const UNDERSTOOD = new Set<string>([...Object.values(EXTENSION), '2.5.29.17', '2.5.29.32', '2.5.29.14', '2.5.29.35'])
const USE = {
  document: [
    '1.3.6.1.5.5.7.3.36',
    '1.3.6.1.5.5.7.3.4',
    '1.2.840.113583.1.1.5',
    '1.3.6.1.4.1.311.10.3.12',
    '2.5.29.37.0',
  ],
  timeStamp: ['1.3.6.1.5.5.7.3.8'],
} as const

export type CertificateUse = keyof typeof USE

interface Extensions {
  readonly authority: boolean
  readonly pathLength: number | undefined
  /** Bits in the order of RFC 5280, 4.2.1.3; undefined when it does not say. */
  readonly keyUsage: readonly boolean[] | undefined
  readonly purposes: readonly string[] | undefined
  readonly unknownCritical: boolean
}

const known = new WeakMap<X509Certificate, Extensions>()

function extensionsOf(certificate: X509Certificate): Extensions {
  const extensions = known.get(certificate) ?? readExtensions(certificate)
  known.set(certificate, extensions)
  return extensions
}

function readExtensions(certificate: X509Certificate): Extensions {
  const wrapped = tbsOf(certificate).find((one) => isTagged(one, 3))
  let read: Extensions = {
    authority: false,
    pathLength: undefined,
    keyUsage: undefined,
    purposes: undefined,
    unknownCritical: false,
  }
  for (const extension of wrapped ? members(members(wrapped)[0]) : []) {
    const parts = members(extension)
    const oid = oidOf(parts[0])
    const critical = parts.length === 3 && (parts[1] as { getValue?: () => unknown }).getValue?.() === true
    const value = () => parseAsn1(octetsOf(parts.at(-1)))
    if (oid === EXTENSION.basicConstraints) {
      const [authority, length] = members(value()) as readonly { valueBlock: { valueDec?: number; value?: unknown } }[]
      read = { ...read, authority: authority?.valueBlock.value === true, pathLength: length?.valueBlock.valueDec }
    } else if (oid === EXTENSION.keyUsage) read = { ...read, keyUsage: bitsOf(value()) }
    else if (oid === EXTENSION.extendedKeyUsage) read = { ...read, purposes: members(value()).map(oidOf) }
    else if (critical && !UNDERSTOOD.has(oid)) read = { ...read, unknownCritical: true }
  }
  return read
}

function bitsOf(node: Node): readonly boolean[] {
  const bytes = (node.valueBlock as unknown as { valueHexView: Uint8Array }).valueHexView
  return [...bytes].flatMap((byte) => [7, 6, 5, 4, 3, 2, 1, 0].map((bit) => ((byte >> bit) & 1) === 1))
}

/** Whether a certificate may be used so: no authority, the right key usage and purpose. */
export function isMeantFor(certificate: X509Certificate, use: CertificateUse): boolean {
  const { authority, keyUsage, purposes, unknownCritical } = extensionsOf(certificate)
  if (authority || unknownCritical) return false
  // digitalSignature or nonRepudiation; one that does not say what it is for signs nothing here.
  if (!keyUsage?.[0] && !keyUsage?.[1]) return false
  if (use === 'timeStamp') return purposes?.length === 1 && purposes[0] === USE.timeStamp[0]
  return purposes === undefined || purposes.some((one) => (USE.document as readonly string[]).includes(one))
}

export interface Chain {
  /** From the signer to the authority that is trusted, both included. */
  readonly path: readonly X509Certificate[]
  /** `weak` when it is only held together by an algorithm that no longer protects. */
  readonly outcome: 'trusted' | 'unknown' | 'weak'
}

const LONGEST = 6

/** Builds and checks a path (RFC 5280, 6.1, without policies and name constraints, which stop it when critical). */
export function buildChain(
  signer: X509Certificate,
  bag: readonly X509Certificate[],
  anchors: readonly X509Certificate[],
): Chain {
  let weak = false
  let tries = 0
  const isIssuer = (issued: X509Certificate, issuer: X509Certificate, below: number): boolean => {
    if (issued.issuer !== issuer.subject || ++tries > 200) return false
    const { authority, pathLength, keyUsage, unknownCritical } = extensionsOf(issuer)
    if (!authority || !issued.checkIssued(issuer) || unknownCritical) return false
    if (keyUsage && !keyUsage[5]) return false
    if (pathLength !== undefined && pathLength < below) return false
    try {
      return isIssuedBy(issued, issuer)
    } catch (error) {
      if (error instanceof WeakAlgorithm) weak = true
      return false
    }
  }
  const extend = (path: readonly X509Certificate[]): readonly X509Certificate[] | undefined => {
    const last = path.at(-1) as X509Certificate
    const anchor = anchors.find((one) => isIssuer(last, one, path.length - 1))
    if (anchor) return [...path, anchor]
    if (path.length >= LONGEST) return undefined
    for (const next of bag) {
      if (path.some((one) => one.raw.equals(next.raw)) || !isIssuer(last, next, path.length - 1)) continue
      const whole = extend([...path, next])
      if (whole) return whole
    }
    return undefined
  }
  const path = extend([signer])
  if (path) return { path, outcome: 'trusted' }
  return { path: [signer], outcome: weak ? 'weak' : 'unknown' }
}

/** The issuer's key made the signature on the certificate, with an algorithm that holds. */
export function isIssuedBy(issued: X509Certificate, issuer: X509Certificate): boolean {
  const [tbs, algorithm, signature] = partsOf(issued)
  const bits = (signature as unknown as { valueBlock: { valueHexView: Uint8Array } }).valueBlock.valueHexView
  return verifySignature(algorithm, undefined, tbs?.valueBeforeDecodeView ?? Buffer.alloc(0), issuer.publicKey, bits)
}

export function wasValidAt(path: readonly X509Certificate[], at: Date): 'valid' | 'expired' | 'not-yet' {
  for (const one of path) {
    if (at < one.validFromDate) return 'not-yet'
    if (at > one.validToDate) return 'expired'
  }
  return 'valid'
}
