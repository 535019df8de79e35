import { dayOf, instantOf } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import { notFound } from '#kernel/errors.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'
import { type Sen, senFromNumeric } from '#kernel/money/money.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { isOrderCode } from '../billing-code.ts'
import type { BillState } from '../domain.ts'
import type { OrderState } from '../money/judge-order.ts'
import { owedOf, owedOfMany } from '../money/owed.ts'
import type { Component } from '../money/placing.ts'

export interface OrderLine {
  readonly billId: string
  readonly billTitle: LocalText
  readonly billState: BillState
  readonly label: LocalText
  readonly accountCode: string
  readonly component: Component
  readonly amount: Sen
}

export interface PayOrder {
  readonly id: string
  readonly number: string
  readonly state: OrderState
  readonly payerPersonId: string | undefined
  readonly payerName: string
  readonly accountId: string | undefined
  readonly total: Sen
  readonly quotedOn: Temporal.PlainDate
  readonly madeAt: Temporal.Instant
  readonly validUntil: Temporal.Instant
  readonly lines: readonly OrderLine[]
}

export async function findOrder(db: AnyHandle, orderId: string): Promise<PayOrder | undefined> {
  const row = await db.selectFrom('billing.pay_order').selectAll().where('id', '=', orderId).executeTakeFirst()
  if (!row) return undefined
  const lines = await db
    .selectFrom('billing.pay_order_line as part')
    .innerJoin('billing.bill as bill', 'bill.id', 'part.bill_id')
    .innerJoin('billing.bill_line as line', (join) =>
      join.onRef('line.bill_id', '=', 'part.bill_id').onRef('line.position', '=', 'part.position'),
    )
    .select([
      'part.bill_id',
      'part.component',
      'part.amount',
      'bill.title_id',
      'bill.title_en',
      'bill.state',
      'line.label_id',
      'line.label_en',
      'line.account_code',
    ])
    .where('part.order_id', '=', orderId)
    .orderBy('part.bill_id')
    .orderBy('part.position')
    .orderBy('part.component', 'desc')
    .execute()
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    payerPersonId: row.payer_person_id ?? undefined,
    payerName: row.payer_name,
    accountId: row.account_id ?? undefined,
    total: senFromNumeric(row.total_amount),
    quotedOn: Temporal.PlainDate.from(row.quoted_on as unknown as string),
    madeAt: instantOf(row.made_at),
    validUntil: instantOf(row.valid_until),
    lines: lines.map((line) => ({
      billId: line.bill_id,
      billTitle: { id: line.title_id, en: line.title_en },
      billState: line.state,
      label: { id: line.label_id, en: line.label_en },
      accountCode: line.account_code,
      component: line.component,
      amount: senFromNumeric(line.amount),
    })),
  }
}

export interface Owed {
  readonly principal: Sen
  readonly interest: Sen
  readonly total: Sen
}

/** What a bill asks for when it is paid at a moment. */
export async function findOwed(db: AnyHandle, tenant: Tenant, billId: string, at: Temporal.Instant): Promise<Owed> {
  const owed = (await owedOnBills(db, tenant, [billId], dayOf(at, tenant.profile.zone))).get(billId)
  if (!owed) throw notFound()
  return owed
}

/** What each of the bills asks for when it is paid on a day. */
export async function owedOnBills(
  db: AnyHandle,
  tenant: Tenant,
  billIds: readonly string[],
  day: Temporal.PlainDate,
): Promise<Map<string, Owed>> {
  const rows = await db
    .selectFrom('billing.bill')
    .selectAll()
    .where('id', '=', (eb) => eb.fn.any(eb.val([...billIds])))
    .execute()
  const lines = await owedOfMany(db, tenant, rows, day)
  return new Map(
    rows.map((row) => {
      const own = lines.get(row.id) ?? []
      const [principal, interest] = [sum(own, 'principal'), sum(own, 'interest')]
      return [row.id, { principal, interest, total: principal + interest }]
    }),
  )
}

/** What a bank sees when somebody types a code: a bill or an order. */
export interface Payable {
  readonly kind: 'bill' | 'order'
  readonly id: string
  readonly number: string
  readonly state: BillState | OrderState
  readonly title: LocalText
  readonly payerName: string
  readonly accountId: string | undefined
  readonly personId: string | undefined
  /** As of the moment of asking. */
  readonly amount: Sen
  readonly allowsPart: boolean
  readonly endsAt: Temporal.Instant | undefined
  readonly dueAt: Temporal.Instant
  /** Part by part, as a bank shows it. */
  readonly parts: readonly { readonly label: LocalText; readonly amount: Sen }[]
}

export async function findPayable(
  db: AnyHandle,
  tenant: Tenant,
  number: string,
  at: Temporal.Instant,
): Promise<Payable | undefined> {
  return isOrderCode(number) ? payableOrder(db, number) : payableBill(db, tenant, number, at)
}

async function payableBill(
  db: AnyHandle,
  tenant: Tenant,
  number: string,
  at: Temporal.Instant,
): Promise<Payable | undefined> {
  const row = await db.selectFrom('billing.bill').selectAll().where('number', '=', number).executeTakeFirst()
  if (!row) return undefined
  const lines = await owedOf(db, tenant, row, dayOf(at, tenant.profile.zone))
  const title = { id: row.title_id, en: row.title_en }
  const [principal, interest] = [sum(lines, 'principal'), sum(lines, 'interest')]
  return {
    kind: 'bill',
    id: row.id,
    number,
    state: row.state,
    title,
    payerName: row.payer_name,
    accountId: row.account_id ?? undefined,
    personId: row.payer_person_id ?? undefined,
    amount: principal + interest,
    allowsPart: row.allows_part,
    endsAt: row.expires_at ? instantOf(row.expires_at) : undefined,
    dueAt: instantOf(row.due_at),
    parts: [
      { label: title, amount: principal },
      ...(interest > 0n ? [{ label: { id: 'Bunga keterlambatan', en: 'Late interest' }, amount: interest }] : []),
    ],
  }
}

const sum = (lines: readonly { principal: Sen; interest: Sen }[], what: Component): Sen =>
  lines.reduce((all, line) => all + line[what], 0n)

async function payableOrder(db: AnyHandle, number: string): Promise<Payable | undefined> {
  const row = await db.selectFrom('billing.pay_order').select('id').where('number', '=', number).executeTakeFirst()
  const order = row && (await findOrder(db, row.id))
  if (!order) return undefined
  const bills = [...new Set(order.lines.map((line) => line.billId))]
  return {
    kind: 'order',
    id: order.id,
    number,
    state: order.state,
    title: { id: `Pembayaran gabungan ${bills.length} tagihan`, en: `Joint payment of ${bills.length} bills` },
    payerName: order.payerName,
    accountId: order.accountId,
    personId: order.payerPersonId,
    amount: order.total,
    allowsPart: false,
    endsAt: order.validUntil,
    dueAt: order.validUntil,
    parts: bills.map((billId) => {
      const lines = order.lines.filter((line) => line.billId === billId)
      return {
        label: lines[0]?.billTitle ?? { id: '', en: '' },
        amount: lines.reduce((all, line) => all + line.amount, 0n),
      }
    }),
  }
}

/** Money reserved by an order, or for a bill that replaced another, and put on no bill yet. */
export async function listReserved(
  db: AnyHandle,
  of: { readonly orderId?: string; readonly billId?: string } = {},
): Promise<string[]> {
  let query = db.selectFrom('billing.placement').select('id').where('state', '=', 'reserved').orderBy('id').limit(500)
  if (of.orderId) query = query.where('order_id', '=', of.orderId)
  if (of.billId) query = query.where('bill_id', '=', of.billId)
  const rows = await query.execute()
  return rows.map((row) => row.id)
}
