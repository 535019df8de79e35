import type { Row } from '../definition/expressions.ts'

/** True for what counts as no answer. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '' || value === false) return true
  if (Array.isArray(value)) return value.length === 0
  if (typeof value === 'object') return Object.values(value).every((part) => part === '' || part === undefined)
  return false
}

/** Rows as they were given, whatever the draft holds. */
export function rowsOf(value: unknown): Row[] {
  if (!Array.isArray(value)) return []
  return value.map((row) => (typeof row === 'object' && row !== null && !Array.isArray(row) ? (row as Row) : {}))
}

/** A row in which nothing was typed. It is no answer and no error. */
export function isBlankRow(row: Row): boolean {
  return Object.values(row).every(isEmpty)
}

/** The path of one value in a row, which is also the name of its input. */
export function cellPath(field: string, row: number | string, column: string): string {
  return `${field}[${row}].${column}`
}
