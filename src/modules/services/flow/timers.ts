import { instantOf } from '#kernel/clock/clock.ts'
import { extendDeadline as extend, type WorkingCalendar } from '#kernel/clock/working-days.ts'
import type { RuleUse } from '#modules/rules/index.ts'
import type { CaseRow } from '../commands/case-row.ts'
import type { ServiceDefinition, TransitionDefinition } from '../definition/schema.ts'
import { rulesIn } from './case-rules.ts'
import { deadlineOf, type RuleOf } from './deadline.ts'

/** An open piece of work, as the clock sees it. */
export interface TimedTask {
  readonly id: string
  readonly dueAt: Temporal.Instant
  readonly warnAt: Temporal.Instant | undefined
  readonly isWarned: boolean
  readonly isEscalated: boolean
}

export type Timer =
  | { readonly kind: 'warn' | 'escalate'; readonly at: Temporal.Instant; readonly taskId: string }
  | { readonly kind: 'step'; readonly at: Temporal.Instant; readonly row: TransitionDefinition }

type Timed = Pick<CaseRow, 'state' | 'entered_at' | 'promised_at' | 'rules' | 'submitted_at' | 'held_spans'>

/**
 * Everything that will happen to a case by the passing of time, soonest first.
 * A step of tacit consent is timed by the law's own deadline, counted with every holiday that is known now:
 * a holiday decreed after the promise was given moves consent later, never the promise.
 */
export function timersOf(
  definition: ServiceDefinition,
  row: Timed,
  tasks: readonly TimedTask[],
  calendar: WorkingCalendar,
): Timer[] {
  const ruleOf = rulesIn(row.rules as readonly RuleUse[])
  const timers: Timer[] = []
  for (const task of tasks) {
    if (task.warnAt && !task.isWarned && !task.isEscalated)
      timers.push({ kind: 'warn', at: task.warnAt, taskId: task.id })
    if (!task.isEscalated) timers.push({ kind: 'escalate', at: task.dueAt, taskId: task.id })
  }
  for (const step of definition.flow.transitions) {
    if (step.from !== row.state || step.by !== 'clock' || !step.after) continue
    const at = stepTime(definition, row, step, tasks, ruleOf, calendar)
    if (at) timers.push({ kind: 'step', at, row: step })
  }
  return timers.sort((a, b) => Temporal.Instant.compare(a.at, b.at))
}

function stepTime(
  definition: ServiceDefinition,
  row: Timed,
  step: TransitionDefinition,
  tasks: readonly TimedTask[],
  ruleOf: RuleOf,
  calendar: WorkingCalendar,
): Temporal.Instant | undefined {
  const { after } = step
  if (typeof after === 'object') return deadlineOf(after, instantOf(row.entered_at), ruleOf, calendar)
  if (after === 'promise') return latest(instantOf(row.promised_at), lawfulDeadline(definition, row, ruleOf, calendar))
  const due = tasks.map((task) => task.dueAt).sort(Temporal.Instant.compare)[0]
  const span = definition.flow.states.find((state) => state.id === row.state)?.deadline
  if (!due || !step.tacit || !span) return due
  return latest(due, deadlineOf(span, instantOf(row.entered_at), ruleOf, calendar))
}

function latest(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) > 0 ? a : b
}

/** The end of the promised time as the law counts it today: spans with the applicant do not count. */
export function lawfulDeadline(
  definition: ServiceDefinition,
  row: Pick<Timed, 'submitted_at' | 'held_spans'>,
  ruleOf: RuleOf,
  calendar: WorkingCalendar,
): Temporal.Instant {
  const begin = deadlineOf(definition.clock, instantOf(row.submitted_at), ruleOf, calendar)
  return heldSpans(row).reduce((deadline, [from, to]) => extend(deadline, from, to, calendar), begin)
}

export function heldSpans(row: Pick<Timed, 'held_spans'>): [Temporal.Instant, Temporal.Instant][] {
  return (row.held_spans as [string, string][]).map(([from, to]) => [
    Temporal.Instant.from(from),
    Temporal.Instant.from(to),
  ])
}
