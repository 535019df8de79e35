import { sql } from 'kysely'
import { dayOf } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { type BillReference, storedReference } from '../bill-reference.ts'
import type { BillRow } from '../commands/bill-row.ts'
import { type BillSummary, summaryOf } from './bills.ts'
import { type Owed, owedOnBills } from './orders.ts'

/** What anybody may ask by. A NIK is none of them: it says too much about who asks and who is asked about. */
export const checkKinds = ['code', 'nop', 'npwpd', 'plate', 'number'] as const
export type CheckKind = (typeof checkKinds)[number]

export interface CheckedBill extends BillSummary {
  readonly owed: Owed | undefined
}

const most = 20

/** Bills under a number: what is owed, those due first; a code finds its bill in any state. */
export async function checkBills(
  db: AnyHandle,
  tenant: Tenant,
  kind: CheckKind,
  value: string,
  now: Temporal.Instant,
): Promise<CheckedBill[]> {
  const rows =
    kind === 'code' ? await byCode(db, value) : await byReference(db, storedReference(tenant, { kind, value }))
  const open = rows.filter((row) => row.state === 'issued' || row.state === 'partly-paid').map((row) => row.id)
  const owed = await owedOnBills(db, tenant, open, dayOf(now, tenant.profile.zone))
  return rows.map((row) => ({ ...summaryOf(row), owed: owed.get(row.id) }))
}

const byCode = (db: AnyHandle, number: string): Promise<BillRow[]> =>
  db.selectFrom('billing.bill').selectAll().where('number', '=', number).execute()

async function byReference(db: AnyHandle, { kind, value }: BillReference): Promise<BillRow[]> {
  const { rows } = await sql<BillRow>`select b.* from billing.bill_reference r join billing.bill b on b.id = r.bill_id
    where r.kind = ${kind} and r.value = ${value} and b.state in ('issued', 'partly-paid')
    order by b.due_at, b.id limit ${most}`.execute(db)
  return rows
}
