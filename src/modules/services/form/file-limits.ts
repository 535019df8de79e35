import type { FieldDefinition } from '../definition/schema-form.ts'

export const mostFilesPerField = 5
export const largestFileBytes = 10 * 1024 * 1024

/** One signature; of everything else several. */
export function mostFilesOf(field: Pick<FieldDefinition, 'kind'>): number {
  return field.kind === 'signature' ? 1 : mostFilesPerField
}
