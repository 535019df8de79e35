import type { OpenCase } from '../commands/case-row.ts'
import type { Answers } from '../definition/expressions.ts'
import type { FieldKind } from '../definition/schema.ts'

/** Kinds whose answer can be marked as wrong and written anew without changing what else is asked. */
const anew: Partial<Record<FieldKind, string | number>> = {
  'long-text': 'Sudah diperbaiki menurut catatan petugas.',
  phone: '081200000017',
  text: 'Sudah diperbaiki',
  time: '05:17',
  name: 'Nama Sudah Diperbaiki',
}

/** An answer of the application to correct, and what it becomes. */
export function correctable({ definition }: OpenCase, answers: Answers): { field: string; value: string | number } {
  const fields = definition.form.pages.flatMap((page) => page.groups.flatMap((group) => group.fields))
  const kinds = Object.keys(anew) as FieldKind[]
  const given = kinds.flatMap((kind) =>
    fields.filter((field) => field.kind === kind && !field.fixed && field.id in answers),
  )
  // Rather what the applicant wrote himself than what registers knew.
  const found = given.find((field) => !field.prefill) ?? given[0]
  return found
    ? { field: found.id, value: anew[found.kind] ?? '' }
    : { field: Object.keys(answers)[0] ?? '', value: '' }
}
