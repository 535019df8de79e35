import type { X509Certificate } from 'node:crypto'
import type { SigningSettings } from '#kernel/config.ts'
import { stampPdf } from '../signing/sign-pdf.ts'
import { rawOf } from '../verify/signature/asn1.ts'
import { buildChain } from '../verify/signature/certificates.ts'
import { type CheckedSignature, signedParts } from '../verify/signature/check-signature.ts'
import { CMS_OID } from '../verify/signature/read-cms.ts'
import { readTimeStamp, type TimeStamp } from '../verify/signature/time-stamp.ts'
import type { FileReport } from '../verify/verdict.ts'
import { readSignatures, verifyPdf } from '../verify/verify-pdf.ts'
import type { StampSource } from './stamp-source.ts'
import { addValidationData } from './validation-data.ts'

export type Level = SigningSettings['wantedLevel']
const levels: readonly Level[] = ['B-B', 'B-T', 'B-LT', 'B-LTA']

export interface RaisingMeans {
  /** Authorities of signers and time stampers. */
  readonly anchors: readonly X509Certificate[]
  readonly timeStampAnchors: readonly X509Certificate[]
  readonly stamp: StampSource
  /** The issuer's list (DER), made at `since` or later. @throws Error when there is none to be had */
  listOf(certificate: X509Certificate, issuer: X509Certificate, since: Date): Promise<Uint8Array>
  readonly now: Date
}

export interface RaisedFile {
  readonly file: Buffer
  /** Of the signature that has the lowest. */
  readonly level: Level
  /** The document time stamp that was added last; undefined when none was. */
  readonly stamp: { readonly at: Date; readonly certificateEnds: Date } | undefined
}

/** The file is not what its signers left, or who signed is not known: nothing is added to it. */
export class NotRaisable extends Error {}

/**
 * Brings the signatures of a file to a level, by new revisions behind it: a document time stamp for signatures without a
 * time stamp of their own (B-T), the lists and certificates that checking needs (B-LT), a document time stamp over all
 * of that (B-LTA). A file that has the level is given back as it is.
 * @param renew adds lists and a stamp once more, before the certificate of the last stamp ends
 * @throws NotRaisable; Error when a time stamp or a list is not to be had
 */
export async function raisePdf(
  file: Uint8Array,
  wanted: Level,
  means: RaisingMeans,
  renew = false,
): Promise<RaisedFile> {
  const check = checkerOf(means)
  const had = levelOf(check(file))
  const wants = (level: Level) => levels.indexOf(wanted) >= levels.indexOf(level)
  const lacks = (level: Level) => wants(level) && (renew || levels.indexOf(had) < levels.indexOf(level))
  let current = file
  if (had === 'B-B' && wants('B-T')) current = await stampPdf(current, means.stamp)
  if (lacks('B-LT')) current = addValidationData(current, await collect(current, means)) ?? current
  if (lacks('B-LTA')) current = await stampPdf(current, means.stamp)
  if (current === file) return { file: Buffer.from(file), level: had, stamp: undefined }
  const level = levelOf(check(current))
  if (levels.indexOf(level) < levels.indexOf(wanted)) throw new NotRaisable(`The file stays at ${level}`)
  return { file: Buffer.from(current), level, stamp: lastStampOf(current, means) }
}

function checkerOf(means: RaisingMeans): (file: Uint8Array) => FileReport {
  const options = {
    anchors: means.anchors.map((one) => new Uint8Array(one.raw)),
    timeStampAnchors: means.timeStampAnchors.map((one) => new Uint8Array(one.raw)),
    now: means.now,
  }
  return (file) => {
    const report = verifyPdf(file, options)
    const spoilt = report.signatures.find(
      ({ integrity, covers }) => integrity !== 'intact' || covers === 'part' || covers === 'nothing',
    )
    if (spoilt || report.refusal || !report.signatures.some(({ kind }) => kind === 'signature')) {
      throw new NotRaisable(
        `The file is not intact: ${report.refusal ?? spoilt?.problems.join(', ') ?? report.verdict}`,
      )
    }
    return report
  }
}

function levelOf({ signatures }: FileReport): Level {
  const found = signatures.filter(({ kind }) => kind === 'signature').map(({ level }) => levels.indexOf(level as Level))
  return levels[Math.max(0, Math.min(...found))] as Level
}

/** Lists and certificates for every signer and time stamper, the lists from after the last of their signatures. */
async function collect(file: Uint8Array, means: RaisingMeans) {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  const { checked, store } = readSignatures(bytes)
  const bag = [...checked.flatMap(({ cms }) => cms?.certificates ?? []), ...store.certificates]
  const trust = { anchors: means.anchors, timeStampAnchors: means.timeStampAnchors, bag, sources: noSources }
  const paths: (readonly X509Certificate[])[] = []
  let since = new Date(0)
  for (const one of checked) {
    const stamp = stampOf(bytes, one, trust)
    if (one.kind === 'signature' && one.cms) {
      const chain = buildChain(one.cms.signer, bag, means.anchors)
      if (chain.outcome !== 'trusted') throw new NotRaisable('The authority of a signer is not known')
      paths.push(chain.path)
    }
    if (!stamp?.trusted) continue
    paths.push(stamp.chain.path)
    if (stamp.at > since) since = stamp.at
  }
  const certificates = new Map<string, Uint8Array>()
  const lists = new Map<string, Uint8Array>()
  for (const path of paths) {
    for (const [index, certificate] of path.entries()) {
      certificates.set(certificate.fingerprint256, new Uint8Array(certificate.raw))
      const issuer = path[index + 1]
      if (!issuer || lists.has(issuer.fingerprint256)) continue
      lists.set(issuer.fingerprint256, await means.listOf(certificate, issuer, since))
    }
  }
  return { certificates: [...certificates.values()], lists: [...lists.values()] }
}

const noSources = { registers: [], crls: [], ocsps: [] }

function stampOf(
  file: Buffer,
  one: CheckedSignature,
  trust: Parameters<typeof readTimeStamp>[2],
): TimeStamp | undefined {
  if (one.kind === 'time-stamp') {
    return one.token && one.coverage && readTimeStamp(one.token, signedParts(file, one.coverage), trust)
  }
  const token = one.cms?.unsignedAttributes.get(CMS_OID.timeStampToken)
  try {
    return token && one.cms && readTimeStamp(rawOf(token), [one.cms.signature], trust)
  } catch {
    return undefined
  }
}

function lastStampOf(file: Uint8Array, means: RaisingMeans): RaisedFile['stamp'] {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  const last = readSignatures(bytes).checked.at(-1)
  if (last?.kind !== 'time-stamp') return undefined
  const stamp = stampOf(bytes, last, { ...means, bag: [], sources: noSources })
  if (!stamp?.trusted) throw new NotRaisable('The document time stamp is not trusted')
  const ends = stamp.chain.path.map((one) => one.validToDate.getTime())
  return { at: stamp.at, certificateEnds: new Date(Math.min(...ends)) }
}
