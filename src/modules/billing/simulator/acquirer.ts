import { instantOf } from '#kernel/clock/clock.ts'
import type { JobContext } from '#kernel/define/module.ts'
import type { RouteContext } from '#kernel/http/route.ts'
import { simulatedBankId } from '../banks/simulated.ts'
import { type QrNews, qrChannel } from '../qris/acquirer.ts'
import { writeQr, writeTlv } from '../qris/tlv.ts'
import type { findSimulatedPayment } from '../queries/simulated.ts'
import { type SnapAnswer, type SnapService, snapAnswer } from '../snap/answer.ts'
import { writeTimestamp } from '../snap/signature.ts'

type SimulatedPayment = NonNullable<Awaited<ReturnType<typeof findSimulatedPayment>>>

/** The demo bank as acquirer: makes dynamic codes, tells of them, cancels them. */
export async function answerAsAcquirer(
  context: RouteContext,
  service: SnapService,
  body: Readonly<Record<string, unknown>>,
): Promise<SnapAnswer> {
  if (service === 'qr-generate') return generate(context, body)
  const reference = String(body['originalPartnerReferenceNo'] ?? '')
  const paid = await findPaid(context, reference)
  if (service === 'qr-cancel') {
    // What is paid can no longer be cancelled.
    return snapAnswer(service, paid ? 'paid' : 'ok', { originalPartnerReferenceNo: reference })
  }
  const amount = { value: paid?.amount ?? '0.00', currency: 'IDR' }
  return snapAnswer(service, 'ok', {
    originalReferenceNo: paid?.reference ?? 'BELUM',
    originalPartnerReferenceNo: reference,
    latestTransactionStatus: paid ? '00' : '03',
    amount,
    ...(paid ? { paidTime: writeTimestamp(instantOf(paid.paid_at), context.tenant.profile.zone) } : {}),
  })
}

function generate(context: RouteContext, body: Readonly<Record<string, unknown>>): SnapAnswer {
  const amount = (body['amount'] as { value?: unknown } | undefined)?.value
  const info = body['additionalInfo'] as { billNumber?: unknown } | undefined
  const reference = String(body['partnerReferenceNo'] ?? '')
  if (typeof amount !== 'string' || !/^\d{1,13}\.\d\d$/.test(amount) || !reference) {
    return snapAnswer('qr-generate', 'bad-format', {}, '[amount]')
  }
  const { shortName } = context.tenant.profile
  const qrContent = writeQr([
    ['00', '01'],
    ['01', '12'],
    [
      '26',
      writeTlv([
        ['00', 'ID.CO.PERCONTOHAN.WWW'],
        ['01', '936009900000000001'],
        ['02', 'DAERAH'],
        ['03', 'UME'],
      ]),
    ],
    [
      '51',
      writeTlv([
        ['00', 'ID.CO.QRIS.WWW'],
        ['02', 'ID1099000000001'],
        ['03', 'UME'],
      ]),
    ],
    ['52', '9399'],
    ['53', '360'],
    ['54', amount],
    ['58', 'ID'],
    ['59', `KAS DAERAH ${shortName}`.toUpperCase().slice(0, 25)],
    ['60', shortName.toUpperCase().slice(0, 15) || 'DAERAH'],
    [
      '62',
      writeTlv([
        ['01', String(info?.billNumber ?? '').slice(0, 25)],
        ['05', reference.slice(0, 25)],
      ]),
    ],
  ])
  return snapAnswer('qr-generate', 'ok', {
    qrContent,
    referenceNo: `RRN${reference.slice(2, 14)}`,
    partnerReferenceNo: reference,
  })
}

async function findPaid(context: RouteContext, reference: string) {
  return context.tenant.pools.write
    .selectFrom('billing.qr_code as code')
    .innerJoin('billing.simulated_payment as paid', 'paid.number', 'code.number')
    .selectAll('paid')
    .where('code.partner_reference', '=', reference)
    .where('paid.channel', '=', qrChannel(simulatedBankId))
    .whereRef('paid.made_at', '>=', 'code.made_at')
    .orderBy('paid.made_at')
    .executeTakeFirst()
}

/** What the acquirer tells the region of a code that a wallet paid. */
export async function newsOfQr(row: SimulatedPayment, context: JobContext): Promise<QrNews> {
  const code = await context.db
    .selectFrom('billing.qr_code')
    .select('partner_reference')
    .where('number', '=', row.number)
    .where('bank_id', '=', simulatedBankId)
    .where('made_at', '<=', row.made_at)
    .orderBy('made_at', 'desc')
    .executeTakeFirst()
  return {
    originalReferenceNo: row.reference,
    originalPartnerReferenceNo: code?.partner_reference ?? '-',
    latestTransactionStatus: '00',
    amount: { value: row.amount, currency: 'IDR' },
    paidTime: writeTimestamp(instantOf(row.paid_at), context.tenant.profile.zone),
  }
}
