import type { AnyHandle } from '#kernel/db/database.ts'
import type { Sen } from '#kernel/money/money.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { findBillsOf, owedOnBills } from '#modules/billing/index.ts'
import type { Assessment } from './assessments.ts'

export interface OpenBill {
  readonly billId: string
  /** Billing code. */
  readonly number: string
  readonly dueAt: Temporal.Instant
  readonly interest: Sen
  readonly total: Sen
}

/** What is to be paid today for each of some assessments, by assessment; those without an open bill are left out. */
export async function openBillsOf(
  db: AnyHandle,
  tenant: Tenant,
  assessments: readonly Assessment[],
  today: Temporal.PlainDate,
): Promise<ReadonlyMap<string, readonly OpenBill[]>> {
  const found = new Map<string, readonly OpenBill[]>()
  for (const one of assessments.filter(({ owed }) => owed > 0n)) {
    const bills = (await findBillsOf(db, 'tax-assessment', one.id)).filter(
      (bill) => bill.state === 'issued' || bill.state === 'partly-paid',
    )
    const owed = await owedOnBills(
      db,
      tenant,
      bills.map((bill) => bill.id),
      today,
    )
    found.set(
      one.id,
      bills.map((bill) => ({
        billId: bill.id,
        number: bill.number,
        dueAt: bill.dueAt,
        interest: owed.get(bill.id)?.interest ?? 0n,
        total: owed.get(bill.id)?.total ?? bill.total,
      })),
    )
  }
  return found
}
