import { z } from 'zod'
import { anyone } from '#kernel/access/access.ts'
import { notFound } from '#kernel/errors.ts'
import { bytes, get, post } from '#kernel/http/route.ts'
import { newestList } from '../commands/revocation-lists.ts'
import { findTimeStamper } from '../commands/time-stamper.ts'
import { createToken } from './create-token.ts'
import { longTermPaths } from './paths.ts'
import { decodeRequest, encodeGranted, encodeRefusal, TimeStampRefusal } from './time-stamp-messages.ts'

const replyType = 'application/timestamp-reply'

/** The region's time-stamping authority for everybody (RFC 3161, 3.4); it learns a digest and keeps nothing. */
export const timeStamp = post(longTermPaths.timeStamp, {
  access: anyone,
  audit: 'none',
  // Asked by programs, and it changes nothing.
  csrf: false,
  rawBody: true,
  perMinute: 120,
  async handle({ request, db, tenant, now }) {
    const at = new Date(now.epochMilliseconds)
    try {
      const asked = decodeRequest(request.rawBody ?? Buffer.alloc(0))
      const authority = await findTimeStamper(db, tenant, at)
      if (!authority) throw new TimeStampRefusal('timeNotAvailable', 'This region does not give time stamps yet')
      return bytes(encodeGranted(await createToken(asked, at, authority)), replyType, { inline: true })
    } catch (error) {
      if (!(error instanceof TimeStampRefusal)) throw error
      return bytes(encodeRefusal(error), replyType, { inline: true })
    }
  },
})

export const revocationList = get(longTermPaths.revocationList(':authority'), {
  access: anyone,
  audit: 'none',
  params: z.object({ authority: z.string().max(40) }),
  perMinute: 120,
  async handle({ db, params }) {
    const id = z.uuid().safeParse(params.authority)
    const list = id.success ? await newestList(db, id.data) : undefined
    if (!list) throw notFound()
    return bytes(list.encoded, 'application/pkix-crl', { inline: true })
  },
})
