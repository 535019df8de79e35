import { z } from 'zod'
import type { RouteContext } from '#kernel/http/route.ts'
import { senFromNumeric, senToNumeric } from '#kernel/money/money.ts'
import { type BankRow, listBanks } from '../banks/bank.ts'
import { callerOf, reachable } from '../banks/bank-channel.ts'
import { fromChannel } from '../channel/from-channel.ts'
import { type PaymentOutcome, takePayment } from '../commands/pay-bill.ts'
import { toldPayment } from '../commands/told-payment.ts'
import { callBank } from '../snap/client.ts'
import { readTimestamp, writeTimestamp } from '../snap/signature.ts'
import { askForQr, endQr, keepQr } from './keep-qr.ts'
import { type QrFault, readQris, senOfQr } from './tlv.ts'

/** The bank that makes QR codes for the region today, when there is one. */
export async function findAcquirer(
  context: Pick<RouteContext, 'db' | 'tenant' | 'config'>,
): Promise<BankRow | undefined> {
  const banks = await listBanks(context.db)
  return banks.find((bank) => bank.is_open && bank.merchant_id && reachable(context, bank).base_url)
}

/** Channel under which money by QR is kept: it reaches the treasury otherwise than money of virtual accounts. */
export const qrChannel = (bankId: string): string => `qris-${bankId}`.slice(0, 31)

const generated = z.object({ qrContent: z.string().max(512), referenceNo: z.string().min(1).max(64) })

/**
 * Gets a dynamic QRIS for what a billing code asks now. The code is the acquirer's; we only check that it says what we asked.
 * @returns our reference of it
 * @throws SnapRefusal, SnapUncertain; Error when the acquirer made something else than was asked
 */
export async function requestQr(context: RouteContext, bank: BankRow, number: string): Promise<string> {
  const wanted = await context.run(askForQr, { number, bankId: bank.id })
  if (!wanted.isNew) return wanted.reference
  const until = Temporal.Instant.from(wanted.validUntil)
  const said = await callBank(callerOf(context, bank), reachable(context, bank), 'qr-generate', {
    partnerReferenceNo: wanted.reference,
    amount: { value: wanted.amount, currency: 'IDR' },
    merchantId: bank.merchant_id,
    validityPeriod: writeTimestamp(until, context.tenant.profile.zone),
    additionalInfo: { billNumber: number },
  })
  const { qrContent, referenceNo } = generated.parse(said)
  const fault = faultOf(qrContent, senFromNumeric(wanted.amount))
  if (fault) throw new Error(`the acquirer made a QR code that cannot be shown: ${fault}`)
  await context.run(keepQr, { reference: wanted.reference, content: qrContent, referenceNo }, fromChannel(bank.id))
  return wanted.reference
}

/** A static code, or one of another sum, would bring money that nobody can match. */
function faultOf(content: string, amount: bigint): QrFault | 'static' | 'other-amount' | undefined {
  const read = readQris(content)
  if ('fault' in read) return read.fault
  if (!read.qris.isDynamic) return 'static'
  return senOfQr(read.qris.amount) === amount ? undefined : 'other-amount'
}

/** What an acquirer tells of a code, asked or by itself. */
export const qrNews = z.object({
  originalReferenceNo: z.string().min(1).max(64),
  originalPartnerReferenceNo: z.string().min(1).max(64),
  /** 00 paid; anything else is not. */
  latestTransactionStatus: z.string().length(2),
  amount: z.object({ value: z.string().regex(/^\d{1,15}\.\d\d$/), currency: z.literal('IDR') }),
  paidTime: z.string().max(30).optional(),
})
export type QrNews = z.infer<typeof qrNews>

/** Books money by QR. It has been taken already, so what does not fit waits in suspense. @returns undefined while unpaid */
export async function bookQr(
  context: Pick<RouteContext, 'run' | 'now' | 'tenant'>,
  bank: BankRow,
  news: QrNews,
): Promise<PaymentOutcome | 'unknown' | undefined> {
  if (news.latestTransactionStatus !== '00') return undefined
  const code = await context.tenant.pools.write
    .selectFrom('billing.qr_code')
    .select('number')
    .where('partner_reference', '=', news.originalPartnerReferenceNo)
    .where('bank_id', '=', bank.id)
    .executeTakeFirst()
  if (!code) return 'unknown'
  const at = news.paidTime ? readTimestamp(news.paidTime) : undefined
  const paidAt = at && Temporal.Instant.compare(at, context.now) <= 0 ? at : context.now
  const told = toldPayment.parse({
    channel: qrChannel(bank.id),
    reference: news.originalReferenceNo,
    number: code.number,
    amount: senToNumeric(senFromNumeric(news.amount.value)),
    paidAt: paidAt.toString(),
  })
  return takePayment(context.run, told, fromChannel(told.channel))
}

/** Asks the acquirer what became of a code; what it says is booked as if it had told by itself. */
export async function checkQr(
  context: RouteContext,
  bank: BankRow,
  reference: string,
): Promise<PaymentOutcome | 'unknown' | undefined> {
  const said = await callBank(callerOf(context, bank), reachable(context, bank), 'qr-query', {
    originalPartnerReferenceNo: reference,
    serviceCode: '47',
    merchantId: bank.merchant_id,
  })
  return bookQr(context, bank, qrNews.parse(said))
}

export async function withdrawQr(context: RouteContext, bank: BankRow, reference: string): Promise<void> {
  await callBank(callerOf(context, bank), reachable(context, bank), 'qr-cancel', {
    originalPartnerReferenceNo: reference,
    merchantId: bank.merchant_id,
    reason: 'Dibatalkan pembayar',
  })
  await context.run(endQr, { reference }, fromChannel(bank.id))
}
