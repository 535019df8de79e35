import type { RouteContext } from '#kernel/http/route.ts'
import { formatRupiah } from '#kernel/money/money.ts'
import { type BillData, typeset } from '#modules/documents/index.ts'
import { getUnit } from '#modules/organization/index.ts'
import { formatBillingCode } from '../billing-code.ts'
import { interestSources } from '../money/interest.ts'
import { billingPaths } from '../paths.ts'
import { type Bill, findBillById } from '../queries/bills.ts'
import type { PayOrder } from '../queries/orders.ts'
import { billingTexts } from '../texts.ts'
import { channelName } from '../views/bill-words.ts'

/** The bill on paper, with its code as a QR; once money is on it also as a receipt. */
export async function billPdf(context: RouteContext, bill: Bill, kind: 'bill' | 'receipt'): Promise<Uint8Array> {
  const { tenant, origin } = context
  const zone = tenant.profile.zone
  const moment = (instant: Temporal.Instant) => instant.toZonedDateTimeISO(zone).toString({ timeZoneName: 'never' })
  const { name } = await getUnit(context.db, bill.unitId)
  const { payment } = bill
  // The lines of the bill never change; a receipt says what the books say, interest included.
  const total = kind === 'receipt' ? bill.received : bill.total
  const data: BillData = {
    region: { name: tenant.profile.shortName, timeZone: zone },
    office: { government: tenant.profile.name, name },
    kind,
    title: bill.title.id,
    payer: bill.payerName,
    code: bill.number,
    codeShown: formatBillingCode(bill.number),
    issuedAt: moment(bill.issuedAt),
    dueAt: moment(bill.dueAt),
    isOpen: bill.state === 'issued',
    lines: [
      ...bill.lines.map((line) => ({
        label: line.label.id,
        amount: formatRupiah(line.amount),
        account: line.accountCode,
        citation: line.citation,
      })),
      ...interestLine(bill, kind),
    ],
    total: formatRupiah(total),
    totalRupiah: String(total / 100n),
    payment: payment && {
      paidAt: moment(payment.paidAt),
      channel: channelName(payment.channel, 'id'),
      reference: payment.reference,
    },
    page: `${origin.replace(/^https?:\/\//, '')}${billingPaths.ownBills}`,
  }
  const made = kind === 'receipt' && bill.paidAt ? bill.paidAt : bill.issuedAt
  return typeset('bill', data, { now: new Date(made.epochMilliseconds) })
}

function interestLine(bill: Bill, kind: 'bill' | 'receipt'): BillData['lines'] {
  const interest = bill.payments.reduce((sum, payment) => sum + payment.interest, 0n)
  if (kind === 'bill' || interest === 0n) return []
  return [
    {
      label: billingTexts('id')('bill.interest'),
      amount: formatRupiah(interest),
      account: [...new Set(bill.lines.map((line) => line.accountCode))].join(', '),
      citation: (bill.interestSource && interestSources.find(bill.interestSource)?.citation) ?? '',
    },
  ]
}

/** One code for several bills, to be taken along to a bank: what it is for, part by part, and until when it counts. */
export async function orderPdf(context: RouteContext, order: PayOrder): Promise<Uint8Array> {
  const { tenant, origin, db } = context
  const zone = tenant.profile.zone
  const moment = (instant: Temporal.Instant) => instant.toZonedDateTimeISO(zone).toString({ timeZoneName: 'never' })
  const bill = await findBillById(db, order.lines[0]?.billId ?? '')
  const { name } = await getUnit(db, bill?.unitId ?? '')
  const n = new Set(order.lines.map((line) => line.billId)).size
  const t = billingTexts('id')
  const data: BillData = {
    region: { name: tenant.profile.shortName, timeZone: zone },
    office: { government: tenant.profile.name, name },
    kind: 'bill',
    title: t('order.page', { n }),
    payer: order.payerName,
    code: order.number,
    codeShown: formatBillingCode(order.number),
    issuedAt: moment(order.madeAt),
    dueAt: moment(order.validUntil),
    isOpen: order.state === 'open' && Temporal.Instant.compare(context.now, order.validUntil) <= 0,
    lines: order.lines.map((line) => ({
      label: `${line.billTitle.id}: ${line.component === 'interest' ? t('order.interest-of', { label: line.label.id }) : line.label.id}`,
      amount: formatRupiah(line.amount),
      account: line.accountCode,
      citation: '',
    })),
    total: formatRupiah(order.total),
    totalRupiah: String(order.total / 100n),
    payment: undefined,
    page: `${origin.replace(/^https?:\/\//, '')}${billingPaths.ownBills}`,
  }
  return typeset('bill', data, { now: new Date(order.madeAt.epochMilliseconds) })
}
