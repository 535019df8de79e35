import { dayOf, instantOf } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { wholeNumber } from '#modules/rules/index.ts'
import { listApplicants } from '../commands/allot-places.ts'
import type { ServiceDefinition } from '../definition/schema.ts'
import { type Ranked, rankApplicants } from '../flow/allotment.ts'
import { readCaseRules, rulesIn } from '../flow/case-rules.ts'

/** Every row of the last list of a service, exactly as it was fixed. */
export async function readRanking(
  db: AnyHandle,
  serviceId: string,
): Promise<{ period: string; rows: Ranked[] } | undefined> {
  const list = await db
    .selectFrom('services.allotment')
    .select(['id', 'period'])
    .where('service_id', '=', serviceId)
    .orderBy('allotted_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!list) return undefined
  const rows = await db
    .selectFrom('services.allotment_row')
    .selectAll()
    .where('allotment_id', '=', list.id)
    .orderBy('rank')
    .execute()
  return {
    period: list.period,
    rows: rows.map((row) => ({
      rank: row.rank,
      caseId: row.case_id,
      score: Number(row.score),
      tieBreak: Number(row.tie_break),
      submittedAt: instantOf(row.submitted_at).toString(),
      isGranted: row.is_granted,
    })),
  }
}

/** What a list made now would look like. */
export interface AllotmentPreview {
  readonly places: number
  /** Last day of applications. */
  readonly closes: string
  readonly isOver: boolean
  /** The list of this period has been made already. */
  readonly isDone: boolean
  readonly ranked: readonly Ranked[]
}

export async function previewAllotment(
  tenant: Tenant,
  db: AnyHandle,
  definition: ServiceDefinition,
  now: Temporal.Instant,
): Promise<AllotmentPreview | undefined> {
  const { quota } = definition
  if (!quota) return undefined
  const today = dayOf(now, tenant.profile.zone)
  const ruleOf = rulesIn(await readCaseRules(db, definition, '', today))
  const places = wholeNumber(ruleOf(quota.places))
  const closes = String(ruleOf(quota.closes).value)
  const done = await db
    .selectFrom('services.allotment')
    .select('id')
    .where('service_id', '=', definition.id)
    .where('period', '=', closes)
    .executeTakeFirst()
  return {
    places,
    closes,
    isOver: today.toString() > closes,
    isDone: done !== undefined,
    ranked: rankApplicants(await listApplicants(db, { tenant, now }, definition), places),
  }
}
