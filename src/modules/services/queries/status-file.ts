import type { Actor } from '#kernel/access/access.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { findBillsOf } from '#modules/billing/index.ts'
import { listDocumentsOf } from '#modules/documents/index.ts'
import { listUnits } from '#modules/organization/index.ts'
import { type RuleUse, wholeNumber } from '#modules/rules/index.ts'
import type { OpenCase } from '../commands/case-row.ts'
import { rulesIn } from '../flow/case-rules.ts'
import { findOwnRank } from './allotments.ts'
import { listAppointments } from './appointments.ts'
import { listCaseNotices } from './case-notices.ts'
import { listCaseTasks } from './case-tasks.ts'
import { caseView, countReaders } from './cases.ts'
import { listNotes } from './notes.ts'
import { applicantSteps } from './offered-steps.ts'
import { findPostTitle } from './takers.ts'

interface Asked {
  readonly tenant: Tenant
  readonly db: AnyHandle
  readonly actor: Actor
  readonly now: Temporal.Instant
}

/** Everything the status page says. Who came with number and PIN alone gets no conversation and no steps. */
export async function readStatusFile(asked: Asked, open: OpenCase, isOwner: boolean) {
  const { tenant, db } = asked
  const { row } = open
  const [view, documents, readers, tasks, units, bills] = await Promise.all([
    caseView(tenant, db, open),
    listDocumentsOf(db, 'case', row.id),
    countReaders(db, row.id),
    listCaseTasks(db, open),
    listUnits(db),
    findBillsOf(db, 'case', row.id),
  ])
  const running = tasks.filter((task) => !task.closedAt)
  const held = running.find((task) => task.claimedPositionId)
  return {
    view,
    documents,
    readers,
    bills: bills.filter((bill) => bill.state === 'issued' || bill.state === 'paid'),
    tasks: tasks.map((task) => ({
      branch: task.branch,
      unitName: units.find((unit) => unit.id === task.unitId)?.name ?? '',
      dueAt: task.dueAt,
      isDone: task.closedAt !== undefined,
    })),
    /** The post that has the file in hand; never the person. */
    holderPost: held?.claimedPositionId ? await findPostTitle(db, held.claimedPositionId) : undefined,
    steps: isOwner ? await applicantSteps(asked, open) : [],
    rank: isOwner && open.definition.quota ? await findOwnRank(db, row.id) : undefined,
    said: await listCaseNotices(tenant, db, view, asked.now),
    notes: isOwner ? await listNotes(tenant, db, row.id) : [],
    appointments: isOwner ? await listAppointments(db, row.id) : [],
    validTo: row.valid_to ?? undefined,
    renewFrom: renewFrom(open),
    agency: row.mandate_id === null ? undefined : row.applicant_person_id === asked.actor.personId ? 'by' : 'for',
  } as const
}

/** The day from which a new one may be asked for. */
function renewFrom(open: OpenCase): string | undefined {
  const { validity } = open.definition
  if (!validity || !open.row.valid_to) return undefined
  const length = wholeNumber(rulesIn(open.row.rules as RuleUse[])(validity.renewFrom.rule))
  const per = { 'working-day': 'days', 'calendar-day': 'days', month: 'months', year: 'years' } as const
  return Temporal.PlainDate.from(open.row.valid_to)
    .subtract({ [per[validity.renewFrom.per]]: length })
    .toString()
}
