import { AppError } from '../errors.ts'
import type { LocalText } from '../i18n/texts.ts'

/** One row of a transition table. `by` is a permission, or a role such as "applicant". */
export interface Transition<State extends string = string, Verb extends string = string> {
  readonly from: State
  readonly verb: Verb
  readonly to: State
  readonly by: string
  readonly label: LocalText
}

/** A transition table from which buttons, checks, the drawn procedure and tests are derived. */
export interface Machine<State extends string = string, Verb extends string = string> {
  readonly initial: State
  readonly states: readonly State[]
  readonly final: readonly State[]
  readonly transitions: readonly Transition<State, Verb>[]
  /** The rows that leave a state. */
  from(state: State): readonly Transition<State, Verb>[]
  /** @throws wrong-state when the verb does not leave this state */
  step(state: State, verb: Verb): Transition<State, Verb>
}

/**
 * Builds a machine and proves it sound: every state is reachable, every path ends, no verb is ambiguous.
 * @throws Error naming the bad element
 */
export function machine<State extends string, Verb extends string>(definition: {
  initial: State
  states: readonly State[]
  transitions: readonly Transition<State, Verb>[]
}): Machine<State, Verb> {
  const { initial, states, transitions } = definition
  const from = (state: State) => transitions.filter((row) => row.from === state)
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
  definition: { initial: string; states: readonly string[]; transitions: readonly Transition[] },
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
