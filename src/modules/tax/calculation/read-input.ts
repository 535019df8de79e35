import type { FieldError } from '#kernel/errors.ts'
import { Exact } from './exact.ts'
import {
  type CountField,
  type DecimalField,
  type Field,
  type Fields,
  type InputOf,
  isAsked,
  isYes,
  largestAmount,
  type MoneyField,
  type MonthsField,
  mostRows,
  type PlainField,
  type RowsField,
} from './fields.ts'
import { type InputProblem, inputProblem } from './input-problems.ts'

type Raw = Readonly<Record<string, unknown>>

/** What was sent, as values; or every fault of it, each at its field ("months.3", "rows.2.amount"). */
export type ReadInput<F extends Fields> =
  | { readonly ok: true; readonly input: InputOf<F> }
  | { readonly ok: false; readonly errors: readonly FieldError[] }

/** Reads JSON, or a form brought into the same shape, by the fields of a calculator. */
export function readInput<F extends Fields>(fields: F, raw: unknown): ReadInput<F> {
  const errors: FieldError[] = []
  const input = readGroup(fields, raw, '', (path, field, problem) =>
    errors.push({ path, message: inputProblem(problem, field) }),
  )
  return errors.length > 0 ? { ok: false, errors } : { ok: true, input: input as InputOf<F> }
}

type Refuse = (path: string, field: Field | undefined, problem: InputProblem) => void

function readGroup(fields: Fields, raw: unknown, under: string, refuse: Refuse): Record<string, unknown> {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    refuse(under.replace(/\.$/, '') || 'input', undefined, { kind: 'no-object' })
    return {}
  }
  const given = raw as Raw
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(fields, name)) refuse(`${under}${name}`, undefined, { kind: 'unknown', name })
  }
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const value = isAsked(field, given, fields) && Object.hasOwn(given, name) ? given[name] : undefined
      const asked = isAsked(field, given, fields)
      return [name, readField(field, value === null || value === '' ? undefined : value, asked, under + name, refuse)]
    }),
  )
}

function readField(field: Field, value: unknown, asked: boolean, path: string, refuse: Refuse): unknown {
  if (field.kind === 'months') return readMonths(field, value, asked, path, refuse)
  if (field.kind === 'rows') return readRows(field, value, asked, path, refuse)
  const result = value === undefined ? emptyValue(field, asked) : readPlain(field, value)
  if (!isProblem(result)) return result
  refuse(path, field, result)
  return undefined
}

function isProblem(value: unknown): value is InputProblem {
  return typeof value === 'object' && value !== null && 'kind' in value
}

/** What an empty field counts as. */
function emptyValue(field: PlainField, asked: boolean): unknown {
  const missing: InputProblem = { kind: 'missing' }
  switch (field.kind) {
    case 'money':
      return field.optional || !asked ? Exact.zero : missing
    case 'count':
      return field.initial ?? (field.optional || !asked ? 0 : missing)
    case 'decimal':
      return field.initial !== undefined ? Exact.read(field.initial) : field.optional || !asked ? Exact.zero : missing
    case 'choice':
      return field.initial ?? missing
    case 'yes-no':
      return field.initial ?? false
    case 'date':
      return missing
    case 'optional-date':
      return undefined
  }
}

function readPlain(field: PlainField, value: unknown): unknown {
  switch (field.kind) {
    case 'money':
      return readNumber(field, value, 2)
    case 'decimal':
      return readNumber(field, value, field.places)
    case 'count':
      return readCount(field, value)
    case 'choice':
      return field.options.some((option) => option.value === value) ? value : { kind: 'no-option' }
    case 'yes-no':
      return value === true || value === false || value === 'yes' || value === 'no'
        ? isYes(value)
        : { kind: 'no-option' }
    case 'date':
    case 'optional-date':
      return readDay(value)
  }
}

export function readDay(value: unknown): Temporal.PlainDate | InputProblem {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return { kind: 'no-day' }
  try {
    return Temporal.PlainDate.from(value, { overflow: 'reject' })
  } catch {
    return { kind: 'no-day' }
  }
}

function readNumber(
  field: MoneyField | DecimalField | MonthsField,
  value: unknown,
  places: number,
): Exact | InputProblem {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value : ''
  const match = /^-?\d{1,40}(?:\.(\d{1,40}))?$/.exec(text)
  // 1e21 is a number too, and too large.
  if (!match)
    return typeof value === 'number' && Math.abs(value) > largestAmount ? tooLarge(field) : { kind: 'no-number' }
  if ((match[1] ?? '').replace(/0+$/, '').length > places) return { kind: 'too-exact', places }
  const amount = Exact.read(text)
  const min = 'min' in field ? (field.min ?? 0) : 0
  if (amount.isUnder(Exact.of(min))) return min === 0 ? { kind: 'negative' } : { kind: 'too-small', least: min }
  return amount.isOver(Exact.of(field.max ?? largestAmount)) ? tooLarge(field) : amount
}

function tooLarge(field: { readonly max?: number }): InputProblem {
  return { kind: 'too-large', most: field.max ?? largestAmount }
}

function readCount(field: CountField, value: unknown): number | InputProblem {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value : ''
  if (!/^-?\d{1,15}$/.test(text)) return { kind: 'no-whole-number' }
  const number = Number(text)
  const min = field.min ?? 0
  if (number < min) return min === 0 ? { kind: 'negative' } : { kind: 'too-small', least: min }
  return number > field.max ? tooLarge(field) : number
}

function readMonths(field: MonthsField, value: unknown, asked: boolean, path: string, refuse: Refuse): unknown {
  const list = value === undefined ? [] : value
  if (!Array.isArray(list) || list.length > 12) {
    refuse(path, field, { kind: 'no-months' })
    return []
  }
  const amounts = Array.from({ length: 12 }, (_, month) => {
    const each: unknown = list[month]
    if (each === undefined || each === null || each === '') return undefined
    const amount = readNumber(field, each, 2)
    if (!isProblem(amount)) return amount
    refuse(`${path}.${month}`, field, { ...amount, month: month + 1 })
    return undefined
  })
  if (asked && !field.optional && amounts.every((amount) => amount === undefined) && list.every((each) => !each))
    refuse(`${path}.0`, field, { kind: 'missing' })
  return amounts
}

function readRows(field: RowsField, value: unknown, asked: boolean, path: string, refuse: Refuse): unknown {
  const list = value === undefined || !asked ? [] : value
  if (!Array.isArray(list)) {
    refuse(path, field, { kind: 'no-rows' })
    return []
  }
  const most = field.most ?? mostRows
  if (list.length > most) {
    refuse(path, field, { kind: 'too-many-rows', most })
    return []
  }
  const least = field.least ?? 1
  if (asked && list.length < least) refuse(path, field, { kind: 'too-few-rows', least })
  return list.map((row: unknown, index) => readGroup(field.fields, row, `${path}.${index}.`, refuse))
}
