import type { DateParts } from '#ui/components/date-parts.ts'
import { parseDateParts, parseTime } from '#ui/components/date-parts.ts'
import type { Answer } from '../definition/expressions.ts'
import type { FieldDefinition } from '../definition/schema-form.ts'
import { columnsOf, decimalsOf, isTyped, mostRowsOf, type Question } from './kinds.ts'
import { digitsOf, readDegrees, readNeighbourhood, readNumber, readRupiah } from './reading.ts'
import { cellPath } from './rows.ts'

/** A point whose degrees are not numbers yet. */
export interface TypedPoint {
  readonly lat: string | number
  readonly lon: string | number
}
export type TypedRow = Readonly<Record<string, Answer | DateParts>>
export type TypedValue = Answer | DateParts | TypedPoint | readonly TypedRow[]

/** What was typed, field by field: an answer, or what makes no answer yet, kept as it was typed. */
export type Typed = Readonly<Record<string, TypedValue>>

/** A posted form, from the server or read out of the page. */
export interface PostedForm {
  /** First value, trimmed; "" when absent. */
  get(name: string): string
  all(name: string): readonly string[]
  has(name: string): boolean
  names(): string[]
}

/** Name of a hidden input that says by its value that a question stood on the page. */
export const askedName = 'asked'

/** Name of the hidden input that stands with one question or column on a page: it was really asked. */
export function askedMark(path: string): string {
  return `${askedName}.${path}`
}

/** What stood on the posted page; undefined for a form without marks, as a program sends it. */
export function askedPaths(form: PostedForm): ReadonlySet<string> | undefined {
  const start = askedMark('')
  const marked = form.names().filter((name) => name.startsWith(start))
  const paths = new Set([...form.all(askedName), ...marked.map((name) => name.slice(start.length))])
  return paths.size > 0 ? paths : undefined
}

/** Reads the posted values of the given fields. Files travel on their own and are not read here. */
export function readAnswers(form: PostedForm, fields: readonly FieldDefinition[]): Typed {
  const entries = fields.filter(isTyped).map((field): [string, TypedValue] => [field.id, readField(field, form)])
  return Object.fromEntries(entries)
}

/** Of these fields, those that stood on the posted page. A form without marks (from a program) has them all. */
export function askedFields(form: PostedForm, fields: readonly FieldDefinition[]): FieldDefinition[] {
  const asked = askedPaths(form)
  return asked ? fields.filter((field) => asked.has(field.id)) : [...fields]
}

function readField(field: FieldDefinition, form: PostedForm): TypedValue {
  switch (field.kind) {
    case 'statement':
    case 'consent':
      return form.get(field.id) !== ''
    case 'multi':
    case 'family-members':
      return [...new Set(form.all(field.id).filter(Boolean))]
    case 'area':
      return readArea(field.id, form)
    case 'address':
      return {
        street: oneLine(form.get(`${field.id}.street`)),
        rt: readNeighbourhood(form.get(`${field.id}.rt`)),
        rw: readNeighbourhood(form.get(`${field.id}.rw`)),
        area: readArea(`${field.id}.area`, form),
      }
    case 'map-point':
      return readPoint(field.id, form)
    case 'repeat':
    case 'table':
      return readRows(field, form)
    default:
      return readValue(field, field.id, form)
  }
}

function readValue(question: Question, name: string, form: PostedForm): Answer | DateParts {
  const text = form.get(name)
  switch (question.kind) {
    case 'date':
      return readDate(name, form)
    case 'number':
      return readNumber(text, decimalsOf(question))
    case 'money':
      return readRupiah(text)
    case 'time':
      return parseTime(text) ?? text
    case 'nik':
    case 'nib':
    case 'phone':
      return digitsOf(text)
    case 'email':
      return text.replace(/\s/g, '')
    case 'long-text':
      return text
    default:
      return oneLine(text)
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ')
}

function readDate(name: string, form: PostedForm): string | DateParts {
  const parts = Object.fromEntries(
    ['day', 'month', 'year'].map((part) => [`${name}-${part}`, form.get(`${name}-${part}`)]),
  )
  return parseDateParts(parts, name) ?? ''
}

function readPoint(name: string, form: PostedForm): TypedPoint | '' {
  const [lat, lon] = [form.get(`${name}.lat`), form.get(`${name}.lon`)]
  return lat === '' && lon === '' ? '' : { lat: readDegrees(lat), lon: readDegrees(lon) }
}

/** Rows in the order of their marks on the page; a row taken away in the middle leaves no hole. */
function readRows(field: FieldDefinition, form: PostedForm): TypedRow[] {
  const keys = [...new Set(form.all(rowMark(field.id)))].filter((key) => /^\d{1,5}$/.test(key))
  // One more than allowed is kept, so that the check can say it; never as many as somebody cares to send.
  return keys.slice(0, mostRowsOf(field) + 1).map((key) => {
    const entries = columnsOf(field).map((column): [string, Answer | DateParts] => {
      return [column.id, readValue(column, cellPath(field.id, key, column.id), form)]
    })
    return Object.fromEntries(entries.filter(([, value]) => value !== ''))
  })
}

/** Name of the hidden input that holds the key of a row. */
export function rowMark(field: string): string {
  return `${field}.row`
}

const areaLevels = ['province', 'regency', 'district', 'village']

/**
 * The narrowest area chosen that still lies within those above it: without scripts a changed province arrives together
 * with the regency of the one before. The same as the territory's own reading, in few words for the browser.
 */
function readArea(name: string, form: PostedForm): string {
  let chosen = ''
  for (const [index, level] of areaLevels.entries()) {
    const value = form.get(`${name}-${level}`)
    const fitting = value.split('.').length === index + 1 && (chosen === '' || value.startsWith(`${chosen}.`))
    if (value === '' || !fitting || !/^[\d.]{2,13}$/.test(value)) return chosen
    chosen = value
  }
  return chosen
}
