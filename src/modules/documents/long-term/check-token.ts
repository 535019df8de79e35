import type { X509Certificate } from 'node:crypto'
import { createHash } from 'node:crypto'
import { members, octetsOf, oidOf, parseAsn1, serialOf, timeOf } from '../verify/signature/asn1.ts'
import { buildChain, isMeantFor, wasValidAt } from '../verify/signature/certificates.ts'
import { attests, CMS_OID, isSignatureValid, namesSigner, readCms } from '../verify/signature/read-cms.ts'
import type { TimeStampRequest } from './time-stamp-messages.ts'

const CLOCK_TOLERANCE_MS = 5 * 60_000

export interface CheckedToken {
  readonly at: Date
  /** From the authority's certificate to the root. */
  readonly path: readonly X509Certificate[]
}

/**
 * Checks a token that somebody else gave, before it is put into a letter: it stands for what was asked, answers this
 * very request, comes from an authority that is believed and may stamp, and its time is ours.
 * @throws Error saying which of these fails
 */
export function checkToken(
  token: Uint8Array,
  request: TimeStampRequest,
  options: { readonly anchors: readonly X509Certificate[]; readonly now: Date },
): CheckedToken {
  const cms = readCms(token)
  if (cms.contentType !== CMS_OID.timeStampInfo || !cms.content) throw new Error('It is no time stamp')
  const [, , stamped, , time, ...more] = members(parseAsn1(cms.content))
  const [algorithm, digest] = members(stamped)
  if (oidOf(members(algorithm)[0]) !== request.algorithm || !octetsOf(digest).equals(request.digest)) {
    throw new Error('The time stamp stands for other bytes')
  }
  const nonce = more.find((one) => one.idBlock.tagClass === 1 && one.idBlock.tagNumber === 2)
  if (request.nonce && (!nonce || BigInt(`0x${serialOf(nonce)}`) !== BigInt(`0x${request.nonce}`))) {
    throw new Error('The time stamp answers another request')
  }
  if (!attests(cms, createHash(cms.digest).update(cms.content).digest())) throw new Error('The time stamp was changed')
  if (namesSigner(cms) === 'no') throw new Error('The time stamp names another certificate')
  if (!isSignatureValid(cms)) throw new Error('The signature of the time stamp is wrong')
  if (!isMeantFor(cms.signer, 'timeStamp')) throw new Error('The certificate is not meant for time stamps')
  const chain = buildChain(cms.signer, cms.certificates, options.anchors)
  if (chain.outcome !== 'trusted') throw new Error('The time-stamping authority is not known')
  const at = timeOf(time)
  const off = Math.abs(at.getTime() - options.now.getTime())
  if (off > CLOCK_TOLERANCE_MS) throw new Error(`The time stamp is ${Math.round(off / 1000)} seconds off our clock`)
  const validity = wasValidAt(chain.path, options.now)
  if (validity !== 'valid') throw new Error(`The certificate of the time-stamping authority is ${validity}`)
  return { at, path: chain.path }
}
