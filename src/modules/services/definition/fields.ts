import type { FieldDefinition, PageDefinition, ServiceDefinition } from './schema.ts'

/** Every field of the form, in the order in which it is asked. */
export function fieldsOf(definition: ServiceDefinition): FieldDefinition[] {
  return definition.form.pages.flatMap((page) => page.groups.flatMap((group) => group.fields))
}

/** A field with everything that has to hold for it to be asked. */
export interface PlacedField {
  readonly field: FieldDefinition
  readonly page: PageDefinition
  readonly conditions: readonly string[]
}

export function placedFields(definition: ServiceDefinition): PlacedField[] {
  return definition.form.pages.flatMap((page) =>
    page.groups.flatMap((group) =>
      group.fields.map((field) => ({
        field,
        page,
        conditions: [page.when, group.when, field.when].filter((when) => when !== undefined),
      })),
    ),
  )
}

/** What officials fill in at steps and in parallel reviews; kept as `findings`. */
export function findingFields(definition: ServiceDefinition): FieldDefinition[] {
  const { states, transitions } = definition.flow
  return [
    ...transitions.flatMap((row) => row.form),
    ...states.flatMap((state) => (state.branches ?? []).flatMap((branch) => branch.form)),
  ]
}
