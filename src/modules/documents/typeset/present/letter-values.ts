import type { LetterOfficial, LetterValue, OfficialLetterData, PrintedField } from '../official-letter-data.ts'
import { formatDate } from '../terbilang.ts'
import { groupEmployeeNumber, parseDate } from './letter.ts'

/** A value as the body prints it and as it computes with it; null where nothing was filled in. */
interface PresentedValue {
  readonly type: PrintedField['type']
  readonly printed: unknown
  readonly value: unknown
}

/** By key of the field, so that a body that names a field nobody has is told so. */
export function presentValues({ fields, values }: Pick<OfficialLetterData, 'fields' | 'values'>) {
  return Object.fromEntries(
    fields.map((field): [string, PresentedValue | null] => {
      const value = values[field.key]
      if (value !== undefined) return [field.key, { type: field.type, ...presentValue(field, value) }]
      return [field.key, field.required ? { type: field.type, ...missing(field) } : null]
    }),
  )
}

const DOTS = '……………'

/** What a draft shows for a value that has yet to be filled in. */
function missing(field: PrintedField): { printed: unknown; value: unknown } {
  switch (field.type) {
    case 'list':
    case 'paragraph':
      return { printed: [DOTS], value: [DOTS] }
    case 'table':
      return presentTable(field, [{}])
    case 'official':
      return presentValue(field, { name: DOTS })
    default:
      return { printed: DOTS, value: null }
  }
}

function presentValue(field: PrintedField, value: LetterValue): { printed: unknown; value: unknown } {
  switch (field.type) {
    case 'paragraph': {
      const paragraphs = String(value).split(/\n\s*\n|\n/)
      const words = paragraphs.map((paragraph) => paragraph.trim()).filter(Boolean)
      return { printed: words, value: words }
    }
    case 'list':
      return { printed: value, value }
    case 'choice': {
      const label = field.options?.find((option) => option.value === value)?.label
      return { printed: label ?? value, value }
    }
    case 'table':
      return presentTable(field, value as readonly Record<string, string>[])
    case 'official': {
      const officials = (Array.isArray(value) ? value : [value]).map((one) => presentOfficial(one as LetterOfficial))
      const shown = field.several ? officials : officials[0]
      return { printed: shown, value: shown }
    }
    default:
      return presentCell(field.type, String(value))
  }
}

function presentTable({ columns = [] }: PrintedField, rows: readonly Record<string, string>[]) {
  const cells = rows.map((row) => columns.map(({ key, type }) => presentCell(type, row[key] ?? '')))
  return {
    printed: {
      kolom: columns.map(({ label, type }) => ({ label, type })),
      baris: cells.map((row) => row.map((cell) => cell.printed)),
    },
    value: cells.map((row) => Object.fromEntries(columns.map(({ key }, index) => [key, row[index]?.value]))),
  }
}

function presentCell(type: 'text' | 'number' | 'money' | 'date', value: string): { printed: string; value: unknown } {
  if (value === '' || type === 'text') return { printed: value, value }
  // What is half typed is shown as it is; a letter is issued only with values that were checked.
  if (type === 'date') return { printed: isDate(value) ? formatDate(parseDate(value)) : value, value }
  const number = Number(value)
  if (!Number.isFinite(number)) return { printed: value, value: 0 }
  const printed = number.toLocaleString('id-ID', { maximumFractionDigits: 6 })
  return { printed: type === 'money' ? `Rp${printed}` : printed, value: number }
}

function isDate(value: string): boolean {
  try {
    return parseDate(value).toString() === value
  } catch {
    return false
  }
}

function presentOfficial(official: LetterOfficial) {
  return {
    nama: official.name,
    nip: official.employeeNumber ? groupEmployeeNumber(official.employeeNumber.replaceAll(' ', '')) : null,
    pangkat: official.rank || null,
    jabatan: official.position || null,
    unit: official.unit || null,
  }
}
