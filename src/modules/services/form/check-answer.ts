import type { LocalText } from '#kernel/i18n/texts.ts'
import { parseNik } from '#modules/people/index.ts'
import { missingDateParts } from '#ui/components/date-field.tsx'
import type { Expressions, Surroundings } from '../definition/expressions.ts'
import type { FieldDefinition } from '../definition/schema.ts'

const longest = { text: 120, name: 120, 'long-text': 2000 } as const

/** Why a value cannot stand, in a sentence for the person; undefined when it can. */
export function checkAnswer(
  field: FieldDefinition,
  value: unknown,
  expressions: Expressions,
  surroundings: Surroundings,
): LocalText | undefined {
  if (isEmpty(value)) {
    return expressions.isTrue(field.required, surroundings) ? missing(field) : undefined
  }
  const shape = checkShape(field, value, surroundings.today)
  if (shape) return shape
  return field.checks?.find((check) => !expressions.isTrue(check.holds, surroundings))?.say
}

export function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || value === false || (Array.isArray(value) && value.length === 0)
}

function missing(field: FieldDefinition): LocalText {
  const id = field.label.id
  const en = field.label.en
  switch (field.kind) {
    case 'choice':
    case 'yes-no':
    case 'area':
      return { id: `Pilih ${lower(id)}.`, en: `Choose ${lower(en)}.` }
    case 'file':
      return { id: `Unggah ${lower(id)}.`, en: `Upload ${lower(en)}.` }
    case 'statement':
      return { id: 'Centang pernyataan ini untuk melanjutkan.', en: 'Tick this statement to continue.' }
    default:
      return { id: `Isi ${lower(id)}.`, en: `Enter ${lower(en)}.` }
  }
}

function checkShape(field: FieldDefinition, value: unknown, today: string): LocalText | undefined {
  switch (field.kind) {
    case 'text':
    case 'name':
    case 'long-text':
      return checkText(field, String(value))
    case 'number':
      return checkNumber(field, value)
    case 'date':
      return checkDate(value, today)
    case 'time':
      return /^([01]\d|2[0-3]):[0-5]\d$/.test(String(value))
        ? undefined
        : { id: 'Tulis jam dalam bentuk 04.35 (jam dan menit).', en: 'Write the time as 04:35 (hours and minutes).' }
    case 'choice':
      return field.options?.some((option) => option.value === value)
        ? undefined
        : { id: 'Pilih salah satu dari daftar.', en: 'Choose one from the list.' }
    case 'yes-no':
      return value === 'yes' || value === 'no' ? undefined : { id: 'Pilih ya atau tidak.', en: 'Choose yes or no.' }
    case 'nik':
      return parseNik(String(value))
        ? undefined
        : {
            id: 'NIK terdiri dari 16 angka, seperti pada KTP atau kartu keluarga.',
            en: 'A NIK has 16 digits, as on the identity or family card.',
          }
    case 'phone':
      return /^(\+62|62|0)8\d{7,12}$/.test(String(value))
        ? undefined
        : { id: 'Tulis nomor ponsel seperti 0812 3456 7890.', en: 'Write a mobile number such as 0812 3456 7890.' }
    case 'area':
      return /^\d{2}\.\d{2}\.\d{2}\.\d{4}$/.test(String(value))
        ? undefined
        : { id: 'Pilih sampai desa atau kelurahan.', en: 'Choose down to the village.' }
    case 'file':
    case 'statement':
      return undefined
  }
}

function checkText(field: FieldDefinition, value: string): LocalText | undefined {
  const limit = field.max ?? longest[field.kind as keyof typeof longest]
  if (value.length > limit) {
    return {
      id: `Paling banyak ${limit} huruf; Anda menulis ${value.length}.`,
      en: `At most ${limit} characters; you wrote ${value.length}.`,
    }
  }
  // Names of every people of the archipelago: letters of any script, spaces, apostrophe, hyphen and full stop.
  if (field.kind === 'name' && !/^[\p{L}\p{M}][\p{L}\p{M}\s'’.-]*$/u.test(value)) {
    return {
      id: 'Nama hanya berisi huruf, spasi, titik, petik satu dan tanda hubung.',
      en: 'A name holds only letters, spaces, full stops, apostrophes and hyphens.',
    }
  }
  return undefined
}

function checkNumber(field: FieldDefinition, value: unknown): LocalText | undefined {
  const { min = 0, max = Number.MAX_SAFE_INTEGER } = field
  if (typeof value !== 'number') return { id: 'Tulis dengan angka.', en: 'Write a number.' }
  if (value < min || value > max) {
    return { id: `Isi antara ${min} dan ${max}.`, en: `Enter between ${min} and ${max}.` }
  }
  return undefined
}

function checkDate(value: unknown, today: string): LocalText | undefined {
  if (typeof value === 'object' && value !== null && 'day' in value) {
    const lacking = missingDateParts(value as { day: string; month: string; year: string })
    return lacking.length
      ? { id: 'Lengkapi tanggal, bulan dan tahun.', en: 'Complete the day, month and year.' }
      : { id: 'Tanggal ini tidak ada di kalender.', en: 'This date does not exist.' }
  }
  const day = String(value)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return { id: 'Tulis tanggal yang benar.', en: 'Write a real date.' }
  if (day > today) return { id: 'Tanggal ini belum terjadi.', en: 'This date has not happened yet.' }
  if (day < '1900-01-01') return { id: 'Tahunnya terlalu lampau.', en: 'The year is too long ago.' }
  return undefined
}

function lower(text: string): string {
  return /^[A-Z]{2}/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1)
}
