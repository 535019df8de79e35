import { instantOf } from '#kernel/clock/clock.ts'
import type { WorkingCalendar } from '#kernel/clock/working-days.ts'
import type { CommandContext } from '#kernel/command/command.ts'
import type { AnyHandle, WriteHandle } from '#kernel/db/database.ts'
import { newId } from '#kernel/ids.ts'
import type { CaseRow } from '../commands/case-row.ts'
import type { StateDefinition } from '../definition/schema.ts'
import type { Span } from '../definition/schema-parts.ts'
import { deadlineOf, placeInQueue, type RuleOf, warningBefore } from './deadline.ts'
import type { TimedTask } from './timers.ts'

export interface Place {
  readonly unitId: string
  readonly unitPath: string
}

export interface NewTask extends TimedTask {
  readonly branch: string | undefined
  readonly desk: string
  readonly place: Place
}

interface Work {
  readonly desk: string
  readonly deadline: Span | undefined
  readonly branch?: string | undefined
  readonly place: Place
}

/** The pieces of work that a state gives to desks: one, or one for each parallel review that applies. */
export function planTasks(
  state: StateDefinition,
  placeOf: (unit: string | undefined) => Place,
  applies: (when: string | undefined) => boolean,
  clock: { now: Temporal.Instant; promisedAt: Temporal.Instant; ruleOf: RuleOf; calendar: WorkingCalendar },
): NewTask[] {
  const plan = ({ desk, deadline, branch, place }: Work): NewTask => {
    const dueAt = deadline ? deadlineOf(deadline, clock.now, clock.ruleOf, clock.calendar) : clock.promisedAt
    return {
      id: newId(clock.now.epochMilliseconds),
      desk,
      branch,
      place,
      dueAt,
      warnAt: deadline && warningBefore(dueAt, clock.now),
      isWarned: false,
      isEscalated: false,
    }
  }
  if (state.branches) {
    return state.branches
      .filter((branch) => applies(branch.when))
      .map((branch) =>
        plan({
          desk: branch.desk,
          deadline: branch.deadline ?? state.deadline,
          branch: branch.id,
          place: placeOf(branch.unit ?? state.unit),
        }),
      )
  }
  if (!state.desk) return []
  return [plan({ desk: state.desk, deadline: state.deadline, place: placeOf(state.unit) })]
}

export async function insertTasks(
  tx: WriteHandle,
  context: CommandContext,
  row: Pick<CaseRow, 'id' | 'territory_code' | 'service_id' | 'risk'>,
  state: string,
  tasks: readonly NewTask[],
): Promise<void> {
  if (tasks.length === 0) return
  await tx
    .insertInto('services.task')
    .values(
      tasks.map((task) => ({
        id: task.id,
        case_id: row.id,
        state,
        branch: task.branch ?? null,
        desk: task.desk,
        unit_id: task.place.unitId,
        unit_path: task.place.unitPath,
        territory_code: row.territory_code,
        service_id: row.service_id,
        opened_at: context.now.toString(),
        due_at: task.dueAt.toString(),
        order_at: placeInQueue(task.dueAt, row.risk).toString(),
        warn_at: task.warnAt?.toString() ?? null,
      })),
    )
    .execute()
}

/** Ends the open work of a case: what one officer decided ends the others' part too. */
export async function closeTasks(
  tx: WriteHandle,
  context: CommandContext,
  caseId: string,
  outcome: string,
  actorLabel: string,
): Promise<void> {
  await tx
    .updateTable('services.task')
    .set({ closed_at: context.now.toString(), outcome, actor_label: actorLabel })
    .where('case_id', '=', caseId)
    .where('closed_at', 'is', null)
    .execute()
}

export interface OpenTask extends TimedTask {
  readonly branch: string | undefined
  readonly desk: string
  readonly unitId: string
  readonly unitPath: string
  readonly claimedPersonId: string | undefined
  readonly claimedName: string | undefined
}

export async function listOpenTasks(db: AnyHandle, caseId: string): Promise<OpenTask[]> {
  const rows = await db
    .selectFrom('services.task')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('closed_at', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    branch: row.branch ?? undefined,
    desk: row.desk,
    unitId: row.unit_id,
    unitPath: row.unit_path,
    dueAt: instantOf(row.due_at),
    warnAt: row.warn_at ? instantOf(row.warn_at) : undefined,
    isWarned: row.warned_at !== null,
    isEscalated: row.escalated_at !== null,
    claimedPersonId: row.claimed_person_id ?? undefined,
    claimedName: row.claimed_name ?? undefined,
  }))
}
