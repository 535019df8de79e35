import { createHash, type X509Certificate } from 'node:crypto'
import { strongDigest } from './algorithms.ts'
import { members, octetsOf, oidOf, parseAsn1, timeOf } from './asn1.ts'
import { buildChain, type Chain, isMeantFor, wasValidAt } from './certificates.ts'
import { attests, CMS_OID, isSignatureValid, namesSigner, readCms } from './read-cms.ts'
import { type RevocationSources, revocationOf } from './revocation.ts'

export interface TimeStamp {
  readonly at: Date
  /** Of the time-stamping authority, `CN=...`. */
  readonly authority: string
  /** From an authority that is known; only then is the time proven. */
  readonly trusted: boolean
  readonly chain: Chain
}

/**
 * Reads a time stamp (RFC 3161) over these bytes.
 * @throws Error when it is damaged or stands for other bytes
 */
export function readTimeStamp(
  token: Uint8Array,
  stamped: readonly Uint8Array[],
  trust: {
    readonly anchors: readonly X509Certificate[]
    /** Believed for time stamps alone. */
    readonly timeStampAnchors?: readonly X509Certificate[] | undefined
    readonly bag: readonly X509Certificate[]
    readonly sources: RevocationSources
  },
): TimeStamp {
  const cms = readCms(token)
  if (cms.contentType !== CMS_OID.timeStampInfo || !cms.content) throw new Error('Not a time stamp')
  const [, , imprint, , time] = members(parseAsn1(cms.content))
  const [algorithm, hash] = members(imprint)
  const digest = createHash(strongDigest(oidOf(members(algorithm)[0])))
  for (const part of stamped) digest.update(part)
  if (!digest.digest().equals(octetsOf(hash))) throw new Error('The time stamp stands for other bytes')
  if (!attests(cms, createHash(cms.digest).update(cms.content).digest())) throw new Error('The time stamp was changed')
  if (namesSigner(cms) === 'no' || !isSignatureValid(cms)) throw new Error('The time stamp is not its authority`s')
  const at = timeOf(time)
  const chain = buildChain(
    cms.signer,
    [...cms.certificates, ...trust.bag],
    [...trust.anchors, ...(trust.timeStampAnchors ?? [])],
  )
  const [, issuer] = chain.path
  const status = issuer ? revocationOf(cms.signer, issuer, trust.sources) : undefined
  // A stamp from before the revocation stands, unless the key may have been in other hands (RFC 3161, 4).
  const revoked = status?.kind === 'revoked' && !(status.keySafe && status.at > at)
  return {
    at,
    authority: cms.signer.subject,
    chain,
    trusted:
      chain.outcome === 'trusted' &&
      isMeantFor(cms.signer, 'timeStamp') &&
      wasValidAt(chain.path, at) === 'valid' &&
      !revoked,
  }
}
