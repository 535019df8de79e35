import type { FieldError } from '#kernel/errors.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'
import type { LetterColumnType, LetterOfficial, LetterValue, LetterValues } from '#modules/documents/index.ts'
import type { TemplateContent, TemplateField } from '../template.ts'
import { isAsked, isEmpty } from './letter-content.ts'
import { cellName, inputName } from './read-values.ts'

const longestText = 500
const longestParagraph = 20_000
const mostRows = 100

/**
 * What is wrong with the values of a letter, each at the name of its input (`isian.tujuan`, `isian.rincian[2].jumlah`);
 * empty when the letter can be made. Rows are counted from 0.
 */
export function checkValues(template: Pick<TemplateContent, 'fields'>, values: LetterValues): FieldError[] {
  const errors: FieldError[] = []
  const say = (path: string, id: string, en: string) => errors.push({ path, message: { id, en } })
  for (const field of template.fields) {
    if (!isAsked(field, values)) continue
    const name = inputName(field.key)
    const value = values[field.key]
    if (value === undefined || isEmpty(value)) {
      if (field.required) say(name, `Isi ${lower(field.label.id)}.`, `Fill in ${lower(field.label.en)}.`)
      continue
    }
    for (const [path, message] of faultsOf(field, value)) errors.push({ path, message })
  }
  return errors
}

type Fault = readonly [path: string, message: LocalText]

function faultsOf(field: TemplateField, value: LetterValue): Fault[] {
  const name = inputName(field.key)
  const label = field.label
  switch (field.type) {
    case 'list':
      if (!Array.isArray(value) || !value.every((line) => typeof line === 'string')) return [[name, wrongShape]]
      return tooMany(field, value.length) ?? value.flatMap((line) => textFault(name, label, line, longestParagraph))
    case 'table':
      if (!Array.isArray(value)) return [[name, wrongShape]]
      return tooMany(field, value.length) ?? value.flatMap((row, index) => rowFaults(field, row, index))
    case 'official': {
      const officials = (Array.isArray(value) ? value : [value]) as LetterOfficial[]
      return tooMany(field, officials.length) ?? officials.flatMap((one, index) => officialFaults(field, one, index))
    }
    case 'choice':
      return field.options?.some((option) => option.value === value)
        ? []
        : [[name, { id: 'Pilih salah satu pilihan yang ada.', en: 'Choose one of the options.' }]]
    default:
      if (typeof value !== 'string') return [[name, wrongShape]]
      if (field.type === 'paragraph') return textFault(name, label, value, longestParagraph)
      return cellFaults(field.type, name, label, value)
  }
}

function rowFaults(field: TemplateField, row: unknown, index: number): Fault[] {
  if (typeof row !== 'object' || row === null) return [[inputName(field.key), wrongShape]]
  const cells = row as Record<string, string>
  const { columns = [] } = field
  return columns.flatMap(({ key, type, label }) => {
    const path = cellName(field.key, String(index), key)
    const cell = cells[key] ?? ''
    // The first column says what the row is about; the others may stay empty.
    if (cell === '') {
      return key === columns[0]?.key
        ? [
            [
              path,
              { id: `Isi ${lower(label.id)} di baris ini.`, en: `Fill in ${lower(label.en)} in this row.` },
            ] as const,
          ]
        : []
    }
    return cellFaults(type, path, label, cell)
  })
}

function officialFaults(field: TemplateField, official: LetterOfficial, index: number): Fault[] {
  const path = (part: string) => cellName(field.key, String(index), part)
  const faults: Fault[] = []
  if (!official.name?.trim()) {
    faults.push([path('name'), { id: 'Isi nama pegawai.', en: 'Fill in the name of the official.' }])
  }
  if (official.employeeNumber && !/^\d{18}$/.test(official.employeeNumber.replaceAll(' ', ''))) {
    faults.push([path('employeeNumber'), { id: 'NIP terdiri atas 18 angka.', en: 'An NIP has 18 digits.' }])
  }
  return faults
}

function cellFaults(type: LetterColumnType, path: string, label: LocalText, value: string): Fault[] {
  if (type === 'text') return textFault(path, label, value, longestText)
  if (type === 'date') return isDate(value) ? [] : [[path, noDate]]
  if (type === 'money') return /^\d{1,15}$/.test(value) ? [] : [[path, noMoney]]
  return /^-?\d{1,15}(\.\d{1,6})?$/.test(value) ? [] : [[path, noNumber]]
}

function textFault(path: string, label: LocalText, value: string, longest: number): Fault[] {
  if (value.length <= longest) return []
  return [
    [
      path,
      {
        id: `${label.id} terlalu panjang: ${value.length} huruf, paling banyak ${longest}.`,
        en: `${label.en} is too long: ${value.length} letters, at most ${longest}.`,
      },
    ],
  ]
}

function tooMany(field: TemplateField, count: number): Fault[] | undefined {
  const most = mostOf(field)
  if (count <= most) return undefined
  const message = { id: `Paling banyak ${most} baris.`, en: `At most ${most} rows.` }
  return [[inputName(field.key), message]]
}

/** Most lines, rows or officials of a field. */
export function mostOf(field: TemplateField): number {
  return Math.min(field.most ?? (field.type === 'official' ? 1 : mostRows), mostRows)
}

function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  try {
    return Temporal.PlainDate.from(value).year >= 1900
  } catch {
    return false
  }
}

function lower(label: string): string {
  // "NIP pegawai" keeps its capitals.
  return /^\p{Lu}[\p{Ll}\s]/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label
}

const wrongShape = { id: 'Isian ini tidak dapat dibaca. Isi ulang.', en: 'This cannot be read. Fill it in again.' }
const noDate = { id: 'Tulis tanggal yang ada, misalnya 23 11 2026.', en: 'Write a real date, as 23 11 2026.' }
const noMoney = { id: 'Tulis rupiah dengan angka, misalnya 1.250.000.', en: 'Write rupiah in figures, as 1.250.000.' }
const noNumber = { id: 'Tulis dengan angka, misalnya 12 atau 1.250,5.', en: 'Write it in figures, as 12 or 1.250,5.' }
