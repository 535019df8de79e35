import { instantOf } from '#kernel/clock/clock.ts'
import type { JobContext } from '#kernel/define/module.ts'
import { callOwnServer } from '#modules/messaging/index.ts'
import { bankSeals, findBank } from '../banks/bank.ts'
import { simulatedBankId, simulatedClientKey, simulatedPartnerId } from '../banks/simulated.ts'
import { billingPaths } from '../paths.ts'
import type { findSimulatedPayment } from '../queries/simulated.ts'
import { padService } from '../snap/messages.ts'
import { signCall, signTokenRequest, writeTimestamp } from '../snap/signature.ts'
import { newsOfQr } from './acquirer.ts'
import { corrupted } from './notify-as-bank.ts'
import { simulatedKeySeal } from './open-bank.ts'
import { noteSimulatedAnswer } from './simulate-payment.ts'

type SimulatedPayment = NonNullable<Awaited<ReturnType<typeof findSimulatedPayment>>>
type Said = Readonly<Record<string, unknown>>

/** The demo bank pays by SNAP as a real one does: a token, an inquiry, the payment, over the network and signed. */
export async function payBySnap(row: SimulatedPayment, copy: number, context: JobContext): Promise<void> {
  const bank = await findBank(context.db, simulatedBankId)
  if (!bank) throw new Error('the simulated bank is not connected')
  const token = await askToken(context)
  const secret = context.tenant.cipher.open(bank.secret_sealed, bankSeals.secret)
  const call = async (path: string, body: Said, externalId: string, tamper = false) => {
    const raw = Buffer.from(JSON.stringify(body))
    const timestamp = writeTimestamp(context.clock.now(), context.tenant.profile.zone)
    const headers = {
      authorization: `Bearer ${token}`,
      'x-timestamp': timestamp,
      'x-signature': signCall(secret, { method: 'POST', path, token, raw, timestamp }),
      'x-partner-id': simulatedPartnerId,
      'x-external-id': externalId,
      'channel-id': '99001',
    }
    const answer = await callOwnServer(context, path, { headers, body: tamper ? corrupted(raw) : raw })
    return { status: answer.status, code: codeOf(answer.text) }
  }
  const { path, body } = row.channel === simulatedBankId ? await virtualAccount() : await qrNotice()
  async function virtualAccount() {
    const prefix = padService(bank?.partner_service_id ?? '')
    const account = { partnerServiceId: prefix, customerNo: row.number, virtualAccountNo: `${prefix}${row.number}` }
    const asked = `${row.reference}-I${context.attempt}${copy}`
    await call(billingPaths.snapInquiry, { ...account, inquiryRequestId: asked }, asked)
    const payment = {
      ...account,
      paymentRequestId: row.reference,
      paidAmount: { value: row.amount, currency: 'IDR' },
      trxDateTime: writeTimestamp(instantOf(row.paid_at), context.tenant.profile.zone),
    }
    return { path: billingPaths.snapPayment, body: payment }
  }
  async function qrNotice() {
    return { path: billingPaths.snapQrNotify, body: await newsOfQr(row, context) }
  }
  if (row.mishap === 'corrupt') {
    const { status } = await call(path, body, `${row.reference}-X`, true)
    if (status === 200) throw new Error('the region believed a call that was changed on its way')
  }
  // A bank that got no answer asks again with a new number; a line that doubles sends the same one twice.
  const externalId = row.mishap === 'forgotten' ? `${row.reference}-P${copy}` : `${row.reference}-P`
  const { status, code } = await call(path, body, externalId)
  if (status >= 500 || status === 429) throw new Error(`the region answered ${status} ${code}`)
  await context.run(noteSimulatedAnswer, { reference: row.reference, code, isReturned: status !== 200 })
}

async function askToken(context: JobContext): Promise<string> {
  const timestamp = writeTimestamp(context.clock.now(), context.tenant.profile.zone)
  const { private_key_sealed: sealed } = await context.db
    .selectFrom('billing.simulated_bank')
    .select('private_key_sealed')
    .where('bank_id', '=', simulatedBankId)
    .executeTakeFirstOrThrow()
  const privateKey = context.tenant.cipher.open(sealed, simulatedKeySeal)
  const headers = {
    'x-timestamp': timestamp,
    'x-client-key': simulatedClientKey,
    'x-signature': signTokenRequest(privateKey, simulatedClientKey, timestamp),
  }
  const body = Buffer.from('{"grantType":"client_credentials"}')
  const answer = await callOwnServer(context, billingPaths.snapToken, { headers, body })
  const token = (JSON.parse(answer.text) as Said)['accessToken']
  if (answer.status !== 200 || typeof token !== 'string') throw new Error(`no token: ${answer.status} ${answer.text}`)
  return token
}

function codeOf(text: string): string {
  try {
    return String((JSON.parse(text) as Said)['responseCode'] ?? '').slice(0, 20)
  } catch {
    return ''
  }
}
