import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { anyone } from '#kernel/access/access.ts'
import { instantOf } from '#kernel/clock/clock.ts'
import { sameText } from '#kernel/crypto/keys.ts'
import { notFound } from '#kernel/errors.ts'
import { json, post, type RouteContext } from '#kernel/http/route.ts'
import { bankSeals, findBank } from '../banks/bank.ts'
import { simulatedBankId } from '../banks/simulated.ts'
import { fromChannel } from '../channel/from-channel.ts'
import { billingPaths } from '../paths.ts'
import { listSimulatedPayments } from '../queries/simulated.ts'
import { type SnapAnswer, type SnapService, snapAnswer } from '../snap/answer.ts'
import { bodyOf, headerOf } from '../snap/serve.ts'
import { isSignedCall, isSignedTokenRequest, writeTimestamp } from '../snap/signature.ts'
import { answerAsAcquirer } from './acquirer.ts'
import { keepSimulatedAccount } from './keep-account.ts'
import { isSimulated } from './simulator-channel.ts'

/** What the demo bank answers when the region calls it, by the name of the call. */
const services: Readonly<Record<string, SnapService>> = {
  'access-token/b2b': 'token',
  'transfer-va/create-va': 'create-va',
  'transfer-va/update-va': 'update-va',
  'transfer-va/delete-va': 'delete-va',
  'transfer-va/status': 'status',
  'transfer-va/report': 'report',
  'qr/qr-mpm-generate': 'qr-generate',
  'qr/qr-mpm-query': 'qr-query',
  'qr/qr-mpm-cancel': 'qr-cancel',
}

/** The other side of SNAP: the demo bank as server, with tokens and signatures like a real one. */
export const simulatedBank = post(`${billingPaths.simulatedBank}/v1.0/:group/:call`, {
  access: anyone,
  audit: 'none',
  // The region calls here as a program, with a token and a signature.
  csrf: false,
  rawBody: true,
  perMinute: 600,
  params: z.object({ group: z.string().max(40), call: z.string().max(40) }),
  async handle(context) {
    const service = services[`${context.params.group}/${context.params.call}`]
    if (!isSimulated(context.tenant) || !service) throw notFound()
    const { body, status } = await answer(context, service)
    return json(body, status)
  },
})

const tokenKey = (context: RouteContext) => context.tenant.key('billing:simulated-bank:token')

function tokenUntil(context: RouteContext, until: number): string {
  return `${until}.${createHmac('sha256', tokenKey(context)).update(String(until)).digest('base64url')}`
}

async function answer(context: RouteContext, service: SnapService): Promise<SnapAnswer> {
  const bank = await findBank(context.tenant.pools.write, simulatedBankId)
  if (!bank?.our_public_key || !bank.our_secret_sealed) return snapAnswer(service, 'unauthorised')
  const timestamp = headerOf(context, 'x-timestamp')
  const signature = headerOf(context, 'x-signature')
  if (service === 'token') {
    const clientKey = headerOf(context, 'x-client-key')
    if (!isSignedTokenRequest(bank.our_public_key, clientKey, timestamp, signature)) {
      return snapAnswer('token', 'unauthorised', {}, '[Signature]')
    }
    const accessToken = tokenUntil(context, context.now.epochMilliseconds + 900_000)
    return snapAnswer('token', 'ok', { accessToken, tokenType: 'Bearer', expiresIn: '900' })
  }
  const token = headerOf(context, 'authorization').replace(/^Bearer /, '')
  const until = Number(token.split('.')[0])
  if (!sameText(token, tokenUntil(context, until)) || until < context.now.epochMilliseconds) {
    return snapAnswer(service, 'bad-token')
  }
  const raw = context.request.rawBody ?? Buffer.alloc(0)
  const secret = context.tenant.cipher.open(bank.our_secret_sealed, bankSeals.ourSecret)
  const call = { method: 'POST', path: context.request.url, token, raw, timestamp }
  if (!isSignedCall(secret, call, signature)) return snapAnswer(service, 'unauthorised', {}, '[Signature]')
  return perform(context, service, (bodyOf(context) ?? {}) as Record<string, unknown>)
}

async function perform(
  context: RouteContext,
  service: SnapService,
  body: Record<string, unknown>,
): Promise<SnapAnswer> {
  if (service === 'report') return report(context, String(body['startDate'] ?? ''))
  if (service === 'status') return state(context, body)
  if (service.startsWith('qr-')) return answerAsAcquirer(context, service, body)
  const kept = await context.run(keepSimulatedAccount, { service, body }, fromChannel(simulatedBankId))
  return snapAnswer(service, kept, kept === 'ok' ? { virtualAccountData: body } : {})
}

/** The day's list: also what the bank never told of. */
async function report(context: RouteContext, day: string): Promise<SnapAnswer> {
  if (!z.iso.date().safeParse(day).success) return snapAnswer('report', 'bad-format', {}, '[startDate]')
  const { zone } = context.tenant.profile
  const from = Temporal.PlainDate.from(day).toZonedDateTime(zone)
  const rows = await listSimulatedPayments(context.tenant.pools.write, from.toInstant())
  const to = from.add({ days: 1 }).toInstant()
  const virtualAccountData = rows
    .filter((row) => row.channel === simulatedBankId && row.state === 'taken')
    .filter((row) => Temporal.Instant.compare(instantOf(row.made_at), to) < 0)
    .map((row) => ({
      customerNo: row.number,
      paymentRequestId: row.reference,
      paidAmount: { value: row.amount, currency: 'IDR' },
      trxDateTime: writeTimestamp(instantOf(row.paid_at), zone),
    }))
  return snapAnswer('report', 'ok', { virtualAccountData })
}

async function state(context: RouteContext, body: Record<string, unknown>): Promise<SnapAnswer> {
  const row = await context.tenant.pools.write
    .selectFrom('billing.simulated_payment')
    .selectAll()
    .where('number', '=', String(body['customerNo'] ?? ''))
    .where('channel', '=', simulatedBankId)
    .where('state', '=', 'taken')
    .executeTakeFirst()
  if (!row) return snapAnswer('status', 'not-found')
  return snapAnswer('status', 'ok', {
    virtualAccountData: { paymentFlagStatus: '00', paymentRequestId: row.reference, customerNo: row.number },
  })
}
