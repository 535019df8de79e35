import { z } from 'zod'
import { citizen } from '#kernel/access/access.ts'
import { notFound } from '#kernel/errors.ts'
import { bytes, get, page, type RouteContext } from '#kernel/http/route.ts'
import { getUnit } from '#modules/organization/index.ts'
import { openChannels } from '../channel/payment-channel.ts'
import { noteRefusedAccess } from '../commands/note-refused-access.ts'
import { hasReceipt } from '../domain.ts'
import { listGateways } from '../gateways/keep-gateways.ts'
import { billingPaths } from '../paths.ts'
import { findAcquirer } from '../qris/acquirer.ts'
import { type Bill, findBillById, listOwnBills } from '../queries/bills.ts'
import { findOwed } from '../queries/orders.ts'
import { listSuspendedFor } from '../queries/suspense.ts'
import { OwnBillPage } from '../views/own-bill-page.tsx'
import { OwnBillsPage } from '../views/own-bills-page.tsx'
import { billPdf } from './bill-pdf.ts'

const billParams = z.object({ billId: z.uuid() })
type BillContext = RouteContext<{ billId: string }>

/** A bill of the one who asks. Another person's is answered as not found, and the attempt is written down. */
async function ownBill(context: BillContext): Promise<Bill> {
  const bill = await findBillById(context.db, context.params.billId)
  if (bill && bill.accountId === context.actor.accountId) return bill
  await context.run(noteRefusedAccess, { billId: context.params.billId, path: context.request.url.slice(0, 300) })
  throw notFound()
}

export const ownBills = get(billingPaths.ownBills, {
  access: citizen,
  audit: 'own-data',
  query: z.object({ sebelum: z.uuid().optional().catch(undefined) }),
  async handle(context) {
    const list = await listOwnBills(context.db, context.actor.accountId ?? '', context.query.sebelum)
    return page(<OwnBillsPage {...list} zone={context.tenant.profile.zone} />)
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
