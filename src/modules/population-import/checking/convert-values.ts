import type { Sex } from '#modules/people/index.ts'
import { isoDay, nikSaysDay } from '../mapping/dates.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: what no text of a register holds
const unwanted = /[\0-\x1F\x7F\u00A0\u200B-\u200F\u2028-\u202E\uFEFF]+/g

/** Without control signs, and with single spaces. */
export function cleanText(text: string): string {
  const plain = text.search(unwanted) >= 0 ? text.replace(unwanted, ' ') : text
  return /^\s|\s\s|\s$/.test(plain) ? plain.trim().replace(/\s+/g, ' ') : plain
}

/** Names keep their spelling; only the apostrophe has one form, so that Ma’ruf and Ma'ruf are found together. */
export function cleanName(text: string): string {
  const plain = text.normalize('NFC')
  return /[’‘ʼ`´]/.test(plain) ? plain.replace(/[’‘ʼ`´]/g, "'") : plain
}

/** A name is letters with apostrophes, dots, commas, hyphens, and brackets of titles; one word is a name. */
export function isOddName(name: string): boolean {
  return !/^[\p{L}\p{M}][\p{L}\p{M}' .,\-/()]*$/u.test(name)
}

/**
 * The digits of a number as files write it. `lost` when a spreadsheet program kept it as a number: those hold fifteen
 * digits, so that the sixteenth is gone for ever.
 */
export function digitsOf(text: string, isNumberCell: boolean): string {
  const bare = text.replace(/^['"=]+|["']$/g, '')
  if (/^\d(?:[.,]\d+)?E\+?\d+$/i.test(bare)) return 'lost'
  const digits = bare.replace(/[\s.\-\u2010-\u2015]/g, '')
  if (!/^\d+$/.test(digits)) return ''
  if (isNumberCell && digits.length === 16 && digits.endsWith('0')) return 'lost'
  return digits
}

/** RT 3, "003" and "RT.03" are 003. */
export function padNumber(text: string): string {
  const digits = /\d+/.exec(text)?.[0].replace(/^0+(?=\d)/, '') ?? ''
  return digits === '' ? '000' : digits.slice(0, 3).padStart(3, '0')
}

/** Where a NIK disagrees with the row: remarks, for a NIK stays when birth date or sex are corrected. */
export function nikRemarks(
  nik: string,
  birthOn: string,
  sex: Sex,
): ('nik-date-differs' | 'nik-date-unreadable' | 'nik-sex-differs')[] {
  const day = Number(nik.slice(6, 8))
  const remarks: ('nik-date-differs' | 'nik-date-unreadable' | 'nik-sex-differs')[] = []
  if (!nikSaysDay(nik, birthOn)) {
    // A leap year, so that the digits are judged in any century.
    const isDay = isoDay(2000, Number(nik.slice(8, 10)), day > 40 ? day - 40 : day) !== undefined
    remarks.push(isDay ? 'nik-date-differs' : 'nik-date-unreadable')
  }
  if ((day > 40 ? 'female' : 'male') !== sex && sex) remarks.push('nik-sex-differs')
  return remarks
}

/** What an officer may see of a value that is wrong: enough to find it, without the value itself. */
export function maskText(text: string): string {
  const short = text.slice(0, 24)
  return short.replace(/[\p{L}\p{N}]/gu, (sign, place: number) => (place < 2 ? sign : '*'))
}
