import { z } from 'zod'
import { citizen } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { notFound } from '#kernel/errors.ts'
import { exported, exportRoutes } from '#kernel/export/export-routes.ts'
import { allPages, exportPageSize } from '#kernel/export/table.ts'
import { bytes, get, page, type RouteContext } from '#kernel/http/route.ts'
import { getUnit } from '#modules/organization/index.ts'
import { openChannels } from '../channel/payment-channel.ts'
import { noteRefusedAccess } from '../commands/note-refused-access.ts'
import { hasReceipt, isOpen } from '../domain.ts'
import { listGateways } from '../gateways/keep-gateways.ts'
import { billingPaths } from '../paths.ts'
import { findAcquirer } from '../qris/acquirer.ts'
import { type Bill, findBillById } from '../queries/bills.ts'
import { findCalendarKey } from '../queries/calendar.ts'
import { findOwed, owedOnBills } from '../queries/orders.ts'
import { isPayerOf, listOwnBills, payerOf } from '../queries/own.ts'
import { listSuspendedFor } from '../queries/suspense.ts'
import { billingTexts } from '../texts.ts'
import { OwnBillPage } from '../views/own-bill-page.tsx'
import { OwnBillsPage } from '../views/own-bills-page.tsx'
import { billPdf } from './bill-pdf.ts'

const billParams = z.object({ billId: z.uuid() })
type BillContext = RouteContext<{ billId: string }>

/** A bill of the one who asks. Another person's is answered as not found, and the attempt is written down. */
async function ownBill(context: BillContext): Promise<Bill> {
  const { db, tenant, actor } = context
  const bill = await findBillById(db, context.params.billId)
  const isOwn =
    bill && (await isPayerOf(db, await payerOf(db, tenant, actor), { ...bill, personId: bill.payerPersonId }))
  if (bill && isOwn) return bill
  await context.run(noteRefusedAccess, { billId: context.params.billId, path: context.request.url.slice(0, 300) })
  throw notFound()
}

const listQuery = z.object({
  q: z.string().trim().max(120).optional().catch(undefined),
  keadaan: z.enum(['open', 'over']).optional().catch(undefined),
  sebelum: z.uuid().optional().catch(undefined),
})

export const ownBills = get(billingPaths.ownBills, {
  access: citizen,
  audit: 'own-data',
  query: listQuery,
  async handle(context) {
    const { db, tenant, actor, now } = context
    const { q, keadaan, sebelum } = context.query
    const payer = await payerOf(db, tenant, actor)
    const [list, calendar] = await Promise.all([
      listOwnBills(db, payer, { text: q, state: keadaan }, sebelum),
      findCalendarKey(db, actor.accountId ?? ''),
    ])
    const open = list.rows.filter((bill) => isOpen(bill.state)).map((bill) => bill.id)
    const owed = await owedOnBills(db, tenant, open, dayOf(now, tenant.profile.zone))
    return page(
      <OwnBillsPage
        {...list}
        owed={owed}
        query={{ q, keadaan }}
        isFirstPage={!sebelum}
        calendar={calendar && `${context.origin}${billingPaths.calendar(calendar)}`}
        notice={context.notice}
        zone={tenant.profile.zone}
      />,
    )
  },
})

export const exportOwnBills = exportRoutes(billingPaths.ownBills, {
  access: citizen,
  audit: 'own-data',
  query: listQuery,
  async table({ db, tenant, actor, query, locale, now }) {
    const t = billingTexts(locale)
    const payer = await payerOf(db, tenant, actor)
    const filter = { text: query.q, state: query.keadaan }
    return exported({
      file: `tagihan-saya-${dayOf(now, tenant.profile.zone)}`,
      title: t('own.title'),
      rows: allPages((after) => listOwnBills(db, payer, filter, after, exportPageSize)),
      columns: [
        { label: t('own.column-title'), kind: 'text', width: 48, value: (bill) => bill.title[locale] },
        { label: t('own.column-payer'), kind: 'text', width: 32, value: (bill) => bill.payerName },
        { label: t('bill.code'), kind: 'text', value: (bill) => bill.number },
        { label: t('bill.amount'), kind: 'money', value: (bill) => bill.total },
        { label: t('own.column-received'), kind: 'money', value: (bill) => bill.received },
        { label: t('own.column-state'), kind: 'text', value: (bill) => t(`state.${bill.state}`) },
        { label: t('own.column-due'), kind: 'moment', value: (bill) => bill.dueAt },
        { label: t('own.column-paid'), kind: 'moment', value: (bill) => bill.paidAt },
      ],
    })
  },
})

export const showOwnBill = get('/tagihan-saya/:billId', {
  access: citizen,
  audit: 'own-data',
  params: billParams,
  async handle(context) {
    const bill = await ownBill(context)
    const [unit, held, owed] = await Promise.all([
      getUnit(context.db, bill.unitId),
      listSuspendedFor(context.db, bill.id),
      findOwed(context.db, context.tenant, bill.id, context.now),
    ])
    return page(
      <OwnBillPage
        bill={bill}
        unitName={unit.name}
        held={held}
        owed={owed}
        channels={await openChannels(context.db, context.tenant)}
        gateways={(await listGateways(context.db)).filter((each) => each.is_open).map((each) => each.id)}
        hasQr={(await findAcquirer(context)) !== undefined}
        now={context.now}
        zone={context.tenant.profile.zone}
      />,
    )
  },
})

export const printBill = get('/tagihan-saya/:billId/tagihan.pdf', {
  access: citizen,
  audit: 'own-data',
  params: billParams,
  perMinute: 30,
  async handle(context) {
    const bill = await ownBill(context)
    return bytes(await billPdf(context, bill, 'bill'), 'application/pdf', { name: `tagihan-${bill.number}.pdf` })
  },
})

export const printReceipt = get('/tagihan-saya/:billId/bukti-bayar.pdf', {
  access: citizen,
  audit: 'own-data',
  params: billParams,
  perMinute: 30,
  async handle(context) {
    const bill = await ownBill(context)
    if (!hasReceipt(bill.state)) throw notFound()
    return bytes(await billPdf(context, bill, 'receipt'), 'application/pdf', { name: `bukti-bayar-${bill.number}.pdf` })
  },
})
