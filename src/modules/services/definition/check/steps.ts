import type { ServiceDefinition, StateDefinition, TransitionDefinition } from '../schema.ts'
import { type Impersonal, impersonal } from '../schema-flow.ts'

export const stateAt = (state: Pick<StateDefinition, 'id'>) => `states.${state.id}`
export const stepAt = (row: Pick<TransitionDefinition, 'from' | 'verb'>) => `transitions.${row.from}.${row.verb}`

export function isImpersonal(by: string): by is Impersonal {
  return (impersonal as readonly string[]).includes(by)
}

/** Taken by an official, whose right is named. */
export function isOfficial(row: Pick<TransitionDefinition, 'by'>): boolean {
  return row.by !== 'applicant' && !isImpersonal(row.by)
}

/** Steps that change registers or issue a letter: those a signature stands for. */
export function isWeighty(definition: ServiceDefinition, row: TransitionDefinition): boolean {
  return row.effects.length > 0 || definition.documents.some((document) => document.on.includes(row.verb))
}
