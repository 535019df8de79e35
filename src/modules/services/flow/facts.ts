import { dayOf } from '#kernel/clock/clock.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import type { OpenCase } from '../commands/case-row.ts'
import type { Answers, Known, Surroundings } from '../definition/expressions.ts'

export const caseAnswersContext = 'services.case.answers'
export const caseReadableContext = 'services.case.readable'
export const caseKnownContext = 'services.case.known'
export const caseFindingsContext = 'services.case.findings'

export type Facts = Surroundings & { readonly findings: Answers }

/** Everything the expressions of a definition may ask about a submitted case. */
export function factsOf(tenant: Tenant, open: OpenCase, now: Temporal.Instant): Facts {
  const { row } = open
  const { cipher } = tenant
  return {
    answers: cipher.openJson<Answers>(row.answers, caseAnswersContext),
    known: row.known ? cipher.openJson<Known>(row.known, caseKnownContext) : {},
    findings: findingsOf(tenant, open),
    branches: row.branches as Readonly<Record<string, string>>,
    fee: Number(row.fee_amount),
    today: dayOf(now, tenant.profile.zone).toString(),
  }
}

/** What officials wrote down at the steps so far. */
export function findingsOf(tenant: Tenant, open: OpenCase): Answers {
  return open.row.findings ? tenant.cipher.openJson<Answers>(open.row.findings, caseFindingsContext) : {}
}
