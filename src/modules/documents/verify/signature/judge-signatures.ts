import type { X509Certificate } from 'node:crypto'
import { PdfRefusal } from '../pdf/refusal.ts'
import type { Revision } from '../pdf/revision.ts'
import type { SignatureReport, SignerTrust } from '../verdict.ts'

import { members, type Node, oidOf, rawOf, timeOf } from './asn1.ts'

import { buildChain, isMeantFor, wasValidAt } from './certificates.ts'
import { type CheckedSignature, signedParts } from './check-signature.ts'
import { readPdfDate } from './claimed-time.ts'
import { levelOf } from './level.ts'
import { CMS_OID, tbsOf } from './read-cms.ts'
import { type RevocationSources, revocationOf } from './revocation.ts'
import { readTimeStamp, type TimeStamp } from './time-stamp.ts'

export interface Trust {
  readonly anchors: readonly X509Certificate[]
  readonly timeStampAnchors: readonly X509Certificate[]
  /** Certificates that came with the file, to build paths of. */
  readonly bag: readonly X509Certificate[]
  readonly sources: RevocationSources
  readonly now: Date
  readonly registeredAt: Date | undefined
}

/** Clocks of signers may be a little ahead of ours. */
const TOLERANCE_MS = 10 * 60_000

/** Whom each signature comes from, whether that was allowed at its time, and how well it is proven. */
export function judgeSignatures(
  whole: Revision,
  checked: readonly CheckedSignature[],
  trust: Trust,
): SignatureReport[] {
  const stamps = checked.map((one) => documentStamp(whole, one, trust))
  return checked.map((one, index) => {
    const stamp = stamps[index]
    return one.kind === 'time-stamp' ? reportStamp(whole, one, stamp) : reportSigner(whole, one, checked, stamps, trust)
  })
}

function documentStamp(whole: Revision, one: CheckedSignature, trust: Trust): TimeStamp | undefined {
  if (one.kind !== 'time-stamp' || one.integrity !== 'intact' || !one.coverage || !one.token) return undefined
  return readTimeStamp(one.token, signedParts(whole.bytes, one.coverage), trust)
}

function reportStamp(whole: Revision, one: CheckedSignature, stamp: TimeStamp | undefined): SignatureReport {
  return {
    ...common(whole, one),
    trust: stamp?.trusted ? 'trusted' : 'unknown',
    level: undefined,
    time: stamp && { at: stamp.at.getTime(), proof: stamp.trusted ? 'stamped' : 'claimed' },
    revokedAt: undefined,
  }
}

function reportSigner(
  whole: Revision,
  one: CheckedSignature,
  checked: readonly CheckedSignature[],
  stamps: readonly (TimeStamp | undefined)[],
  trust: Trust,
): SignatureReport {
  const problems = [...one.problems]
  const base = { ...common(whole, one), problems }
  if (!one.cms || one.integrity !== 'intact') {
    return { ...base, trust: 'unknown', level: undefined, time: claimedTime(whole, one, trust), revokedAt: undefined }
  }
  const end = one.coverage?.end ?? 0
  const own = signatureStamp(one, trust, problems)
  const later = stamps.filter((stamp, index) => stamp?.trusted && (checked[index]?.coverage?.end ?? 0) >= end)
  const proven = [own?.trusted ? own.at : undefined, ...later.map((stamp) => stamp?.at)].filter(
    (at) => at !== undefined,
  )
  const [stamped] = proven.sort((a, b) => a.getTime() - b.getTime())
  const time = stamped
    ? ({ at: stamped.getTime(), proof: 'stamped' } as const)
    : trust.registeredAt
      ? ({ at: trust.registeredAt.getTime(), proof: 'registered' } as const)
      : claimedTime(whole, one, trust)
  const { trusted, revokedAt, chain } = judgeSigner(one, time, trust, problems)
  const proofs = [own?.trusted ? own : undefined, ...later].filter((stamp) => stamp !== undefined)
  return {
    ...base,
    trust: trusted,
    level: levelOf(whole, one, { chain, proofs, checked, stamps }, trust),
    authority: chain.outcome === 'trusted' ? nameOfSubject(chain.path.at(-1)).name : base.authority,
    time,
    revokedAt: revokedAt?.getTime(),
  }
}

function judgeSigner(one: CheckedSignature, time: SignatureReport['time'], trust: Trust, problems: string[]) {
  const signer = (one.cms as NonNullable<typeof one.cms>).signer
  const chain = buildChain(signer, trust.bag, trust.anchors)
  const at = new Date(time?.at ?? trust.now.getTime())
  const judged = (trusted: SignerTrust, revokedAt?: Date) => {
    if (trusted !== 'trusted') problems.push(`Signer: ${trusted}`)
    return { trusted, revokedAt, chain }
  }
  if (chain.outcome !== 'trusted') return judged(chain.outcome)
  if (!isMeantFor(signer, 'document')) return judged('misused')
  const proven = time !== undefined && time.proof !== 'claimed'
  const statuses = chain.path.slice(0, -1).map((certificate, index) => {
    const issuer = chain.path[index + 1] as X509Certificate
    return revocationOf(certificate, issuer, trust.sources)
  })
  const revoked = statuses.find((status) => status.kind === 'revoked')
  // A claimed time proves nothing: who holds a stolen key claims a day before it was revoked.
  if (revoked && (!proven || revoked.at <= at)) return judged('revoked', revoked.at)
  if (at.getTime() > trust.now.getTime() + TOLERANCE_MS) {
    problems.push('The signer claims a time that has not come yet')
    return judged('not-yet')
  }
  const validity = wasValidAt(chain.path, at)
  if (validity !== 'valid') return judged(validity === 'expired' ? 'expired' : 'not-yet')
  return judged('trusted')
}

/** The time stamp that the signer got for the signature (ETSI EN 319 122-1, 5.3). */
function signatureStamp(one: CheckedSignature, trust: Trust, problems: string[]): TimeStamp | undefined {
  const token = one.cms?.unsignedAttributes.get(CMS_OID.timeStampToken)
  if (!token || !one.cms) return undefined
  try {
    return readTimeStamp(rawOf(token), [one.cms.signature], trust)
  } catch (error) {
    if (error instanceof PdfRefusal) throw error
    problems.push(`Time stamp: ${error instanceof Error ? error.message : String(error)}`)
    return undefined
  }
}

function claimedTime(whole: Revision, one: CheckedSignature, trust: Trust): SignatureReport['time'] {
  const stated = readPdfDate(whole.resolve(one.field.value?.get('M'))) ?? signingTime(one)
  return stated && { at: stated.getTime(), proof: trust.registeredAt ? 'registered' : 'claimed' }
}

function signingTime({ cms }: CheckedSignature): Date | undefined {
  const value = cms?.signedAttributes.get(CMS_OID.signingTime)
  try {
    return value && timeOf(value)
  } catch {
    return undefined
  }
}

function common(whole: Revision, one: CheckedSignature) {
  const { coverage, cms } = one
  const signed = coverage ? coverage.end - (coverage.gapEnd - coverage.gapStart) : 0
  const gap = coverage ? coverage.gapEnd - coverage.gapStart : 0
  return {
    field: one.field.name,
    kind: one.kind,
    integrity: one.integrity,
    covers: one.integrity === 'intact' ? one.covers : ('nothing' as const),
    share: signed / Math.max(1, whole.bytes.length - gap),
    certifies: one.permissions?.level !== undefined,
    signer: cms && nameOfSubject(cms.signer),
    authority: cms && nameOfIssuer(cms.signer),
    serial: cms?.signer.serialNumber.toLowerCase(),
    draws: one.comparison?.additions.has('drawing') ?? false,
    problems: one.problems,
  }
}

function nameOfSubject(certificate: X509Certificate | undefined) {
  const part = partsOfName(certificate && tbsOf(certificate)[4])
  return { name: part(NAME.commonName), title: part(NAME.title), organisation: part(NAME.organisation) }
}

function nameOfIssuer(certificate: X509Certificate): string {
  const part = partsOfName(tbsOf(certificate)[2])
  return part(NAME.commonName) || part(NAME.organisation)
}

const NAME = { commonName: '2.5.4.3', organisation: '2.5.4.10', title: '2.5.4.12' } as const

/** Texts of a distinguished name by type; "" for one that is not there. */
function partsOfName(name: Node | undefined): (type: string) => string {
  const parts = new Map<string, string>()
  for (const set of name ? members(name) : []) {
    for (const pair of members(set)) {
      const [type, value] = members(pair)
      const text = (value as { getValue?: () => unknown } | undefined)?.getValue?.()
      if (typeof text === 'string' && !parts.has(oidOf(type))) parts.set(oidOf(type), text)
    }
  }
  return (type) => parts.get(type) ?? ''
}
