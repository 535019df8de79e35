import { dayOf, instantOf } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import { type Sen, senFromNumeric } from '#kernel/money/money.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { listRules } from '#modules/rules/index.ts'
import { findOwnRegion } from '#modules/territory/index.ts'
import type { BillRow } from '../commands/bill-row.ts'
import { interestSources } from './interest.ts'
import type { OwedLine } from './placing.ts'

interface LineRow {
  readonly position: number
  readonly amount: string
  readonly account_code: string
  readonly beneficiary_id: string
}

interface PaidRow {
  readonly position: number
  readonly component: 'principal' | 'interest'
  readonly amount: string
  readonly paid_at: Date
}

/** What is owed on each line of a bill when it is paid on a day. Nothing of it is stored: it follows from bill, law and money. */
export async function owedOf(
  db: AnyHandle,
  tenant: Tenant,
  bill: BillRow,
  day: Temporal.PlainDate,
): Promise<OwedLine[]> {
  const lines = await db
    .selectFrom('billing.bill_line')
    .select(['position', 'amount', 'account_code', 'beneficiary_id'])
    .where('bill_id', '=', bill.id)
    .orderBy('position')
    .execute()
  const paid = bill.received_amount === '0.00' ? [] : await paidOn(db, bill.id)
  const interest = await interestOf(db, tenant, bill, lines, paid, day)
  return lines.map((line, index) => ({
    position: line.position,
    principal: senFromNumeric(line.amount) - paidOf(paid, line.position, 'principal'),
    interest: atLeastNone((interest[index] ?? 0n) - paidOf(paid, line.position, 'interest')),
    accountCode: line.account_code,
    beneficiaryId: line.beneficiary_id,
  }))
}

async function paidOn(db: AnyHandle, billId: string): Promise<PaidRow[]> {
  return db
    .selectFrom('billing.placement as place')
    .innerJoin('billing.placement_line as line', 'line.placement_id', 'place.id')
    .innerJoin('billing.payment as payment', 'payment.id', 'place.payment_id')
    .select(['line.position', 'line.component', 'line.amount', 'payment.paid_at'])
    .where('place.bill_id', '=', billId)
    .where('place.state', '=', 'on-bill')
    .orderBy('payment.paid_at')
    .execute()
}

async function interestOf(
  db: AnyHandle,
  tenant: Tenant,
  bill: BillRow,
  lines: readonly LineRow[],
  paid: readonly PaidRow[],
  day: Temporal.PlainDate,
): Promise<Sen[]> {
  const { zone } = tenant.profile
  const dueOn = dayOf(instantOf(bill.due_at), zone)
  if (!bill.interest_source || Temporal.PlainDate.compare(day, dueOn) <= 0) return []
  const source = interestSources.get(bill.interest_source)
  const [rules, region] = await Promise.all([listRules(db, source.rules), findOwnRegion(db)])
  const issuedOn = dayOf(instantOf(bill.issued_at), zone)
  return lines.map((line) => {
    const amount = senFromNumeric(line.amount)
    let left = amount
    const owed = [{ from: issuedOn, amount }]
    for (const row of paid) {
      if (row.position !== line.position || row.component !== 'principal') continue
      left -= senFromNumeric(row.amount)
      owed.push({ from: dayOf(instantOf(row.paid_at), zone), amount: left })
    }
    const { position, account_code: accountCode } = line
    return source.interestOn({
      line: { position, accountCode, amount },
      dueOn,
      day,
      owed,
      region: region?.code ?? '',
      rules,
    })
  })
}

function paidOf(paid: readonly PaidRow[], position: number, component: PaidRow['component']): Sen {
  return paid
    .filter((row) => row.position === position && row.component === component)
    .reduce((sum, row) => sum + senFromNumeric(row.amount), 0n)
}

/** A later, milder law may ask less than was paid; nobody is owed interest for that here, a refund is decided by people. */
const atLeastNone = (amount: Sen): Sen => (amount > 0n ? amount : 0n)
