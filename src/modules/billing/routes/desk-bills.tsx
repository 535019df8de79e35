import { z } from 'zod'
import { isPermitted, permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { type AppError, notFound } from '#kernel/errors.ts'
import { exported, exportRoutes } from '#kernel/export/export-routes.ts'
import { allPages, exportPageSize } from '#kernel/export/table.ts'
import { type Answer, bytes, get, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { formatRupiah } from '#kernel/money/money.ts'
import { getUnit, listUnits } from '#modules/organization/index.ts'
import { mostBills } from '../commands/make-order.ts'
import { noteExport } from '../commands/note-export.ts'
import { noteRefusedAccess } from '../commands/note-refused-access.ts'
import { placeOnBill } from '../commands/pay-bill.ts'
import { requestRefund } from '../commands/request-refund.ts'
import { billStates, hasReceipt, readRupiah } from '../domain.ts'
import { billingPaths } from '../paths.ts'
import { type Bill, findBillById } from '../queries/bills.ts'
import { deskPageSize, listDeskBills, listOthersOfPayer } from '../queries/desk.ts'
import { findOwed } from '../queries/orders.ts'
import { listSuspendedFor } from '../queries/suspense.ts'
import { billingTexts } from '../texts.ts'
import { DeskBillPage } from '../views/desk-bill-page.tsx'
import { DeskBillsPage } from '../views/desk-bills-page.tsx'
import { deskTexts } from '../views/desk-texts.ts'
import { billPdf } from './bill-pdf.ts'
import { deskAround, reading, resolving, typedIn } from './desk-around.ts'

const day = z.iso.date().optional().catch(undefined)
const billsQuery = z.object({
  q: z.string().max(120).optional().catch(undefined),
  keadaan: z.enum(billStates).optional().catch(undefined),
  unit: z.string().max(200).optional().catch(undefined),
  dari: day,
  sampai: day,
  setelah: z.uuid().optional().catch(undefined),
})
type ListContext = RouteContext<unknown, z.infer<typeof billsQuery>>
const billParams = z.object({ billId: z.uuid() })
type BillContext = RouteContext<{ billId: string }>

function listPart(context: ListContext, limit: number) {
  const { q, keadaan, unit, dari, sampai, setelah } = context.query
  const filter = { text: q, state: keadaan, unitPath: unit, from: dari, to: sampai, after: setelah }
  return listDeskBills(context.db, context.actor, filter, context.tenant.profile.zone, limit)
}

export const deskBills = get(billingPaths.desk, {
  ...reading,
  query: billsQuery,
  async handle(context) {
    const [{ rows, next }, units, around] = await Promise.all([
      listPart(context, deskPageSize),
      listUnits(context.db),
      deskAround(context),
    ])
    const { setelah, ...query } = context.query
    const readable = units.filter((unit) => isPermitted(context.actor, 'billing.read', { unitPath: unit.path }))
    return page(
      <DeskBillsPage
        {...around}
        rows={rows}
        next={next}
        isFirstPage={!setelah}
        units={readable}
        query={query}
        search={query.q}
        zone={context.tenant.profile.zone}
      />,
    )
  },
})

export const exportBills = exportRoutes(billingPaths.billsExport, {
  ...reading,
  query: billsQuery,
  note: noteExport,
  table(context) {
    const { locale } = context
    const [t, b] = [deskTexts(locale), billingTexts(locale)]
    const at = (after: string | undefined) => ({ ...context, query: { ...context.query, setelah: after } })
    return exported({
      file: `tagihan-${dayOf(context.now, context.tenant.profile.zone)}`,
      title: t('bills.title'),
      rows: allPages((after) => listPart(at(after), exportPageSize)),
      columns: [
        { label: t('bills.number'), kind: 'text', value: (bill) => bill.number },
        { label: t('bills.payer'), kind: 'text', width: 32, value: (bill) => bill.payerName },
        { label: t('bills.what'), kind: 'text', width: 40, value: (bill) => bill.title[locale] },
        { label: t('bills.total'), kind: 'money', value: (bill) => bill.total },
        { label: t('bills.issued'), kind: 'moment', value: (bill) => bill.issuedAt },
        { label: t('bills.due'), kind: 'moment', value: (bill) => bill.dueAt },
        { label: t('bills.paid'), kind: 'moment', value: (bill) => bill.paidAt },
        { label: t('bills.state'), kind: 'text', value: (bill) => b(`state.${bill.state}`) },
        { label: t('bills.unit'), kind: 'text', value: (bill) => bill.unitPath },
      ],
    })
  },
})

/** A bill of a unit that the treasurer serves; others do not exist for him, and the attempt is written down. */
export async function readableBill(context: BillContext): Promise<Bill> {
  const bill = await findBillById(context.db, context.params.billId)
  if (bill && isPermitted(context.actor, 'billing.read', { unitPath: bill.unitPath })) return bill
  await context.run(noteRefusedAccess, { billId: context.params.billId, path: context.request.url.slice(0, 300) })
  throw notFound()
}

/** The payer can see who looked at his bill. */
export async function noteReading(context: Pick<BillContext, 'recordAccess'>, bill: Bill): Promise<void> {
  if (!bill.payerPersonId) return
  await context.recordAccess({
    personId: bill.payerPersonId,
    object: { type: 'bill', id: bill.id },
    purpose: deskTexts('id')('purpose', { number: bill.number }),
  })
}

export async function showBill(context: BillContext, error?: AppError): Promise<Answer> {
  const bill = await readableBill(context)
  await noteReading(context, bill)
  const scope = { unitPath: bill.unitPath }
  const [unit, held, others, owed, around] = await Promise.all([
    getUnit(context.db, bill.unitId),
    listSuspendedFor(context.db, bill.id),
    listOthersOfPayer(context.db, context.actor, bill, context.now, mostBills - 1),
    findOwed(context.db, context.tenant, bill.id, context.now),
    deskAround(context, error),
  ])
  return page(
    <DeskBillPage
      {...around}
      bill={bill}
      billUnitName={unit.name}
      held={held}
      others={others}
      owed={owed}
      mayReceive={isPermitted(context.actor, 'billing.receive', scope)}
      mayRefund={isPermitted(context.actor, 'billing.resolve', scope)}
      typed={typedIn(context)}
      now={context.now}
      zone={context.tenant.profile.zone}
    />,
    error?.status ?? 200,
  )
}

export const deskBill = get('/bendahara/tagihan/:billId', {
  access: permitted('billing.read'),
  audit: 'personal-data',
  params: billParams,
  handle: (context) => showBill(context),
})

/** On paper, for somebody who stands at the counter: the bill while it waits, the receipt once it is paid. */
export const printAtDesk = get('/bendahara/tagihan/:billId/cetak.pdf', {
  access: permitted('billing.read'),
  audit: 'personal-data',
  params: billParams,
  perMinute: 60,
  async handle(context) {
    const bill = await readableBill(context)
    await noteReading(context, bill)
    const kind = hasReceipt(bill.state) ? 'receipt' : 'bill'
    const name = `${kind === 'receipt' ? 'bukti-bayar' : 'tagihan'}-${bill.number}.pdf`
    return bytes(await billPdf(context, bill, kind), 'application/pdf', { name })
  },
})

export const receiveMoney = post('/bendahara/tagihan/:billId/terima', {
  access: permitted('billing.receive'),
  audit: 'personal-data',
  params: billParams,
  async handle(context) {
    const bill = await readableBill(context)
    const typed = context.form.pick('amount', 'receiptNumber')
    await placeOnBill(context.run, { by: 'counter', billId: bill.id, ...typed }, {})
    const amount = readRupiah(typed.amount) ?? bill.total
    context.notify(deskTexts(context.locale)('bill.received', { total: formatRupiah(amount) }))
    return redirect(billingPaths.deskBill(bill.id))
  },
  invalid: showBill,
})

export const askBillRefund = post('/bendahara/tagihan/:billId/kembalikan', {
  ...resolving,
  params: billParams,
  async handle(context) {
    const bill = await readableBill(context)
    await context.run(requestRefund, {
      billId: bill.id,
      ...context.form.pick('amount', 'reason', 'payeeName', 'payeeBank', 'payeeAccount'),
    })
    context.notify(deskTexts(context.locale)('refund.requested'))
    return redirect(billingPaths.deskBill(bill.id))
  },
  invalid: showBill,
})
