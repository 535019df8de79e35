import { randomBytes } from 'node:crypto'
import { createEnclosingCms, OID } from '../signing/cms.ts'
import { generalizedTime, oid, sequence, smallInteger, unsignedInteger } from '../signing/der.ts'
import type { DocumentSigner } from '../signing/signer.ts'
import { imprint, TimeStampRefusal, type TimeStampRequest } from './time-stamp-messages.ts'

/** The policy under which our own authority stamps; an identifier made of a UUID, which nobody has to assign. */
export const ownPolicy = '2.25.265919834247365351594952730735657585795'
const ACCURACY_SECONDS = 1

/**
 * A time stamp of our own authority (RFC 3161, 2.4.2). Serial numbers are 128 random bits rather than counted, so that
 * several processes stamp without asking each other and none is ever given twice.
 * @throws TimeStampRefusal for another policy
 */
export async function createToken(request: TimeStampRequest, at: Date, authority: DocumentSigner): Promise<Uint8Array> {
  if (request.policy && request.policy !== ownPolicy) {
    throw new TimeStampRefusal('unacceptedPolicy', `Stamps are given under the policy ${ownPolicy}`)
  }
  const serial = randomBytes(16)
  const info = sequence(
    smallInteger(1),
    oid(ownPolicy),
    imprint(request),
    unsignedInteger(serial),
    generalizedTime(at),
    sequence(smallInteger(ACCURACY_SECONDS)),
    ...(request.nonce ? [unsignedInteger(Buffer.from(request.nonce, 'hex'))] : []),
  )
  return createEnclosingCms(OID.timeStampInfo, info, authority, request.withCertificates)
}
