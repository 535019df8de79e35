import { dayOf } from '#kernel/clock/clock.ts'
import type { WorkingCalendar } from '#kernel/clock/working-days.ts'
import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { findUnit, unitServing } from '#modules/organization/index.ts'
import type { RuleUse } from '#modules/rules/index.ts'
import type { OpenCase } from '../commands/case-row.ts'
import { expressionsOf } from '../definition/expressions.ts'
import type { StateDefinition, TransitionDefinition } from '../definition/schema.ts'
import { rulesIn } from './case-rules.ts'
import { deadlineOf } from './deadline.ts'
import { factsOf } from './facts.ts'
import { issueCaseBill } from './payment.ts'
import { openSubCase } from './sub-case.ts'
import { type NewTask, type Place, planTasks } from './tasks.ts'

/** What entering a state brings with it. */
export interface Entry {
  readonly place: Place
  readonly tasks: readonly NewTask[]
  readonly branches: Readonly<Record<string, string>>
  readonly promisedAt: Temporal.Instant
  readonly facts: Readonly<Record<string, unknown>>
  /** A step that follows at once, because nobody has to decide it. */
  readonly follow: TransitionDefinition | undefined
}

interface Clock {
  readonly promisedAt: Temporal.Instant
  readonly calendar: WorkingCalendar
}

/** Gives the case to whoever has to act next: desks, another service, the cashier, or the next state at once. */
export async function enterState(
  tx: WriteHandle,
  context: CommandContext,
  open: OpenCase,
  state: StateDefinition,
  clock: Clock,
): Promise<Entry> {
  const { definition, row } = open
  const language = expressionsOf(definition)
  const facts = factsOf(context.tenant, open, context.now)
  const ruleOf = rulesIn(row.rules as RuleUse[])
  // A case that was closed runs again under the deadline of the state it comes to: an objection.
  const promisedAt =
    row.closed_at && !state.result && state.deadline
      ? deadlineOf(state.deadline, context.now, ruleOf, clock.calendar)
      : clock.promisedAt
  const places = await placesOf(tx, context, open, state)
  const tasks =
    state.holder === 'office'
      ? planTasks(
          state,
          (unit) => places.get(unit ?? '') as Place,
          (when) => language.isTrue(when, facts),
          {
            now: context.now,
            promisedAt,
            ruleOf,
            calendar: clock.calendar,
          },
        )
      : []
  const branches = branchesOf(state, tasks)
  const entry = { place: tasks[0]?.place ?? hereOf(open), tasks, branches, promisedAt, facts: {} }
  if (state.subService) {
    const child = await openSubCase(tx, context, open, state.subService, facts)
    return { ...entry, facts: { [`subCase:${state.id}`]: child }, follow: undefined }
  }
  if (state.holder === 'payment') {
    const bill = await issueCaseBill(tx, context, open, payBy(open, state, clock, context.now))
    if (bill) return { ...entry, facts: { [`bill:${state.id}`]: bill }, follow: undefined }
    return { ...entry, follow: rowsBy(open, state.id, 'payment')[0] }
  }
  if (hasOpenReview(branches)) return { ...entry, follow: undefined }
  const arrived = { ...facts, branches }
  return { ...entry, follow: rowsBy(open, state.id, 'engine').find((each) => language.isTrue(each.when, arrived)) }
}

/** While one review is not in, no step follows by itself. */
export function hasOpenReview(branches: Readonly<Record<string, string>>): boolean {
  return Object.values(branches).includes('')
}

/** Until when a bill can be paid: the clock's own step out of the state, else as long as the service takes. */
function payBy(open: OpenCase, state: StateDefinition, clock: Clock, now: Temporal.Instant): Temporal.Instant {
  const lapse = rowsBy(open, state.id, 'clock').find((row) => typeof row.after === 'object')
  const span = typeof lapse?.after === 'object' ? lapse.after : open.definition.clock
  return deadlineOf(span, now, rulesIn(open.row.rules as RuleUse[]), clock.calendar)
}

/** The rows that leave a state by themselves. */
export function rowsBy(open: OpenCase, state: string, by: TransitionDefinition['by']): TransitionDefinition[] {
  return open.definition.flow.transitions.filter((row) => row.from === state && row.by === by)
}

/** Parallel reviews that do not apply count as skipped; the others have no outcome yet. */
function branchesOf(state: StateDefinition, tasks: readonly NewTask[]): Record<string, string> {
  return Object.fromEntries(
    (state.branches ?? []).map((branch) => [
      branch.id,
      tasks.some((task) => task.branch === branch.id) ? '' : 'skipped',
    ]),
  )
}

/** The unit of each desk of a state; a file that no office holds stays where it was. */
async function placesOf(
  tx: WriteHandle,
  context: CommandContext,
  open: OpenCase,
  state: StateDefinition,
): Promise<Map<string, Place>> {
  const places = new Map<string, Place>()
  if (state.holder !== 'office') return places
  const wanted = new Set([state.unit ?? '', ...(state.branches ?? []).map((branch) => branch.unit ?? state.unit ?? '')])
  const on = dayOf(context.now, context.tenant.profile.zone).toString()
  for (const path of wanted) {
    const unit = path
      ? await findUnit(tx, path)
      : await unitServing(tx, { unitCode: open.definition.unit, territory: open.row.territory_code, on })
    places.set(path, unit ? { unitId: unit.id, unitPath: unit.path } : hereOf(open))
  }
  return places
}

function hereOf(open: OpenCase): Place {
  return { unitId: open.row.unit_id, unitPath: open.row.unit_path }
}
