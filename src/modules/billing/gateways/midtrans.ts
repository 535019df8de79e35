import { createHash } from 'node:crypto'
import { z } from 'zod'
import { sameText } from '#kernel/crypto/keys.ts'
import { senFromNumeric, senToNumeric } from '#kernel/money/money.ts'
import { askGateway, type Gateway, type GatewayPayment, GatewayRefusal, readObject } from './gateway.ts'

/*
 * Midtrans Core API, as published at docs.midtrans.com: charge, status, refund, and notices signed with the server key.
 */

const bank = 'bni'
/** Midtrans writes times without offset, of Jakarta. */
const zone = 'Asia/Jakarta'

const charged = z.object({
  status_code: z.string(),
  transaction_id: z.string(),
  va_numbers: z.array(z.object({ bank: z.string(), va_number: z.string() })).optional(),
  qr_string: z.string().optional(),
})

const status = z.object({
  status_code: z.string(),
  transaction_id: z.string(),
  order_id: z.string(),
  gross_amount: z.string().regex(/^\d+(\.\d\d)?$/),
  transaction_status: z.string(),
  fraud_status: z.string().optional(),
  settlement_time: z.string().optional(),
  transaction_time: z.string().optional(),
})

const notice = z.object({
  order_id: z.string().max(80),
  status_code: z.string().max(3),
  gross_amount: z.string().max(20),
  signature_key: z.string().max(128),
  transaction_id: z.string().max(80),
})

/** Whole rupiah as a number, as the Core API wants it. @throws RangeError when there are sen */
function wholeRupiah(amount: bigint): number {
  if (amount % 100n !== 0n) throw new RangeError('Midtrans takes whole rupiah only')
  return Number(amount / 100n)
}

export function midtransSignature(orderId: string, statusCode: string, grossAmount: string, serverKey: string): string {
  return createHash('sha512').update(`${orderId}${statusCode}${grossAmount}${serverKey}`).digest('hex')
}

function stateOf(given: z.infer<typeof status>): GatewayPayment['state'] {
  const { transaction_status: said, fraud_status: fraud } = given
  if (said === 'settlement' || (said === 'capture' && fraud !== 'challenge' && fraud !== 'deny')) return 'paid'
  if (said === 'refund' || said === 'partial_refund') return 'refunded'
  return said === 'pending' || said === 'authorize' || said === 'capture' ? 'pending' : 'ended'
}

export const midtrans: Gateway = {
  id: 'midtrans',
  label: 'Midtrans',

  async createPayment(access, wanted) {
    const { reference, amount, method, validUntil, payerName, now } = wanted
    const minutes = Math.max(1, Math.floor(now.until(validUntil).total('minutes')))
    const said = charged.parse(
      await askGateway(access, '/v2/charge', {
        transaction_details: { order_id: reference, gross_amount: wholeRupiah(amount) },
        customer_details: { first_name: payerName.slice(0, 50) },
        custom_expiry: { expiry_duration: minutes, unit: 'minute' },
        ...(method === 'va'
          ? { payment_type: 'bank_transfer', bank_transfer: { bank } }
          : { payment_type: 'qris', qris: { acquirer: 'gopay' } }),
      }),
    )
    // Core API answers refusals with HTTP 200 and a status code of its own.
    if (said.status_code !== '201' && said.status_code !== '200') throw new GatewayRefusal(Number(said.status_code), '')
    const account = said.va_numbers?.[0]
    const text = method === 'va' ? account?.va_number : said.qr_string
    if (!text) throw new GatewayRefusal(Number(said.status_code), 'nothing to pay with')
    return {
      externalId: said.transaction_id,
      instruction: { kind: method, text, bank: account?.bank.toUpperCase() ?? '' },
    }
  },

  async query(access, { reference }) {
    const said = status.parse(await askGateway(access, `/v2/${encodeURIComponent(reference)}/status`))
    const at = said.settlement_time ?? said.transaction_time
    return {
      externalId: said.transaction_id,
      reference: said.order_id,
      state: stateOf(said),
      amount: senFromNumeric(said.gross_amount),
      paidAt: at ? Temporal.PlainDateTime.from(at.replace(' ', 'T')).toZonedDateTime(zone).toInstant() : undefined,
    }
  },

  async refund(access, { reference }, back) {
    const said = await askGateway(access, `/v2/${encodeURIComponent(reference)}/refund`, {
      refund_key: back.refundKey,
      amount: wholeRupiah(back.amount),
      reason: back.reason.slice(0, 255),
    })
    if (said['status_code'] !== '200') throw new GatewayRefusal(Number(said['status_code']), senToNumeric(back.amount))
  },

  readNotification(access, _headers, raw) {
    const parsed = notice.safeParse(readObject(raw))
    if (!parsed.success) return { fault: 'unreadable' }
    const { order_id: reference, status_code: code, gross_amount: gross, signature_key: signature } = parsed.data
    const isProven = sameText(midtransSignature(reference, code, gross, access.key), signature)
    return isProven ? { reference, externalId: parsed.data.transaction_id } : { fault: 'unproven' }
  },

  listSettled: async () => undefined,
}
