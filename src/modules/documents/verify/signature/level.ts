import type { X509Certificate } from 'node:crypto'
import { Revision } from '../pdf/revision.ts'
import type { SignatureLevel } from '../verdict.ts'
import type { Chain } from './certificates.ts'
import type { CheckedSignature } from './check-signature.ts'
import type { Trust } from './judge-signatures.ts'
import { CMS_OID } from './read-cms.ts'
import { type RevocationSources, revocationOf } from './revocation.ts'
import type { TimeStamp } from './time-stamp.ts'
import { readValidationStore } from './validation-store.ts'

interface Found {
  /** Of the signer. */
  readonly chain: Chain
  /** Trusted time stamps that stand for the signature. */
  readonly proofs: readonly TimeStamp[]
  readonly checked: readonly CheckedSignature[]
  /** The time stamp that each checked one is, where it is one. */
  readonly stamps: readonly (TimeStamp | undefined)[]
}

/**
 * How long a signature can be checked from the file alone (ETSI EN 319 142-1, 6): B-T when its time is proven, B-LT when
 * the file also brings what says of signer and time-stamping authority that they were not revoked, B-LTA when a document
 * time stamp stands for all of that.
 */
export function levelOf(whole: Revision, one: CheckedSignature, found: Found, trust: Trust): SignatureLevel {
  if (!one.cms?.signedAttributes.has(CMS_OID.signingCertificateV2)) return 'CMS'
  const earliest = [...found.proofs].sort((a, b) => a.at.getTime() - b.at.getTime())[0]
  if (!earliest) return 'B-B'
  const chains = [found.chain, earliest.chain]
  if (!areCovered(chains, trust.sources)) return 'B-T'
  const last = lastStamp(one, found)
  if (!last?.coverage) return 'B-LT'
  const store = readValidationStore(
    last.coverage.end === whole.end ? whole : new Revision(whole.bytes, last.coverage.end, whole.budget),
  )
  const before = {
    registers: [],
    crls: [...store.crls, ...found.checked.flatMap(({ cms }) => cms?.crls ?? [])],
    ocsps: store.ocsps,
  }
  return areCovered(chains, before) ? 'B-LTA' : 'B-LT'
}

function lastStamp(one: CheckedSignature, { checked, stamps }: Found): CheckedSignature | undefined {
  const end = one.coverage?.end ?? 0
  return checked
    .filter((other, index) => stamps[index]?.trusted && (other.coverage?.end ?? 0) > end)
    .sort((a, b) => (b.coverage?.end ?? 0) - (a.coverage?.end ?? 0))[0]
}

/** Each certificate of the paths, save the anchors, is spoken of by a list or answer in the file. */
function areCovered(chains: readonly Chain[], sources: RevocationSources): boolean {
  return chains.every(
    ({ path, outcome }) =>
      outcome === 'trusted' &&
      path.slice(0, -1).every((certificate, index) => {
        const status = revocationOf(certificate, path[index + 1] as X509Certificate, sources)
        return status.kind !== 'unknown' && status.from === 'embedded'
      }),
  )
}
