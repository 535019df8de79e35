import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { loadDemoBooks } from '#modules/billing/demo/load-books.ts'
import { findSigner } from '#modules/organization/index.ts'

/** The treasurer brings in files of the bank, compares them with the books, and a second officer closes the days. @returns rows */
export async function fillBooks(on: {
  readonly tenant: Tenant
  readonly now: Temporal.Instant
  readonly today: Temporal.PlainDate
}): Promise<number> {
  const { tenant, now, today } = on
  const day = today.toString()
  const treasurer = await findSigner(tenant.pools.read, 'pemerintah', 'billing.reconcile', day)
  if (!treasurer) return 0
  const second = await findSigner(tenant.pools.read, 'pemerintah', 'billing.approve-refund', day, [treasurer.personId])
  if (!second) return 0
  return loadDemoBooks({ tenant, now, treasurer, second })
}
