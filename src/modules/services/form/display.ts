import { formatDay, formatNumber } from '#kernel/i18n/format.ts'
import { fillText, type Locale, type LocalText } from '#kernel/i18n/texts.ts'
import type { Address, ChosenOptions, MapPoint, Row } from '../definition/expressions.ts'
import type { FieldDefinition } from '../definition/schema-form.ts'
import { isDay } from './calendar-days.ts'
import type { Journey } from './journey.ts'
import { columnsOf, decimalsOf, isFileKind, isRowKind, kindOf, type Question } from './kinds.ts'
import { writeNumber, writeRupiah } from './reading.ts'
import { isBlankRow, isEmpty, rowsOf } from './rows.ts'

/** Names that answers hold only as codes. */
export interface Names {
  readonly places?: Readonly<Record<string, string>> | undefined
  readonly family?: readonly Readonly<Record<string, unknown>>[] | undefined
  readonly options?: ChosenOptions | undefined
}

const words = {
  id: {
    yes: 'Ya',
    no: 'Tidak',
    stated: 'Dinyatakan',
    agreed: 'Disetujui',
    none: 'Tidak diisi',
    file: '{n} berkas',
    files: '{n} berkas',
    signed: 'Ditandatangani',
    photo: '{n} foto',
    photos: '{n} foto',
    row: 'Baris',
  },
  en: {
    yes: 'Yes',
    no: 'No',
    stated: 'Stated',
    agreed: 'Agreed',
    none: 'Not given',
    file: '{n} file',
    files: '{n} files',
    signed: 'Signed',
    photo: '{n} photo',
    photos: '{n} photos',
    row: 'Row',
  },
}

/** Names that the answers of a journey need. */
export function namesOf(journey: Journey): Names {
  const family = journey.surroundings.known['family']
  return { places: journey.places, family: Array.isArray(family) ? family : [], options: journey.surroundings.options }
}

/** An answer in words, on one line. */
export function displayAnswer(
  field: Question | FieldDefinition,
  answer: unknown,
  locale: Locale,
  names: Names = {},
): string {
  const say = words[locale]
  if (isEmpty(answer)) return say.none
  switch (kindOf(field)) {
    case 'choice':
      return optionLabel(field, answer, locale, names)
    case 'multi':
    case 'family-members':
      return displayItems(field, answer, locale, names).join(', ')
    case 'family-member':
      return memberName(answer, names)
    case 'yes-no':
      return answer === 'yes' ? say.yes : answer === 'no' ? say.no : String(answer)
    case 'statement':
      return say.stated
    case 'consent':
      return say.agreed
    case 'date':
      return displayDate(answer, locale)
    case 'time':
      return locale === 'id' ? String(answer).replace(':', '.') : String(answer)
    case 'nik':
      return grouped(String(answer), /^(..)(..)(..)(..)(..)(..)(....)$/)
    case 'phone':
      return grouped(String(answer), /^(0\d{3}|\+?62\d{3})(\d{4})(\d{2,6})$/)
    case 'number':
      return displayNumber(field, answer, locale)
    case 'money':
      return typeof answer === 'number' ? `Rp${writeRupiah(answer)}` : String(answer)
    case 'file':
      return fillText(countOf(answer) === 1 ? say.file : say.files, { n: countOf(answer) })
    case 'photo':
      return fillText(countOf(answer) === 1 ? say.photo : say.photos, { n: countOf(answer) })
    case 'signature':
      return say.signed
    case 'area':
      return placeName(answer, names)
    case 'address':
      return displayAddress(answer as Address, names)
    case 'map-point':
      return displayPoint(answer as MapPoint, locale)
    case 'repeat':
    case 'table':
      return displayRows(field as FieldDefinition, answer, locale)
    default:
      return String(answer)
  }
}

/** Several chosen things, each in words. */
export function displayItems(
  field: Question | FieldDefinition,
  answer: unknown,
  locale: Locale,
  names: Names,
): string[] {
  const items = Array.isArray(answer) ? answer : []
  return items.map((item) =>
    field.kind === 'multi' ? optionLabel(field, item, locale, names) : memberName(item, names),
  )
}

/** As it stands in the input of its field, so that reading it again gives the same answer. */
export function writeAnswer(field: Question, answer: unknown, locale: Locale): string {
  if (answer === undefined || typeof answer === 'object') return ''
  if (typeof answer === 'number') {
    return field.kind === 'money' ? writeRupiah(answer) : writeNumber(answer, decimalsOf(field), locale)
  }
  return field.kind === 'time' && locale === 'id' ? String(answer).replace(':', '.') : String(answer)
}

function countOf(answer: unknown): number {
  return Array.isArray(answer) ? answer.length : 0
}

function grouped(text: string, pattern: RegExp): string {
  const match = pattern.exec(text)
  return match ? match.slice(1).join(' ') : text
}

function optionLabel(field: Question | FieldDefinition, answer: unknown, locale: Locale, names: Names): string {
  const options = field.options ?? names.options?.[field.id]
  return options?.find((option) => option.value === answer)?.label[locale] ?? String(answer)
}

function memberName(id: unknown, names: Names): string {
  return String(names.family?.find((member) => member['id'] === id)?.['name'] ?? id)
}

function placeName(code: unknown, names: Names): string {
  return names.places?.[String(code)] ?? String(code)
}

function displayNumber(field: Question | FieldDefinition, answer: unknown, locale: Locale): string {
  const text = typeof answer === 'number' ? writeNumber(answer, decimalsOf(field), locale) : String(answer)
  return field.unit ? `${text} ${field.unit[locale]}` : text
}

function displayAddress(address: Address, names: Names): string {
  const neighbourhood = [address.rt && `RT ${address.rt}`, address.rw && `RW ${address.rw}`].filter(Boolean).join(' ')
  return [address.street, neighbourhood, address.area && placeName(address.area, names)].filter(Boolean).join(', ')
}

/** To five digits, which is a step of one metre. */
function displayPoint({ lat, lon }: MapPoint, locale: Locale): string {
  const degrees = (value: unknown) => (typeof value === 'number' ? formatNumber(value, locale, 5) : String(value))
  return locale === 'id'
    ? `lintang ${degrees(lat)}, bujur ${degrees(lon)}`
    : `latitude ${degrees(lat)}, longitude ${degrees(lon)}`
}

/** A date that does not exist is kept as it was typed until it is corrected; it is shown that way too. */
function displayDate(answer: unknown, locale: Locale): string {
  if (typeof answer === 'object' && answer !== null) return Object.values(answer).filter(Boolean).join('-')
  const text = String(answer)
  return isDay(text) ? formatDay(Temporal.PlainDate.from(text), locale) : text
}

function displayRows(field: FieldDefinition, answer: unknown, locale: Locale): string {
  const { columns, rows } = tableOf(field, answer)
  const name = field.itemLabel?.[locale] ?? words[locale].row
  return rows
    .map(
      (row, index) =>
        `${name} ${index + 1}: ${columns
          .map((_, at) => row[at]?.[locale])
          .filter(Boolean)
          .join(', ')}`,
    )
    .join('; ')
}

/** Rows in words, to be shown as a table. An empty cell was not asked or not answered. */
export interface ReadableTable {
  readonly columns: readonly { readonly label: LocalText; readonly sensitive: boolean; readonly isNumber: boolean }[]
  readonly rows: readonly (readonly LocalText[])[]
}

export function tableOf(field: FieldDefinition, answer: unknown): ReadableTable {
  const columns = columnsOf(field)
  const cell = (row: Row, column: Question, locale: Locale) => {
    const value = row[column.id]
    return isEmpty(value) ? '' : displayAnswer(column, value, locale)
  }
  return {
    columns: columns.map((column) => ({
      label: column.label,
      // A NIK in a row is always somebody else's.
      sensitive: column.sensitive ?? column.kind === 'nik',
      isNumber: column.kind === 'number' || column.kind === 'money',
    })),
    rows: rowsOf(answer)
      .filter((row) => !isBlankRow(row))
      .map((row) => columns.map((column) => ({ id: cell(row, column, 'id'), en: cell(row, column, 'en') }))),
  }
}

/** A frozen, readable copy of what was asked and answered. */
export interface ReadableForm {
  readonly pages: readonly {
    readonly id: string
    readonly title: LocalText
    readonly rows: readonly ReadableRow[]
  }[]
}

export interface ReadableRow {
  readonly field: string
  readonly label: LocalText
  readonly value: LocalText
  readonly sensitive: boolean
  /** Ids of attachments, for fields that hold files. */
  readonly files: readonly string[]
  /** Repeat groups and tables. */
  readonly table?: ReadableTable | undefined
  /** Several choices or family members, each on its own. */
  readonly items?: readonly LocalText[] | undefined
}

/** Freezes the application as it is now, in both languages. */
export function readableForm(journey: Journey): ReadableForm {
  const names = namesOf(journey)
  return {
    pages: journey.pages.map((page) => ({
      id: page.id,
      title: page.definition.title,
      rows: page.fields
        .filter((field) => field.kind !== 'statement' || journey.answers[field.id] === true)
        .map((field) => readableRow(field, journey.answers[field.id], names)),
    })),
  }
}

/** One question and its answer in words. */
export function readableRow(field: FieldDefinition, answer: unknown, names: Names): ReadableRow {
  const both = (write: (locale: Locale) => string): LocalText => ({ id: write('id'), en: write('en') })
  const isMany = field.kind === 'multi' || field.kind === 'family-members'
  return {
    field: field.id,
    label: field.label,
    value: both((locale) => displayAnswer(field, answer, locale, names)),
    sensitive: field.sensitive ?? false,
    files: isFileKind(field.kind) && Array.isArray(answer) ? (answer as string[]) : [],
    ...(isRowKind(field.kind) ? { table: tableOf(field, answer) } : {}),
    ...(isMany ? { items: itemsOf(field, answer, names) } : {}),
  }
}

function itemsOf(field: FieldDefinition, answer: unknown, names: Names): LocalText[] {
  const [id, en] = [displayItems(field, answer, 'id', names), displayItems(field, answer, 'en', names)]
  return id.map((text, index) => ({ id: text, en: en[index] as string }))
}
