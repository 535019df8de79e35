import type { FormValues } from '#kernel/http/form-values.ts'
import type { LetterColumnType, LetterOfficial, LetterValue, LetterValues } from '#modules/documents/index.ts'
import { parseDateParts } from '#ui/index.ts'
import type { TemplateContent, TemplateField } from '../template.ts'

/** Name of a field's input; of a cell: `isian.rincian[2].jumlah`. */
export const inputName = (key: string) => `isian.${key}`
export const cellName = (key: string, row: string, column: string) => `${inputName(key)}[${row}].${column}`

/** Parts of an official in the order in which they are asked for. */
export const officialParts = ['name', 'employeeNumber', 'rank', 'position', 'unit'] as const

/**
 * What was posted under the fields of a template. What cannot be read as its type stays as it was typed, so that
 * `checkValues` names it and the page gives it back.
 */
export function readValues(template: Pick<TemplateContent, 'fields'>, form: FormValues): LetterValues {
  return Object.fromEntries(
    template.fields.flatMap((field): [string, LetterValue][] => {
      const value = readValue(field, form)
      return value === undefined ? [] : [[field.key, value]]
    }),
  )
}

/** Rows of a table or officials as the page last showed them, in their order; `add-row` and `remove-row` are obeyed. */
export function rowKeys(field: TemplateField, form: FormValues): string[] {
  const name = inputName(field.key)
  const removed = form.get('remove-row')
  const keys = form.all(`${name}.row`).filter((key) => /^\d{1,4}$/.test(key) && `${name}:${key}` !== removed)
  if (form.get('add-row') === name) keys.push(String(Math.max(-1, ...keys.map(Number)) + 1))
  return keys
}

function readValue(field: TemplateField, form: FormValues): LetterValue | undefined {
  const name = inputName(field.key)
  switch (field.type) {
    case 'date':
      return readDate(form, name)
    case 'list':
      return form
        .get(name)
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
    case 'table': {
      const { columns = [] } = field
      return rowKeys(field, form).map((row) =>
        Object.fromEntries(
          columns.map(({ key, type }) => [key, readCell(type, form, cellName(field.key, row, key))] as const),
        ),
      )
    }
    case 'official':
      return rowKeys(field, form).map((row) => readOfficial(field.key, row, form))
    default:
      return readCell(field.type, form, name)
  }
}

function readOfficial(key: string, row: string, form: FormValues): LetterOfficial {
  const parts = officialParts.map((part) => [part, form.get(cellName(key, row, part))] as const)
  return { name: '', ...Object.fromEntries(parts.filter(([part, text]) => part === 'name' || text)) }
}

function readCell(type: LetterColumnType | 'paragraph' | 'choice', form: FormValues, name: string): string {
  const typed = form.get(name)
  if (type === 'date') return readDate(form, name) ?? typed
  if (type === 'money') return parseMoney(typed) ?? typed
  if (type === 'number') return parseNumber(typed) ?? typed
  return typed
}

/** Three boxes, or one; what makes no date stays as `day-month-year` typed it. */
function readDate(form: FormValues, name: string): string | undefined {
  const date = parseDateParts(Object.fromEntries(form.entries()), name)
  if (typeof date === 'object') return `${date.day}-${date.month}-${date.year}`
  return date ?? (form.get(name) || undefined)
}

/** "Rp1.250.000" and "1250000,00" as "1250000". */
export function parseMoney(typed: string): string | undefined {
  const plain = typed.replace(/^Rp\.?\s*/i, '').replace(/[,.](00|-)$/, '')
  if (!/^\d{1,3}(\.\d{3})*$|^\d{1,15}$/.test(plain)) return undefined
  return plain.replaceAll('.', '').replace(/^0+(?=\d)/, '')
}

/** "1.250,5" as "1250.5". */
export function parseNumber(typed: string): string | undefined {
  const match = /^(-?)(\d{1,3}(?:\.\d{3})+|\d{1,15})(?:,(\d{1,6}))?$/.exec(typed)
  if (!match) return undefined
  return `${match[1]}${match[2]?.replaceAll('.', '')}${match[3] ? `.${match[3]}` : ''}`
}
