import type { RouteContext } from '#kernel/http/route.ts'
import { senToNumeric } from '#kernel/money/money.ts'
import type { BankRow } from '../banks/bank.ts'
import { isOrderCode, readBillingCode } from '../billing-code.ts'
import { fromChannel } from '../channel/from-channel.ts'
import { placeOnBill, settleReserved } from '../commands/pay-bill.ts'
import { payOrder } from '../commands/pay-order.ts'
import type { ToldPayment } from '../commands/told-payment.ts'
import type { SuspenseReason } from '../domain.ts'
import { whyNot } from '../money/why-not.ts'
import { bookQr, qrNews } from '../qris/acquirer.ts'
import { findPayable } from '../queries/orders.ts'
import { type SnapAnswer, type SnapCase, type SnapService, snapAnswer } from './answer.ts'
import {
  type InquiryRequest,
  inquiryRequest,
  type PaymentRequest,
  padService,
  paymentRequest,
  readMessage,
  readSnapMoney,
  reason,
  snapMoney,
  statusRequest,
} from './messages.ts'
import { isFresh } from './serve.ts'
import { readTimestamp } from './signature.ts'

type Handler = (context: RouteContext, bank: BankRow, body: unknown) => Promise<SnapAnswer>

/** A body that is no JSON has no field to name. */
export const noMessage = (service: SnapService, fault: { kind: SnapCase; field: string }) =>
  snapAnswer(service, fault.field ? fault.kind : 'bad-request', {}, fault.field ? `[${fault.field}]` : '')

/** The billing code in a virtual account; undefined when the account is not of this bank or no digit fits. */
function codeIn(bank: BankRow, given: { partnerServiceId: string; customerNo: string; virtualAccountNo: string }) {
  const prefix = padService(bank.partner_service_id)
  const isOurs = padService(given.partnerServiceId) === prefix
  const isWhole = given.virtualAccountNo.trim() === `${prefix.trim()}${given.customerNo}`
  return isOurs && isWhole ? readBillingCode(given.customerNo) : undefined
}

const refusals: Readonly<Record<'no-bill' | 'paid' | 'expired' | 'wrong-amount', ReturnType<typeof reason>>> = {
  'no-bill': reason('Tagihan tidak ditemukan', 'Bill not found'),
  paid: reason('Tagihan sudah dibayar', 'Bill has been paid'),
  expired: reason('Tagihan sudah tidak berlaku', 'Bill has expired'),
  'wrong-amount': reason('Jumlah tidak sesuai', 'Amount does not match'),
}
type Refusal = keyof typeof refusals

const byReason: Readonly<Record<SuspenseReason, Refusal>> = {
  'unknown-number': 'no-bill',
  'wrong-amount': 'wrong-amount',
  late: 'expired',
  cancelled: 'no-bill',
  'already-paid': 'paid',
  remainder: 'wrong-amount',
}

const account = (given: InquiryRequest | PaymentRequest) => ({
  partnerServiceId: padService(given.partnerServiceId),
  customerNo: given.customerNo,
  virtualAccountNo: given.virtualAccountNo,
})

/** The bank asks what is to be paid under a number. */
export const answerInquiry: Handler = async (context, bank, body) => {
  const read = readMessage(inquiryRequest, body)
  if ('fault' in read) return noMessage('inquiry', read.fault)
  const given = read.value
  const code = codeIn(bank, given)
  const payable = code ? await findPayable(context.db, context.tenant, code, context.now) : undefined
  const refused = whyNot(payable, context.now)
  if (refused || !payable) {
    const why = refused ?? 'no-bill'
    const virtualAccountData = {
      ...account(given),
      inquiryRequestId: given.inquiryRequestId,
      inquiryStatus: '01',
      inquiryReason: refusals[why],
    }
    return snapAnswer('inquiry', why, { virtualAccountData })
  }
  return snapAnswer('inquiry', 'ok', {
    virtualAccountData: {
      inquiryStatus: '00',
      inquiryReason: reason('Sukses', 'Success'),
      ...account(given),
      virtualAccountName: payable.payerName.slice(0, 255),
      inquiryRequestId: given.inquiryRequestId,
      totalAmount: snapMoney(payable.amount),
      subCompany: '00000',
      billDetails: payable.parts.slice(0, 24).map((part, index) => ({
        billNo: String(index + 1).padStart(3, '0'),
        billName: part.label.id.slice(0, 20),
        billDescription: reason(part.label.id.slice(0, 18), part.label.en.slice(0, 18)),
        billAmount: snapMoney(part.amount),
      })),
      // C: the exact sum only; I: any part.
      virtualAccountTrxType: payable.allowsPart ? 'I' : 'C',
    },
  })
}

/** The bank tells of money that it takes. What does not fit it is told, and then must not take. */
export const answerPayment: Handler = async (context, bank, body) => {
  const read = readMessage(paymentRequest, body)
  if ('fault' in read) return noMessage('payment', read.fault)
  const given = read.value
  const paidAt = given.trxDateTime === undefined ? context.now : readTimestamp(given.trxDateTime)
  // A time to come would make a late payment early; the past a bank may tell for days, when it was away.
  if (!paidAt || (Temporal.Instant.compare(paidAt, context.now) > 0 && !isFresh(paidAt, context.now))) {
    return snapAnswer('payment', 'bad-format', {}, '[trxDateTime]')
  }
  const code = codeIn(bank, given)
  if (!code) return notPaid(given, 'no-bill')
  const told: ToldPayment = {
    channel: bank.id,
    reference: given.paymentRequestId,
    number: code,
    amount: senToNumeric(readSnapMoney(given.paidAmount)),
    paidAt: paidAt.toString(),
  }
  const outcome = await book(context, told)
  if (outcome === 'known') return (await isSame(context, told)) ? paid(given) : snapAnswer('payment', 'inconsistent')
  if (outcome === 'busy') return snapAnswer('payment', 'timeout')
  return outcome === 'paid' ? paid(given) : notPaid(given, byReason[outcome])
}

type Booked = 'paid' | 'known' | 'busy' | SuspenseReason

/** As `takePayment`, but nothing goes into suspense: the bank hears that it must not take the money. */
async function book(context: RouteContext, told: ToldPayment): Promise<Booked> {
  const options = fromChannel(told.channel)
  if (!isOrderCode(told.number)) {
    const attempt = await placeOnBill(context.run, { by: 'channel', ...told }, options)
    if ('billId' in attempt) return 'paid'
    return attempt.outcome === 'misfit' ? attempt.reason : attempt.outcome === 'known' ? 'known' : 'busy'
  }
  const attempt = await context.run(payOrder, told, options)
  if (attempt.outcome === 'misfit') return attempt.reason
  if (attempt.outcome === 'known') return 'known'
  for (const placementId of attempt.placementIds) await settleReserved(context.run, placementId, options)
  return 'paid'
}

/** Whether what is booked under a reference is what is told now. */
async function isSame(context: RouteContext, told: ToldPayment): Promise<boolean> {
  const row = await context.tenant.pools.write
    .selectFrom('billing.payment')
    .select(['number_given', 'amount'])
    .where('channel', '=', told.channel)
    .where('reference', '=', told.reference)
    .executeTakeFirst()
  return row?.number_given === told.number && row.amount === told.amount
}

const paid = (given: PaymentRequest) =>
  snapAnswer('payment', 'ok', {
    virtualAccountData: {
      paymentFlagReason: reason('Sukses', 'Success'),
      ...account(given),
      paymentRequestId: given.paymentRequestId,
      paidAmount: given.paidAmount,
      paymentFlagStatus: '00',
    },
  })

const notPaid = (given: PaymentRequest, why: Refusal) =>
  snapAnswer('payment', why, {
    virtualAccountData: {
      paymentFlagReason: refusals[why],
      ...account(given),
      paymentRequestId: given.paymentRequestId,
      paidAmount: given.paidAmount,
      paymentFlagStatus: '01',
    },
  })

/** The bank, unsure whether its payment arrived, asks. */
export const answerStatus: Handler = async (context, bank, body) => {
  const read = readMessage(statusRequest, body)
  if ('fault' in read) return noMessage('status', read.fault)
  const given = read.value
  const row = await context.tenant.pools.write
    .selectFrom('billing.payment')
    .select(['number_given', 'amount', 'paid_at', 'reference'])
    .where('channel', '=', bank.id)
    .where('reference', '=', given.paymentRequestId ?? given.inquiryRequestId)
    .executeTakeFirst()
  if (!row || row.number_given !== given.customerNo) return snapAnswer('status', 'not-found')
  return snapAnswer('status', 'ok', {
    virtualAccountData: {
      ...account(given),
      paymentFlagReason: reason('Sukses', 'Success'),
      paymentFlagStatus: '00',
      inquiryRequestId: given.inquiryRequestId,
      paymentRequestId: row.reference,
      paidAmount: { value: row.amount, currency: 'IDR' },
      transactionDate: row.paid_at.toISOString(),
    },
  })
}

/** The acquirer tells that a QR code was paid. */
export const answerQrNotice: Handler = async (context, bank, body) => {
  const read = readMessage(qrNews, body)
  if ('fault' in read) return noMessage('qr-notify', read.fault)
  const outcome = await bookQr(context, bank, read.value)
  return snapAnswer('qr-notify', outcome === 'unknown' ? 'not-found' : 'ok')
}
