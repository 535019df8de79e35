import { instantOf } from '#kernel/clock/clock.ts'
import { extendDeadline, type WorkingCalendar } from '#kernel/clock/working-days.ts'
import type { CaseRow } from '../commands/case-row.ts'
import type { ServiceDefinition, StateDefinition } from '../definition/schema.ts'
import { deadlineOf, type RuleOf } from './deadline.ts'
import { heldSpans } from './timers.ts'

/** Old state to new state; a state that keeps its name need not be listed. */
export type StateMapping = Readonly<Record<string, string>>

/** What moving one running case to another version would do. */
export type PlannedMove =
  | {
      readonly kind: 'moves'
      readonly to: StateDefinition
      readonly promisedAt: Temporal.Instant
      readonly isEarlier: boolean
    }
  | { readonly kind: 'stays'; readonly why: 'no-state' | 'under-review' | 'not-same-holder' }

type Movable = Pick<CaseRow, 'state' | 'promised_at' | 'submitted_at' | 'held_spans' | 'branches'>

/**
 * Plans the move of one case. The promise is counted anew under the new version from the day of application, and the
 * earlier of both is kept: no citizen is ever promised a later date than before.
 */
export function planMove(
  row: Movable,
  from: ServiceDefinition,
  to: ServiceDefinition,
  mapping: StateMapping,
  law: { readonly ruleOf: RuleOf; readonly calendar: WorkingCalendar },
): PlannedMove {
  const old = from.flow.states.find((state) => state.id === row.state)
  const target = to.flow.states.find((state) => state.id === (mapping[row.state] ?? row.state))
  if (!target || target.result) return { kind: 'stays', why: 'no-state' }
  if (old?.branches || target.branches) {
    const same =
      JSON.stringify(old?.branches?.map((each) => each.id)) === JSON.stringify(target.branches?.map((each) => each.id))
    if (!same) return { kind: 'stays', why: 'under-review' }
  }
  if (old?.holder !== target.holder) return { kind: 'stays', why: 'not-same-holder' }
  const promised = instantOf(row.promised_at)
  const begin = deadlineOf(to.clock, instantOf(row.submitted_at), law.ruleOf, law.calendar)
  const anew = heldSpans(row).reduce((at, [held, until]) => extendDeadline(at, held, until, law.calendar), begin)
  const isEarlier = Temporal.Instant.compare(anew, promised) < 0
  return { kind: 'moves', to: target, promisedAt: isEarlier ? anew : promised, isEarlier }
}
