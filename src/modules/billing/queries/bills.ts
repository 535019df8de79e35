import { instantOf } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'
import { type Sen, senFromNumeric } from '#kernel/money/money.ts'
import type { BillRow } from '../commands/bill-row.ts'
import type { BillState } from '../domain.ts'

export interface BillSummary {
  readonly id: string
  readonly number: string
  readonly state: BillState
  readonly title: LocalText
  readonly payerName: string
  readonly total: Sen
  /** Placed on it so far, interest included. */
  readonly received: Sen
  readonly refunded: Sen
  readonly issuedAt: Temporal.Instant
  readonly dueAt: Temporal.Instant
  /** Until when its code counts; undefined: until it is paid or cancelled. */
  readonly expiresAt: Temporal.Instant | undefined
  readonly paidAt: Temporal.Instant | undefined
}

export interface BillLine {
  readonly label: LocalText
  readonly amount: Sen
  readonly accountCode: string
  readonly beneficiaryId: string
  readonly ruleIds: readonly string[]
  readonly citation: string
}

/** How money came on a bill. */
export interface BillPayment {
  /** Of the placement: one payment can lie on several bills. */
  readonly id: string
  readonly channel: string
  readonly reference: string
  readonly amount: Sen
  readonly paidAt: Temporal.Instant
  readonly receivedBy: string
  /** What of it is interest of late days. */
  readonly interest: Sen
}

export interface Bill extends BillSummary {
  readonly payerPersonId: string | undefined
  readonly accountId: string | undefined
  readonly subject: { readonly type: string; readonly id: string }
  readonly unitId: string
  readonly unitPath: string
  readonly issuedBy: string
  readonly closedAt: Temporal.Instant | undefined
  readonly closedReason: string | undefined
  readonly lines: readonly BillLine[]
  readonly allowsPart: boolean
  readonly interestSource: string | undefined
  /** Oldest first. */
  readonly payments: readonly BillPayment[]
  /** The one that settled it, or came last. */
  readonly payment: BillPayment | undefined
}

export function summaryOf(row: BillRow): BillSummary {
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    title: { id: row.title_id, en: row.title_en },
    payerName: row.payer_name,
    total: senFromNumeric(row.total_amount),
    received: senFromNumeric(row.received_amount),
    refunded: senFromNumeric(row.refunded_amount),
    issuedAt: instantOf(row.issued_at),
    dueAt: instantOf(row.due_at),
    expiresAt: row.expires_at ? instantOf(row.expires_at) : undefined,
    paidAt: row.paid_at ? instantOf(row.paid_at) : undefined,
  }
}

/** The bills of one case or other subject, oldest first. */
export async function findBillsOf(db: AnyHandle, subjectType: string, subjectId: string): Promise<BillSummary[]> {
  const rows = await db
    .selectFrom('billing.bill')
    .selectAll()
    .where('subject_type', '=', subjectType)
    .where('subject_id', '=', subjectId)
    .orderBy('id')
    .execute()
  return rows.map(summaryOf)
}

/** A whole bill with its lines and, when money is on it, its payment. */
export async function findBillById(db: AnyHandle, billId: string): Promise<Bill | undefined> {
  const row = await db.selectFrom('billing.bill').selectAll().where('id', '=', billId).executeTakeFirst()
  if (!row) return undefined
  const [lines, payments] = await Promise.all([linesOf(db, billId), paymentsOf(db, billId)])
  return {
    ...summaryOf(row),
    payerPersonId: row.payer_person_id ?? undefined,
    accountId: row.account_id ?? undefined,
    subject: { type: row.subject_type, id: row.subject_id },
    unitId: row.unit_id,
    unitPath: row.unit_path,
    issuedBy: row.issued_by,
    closedAt: row.closed_at ? instantOf(row.closed_at) : undefined,
    closedReason: row.closed_reason ?? undefined,
    lines,
    allowsPart: row.allows_part,
    interestSource: row.interest_source ?? undefined,
    payments,
    payment: payments.at(-1),
  }
}

async function linesOf(db: AnyHandle, billId: string): Promise<BillLine[]> {
  const rows = await db
    .selectFrom('billing.bill_line')
    .selectAll()
    .where('bill_id', '=', billId)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({
    label: { id: row.label_id, en: row.label_en },
    amount: senFromNumeric(row.amount),
    accountCode: row.account_code,
    beneficiaryId: row.beneficiary_id,
    ruleIds: row.rule_ids,
    citation: row.citation,
  }))
}

async function paymentsOf(db: AnyHandle, billId: string): Promise<BillPayment[]> {
  const rows = await db
    .selectFrom('billing.placement as place')
    .innerJoin('billing.payment as payment', 'payment.id', 'place.payment_id')
    .leftJoin('billing.placement_line as line', (join) =>
      join.onRef('line.placement_id', '=', 'place.id').on('line.component', '=', 'interest'),
    )
    .select((eb) => [
      'place.id',
      'payment.channel',
      'payment.reference',
      'place.amount',
      'payment.paid_at',
      'payment.received_by',
      eb.fn.sum<string | null>('line.amount').as('interest'),
    ])
    .where('place.bill_id', '=', billId)
    .where('place.state', '<>', 'reserved')
    .groupBy(['place.id', 'payment.id'])
    .orderBy('payment.paid_at')
    .orderBy('place.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    channel: row.channel,
    reference: row.reference,
    amount: senFromNumeric(row.amount),
    paidAt: instantOf(row.paid_at),
    receivedBy: row.received_by,
    interest: senFromNumeric(row.interest ?? '0'),
  }))
}

/** Bills that nobody has paid although their time is over; the expiring command judges each anew. */
export async function listOverdue(db: AnyHandle, now: Temporal.Instant, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('billing.bill')
    .select('id')
    .where('state', 'in', ['issued', 'partly-paid'])
    .where('expires_at', '<', new Date(now.epochMilliseconds))
    .orderBy('expires_at')
    .limit(limit)
    .execute()
  return rows.map((row) => row.id)
}
