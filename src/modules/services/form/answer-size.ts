import type { LocalText } from '#kernel/i18n/texts.ts'
import type { FieldDefinition } from '../definition/schema-form.ts'
import { isRowKind, longestText, mostRowsOf } from './kinds.ts'

/** Why a value is not even kept in a draft, which otherwise keeps everything right or wrong; undefined when it is. */
export function sizeFault(field: FieldDefinition, value: unknown): LocalText | undefined {
  if (isRowKind(field.kind) && Array.isArray(value) && value.length > mostRowsOf(field)) {
    const most = mostRowsOf(field)
    return {
      id: `Paling banyak ${most} baris. Kelebihannya belum kami simpan.`,
      en: `At most ${most} rows. What is beyond has not been saved.`,
    }
  }
  if (longestIn(value) > longestText) {
    return {
      id: `Tulisan ini terlalu panjang untuk disimpan: paling banyak ${longestText} huruf.`,
      en: `This text is too long to be saved: at most ${longestText} characters.`,
    }
  }
  return hasShape(field, value) ? undefined : { id: 'Isian ini tidak dapat dibaca.', en: 'This answer cannot be read.' }
}

function longestIn(value: unknown): number {
  if (typeof value === 'string') return value.length
  if (typeof value !== 'object' || value === null) return 0
  return Math.max(0, ...Object.values(value).map(longestIn))
}

/** Only what a form can hold: nothing nested deeper than the parts of a date in a row. */
function hasShape(field: FieldDefinition, value: unknown): boolean {
  if (isRowKind(field.kind)) return Array.isArray(value) && value.every((row) => isRecord(row) && isFlat(row, 1))
  if (Array.isArray(value)) return value.length <= 200 && value.every(isScalar)
  return isScalar(value) || (isRecord(value) && isFlat(value, 0))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isScalar(value: unknown): boolean {
  return (
    typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))
  )
}

function isFlat(value: Record<string, unknown>, depth: number): boolean {
  const parts = Object.values(value)
  return (
    parts.length <= 20 &&
    parts.every((part) => isScalar(part) || (depth > 0 && isRecord(part) && isFlat(part, depth - 1)))
  )
}
