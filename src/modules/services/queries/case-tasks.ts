import { instantOf } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { OpenCase } from '../commands/case-row.ts'

/** A piece of work of the present state, done or not. */
export interface CaseTask {
  readonly id: string
  readonly branch: string | undefined
  readonly desk: string
  readonly unitId: string
  readonly unitPath: string
  readonly openedAt: Temporal.Instant
  readonly dueAt: Temporal.Instant
  readonly claimedPersonId: string | undefined
  readonly claimedPositionId: string | undefined
  readonly claimedName: string | undefined
  readonly claimedAt: Temporal.Instant | undefined
  readonly isEscalated: boolean
  readonly closedAt: Temporal.Instant | undefined
  readonly outcome: string | undefined
}

/** The work that the present state of a case gave to desks, in the order of its definition. */
export async function listCaseTasks(db: AnyHandle, open: OpenCase): Promise<CaseTask[]> {
  const { row } = open
  const rows = await db
    .selectFrom('services.task')
    .selectAll()
    .where('case_id', '=', row.id)
    .where('state', '=', row.state)
    .where('opened_at', '>=', row.entered_at)
    .orderBy('id')
    .execute()
  return rows.map((task) => ({
    id: task.id,
    branch: task.branch ?? undefined,
    desk: task.desk,
    unitId: task.unit_id,
    unitPath: task.unit_path,
    openedAt: instantOf(task.opened_at),
    dueAt: instantOf(task.due_at),
    claimedPersonId: task.claimed_person_id ?? undefined,
    claimedPositionId: task.claimed_position_id ?? undefined,
    claimedName: task.claimed_name ?? undefined,
    claimedAt: task.claimed_at ? instantOf(task.claimed_at) : undefined,
    isEscalated: task.escalated_at !== null,
    closedAt: task.closed_at ? instantOf(task.closed_at) : undefined,
    outcome: task.outcome ?? undefined,
  }))
}

export interface SubCase {
  readonly id: string
  readonly number: string
  readonly serviceId: string
  readonly version: number
  readonly state: string
  readonly result: string | undefined
}

/** Cases of other services that this one started, and the one that started it. */
export async function listRelatedCases(
  db: AnyHandle,
  open: OpenCase,
): Promise<{ readonly children: readonly SubCase[]; readonly parent: SubCase | undefined }> {
  const columns = ['id', 'number', 'service_id', 'version', 'state', 'result'] as const
  const of = (row: {
    id: string
    number: string
    service_id: string
    version: number
    state: string
    result: string | null
  }) => ({
    id: row.id,
    number: row.number,
    serviceId: row.service_id,
    version: row.version,
    state: row.state,
    result: row.result ?? undefined,
  })
  const children = await db
    .selectFrom('services.case')
    .select(columns)
    .where('parent_case_id', '=', open.row.id)
    .orderBy('id')
    .execute()
  const parentId = open.row.parent_case_id
  const parent = parentId
    ? await db.selectFrom('services.case').select(columns).where('id', '=', parentId).executeTakeFirst()
    : undefined
  return { children: children.map(of), parent: parent && of(parent) }
}
