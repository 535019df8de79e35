import type { Answer } from '../definition/expressions.ts'
import type { FieldDefinition } from '../definition/schema-form.ts'
import { columnsOf, decimalsOf, kindOf, type Question } from './kinds.ts'

/** The objects that expressions see. CEL knows a type by its class, so each has one of its own. */
export class AddressValue {
  street = ''
  rt = ''
  rw = ''
  area = ''
}
export class MapPointValue {
  lat = 0
  lon = 0
}
export type RowClass = new () => Record<string, unknown>

export const addressFields = { street: 'string', rt: 'string', rw: 'string', area: 'string' }
export const mapPointFields = { lat: 'double', lon: 'double' }

export function rowTypeName(field: FieldDefinition): string {
  return `Row_${field.id}`
}

/** The CEL type of an answer. */
export function celType(field: FieldDefinition | Question): string {
  switch (kindOf(field)) {
    case 'number':
      return decimalsOf(field) > 0 ? 'double' : 'int'
    case 'money':
    case 'file':
    case 'photo':
    case 'signature':
      return 'int'
    case 'statement':
    case 'consent':
      return 'bool'
    case 'multi':
    case 'family-members':
      return 'list<string>'
    case 'address':
      return 'Address'
    case 'map-point':
      return 'MapPoint'
    case 'repeat':
    case 'table':
      return `list<${rowTypeName(field as FieldDefinition)}>`
    default:
      return 'string'
  }
}

/** An answer as expressions see it. What is not given, or not right yet, counts as "" or 0 or nothing. */
export function celValue(field: FieldDefinition | Question, answer: unknown, rowClass?: RowClass): unknown {
  switch (celType(field)) {
    case 'int':
      return wholeOf(answer)
    case 'double':
      return typeof answer === 'number' && Number.isFinite(answer) ? answer : 0
    case 'bool':
      return answer === true
    case 'list<string>':
      return Array.isArray(answer) ? answer.filter((item) => typeof item === 'string') : []
    case 'Address':
      return fill(new AddressValue(), answer, 'string')
    case 'MapPoint':
      return fill(new MapPointValue(), answer, 'number')
    case 'string':
      return typeof answer === 'string' ? answer : ''
    default:
      return Array.isArray(answer) && rowClass
        ? answer.map((row) => celRow(field as FieldDefinition, row, rowClass))
        : []
  }
}

export function celRow(field: FieldDefinition, row: unknown, rowClass: RowClass): Record<string, unknown> {
  const value = new rowClass()
  for (const column of columnsOf(field))
    value[column.id] = celValue(column, (row as Record<string, Answer>)?.[column.id])
  return value
}

function wholeOf(answer: unknown): bigint {
  if (Array.isArray(answer)) return BigInt(answer.length)
  return typeof answer === 'number' && Number.isFinite(answer) ? BigInt(Math.trunc(answer)) : 0n
}

function fill<T extends object>(value: T, answer: unknown, type: 'string' | 'number'): T {
  if (typeof answer !== 'object' || answer === null) return value
  for (const key of Object.keys(value) as (keyof T & string)[]) {
    const part = (answer as Record<string, unknown>)[key]
    if (typeof part === type) value[key] = part as never
  }
  return value
}

/** Facts of registers and findings: whole numbers become CEL integers, everything else stays. */
export function celFacts(facts: unknown): unknown {
  if (typeof facts === 'number') return Number.isSafeInteger(facts) ? BigInt(facts) : facts
  if (Array.isArray(facts)) return facts.map(celFacts)
  if (typeof facts === 'object' && facts !== null) {
    return Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, celFacts(value)]))
  }
  return facts ?? ''
}
