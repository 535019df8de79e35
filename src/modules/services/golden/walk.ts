import { expressionsOf, type Surroundings } from '../definition/expressions.ts'
import type { ServiceDefinition, StateDefinition, TransitionDefinition } from '../definition/schema.ts'

/** Where a file stands on a walk without a database, a clock or officials. */
export interface Position {
  readonly state: string
  /** Outcomes of the reviews of this state; "" while one is not in. */
  readonly branches: Readonly<Record<string, string>>
  readonly findings: Readonly<Record<string, unknown>>
  /** Every state passed, the present one last. */
  readonly passed: readonly string[]
  readonly documents: readonly string[]
  /** States entered since somebody last made a move. */
  readonly entered: number
}

/** One move: a step by its verb, or the outcome of one review. */
export interface Move {
  readonly verb?: string | undefined
  readonly branch?: string | undefined
  readonly outcome?: string | undefined
  readonly findings?: Readonly<Record<string, unknown>> | undefined
}

export type Facts = Pick<Surroundings, 'answers' | 'known' | 'today'>

/** Whole rupiah due with what has been found so far. */
export type FeeOf = (position: Position) => number

/** No sound flow takes so many automatic steps in a row. */
const mostInARow = 100

/** A walk that cannot go on. */
export class Stuck extends Error {}

/** "survey:fit" is the outcome of a review, anything else a verb. */
export function readMove(
  step: string | { readonly verb: string; readonly findings: Readonly<Record<string, unknown>> },
): Move {
  const text = typeof step === 'string' ? step : step.verb
  const findings = typeof step === 'string' ? undefined : step.findings
  const [branch, outcome] = text.split(':')
  return outcome === undefined ? { verb: text, findings } : { branch, outcome, findings }
}

/** Walks a definition as the engine does: automatic steps follow by themselves. */
export class Walk {
  constructor(
    private readonly definition: ServiceDefinition,
    private readonly facts: Facts,
    private readonly feeOf: FeeOf,
  ) {}

  begin(): Position {
    const start = { state: '', branches: {}, findings: {}, passed: [], documents: [], entered: 0 }
    return this.enter(start, this.definition.flow.initial)
  }

  /** @throws Stuck saying why the move is not possible here */
  take(position: Position, move: Move): Position {
    const found = { ...position, findings: { ...position.findings, ...move.findings }, entered: 0 }
    if (move.branch !== undefined) return this.decide(found, move.branch, move.outcome ?? '')
    const row = this.rows(position.state).find((candidate) => candidate.verb === move.verb)
    if (!row) throw new Stuck(`"${move.verb}" does not leave "${position.state}"`)
    if (!this.holds(row, found)) throw new Stuck(`the condition of "${row.verb}" does not hold in "${position.state}"`)
    return this.follow(found, row)
  }

  /** Moves that somebody or something can make now. */
  moves(position: Position): Move[] {
    const reviews = (this.stateOf(position.state).branches ?? [])
      .filter((branch) => position.branches[branch.id] === '')
      .flatMap((branch) => branch.outcomes.map((outcome) => ({ branch: branch.id, outcome: outcome.id })))
    const steps = this.rows(position.state)
      .filter((row) => row.by !== 'engine' && this.holds(row, position))
      .map((row) => ({ verb: row.verb }))
    return [...reviews, ...steps]
  }

  stateOf(id: string): StateDefinition {
    const state = this.definition.flow.states.find((candidate) => candidate.id === id)
    if (!state) throw new Stuck(`there is no state "${id}"`)
    return state
  }

  private rows(state: string): TransitionDefinition[] {
    return this.definition.flow.transitions.filter((row) => row.from === state)
  }

  private decide(position: Position, branch: string, outcome: string): Position {
    const review = this.stateOf(position.state).branches?.find((candidate) => candidate.id === branch)
    if (!review?.outcomes.some((candidate) => candidate.id === outcome)) {
      throw new Stuck(`"${branch}:${outcome}" is no review of "${position.state}"`)
    }
    if (position.branches[branch] !== '') throw new Stuck(`review "${branch}" is in already`)
    return this.settle({ ...position, branches: { ...position.branches, [branch]: outcome } })
  }

  private follow(position: Position, row: TransitionDefinition): Position {
    const issued = this.definition.documents.filter(
      (document) => document.on.includes(row.verb) && this.isTrue(document.when, position),
    )
    const documents = [...position.documents, ...issued.map((document) => document.id)]
    return this.enter({ ...position, documents }, row.to)
  }

  private enter(position: Position, id: string): Position {
    if (position.entered > mostInARow) throw new Stuck(`automatic steps go round at "${id}"`)
    const state = this.stateOf(id)
    const arrived = {
      ...position,
      state: id,
      passed: [...position.passed, id],
      entered: position.entered + 1,
      branches: {},
    }
    const branches = Object.fromEntries(
      (state.branches ?? []).map((branch) => [branch.id, this.isTrue(branch.when, arrived) ? '' : 'skipped']),
    )
    return this.settle({ ...arrived, branches: state.branches ? branches : position.branches })
  }

  /** Takes the step that follows by itself, if any does. */
  private settle(position: Position): Position {
    const state = this.stateOf(position.state)
    const isOpen = state.branches?.some((branch) => position.branches[branch.id] === '')
    if (isOpen) return position
    const row = this.rows(position.state).find(
      (candidate) => candidate.by === 'engine' && this.holds(candidate, position),
    )
    if (row) return this.follow(position, row)
    if (state.branches || state.holder === 'engine') throw new Stuck(`no automatic step leaves "${state.id}"`)
    const free = state.holder === 'payment' && this.feeOf(position) === 0
    const paid = free ? this.rows(position.state).find((candidate) => candidate.by === 'payment') : undefined
    return paid ? this.follow(position, paid) : position
  }

  private holds(row: TransitionDefinition, position: Position): boolean {
    return this.isTrue(row.when, position)
  }

  private isTrue(expression: string | undefined, position: Position): boolean {
    if (expression === undefined) return true
    const { findings, branches } = position
    const fee = /\bfee\b/.test(expression) ? this.feeOf(position) : 0
    return expressionsOf(this.definition).isTrue(expression, { ...this.facts, findings, branches, fee })
  }
}
