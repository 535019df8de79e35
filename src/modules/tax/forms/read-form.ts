import type { FormValues } from '#kernel/http/form-values.ts'
import { parseDateParts } from '#ui/index.ts'
import type { Field, Fields, MonthsField, PlainField, RowsField } from '../calculation/fields.ts'
import { typedCount, typedDecimal, typedMoney } from './typed-numbers.ts'

/** What was typed, in the shape of the API; what could not be read stays as it was typed. */
export type RawInput = Readonly<Record<string, unknown>>

/** The name of a control: as the path of its value, in a row with the row in brackets. */
export const monthName = (name: string, month: number) => `${name}.${month}`
export const everyMonthName = (name: string) => `${name}.each`
export const cellName = (name: string, row: string | number, cell: string) => `${name}[${row}].${cell}`

/** "payments.2.gross" of an error as the name of its control. */
export function controlName(fields: Fields, path: string): string {
  const [name = '', row, cell] = path.split('.')
  return fields[name]?.kind === 'rows' && row !== undefined && cell !== undefined ? cellName(name, row, cell) : path
}

export function readForm(fields: Fields, form: FormValues): RawInput {
  return Object.fromEntries(
    Object.entries(fields)
      .map(([name, field]) => [name, readControl(name, field, form)] as const)
      .filter(([, value]) => value !== undefined),
  )
}

function readControl(name: string, field: Field, form: FormValues): unknown {
  if (field.kind === 'months') return readMonths(name, field, form)
  if (field.kind === 'rows') return readRows(name, field, form)
  return readPlain(name, field, form)
}

function readPlain(name: string, field: PlainField, form: FormValues): unknown {
  if (field.kind === 'date' || field.kind === 'optional-date') {
    const day = parseDateParts(Object.fromEntries(form.entries()), name)
    return typeof day === 'object' ? `${day.year}-${day.month}-${day.day}` : day
  }
  const typed = form.get(name)
  if (typed === '') return undefined
  switch (field.kind) {
    case 'money':
      return typedMoney(typed)
    case 'decimal':
      return typedDecimal(typed)
    case 'count':
      return typedCount(typed)
    default:
      return typed
  }
}

/** Months one by one; those left empty take what was typed for every month. */
function readMonths(name: string, _field: MonthsField, form: FormValues): unknown {
  const each = typedMoney(form.get(everyMonthName(name)))
  const months = Array.from({ length: 12 }, (_, month) => typedMoney(form.get(monthName(name, month))) || each || null)
  return months.every((month) => month === null) ? undefined : months
}

/** Rows in which somebody wrote something; as many as are needed stay, so that what is missing is said in them. */
function touched(field: RowsField, rows: readonly Record<string, unknown>[]): Record<string, unknown>[] {
  const isTouched = (row: Record<string, unknown>) =>
    Object.entries(row).some(([cell, value]) => !isInitial(field.fields[cell] as PlainField, value))
  const filled = rows.filter(isTouched)
  const least = field.least ?? 1
  return filled.length >= least ? filled : rows.filter((row) => Object.keys(row).length > 0).slice(0, least)
}

/** A form sends the answer that stands in a choice from the beginning whether anybody looked at it or not. */
export function isInitial(field: Field, value: unknown): boolean {
  if (field.kind === 'yes-no') return value === (field.initial ? 'yes' : 'no')
  return 'initial' in field && field.initial !== undefined && String(field.initial) === String(value)
}

function readRows(name: string, field: RowsField, form: FormValues): unknown {
  const rows = form.all(`${name}.row`).map((key) =>
    Object.fromEntries(
      Object.entries(field.fields)
        .map(([cell, inner]) => [cell, readPlain(cellName(name, key, cell), inner, form)] as const)
        .filter(([, value]) => value !== undefined),
    ),
  )
  const asks = form.has('add-row') || form.has('remove-row')
  const kept = asks
    ? rows.filter((_, index) => form.get('remove-row') !== `${name}:${form.all(`${name}.row`)[index]}`)
    : touched(field, rows)
  if (form.get('add-row') === name) kept.push({})
  return kept.length > 0 ? kept : undefined
}
