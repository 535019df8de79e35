import type {
  CostLine,
  FieldDefinition,
  ServiceDefinition,
  StateDefinition,
  TransitionDefinition,
} from '../../schema.ts'

/** A definition that may be spoilt: the parts of a copy, changed in place. */
export type Draft = { -readonly [Key in keyof ServiceDefinition]: ServiceDefinition[Key] }

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`the fixture has no ${what}`)
  return value
}

export function state(draft: Draft, id: string): StateDefinition {
  return found(
    draft.flow.states.find((one) => one.id === id),
    `state ${id}`,
  )
}

export function step(draft: Draft, from: string, verb: string): TransitionDefinition {
  return found(
    draft.flow.transitions.find((one) => one.from === from && one.verb === verb),
    `step ${from}.${verb}`,
  )
}

export function field(draft: Draft, id: string): FieldDefinition {
  const all = draft.form.pages.flatMap((page) => page.groups.flatMap((group) => group.fields))
  return found(
    all.find((one) => one.id === id),
    `field ${id}`,
  )
}

export function line(draft: Draft, id: string): CostLine {
  return found(
    draft.cost.find((one) => one.id === id),
    `cost line ${id}`,
  )
}

export function branch(draft: Draft, id: string) {
  return found(
    state(draft, 'review').branches?.find((one) => one.id === id),
    `review ${id}`,
  )
}

export function document(draft: Draft) {
  return found(draft.documents[0], 'document')
}

export function removeStep(draft: Draft, from: string, verb: string): void {
  draft.flow.transitions.splice(draft.flow.transitions.indexOf(step(draft, from, verb)), 1)
}

export function addField(draft: Draft, more: Partial<FieldDefinition> & Pick<FieldDefinition, 'id' | 'kind'>): void {
  found(draft.form.pages[0]?.groups[0], 'group').fields.push({
    label: { id: 'Baru', en: 'New' },
    ...more,
  } as FieldDefinition)
}

export const words = (id: string, en: string) => ({ id, en })

/** Spoils one part: `undefined` takes a value away. */
export function change<Part extends object>(
  part: Part,
  by: { readonly [Key in keyof Part]?: Part[Key] | undefined },
): void {
  Object.assign(part, by)
}
