import type { LocalText } from '#kernel/i18n/texts.ts'
import { isDay } from './calendar-days.ts'
import { decimalsOf, isRegisterChoice, longestText, type Question } from './kinds.ts'
import { writeNumber, writeRupiah } from './reading.ts'

export interface ShapeFault {
  /** The part of the answer, for kinds of several inputs. */
  readonly part?: string
  readonly message: LocalText
}

export interface ShapeContext {
  readonly today: string
  readonly family: readonly Readonly<Record<string, unknown>>[]
  /** Rows of a register that may be chosen; undefined where nobody looked. */
  readonly options?: readonly { readonly value: string }[] | undefined
}

const longest = { text: 120, name: 120, 'long-text': 2000 } as const

/** Indonesia with its waters, in degrees. */
const bounds = { south: -12.5, north: 6.5, west: 94, east: 142 } as const

/** Faults of form that need no condition of the definition: a NIK of 15 digits, a day that does not exist. */
export function checkShape(field: Question, value: unknown, context: ShapeContext): ShapeFault[] {
  if (field.kind === 'address') return checkAddress(value)
  const message = check(field, value, context)
  return message ? [{ message }] : []
}

function check(field: Question, value: unknown, context: ShapeContext): LocalText | undefined {
  const text = typeof value === 'object' ? '' : String(value)
  switch (field.kind) {
    case 'text':
    case 'name':
    case 'long-text':
      return checkText(field, text)
    case 'number':
      return checkNumber(field, value)
    case 'money':
      return checkMoney(field, value)
    case 'date':
      return checkDate(field, value, context.today)
    case 'choice':
      return isRegisterChoice(field) ? checkChosenRow(text, context) : checkChoice(field, value)
    case 'multi':
      return checkMulti(field, value)
    case 'map-point':
      return checkPoint(value)
    case 'family-member':
    case 'family-members':
      return [value].flat().every((id) => context.family.some((member) => member['id'] === id))
        ? undefined
        : { id: 'Pilih dari anggota keluarga Anda.', en: 'Choose from the members of your family.' }
    default:
      return patterns[field.kind]?.test(text) === false ? patternTexts[field.kind] : undefined
  }
}

function checkChoice(field: Question, value: unknown): LocalText | undefined {
  return field.options?.some((option) => option.value === value)
    ? undefined
    : { id: 'Pilih salah satu dari daftar.', en: 'Choose one from the list.' }
}

function checkChosenRow(text: string, { options }: ShapeContext): LocalText | undefined {
  const stands = options ? options.some((option) => option.value === text) : text.length <= longest.text
  return stands
    ? undefined
    : {
        id: 'Pilihan ini tidak ada lagi; mungkin baru saja diambil orang lain. Pilih yang lain.',
        en: 'This choice is no longer there; somebody else may just have taken it. Choose another.',
      }
}

const patterns: Partial<Record<Question['kind'], RegExp>> = {
  time: /^([01]\d|2[0-3]):[0-5]\d$/,
  'yes-no': /^(yes|no)$/,
  nik: /^\d{16}$/,
  nib: /^\d{13}$/,
  phone: /^(\+62|62|0)8\d{7,12}$/,
  email: /^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/,
  area: /^\d{2}\.\d{2}\.\d{2}\.\d{4}$/,
}

const patternTexts: Partial<Record<Question['kind'], LocalText>> = {
  time: { id: 'Tulis jam dalam bentuk 04.35 (jam dan menit).', en: 'Write the time as 04:35 (hours and minutes).' },
  'yes-no': { id: 'Pilih ya atau tidak.', en: 'Choose yes or no.' },
  nik: {
    id: 'NIK terdiri dari 16 angka, seperti pada KTP atau kartu keluarga.',
    en: 'A NIK has 16 digits, as on the identity or family card.',
  },
  nib: {
    id: 'NIB terdiri dari 13 angka, seperti pada lembar NIB dari OSS.',
    en: 'A NIB has 13 digits, as on the NIB sheet from OSS.',
  },
  phone: { id: 'Tulis nomor ponsel seperti 0812 3456 7890.', en: 'Write a mobile number such as 0812 3456 7890.' },
  email: { id: 'Tulis alamat surel seperti nama@contoh.id.', en: 'Write an e-mail address such as name@example.id.' },
  area: { id: 'Pilih sampai desa atau kelurahan.', en: 'Choose down to the village.' },
}

function checkText(field: Question, value: string): LocalText | undefined {
  const limit = Math.min(field.max ?? longest[field.kind as keyof typeof longest], longestText)
  if (value.length > limit) {
    return {
      id: `Paling banyak ${limit} huruf; Anda menulis ${value.length}.`,
      en: `At most ${limit} characters; you wrote ${value.length}.`,
    }
  }
  if (field.min !== undefined && value.trim().length < field.min) {
    return { id: `Tulis paling sedikit ${field.min} huruf.`, en: `Write at least ${field.min} characters.` }
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

function checkNumber(field: Question, value: unknown): LocalText | undefined {
  const decimals = decimalsOf(field)
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    return decimals > 0
      ? { id: 'Tulis dengan angka, misalnya 3,2.', en: 'Write a number, such as 3.2.' }
      : { id: 'Tulis dengan angka, misalnya 12.', en: 'Write a number, such as 12.' }
  }
  if (Math.abs(value * 10 ** decimals - Math.round(value * 10 ** decimals)) > 1e-6) {
    return decimals > 0
      ? { id: `Paling banyak ${decimals} angka di belakang koma.`, en: `At most ${decimals} digits after the point.` }
      : { id: 'Tulis bilangan bulat, tanpa koma.', en: 'Write a whole number.' }
  }
  return between(field, value, (bound, locale) => writeNumber(bound, decimals, locale))
}

function checkMoney(field: Question, value: unknown): LocalText | undefined {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) {
    return {
      id: 'Tulis rupiah bulat dengan angka, misalnya 1.250.000.',
      en: 'Write whole rupiah in digits, such as 1.250.000.',
    }
  }
  return between(field, value, (bound) => `Rp${writeRupiah(bound)}`)
}

type Write = (bound: number, locale: 'id' | 'en') => string

function between(field: Question, value: number, write: Write): LocalText | undefined {
  const { min = 0, max = Number.MAX_SAFE_INTEGER } = field
  if (value >= min && value <= max) return undefined
  if (max === Number.MAX_SAFE_INTEGER) {
    return { id: `Isi ${write(min, 'id')} atau lebih.`, en: `Enter ${write(min, 'en')} or more.` }
  }
  return {
    id: `Isi antara ${write(min, 'id')} dan ${write(max, 'id')}.`,
    en: `Enter between ${write(min, 'en')} and ${write(max, 'en')}.`,
  }
}

function checkDate(field: Question, value: unknown, today: string): LocalText | undefined {
  if (typeof value === 'object' && value !== null && 'day' in value) {
    return ['day', 'month', 'year'].some((part) => !(value as Record<string, string>)[part])
      ? { id: 'Lengkapi tanggal, bulan dan tahun.', en: 'Complete the day, month and year.' }
      : { id: 'Tanggal ini tidak ada di kalender.', en: 'This date does not exist.' }
  }
  const day = textOf(value)
  if (!isDay(day)) return { id: 'Tulis tanggal yang benar.', en: 'Write a real date.' }
  if (day > today && !field.future) return { id: 'Tanggal ini belum terjadi.', en: 'This date has not happened yet.' }
  if (day > '2199-12-31') return { id: 'Tahunnya terlalu jauh di depan.', en: 'The year is too far ahead.' }
  if (day < '1900-01-01') return { id: 'Tahunnya terlalu lampau.', en: 'The year is too long ago.' }
  return undefined
}

function checkMulti(field: Question, value: unknown): LocalText | undefined {
  const chosen = Array.isArray(value) ? value : []
  if (chosen.length === 0 || chosen.some((one) => !field.options?.some((option) => option.value === one))) {
    return { id: 'Pilih dari daftar.', en: 'Choose from the list.' }
  }
  const { min = 0, max = Number.MAX_SAFE_INTEGER } = field
  if (chosen.length < min) return { id: `Pilih paling sedikit ${min}.`, en: `Choose at least ${min}.` }
  if (chosen.length > max) return { id: `Pilih paling banyak ${max}.`, en: `Choose at most ${max}.` }
  return undefined
}

function checkPoint(value: unknown): LocalText | undefined {
  const { lat, lon } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>
  if (typeof lat !== 'number' || typeof lon !== 'number') {
    return {
      id: 'Tulis lintang dan bujur dalam derajat, misalnya -7,2575 dan 112,7521.',
      en: 'Write latitude and longitude in degrees, such as -7.2575 and 112.7521.',
    }
  }
  const inside = lat >= bounds.south && lat <= bounds.north && lon >= bounds.west && lon <= bounds.east
  if (inside) return undefined
  const swapped = lon >= bounds.south && lon <= bounds.north && lat >= bounds.west && lat <= bounds.east
  return swapped
    ? { id: 'Lintang dan bujur tertukar.', en: 'Latitude and longitude are the wrong way round.' }
    : { id: 'Titik ini berada di luar Indonesia.', en: 'This point lies outside Indonesia.' }
}

function checkAddress(value: unknown): ShapeFault[] {
  const address = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>
  const part = (name: string) => (typeof address[name] === 'string' ? (address[name] as string) : '')
  const faults: ShapeFault[] = []
  if (part('street').trim() === '') {
    faults.push({
      part: 'street',
      message: {
        id: 'Isi jalan atau nama kampung dan nomor rumah.',
        en: 'Enter the street or hamlet and house number.',
      },
    })
  } else if (part('street').length > 200) {
    faults.push({ part: 'street', message: { id: 'Paling banyak 200 huruf.', en: 'At most 200 characters.' } })
  }
  for (const name of ['rt', 'rw']) {
    if (part(name) === '' || /^\d{3}$/.test(part(name))) continue
    const title = name.toUpperCase()
    faults.push({
      part: name,
      message: { id: `${title} terdiri dari paling banyak 3 angka.`, en: `${title} has at most 3 digits.` },
    })
  }
  if (!(patterns.area as RegExp).test(part('area'))) {
    faults.push({ part: 'area', message: patternTexts.area as LocalText })
  }
  return faults
}

/** What was sent may be anything: `{ "toString": 0 }` has no text at all. */
function textOf(value: unknown): string {
  return typeof value === 'object' && value !== null ? '' : String(value)
}
