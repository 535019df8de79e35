import { dayOf } from '#kernel/clock/clock.ts'
import type { RouteContext } from '#kernel/http/route.ts'
import { type BankRow, findBank, maySpeakFrom, secretsOf } from '../banks/bank.ts'
import { type AnsweredCall, findCall, findTokenBank, keepAnswer } from '../banks/calls.ts'
import { fromChannel } from '../channel/from-channel.ts'
import { type SnapAnswer, type SnapService, snapAnswer } from './answer.ts'
import { bodyHash, isSignedCall, readTimestamp } from './signature.ts'

/** How far a call's time may be from ours. */
export const snapFreshFor = { minutes: 5 } as const

export function isFresh(timestamp: Temporal.Instant, now: Temporal.Instant): boolean {
  return Math.abs(now.epochMilliseconds - timestamp.epochMilliseconds) <= snapFreshFor.minutes * 60_000
}

export function headerOf(context: RouteContext, name: string): string {
  return String(context.request.headers[name] ?? '')
}

/** The body as JSON; undefined when it is none. */
export function bodyOf(context: RouteContext): unknown {
  try {
    return JSON.parse((context.request.rawBody ?? Buffer.alloc(0)).toString('utf8'))
  } catch {
    return undefined
  }
}

type Handler = (context: RouteContext, bank: BankRow, body: unknown) => Promise<SnapAnswer>

/**
 * A call of a bank: who it is, whether it may, whether it asked the same before. Under one X-EXTERNAL-ID of a day a bank gets
 * one answer, and another body under it is refused; so a payment that was sent again is answered and not booked again.
 */
export async function serveCall(context: RouteContext, service: SnapService, handle: Handler): Promise<SnapAnswer> {
  const refusedOrBank = await whoCalls(context, service)
  if ('status' in refusedOrBank) return refusedOrBank
  const bank = refusedOrBank
  const externalId = headerOf(context, 'x-external-id')
  if (!/^[\w.-]{1,36}$/.test(externalId)) return missing(service, externalId, 'X-EXTERNAL-ID')
  const day = dayOf(context.now, context.tenant.profile.zone).toString()
  const asked = {
    path: context.request.url.slice(0, 200),
    bodyHash: bodyHash(context.request.rawBody ?? Buffer.alloc(0)),
  }
  const known = await findCall(context.tenant.pools.write, bank.id, day, externalId)
  if (known) return asBefore(service, known, asked)
  const answer = await handle(context, bank, bodyOf(context))
  // An answer that says to come again must not be the answer for ever.
  if (answer.status >= 500 || answer.status === 429) return answer
  const kept = await context.run(
    keepAnswer,
    { bankId: bank.id, day, externalId, ...asked, status: answer.status, answer: answer.body },
    fromChannel(bank.id),
  )
  return asBefore(service, kept, asked)
}

function asBefore(
  service: SnapService,
  known: AnsweredCall,
  asked: Pick<AnsweredCall, 'path' | 'bodyHash'>,
): SnapAnswer {
  const isSame = known.path === asked.path && known.bodyHash === asked.bodyHash
  return isSame ? { status: known.status, body: known.answer } : snapAnswer(service, 'conflict')
}

const missing = (service: SnapService, value: string, name: string) =>
  snapAnswer(service, value ? 'bad-format' : 'missing-field', {}, `[${name}]`)

/** The bank that calls, proven by token, address, time and signature; or why it is refused. */
async function whoCalls(context: RouteContext, service: SnapService): Promise<BankRow | SnapAnswer> {
  const { tenant, request, now } = context
  const token = /^Bearer (\S+)$/.exec(headerOf(context, 'authorization'))?.[1]
  if (!token) return snapAnswer(service, 'bad-token')
  const timestamp = headerOf(context, 'x-timestamp')
  const sentAt = readTimestamp(timestamp)
  if (!sentAt) return missing(service, timestamp, 'X-TIMESTAMP')
  // Read where it is written: a token counts from the moment it was given, whatever a replica knows.
  const bankId = await findTokenBank(tenant.pools.write, token, now)
  const bank = bankId ? await findBank(tenant.pools.write, bankId) : undefined
  if (!bank?.is_open) return snapAnswer(service, 'bad-token')
  const refuse = (why: string) => snapAnswer(service, 'unauthorised', {}, `[${why}]`)
  if (!maySpeakFrom(bank, request.ip)) return refuse('Address')
  if (headerOf(context, 'x-partner-id') !== bank.partner_id) return refuse('X-PARTNER-ID')
  if (!isFresh(sentAt, now)) return refuse('X-TIMESTAMP')
  const call = { method: request.method, path: request.url, token, raw: request.rawBody ?? Buffer.alloc(0), timestamp }
  const signature = headerOf(context, 'x-signature')
  const isSigned = secretsOf(tenant, bank, now).some((secret) => isSignedCall(secret, call, signature))
  return isSigned ? bank : refuse('Signature')
}
