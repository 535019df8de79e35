import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { type CaseNotice, caseNotices } from '../extensions.ts'
import type { CaseView } from './cases.ts'

/** What other modules say of a case while it runs. */
export async function listCaseNotices(
  tenant: Tenant,
  db: AnyHandle,
  view: Pick<CaseView, 'id' | 'definition' | 'result'>,
  now: Temporal.Instant,
): Promise<readonly CaseNotice[]> {
  if (view.result) return []
  const of = { caseId: view.id, unit: view.definition.unit, now }
  const said = await Promise.all(caseNotices.keys().map((key) => caseNotices.get(key)(tenant, db, of)))
  return said.flat()
}
