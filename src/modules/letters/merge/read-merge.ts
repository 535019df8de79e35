import type { FieldError } from '#kernel/errors.ts'
import { FormValues } from '#kernel/http/form-values.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'
import { checkValues, type LetterTemplate, readValues, type TemplateField } from '#modules/templates/index.ts'
import type { LetterContent } from '../content.ts'
import { mostMergeRows, type PastedRows } from './parse-rows.ts'

/** One letter that a row makes, or what is wrong with it. */
export interface MergedRow {
  /** As the person counts: the first row under the header is 1. */
  readonly line: number
  readonly content: LetterContent
  readonly errors: readonly FieldError[]
}

export interface MergeReading {
  readonly rows: readonly MergedRow[]
  /** What is wrong with all of it. */
  readonly faults: readonly LocalText[]
  /** Columns that name nothing. */
  readonly unknown: readonly string[]
}

/** Columns of every letter, whatever its template. */
const ownColumns = {
  penerima: ['penerima', 'kepada', 'yth', 'nama'],
  alamat: ['alamat', 'di', 'tempat'],
  hal: ['hal', 'perihal', 'tentang'],
} as const
type OwnColumn = keyof typeof ownColumns

const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]+/g, '')

/**
 * Lays pasted rows over a letter that all share: a column named like a field fills that field, "penerima" and "alamat"
 * make the addressee, "hal" the subject. Every row is read as if its values had been typed into the form.
 */
export function readMerge(template: LetterTemplate, base: LetterContent, pasted: PastedRows): MergeReading {
  const faults: LocalText[] = []
  if (pasted.rows.length === 0) faults.push(noRows)
  if (pasted.rows.length > mostMergeRows) faults.push(tooMany)
  const columns = pasted.header.map((name) => columnOf(template, name))
  const unknown = pasted.header.filter((_, index) => columns[index] === undefined)
  if (pasted.rows.length > 0 && unknown.length === pasted.header.length) faults.push(noColumns)
  if (faults.length > 0) return { rows: [], faults, unknown }
  return {
    faults,
    unknown,
    rows: pasted.rows.map((cells, index) => readRow(template, base, columns, cells, index + 1)),
  }
}

type Column = { readonly own: OwnColumn } | { readonly field: TemplateField }

function columnOf(template: LetterTemplate, name: string): Column | undefined {
  const word = plain(name)
  const field = template.fields.find((one) =>
    [one.key, one.label.id, one.label.en].some((candidate) => plain(candidate) === word),
  )
  if (field && field.type !== 'table' && field.type !== 'official') return { field }
  const own = (Object.keys(ownColumns) as OwnColumn[]).find((key) =>
    (ownColumns[key] as readonly string[]).includes(word),
  )
  return own && { own }
}

function readRow(
  template: LetterTemplate,
  base: LetterContent,
  columns: readonly (Column | undefined)[],
  cells: readonly string[],
  line: number,
): MergedRow {
  const own: Partial<Record<OwnColumn, string>> = {}
  const typed: [string, string][] = []
  const fields: TemplateField[] = []
  for (const [index, column] of columns.entries()) {
    const cell = cells[index] ?? ''
    if (!column) continue
    if ('own' in column) own[column.own] = cell
    else {
      fields.push(column.field)
      typed.push([`isian.${column.field.key}`, cellText(column.field, cell)])
    }
  }
  const values = { ...base.values, ...readValues({ fields }, new FormValues(typed)) }
  const content: LetterContent = {
    ...base,
    subject: own.hal || base.subject,
    recipients: own.penerima
      ? [{ name: own.penerima, lines: own.alamat ? own.alamat.split(/\s*[;|]\s*/) : [] }]
      : base.recipients,
    values,
  }
  return { line, content, errors: [...checkValues(template, values as never), ...ownErrors(template, content)] }
}

/** A choice may be written by its name; a day as spreadsheets write it. */
function cellText(field: TemplateField, cell: string): string {
  if (field.type === 'choice') {
    const option = field.options?.find((one) =>
      [one.value, one.label.id, one.label.en].some((name) => plain(name) === plain(cell)),
    )
    return option?.value ?? cell
  }
  const day = field.type === 'date' ? /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(cell) : null
  if (day) return `${day[3]}-${day[2]?.padStart(2, '0')}-${day[1]?.padStart(2, '0')}`
  return field.type === 'list' ? cell.replace(/\s*[;|]\s*/g, '\n') : cell
}

function ownErrors(template: LetterTemplate, content: LetterContent): FieldError[] {
  const errors: FieldError[] = []
  if (!content.subject)
    errors.push({ path: 'subject', message: { id: 'Hal belum diisi.', en: 'There is no subject.' } })
  if (content.subject.length > 300)
    errors.push({ path: 'subject', message: { id: 'Hal terlalu panjang.', en: 'The subject is too long.' } })
  if (template.layout === 'correspondence' && content.recipients.length === 0) {
    errors.push({ path: 'recipients', message: { id: 'Penerima belum diisi.', en: 'There is no addressee.' } })
  }
  if (content.recipients.some((one) => one.name.length > 500 || one.lines.length > 8)) {
    errors.push({ path: 'recipients', message: { id: 'Penerima terlalu panjang.', en: 'The addressee is too long.' } })
  }
  return errors
}

const noRows = {
  id: 'Tempel paling sedikit dua baris: nama kolom, lalu satu baris untuk setiap naskah.',
  en: 'Paste at least two lines: names of columns, then one line for each letter.',
}
const tooMany = {
  id: `Paling banyak ${mostMergeRows} naskah sekali gabung. Bagi dalam beberapa tempelan.`,
  en: `At most ${mostMergeRows} letters at once. Paste them in parts.`,
}
const noColumns = {
  id: 'Tidak ada kolom yang dikenal. Baris pertama menyebut nama kolom, misalnya penerima, alamat, atau nama isian templat.',
  en: 'No column is known. The first line names the columns: penerima, alamat, or the fields of the template.',
}
