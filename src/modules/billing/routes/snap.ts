import { anyone } from '#kernel/access/access.ts'
import { type Answer, json, post, type RouteContext } from '#kernel/http/route.ts'
import { findBankByClientKey, maySpeakFrom } from '../banks/bank.ts'
import { giveBankToken, tokenSeconds } from '../banks/calls.ts'
import { fromChannel } from '../channel/from-channel.ts'
import { billingPaths } from '../paths.ts'
import { type SnapAnswer, type SnapService, snapAnswer } from '../snap/answer.ts'
import { readMessage, tokenRequest } from '../snap/messages.ts'
import { bodyOf, headerOf, isFresh, serveCall } from '../snap/serve.ts'
import { isSignedTokenRequest, readTimestamp, writeTimestamp } from '../snap/signature.ts'
import { answerInquiry, answerPayment, answerQrNotice, answerStatus, noMessage } from '../snap/virtual-account.ts'

/** A bank has no page of ours and so no form token; its signature is its proof. */
const fromBank = { access: anyone, audit: 'none', csrf: false, rawBody: 'only', perMinute: 6000 } as const

function sent(context: RouteContext, answer: SnapAnswer): Answer {
  context.reply.header('x-timestamp', writeTimestamp(context.now, context.tenant.profile.zone))
  return json(answer.body, answer.status)
}

/** What fails of our own is told in the words of SNAP, so that the bank comes again. */
async function answered(context: RouteContext, service: SnapService, ask: () => Promise<SnapAnswer>): Promise<Answer> {
  try {
    return sent(context, await ask())
  } catch (error) {
    context.request.log.error({ err: error, service }, 'a call of a bank failed')
    return sent(context, snapAnswer(service, 'general'))
  }
}

export const snapToken = post(billingPaths.snapToken, {
  ...fromBank,
  perMinute: 600,
  handle: (context) => answered(context, 'token', () => giveToken(context)),
})

async function giveToken(context: RouteContext): Promise<SnapAnswer> {
  const { tenant, now } = context
  const [clientKey, timestamp] = [headerOf(context, 'x-client-key'), headerOf(context, 'x-timestamp')]
  if (!clientKey) return snapAnswer('token', 'missing-field', {}, '[X-CLIENT-KEY]')
  const sentAt = readTimestamp(timestamp)
  if (!sentAt) return snapAnswer('token', timestamp ? 'bad-format' : 'missing-field', {}, '[X-TIMESTAMP]')
  const read = readMessage(tokenRequest, bodyOf(context))
  if ('fault' in read) return noMessage('token', read.fault)
  const bank = await findBankByClientKey(tenant.pools.write, clientKey)
  const isBank =
    bank?.is_open &&
    isFresh(sentAt, now) &&
    maySpeakFrom(bank, context.request.ip) &&
    isSignedTokenRequest(bank.public_key, clientKey, timestamp, headerOf(context, 'x-signature'))
  if (!bank || !isBank) return snapAnswer('token', 'unauthorised', {}, '[Signature]')
  const accessToken = await context.run(giveBankToken, { bankId: bank.id }, fromChannel(bank.id))
  return snapAnswer('token', 'ok', { accessToken, tokenType: 'Bearer', expiresIn: String(tokenSeconds) })
}

export const snapInquiry = post(billingPaths.snapInquiry, {
  ...fromBank,
  handle: (context) => answered(context, 'inquiry', () => serveCall(context, 'inquiry', answerInquiry)),
})

export const snapPayment = post(billingPaths.snapPayment, {
  ...fromBank,
  handle: (context) => answered(context, 'payment', () => serveCall(context, 'payment', answerPayment)),
})

export const snapStatus = post(billingPaths.snapStatus, {
  ...fromBank,
  handle: (context) => answered(context, 'status', () => serveCall(context, 'status', answerStatus)),
})

export const snapQrNotify = post(billingPaths.snapQrNotify, {
  ...fromBank,
  handle: (context) => answered(context, 'qr-notify', () => serveCall(context, 'qr-notify', answerQrNotice)),
})
