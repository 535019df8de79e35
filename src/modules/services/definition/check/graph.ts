import type { FlowDefinition, TransitionDefinition } from '../schema-flow.ts'

/** Where one step leads, and from where: the bare shape of a flow. */
export interface Edge {
  readonly from: string
  readonly to: string
}

export function reachable(start: readonly string[], edges: readonly Edge[]): Set<string> {
  const after = new Map<string, string[]>()
  for (const { from, to } of edges) after.set(from, [...(after.get(from) ?? []), to])
  const known = new Set(start)
  const open = [...start]
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    for (const next of after.get(state) ?? []) {
      if (known.has(next)) continue
      known.add(next)
      open.push(next)
    }
  }
  return known
}

export function turned(edges: readonly Edge[]): Edge[] {
  return edges.map(({ from, to }) => ({ from: to, to: from }))
}

/** States that are in one circle with each other, each group once, in an order in which steps only lead forward. */
export function circles(states: readonly string[], edges: readonly Edge[]): string[][] {
  const after = new Map<string, string[]>()
  for (const { from, to } of edges) after.set(from, [...(after.get(from) ?? []), to])
  const number = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const groups: string[][] = []
  const visit = (state: string): void => {
    number.set(state, number.size)
    low.set(state, number.get(state) as number)
    stack.push(state)
    for (const next of after.get(state) ?? []) {
      if (!number.has(next)) {
        visit(next)
        low.set(state, Math.min(low.get(state) as number, low.get(next) as number))
      } else if (stack.includes(next)) {
        low.set(state, Math.min(low.get(state) as number, number.get(next) as number))
      }
    }
    if (low.get(state) !== number.get(state)) return
    const group: string[] = []
    for (let member = stack.pop(); member !== undefined; member = stack.pop()) {
      group.push(member)
      if (member === state) break
    }
    groups.push(group)
  }
  for (const state of states) if (!number.has(state)) visit(state)
  return groups.reverse()
}

/** States from which a step leads back to themselves without passing anything outside these edges. */
export function looping(states: readonly string[], edges: readonly Edge[]): string[][] {
  return circles(states, edges).filter(
    (group) => group.length > 1 || edges.some(({ from, to }) => from === group[0] && to === group[0]),
  )
}

export function rowsFrom(flow: FlowDefinition, state: string): TransitionDefinition[] {
  return flow.transitions.filter((row) => row.from === state)
}
