import { AppError } from '../errors.ts'
import type { LocalText } from '../i18n/texts.ts'

/** One row of a transition table. `by` is a permission, or a role such as "applicant". */
export interface Transition {
  readonly from: string
  readonly verb: string
  readonly to: string
  readonly by: string
  readonly label: LocalText
}

/** A transition table from which buttons, checks, the drawn procedure and tests are derived. */
export interface Machine<Row extends Transition = Transition> {
  readonly initial: string
  readonly states: readonly string[]
  readonly final: readonly string[]
  readonly transitions: readonly Row[]
  /** The rows that leave a state. */
  from(state: string): readonly Row[]
  /** @throws wrong-state when the verb does not leave this state */
  step(state: string, verb: string): Row
}

/**
 * Builds a machine and proves it sound: every state is reachable, every path ends, no verb is ambiguous.
 * @throws Error naming the bad element
 */
export function machine<Row extends Transition>(definition: {
  readonly initial: string
  readonly states: readonly string[]
  readonly transitions: readonly Row[]
}): Machine<Row> {
  const { initial, states, transitions } = definition
  const from = (state: string) => transitions.filter((row) => row.from === state)
  const final = states.filter((state) => from(state).length === 0)
  const faults = findFaults(definition, final)
  if (faults.length) throw new Error(`transition table is unsound: ${faults.join('; ')}`)
  return {
    initial,
    states,
    final,
    transitions,
    from,
    step(state, verb) {
      const row = transitions.find((candidate) => candidate.from === state && candidate.verb === verb)
      if (!row) throw new AppError('wrong-state', { params: { state, verb } })
      return row
    },
  }
}

/** What is wrong with a transition table, each fault naming its element; empty when sound. */
export function findFaults(
  definition: {
    readonly initial: string
    readonly states: readonly string[]
    readonly transitions: readonly Transition[]
  },
  final: readonly string[],
): string[] {
  const { initial, states, transitions } = definition
  const faults: string[] = []
  for (const row of transitions) {
    for (const state of [row.from, row.to]) {
      if (!states.includes(state)) faults.push(`transition "${row.verb}" names unknown state "${state}"`)
    }
  }
  const seen = new Set<string>()
  for (const row of transitions) {
    const key = `${row.from}/${row.verb}`
    if (seen.has(key)) faults.push(`"${row.verb}" leaves "${row.from}" twice`)
    seen.add(key)
  }
  const forward = (state: string) => transitions.filter((row) => row.from === state).map((row) => row.to)
  const backward = (state: string) => transitions.filter((row) => row.to === state).map((row) => row.from)
  const reachable = closure([initial], forward)
  const ending = closure(final, backward)
  for (const state of states) {
    if (!reachable.has(state)) faults.push(`state "${state}" cannot be reached`)
    else if (!ending.has(state)) faults.push(`no path from state "${state}" ends`)
  }
  return faults
}

function closure(start: readonly string[], next: (state: string) => readonly string[]): Set<string> {
  const known = new Set<string>(start)
  const open = [...start]
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    for (const other of next(state)) {
      if (!known.has(other)) {
        known.add(other)
        open.push(other)
      }
    }
  }
  return known
}
