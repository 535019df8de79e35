import { z } from 'zod'
import { type Field, type Fields, largestAmount, mostRows } from './fields.ts'

/**
 * The fields of a calculator as a schema, for the description of the API. What is sent is read by `readInput`, which
 * says more kindly what is wrong.
 */
export function inputSchema(fields: Fields): z.ZodType {
  return z.strictObject(
    Object.fromEntries(
      Object.entries(fields).map(([name, field]) => {
        const schema = fieldSchema(field).describe(describing(field))
        return [name, mayBeAbsent(field) ? schema.optional() : schema]
      }),
    ),
  )
}

function fieldSchema(field: Field): z.ZodType {
  switch (field.kind) {
    case 'money':
      return amount(field.min ?? 0, field.max ?? largestAmount)
    case 'decimal':
      return amount(field.min ?? 0, field.max)
    case 'count':
      return z
        .number()
        .int()
        .min(field.min ?? 0)
        .max(field.max)
    case 'choice':
      return z.enum(field.options.map((option) => option.value) as [string, ...string[]])
    case 'yes-no':
      return z.boolean()
    case 'date':
    case 'optional-date':
      return z.iso.date()
    case 'months':
      return z.array(z.union([amount(0, field.max ?? largestAmount), z.null()])).max(12)
    case 'rows':
      return z
        .array(inputSchema(field.fields))
        .min(field.least ?? 1)
        .max(field.most ?? mostRows)
  }
}

/** A number, or its decimal as text where a program must not lose a digit. */
function amount(min: number, max: number): z.ZodType {
  return z.union([z.number().min(min).max(max), z.string().regex(/^-?\d{1,40}(\.\d{1,40})?$/)])
}

function mayBeAbsent(field: Field): boolean {
  if (field.when || field.kind === 'yes-no' || field.kind === 'optional-date') return true
  if (field.kind === 'rows') return field.least === 0
  return ('optional' in field && field.optional === true) || ('initial' in field && field.initial !== undefined)
}

function describing(field: Field): string {
  const when = field.when ? ` Only when ${field.when.field} is ${field.when.is.join(' or ')}.` : ''
  return `${field.label.id} (${field.label.en}).${when}`
}
