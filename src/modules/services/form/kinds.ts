import type { ColumnDefinition, FieldDefinition, FieldKind, PageDefinition } from '../definition/schema-form.ts'

/** A field, or a column of a row: everything that one value is asked by. */
export type Question = FieldDefinition | ColumnDefinition

/** Rows that one group or table may hold when its definition says nothing, and ever. */
export const mostRows = 200
export const longestText = 4000

const fileKinds: ReadonlySet<FieldKind> = new Set(['file', 'photo', 'signature'])
const rowKinds: ReadonlySet<FieldKind> = new Set(['repeat', 'table'])

/** Chosen among the rows of a register instead of options that the definition holds. */
export function isRegisterChoice(field: Question): boolean {
  return 'optionsFrom' in field && field.optionsFrom !== undefined
}

export function isFileKind(kind: FieldKind): boolean {
  return fileKinds.has(kind)
}

export function isRowKind(kind: FieldKind): boolean {
  return rowKinds.has(kind)
}

/**
 * Fields whose value is typed. A fixed one too: what the registers know goes before it, and where they know nothing
 * the person has to say it.
 */
export function isTyped(field: FieldDefinition): boolean {
  return !isFileKind(field.kind) && field.kind !== 'computed'
}

export function columnsOf(field: FieldDefinition): readonly ColumnDefinition[] {
  return field.fields ?? []
}

export function mostRowsOf(field: FieldDefinition): number {
  return field.maxItems ?? mostRows
}

/** Rows that must be there: a group that has to be answered has at least one. */
export function fewestRowsOf(field: FieldDefinition): number {
  return field.minItems ?? 0
}

/** Digits after the comma. Bounds with a fraction ("at least 0.3 kg") allow two when nothing else is said. */
export function decimalsOf(field: Question | FieldDefinition): number {
  if (field.decimals !== undefined) return field.decimals
  return [field.min, field.max].every((bound) => bound === undefined || Number.isInteger(bound)) ? 0 : 2
}

/** What a computed field counts as; any other field is itself. */
export function kindOf(field: Question | FieldDefinition): FieldKind {
  if (field.kind !== 'computed') return field.kind
  return 'gives' in field && field.gives ? field.gives : 'text'
}

/** All fields of a form in the order in which they are asked. */
export function fieldsOfPages(pages: readonly PageDefinition[]): FieldDefinition[] {
  return pages.flatMap((page) => page.groups.flatMap((group) => group.fields))
}
