import { z } from 'zod'
import { sameText } from '#kernel/crypto/keys.ts'
import { type Sen, senToNumeric } from '#kernel/money/money.ts'
import { askGateway, type Gateway, type GatewayPayment, GatewayRefusal, readObject } from './gateway.ts'

/*
 * Xendit Payment Requests, as published at developers.xendit.co: create, get, refunds, and notices that carry a token.
 */

const bank = 'BNI'

/** Xendit writes amounts as JSON numbers of rupiah; none of ours is large enough to lose a digit. */
function senOf(amount: number): Sen {
  const sen = Math.round(amount * 100)
  if (!Number.isSafeInteger(sen) || Math.abs(sen / 100 - amount) > 1e-6) throw new RangeError(`${amount} is no amount`)
  return BigInt(sen)
}

function numberOf(amount: Sen): number {
  const value = Number(senToNumeric(amount))
  if (senOf(value) !== amount) throw new RangeError('the amount is too large for a gateway')
  return value
}

const request = z.object({
  id: z.string(),
  reference_id: z.string(),
  status: z.string(),
  amount: z.number(),
  updated: z.string().optional(),
  payment_method: z
    .object({
      virtual_account: z
        .object({
          channel_code: z.string(),
          channel_properties: z.object({ virtual_account_number: z.string().optional() }),
        })
        .nullish(),
      qr_code: z.object({ channel_properties: z.object({ qr_string: z.string().optional() }).nullish() }).nullish(),
    })
    .optional(),
})

function paymentOf(said: z.infer<typeof request>): GatewayPayment {
  const state =
    said.status === 'SUCCEEDED' ? 'paid' : ['PENDING', 'REQUIRES_ACTION'].includes(said.status) ? 'pending' : 'ended'
  return {
    externalId: said.id,
    reference: said.reference_id,
    state,
    amount: senOf(said.amount),
    paidAt: said.updated ? Temporal.Instant.from(said.updated) : undefined,
  }
}

const notice = z.object({
  event: z.string().max(60),
  data: z.object({ payment_request_id: z.string().max(80), reference_id: z.string().max(80) }),
})

const list = z.object({
  data: z.array(
    z.object({ product_id: z.string(), reference_id: z.string(), amount: z.number(), created: z.string() }),
  ),
  has_more: z.boolean(),
})

export const xendit: Gateway = {
  id: 'xendit',
  label: 'Xendit',

  async createPayment(access, wanted) {
    const { reference, amount, method, payerName, validUntil } = wanted
    const expires_at = validUntil.toString()
    const said = request.parse(
      await askGateway(
        access,
        '/payment_requests',
        {
          reference_id: reference,
          amount: numberOf(amount),
          currency: 'IDR',
          country: 'ID',
          payment_method: {
            reusability: 'ONE_TIME_USE',
            ...(method === 'va'
              ? {
                  type: 'VIRTUAL_ACCOUNT',
                  virtual_account: {
                    channel_code: bank,
                    channel_properties: { customer_name: payerName.slice(0, 50), expires_at },
                  },
                }
              : { type: 'QR_CODE', qr_code: { channel_code: 'QRIS', channel_properties: { expires_at } } }),
          },
        },
        { 'idempotency-key': reference },
      ),
    )
    const account = said.payment_method?.virtual_account
    const text =
      method === 'va'
        ? account?.channel_properties.virtual_account_number
        : said.payment_method?.qr_code?.channel_properties?.qr_string
    if (!text) throw new GatewayRefusal(200, 'nothing to pay with')
    return { externalId: said.id, instruction: { kind: method, text, bank: account?.channel_code ?? '' } }
  },

  async query(access, { externalId }) {
    return paymentOf(request.parse(await askGateway(access, `/payment_requests/${encodeURIComponent(externalId)}`)))
  },

  async refund(access, { externalId }, back) {
    const body = {
      payment_request_id: externalId,
      reference_id: back.refundKey,
      amount: numberOf(back.amount),
      currency: 'IDR',
      reason: 'REQUESTED_BY_CUSTOMER',
      metadata: { reason: back.reason.slice(0, 200) },
    }
    await askGateway(access, '/refunds', body, { 'idempotency-key': back.refundKey })
  },

  readNotification(access, headers, raw) {
    const token = String(headers['x-callback-token'] ?? '')
    if (!access.callbackToken || !sameText(token, access.callbackToken)) return { fault: 'unproven' }
    const parsed = notice.safeParse(readObject(raw))
    if (!parsed.success) return { fault: 'unreadable' }
    return { reference: parsed.data.data.reference_id, externalId: parsed.data.data.payment_request_id }
  },

  async listSettled(access, since) {
    const found: GatewayPayment[] = []
    const query = (after: string) =>
      `/transactions?types=PAYMENT&statuses=SUCCESS&limit=50&created[gte]=${encodeURIComponent(since.toString())}${after}`
    for (let after = ''; ; ) {
      const page = list.parse(await askGateway(access, query(after)))
      for (const row of page.data) {
        found.push({
          externalId: row.product_id,
          reference: row.reference_id,
          state: 'paid',
          amount: senOf(row.amount),
          paidAt: Temporal.Instant.from(row.created),
        })
      }
      const last = page.data.at(-1)
      if (!page.has_more || !last) return found
      after = `&after_id=${encodeURIComponent(last.product_id)}`
    }
  },
}
