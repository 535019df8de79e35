import type { FormValues } from '#kernel/http/form-values.ts'
import { type DateParts, parseDateParts } from '#ui/components/date-field.tsx'
import { parseTime } from '#ui/components/number-fields.tsx'
import type { Answer } from '../definition/expressions.ts'
import type { FieldDefinition } from '../definition/schema.ts'

/** What was typed, field by field: an answer, or date parts that make no date yet. */
export type Typed = Readonly<Record<string, Answer | DateParts>>

/** Reads the posted values of the given fields. Files travel on their own and are not read here. */
export function readAnswers(form: FormValues, fields: readonly FieldDefinition[]): Typed {
  const plain = Object.fromEntries(form.names().map((name) => [name, form.get(name)]))
  const entries = fields
    .filter((field) => field.kind !== 'file' && !field.fixed)
    .map((field): [string, Answer | DateParts | undefined] => [field.id, readOne(field, form, plain)])
  return Object.fromEntries(entries.filter((entry): entry is [string, Answer | DateParts] => entry[1] !== undefined))
}

function readOne(
  field: FieldDefinition,
  form: FormValues,
  plain: Record<string, string>,
): Answer | DateParts | undefined {
  switch (field.kind) {
    case 'date':
      return parseDateParts(plain, field.id) ?? ''
    case 'statement':
      return form.get(field.id) !== ''
    case 'number':
      return readNumber(form.get(field.id))
    case 'time':
      return parseTime(form.get(field.id)) ?? form.get(field.id)
    case 'nik':
    case 'phone':
      return form.get(field.id).replace(/[\s.-]/g, '')
    case 'long-text':
      return form.get(field.id)
    default:
      return form.get(field.id).replace(/\s+/g, ' ')
  }
}

/** "3,2" and "3.2" are the same weight; anything else stays as typed, to be refused with its text kept. */
function readNumber(text: string): Answer {
  const plain = text.replace(',', '.')
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : text
}
