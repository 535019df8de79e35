import type { z } from 'zod'
import type { LocalText } from '../i18n/texts.ts'

type Issue = z.core.$ZodIssue

const formats: Readonly<Record<string, LocalText>> = {
  email: {
    id: 'Tulis alamat surel yang lengkap, misalnya nama@contoh.id.',
    en: 'Write a whole e-mail address, such as name@example.id.',
  },
  url: { id: 'Tulis alamat yang diawali https://.', en: 'Write an address that begins with https://.' },
  date: { id: 'Tulis tanggal yang ada di kalender.', en: 'Write a day that is in the calendar.' },
  time: { id: 'Tulis jam dan menit, misalnya 09.30.', en: 'Write hours and minutes, such as 09.30.' },
}

const empty = { id: 'Isian ini masih kosong.', en: 'This is still empty.' }
const choose = { id: 'Pilih salah satu.', en: 'Choose one.' }
const other = {
  id: 'Isian ini belum sesuai dengan yang diminta. Periksa lalu tulis lagi.',
  en: 'This is not what is asked for. Look at it and write it again.',
}

/** What is wrong with an input, as one person tells another: a schema that says nothing itself speaks like this. */
export function plainWords(issue: Issue): LocalText {
  switch (issue.code) {
    case 'invalid_type':
      return wrongKind(issue.expected)
    case 'invalid_value':
      return choose
    case 'too_small':
      return atLeast(issue.origin, Number(issue.minimum))
    case 'too_big':
      return atMost(issue.origin, Number(issue.maximum))
    case 'invalid_format':
      return formats[issue.format] ?? other
    case 'not_multiple_of':
      return issue.divisor === 1 ? wholeNumber : other
    default:
      return other
  }
}

const wholeNumber = { id: 'Tulis bilangan bulat dengan angka.', en: 'Write a whole number in figures.' }

function wrongKind(expected: string): LocalText {
  if (expected === 'int') return wholeNumber
  if (expected === 'number' || expected === 'bigint') return { id: 'Tulis dengan angka.', en: 'Write it in figures.' }
  if (expected === 'array') return { id: 'Pilih paling sedikit satu.', en: 'Choose at least one.' }
  return expected === 'string' ? empty : other
}

function atLeast(origin: string, least: number): LocalText {
  if (origin === 'string') {
    if (least <= 1) return empty
    return { id: `Tulis paling sedikit ${least} huruf.`, en: `Write at least ${least} letters.` }
  }
  if (isCounted(origin)) return { id: `Pilih paling sedikit ${least}.`, en: `Choose at least ${least}.` }
  if (origin === 'number' || origin === 'int')
    return { id: `Tulis angka yang tidak kurang dari ${least}.`, en: `Write a number that is not below ${least}.` }
  return other
}

function atMost(origin: string, most: number): LocalText {
  if (origin === 'string') return { id: `Tulis paling banyak ${most} huruf.`, en: `Write at most ${most} letters.` }
  if (isCounted(origin)) return { id: `Pilih paling banyak ${most}.`, en: `Choose at most ${most}.` }
  if (origin === 'number' || origin === 'int')
    return { id: `Tulis angka yang tidak lebih dari ${most}.`, en: `Write a number that is not above ${most}.` }
  return other
}

function isCounted(origin: string): boolean {
  return origin === 'array' || origin === 'set'
}
