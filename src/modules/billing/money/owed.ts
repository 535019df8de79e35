import { dayOf, instantOf } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import { type Sen, senFromNumeric } from '#kernel/money/money.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { listRules, type Rule } from '#modules/rules/index.ts'
import { findOwnRegion } from '#modules/territory/index.ts'
import type { BillRow } from '../commands/bill-row.ts'
import { type InterestSource, interestSources } from './interest.ts'
import type { OwedLine } from './placing.ts'

interface LineRow {
  readonly bill_id: string
  readonly position: number
  readonly amount: string
  readonly account_code: string
  readonly beneficiary_id: string
}

interface PaidRow {
  readonly bill_id: string | null
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
  return (await owedOfMany(db, tenant, [bill], day)).get(bill.id) ?? []
}

/** The same of many bills, in as many queries as of one. */
export async function owedOfMany(
  db: AnyHandle,
  tenant: Tenant,
  bills: readonly BillRow[],
  day: Temporal.PlainDate,
): Promise<Map<string, OwedLine[]>> {
  if (bills.length === 0) return new Map()
  const lines = await db
    .selectFrom('billing.bill_line')
    .select(['bill_id', 'position', 'amount', 'account_code', 'beneficiary_id'])
    .where('bill_id', '=', (eb) => eb.fn.any(eb.val(bills.map((bill) => bill.id))))
    .orderBy('bill_id')
    .orderBy('position')
    .execute()
  const touched = bills.filter((bill) => bill.received_amount !== '0.00').map((bill) => bill.id)
  const paid = Map.groupBy(touched.length ? await paidOn(db, touched) : [], (row) => row.bill_id)
  const law = await lawOf(db, tenant, bills, day)
  const linesOf = Map.groupBy(lines, (line) => line.bill_id)
  return new Map(
    bills.map((bill) => {
      const own = paid.get(bill.id) ?? []
      const owed = (linesOf.get(bill.id) ?? []).map((line) => ({
        position: line.position,
        principal: senFromNumeric(line.amount) - paidOf(own, line.position, 'principal'),
        interest: atLeastNone(law(bill, line, own) - paidOf(own, line.position, 'interest')),
        accountCode: line.account_code,
        beneficiaryId: line.beneficiary_id,
      }))
      return [bill.id, owed]
    }),
  )
}

async function paidOn(db: AnyHandle, billIds: readonly string[]): Promise<PaidRow[]> {
  return db
    .selectFrom('billing.placement as place')
    .innerJoin('billing.placement_line as line', 'line.placement_id', 'place.id')
    .innerJoin('billing.payment as payment', 'payment.id', 'place.payment_id')
    .select(['place.bill_id', 'line.position', 'line.component', 'line.amount', 'payment.paid_at'])
    .where('place.bill_id', '=', (eb) => eb.fn.any(eb.val([...billIds])))
    .where('place.state', '=', 'on-bill')
    .orderBy('payment.paid_at')
    .execute()
}

type InterestOf = (bill: BillRow, line: LineRow, paid: readonly PaidRow[]) => Sen

/** How interest arises on the bills that are late on the day; their rules are read once for all. */
async function lawOf(
  db: AnyHandle,
  tenant: Tenant,
  bills: readonly BillRow[],
  day: Temporal.PlainDate,
): Promise<InterestOf> {
  const { zone } = tenant.profile
  const dueOf = (bill: BillRow) => dayOf(instantOf(bill.due_at), zone)
  const isLate = (bill: BillRow) => bill.interest_source && Temporal.PlainDate.compare(day, dueOf(bill)) > 0
  const names = new Set(bills.filter(isLate).map((bill) => bill.interest_source as string))
  if (names.size === 0) return () => 0n
  const region = (await findOwnRegion(db))?.code ?? ''
  const sources = new Map<string, { source: InterestSource; rules: readonly Rule[] }>()
  for (const name of names) {
    const source = interestSources.get(name)
    sources.set(name, { source, rules: await listRules(db, source.rules) })
  }
  return (bill, line, paid) => {
    const known = isLate(bill) ? sources.get(bill.interest_source as string) : undefined
    if (!known) return 0n
    const amount = senFromNumeric(line.amount)
    let left = amount
    const owed = [{ from: dayOf(instantOf(bill.issued_at), zone), amount }]
    for (const row of paid) {
      if (row.position !== line.position || row.component !== 'principal') continue
      left -= senFromNumeric(row.amount)
      owed.push({ from: dayOf(instantOf(row.paid_at), zone), amount: left })
    }
    const { position, account_code: accountCode } = line
    const asked = { position, accountCode, amount }
    return known.source.interestOn({ line: asked, dueOn: dueOf(bill), day, owed, region, rules: known.rules })
  }
}

function paidOf(paid: readonly PaidRow[], position: number, component: PaidRow['component']): Sen {
  return paid
    .filter((row) => row.position === position && row.component === component)
    .reduce((sum, row) => sum + senFromNumeric(row.amount), 0n)
}

/** A later, milder law may ask less than was paid; nobody is owed interest for that here, a refund is decided by people. */
const atLeastNone = (amount: Sen): Sen => (amount > 0n ? amount : 0n)
