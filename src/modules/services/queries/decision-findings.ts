import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import type { OpenCase } from '../commands/case-row.ts'
import type { TransitionDefinition } from '../definition/schema.ts'
import { type DecisionFinding, decisionFindings } from '../extensions.ts'
import { factsOf } from '../flow/facts.ts'

/** What registers hold against a case that runs, as they stand now. */
export async function listDecisionFindings(
  tenant: Tenant,
  db: AnyHandle,
  open: OpenCase,
  now: Temporal.Instant,
): Promise<readonly DecisionFinding[]> {
  const find = decisionFindings.find(open.definition.id)
  if (!find || open.row.result) return []
  const { answers } = factsOf(tenant, open, now)
  return find(tenant, db, { answers, applicantPersonId: open.row.applicant_person_id, now })
}

/** A step that finds the application right; to refuse it, or to hand it back, is always possible. */
export function findsRight({ by, needs }: Pick<TransitionDefinition, 'by' | 'needs'>): boolean {
  return (by === 'services.verify' || by === 'services.sign') && needs.includes('no-marks')
}

/** Who examines says why he goes on; who signs reads it. */
export const explainsWarnings = (row: Pick<TransitionDefinition, 'by' | 'needs'>): boolean =>
  findsRight(row) && row.by === 'services.verify'
