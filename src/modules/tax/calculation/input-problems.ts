import type { LocalText } from '#kernel/i18n/texts.ts'
import type { Field } from './fields.ts'
import { plainNumber } from './words.ts'

/** Why an answer cannot be used. `month` where it stands in a list of months. */
export type InputProblem = (
  | { readonly kind: 'missing' | 'no-number' | 'no-whole-number' | 'negative' | 'no-option' | 'no-day' }
  | { readonly kind: 'no-object' | 'no-months' | 'no-rows' }
  | { readonly kind: 'unknown'; readonly name: string }
  | { readonly kind: 'too-exact'; readonly places: number }
  | { readonly kind: 'too-small' | 'too-few-rows'; readonly least: number }
  | { readonly kind: 'too-large' | 'too-many-rows'; readonly most: number }
) & { readonly month?: number }

export const monthTexts: readonly LocalText[] = [
  ['Januari', 'January'],
  ['Februari', 'February'],
  ['Maret', 'March'],
  ['April', 'April'],
  ['Mei', 'May'],
  ['Juni', 'June'],
  ['Juli', 'July'],
  ['Agustus', 'August'],
  ['September', 'September'],
  ['Oktober', 'October'],
  ['November', 'November'],
  ['Desember', 'December'],
].map(([id = '', en = '']) => ({ id, en }))

/** The sentence at the field. */
export function inputProblem(problem: InputProblem, field: Field | undefined): LocalText {
  const name = field ? nameOf(field, problem.month) : { id: 'isian', en: 'input' }
  const isMoney = field?.kind === 'money' || field?.kind === 'months'
  const amount = (value: number): LocalText =>
    isMoney
      ? { id: `Rp${plainNumber(value, 'id')}`, en: `Rp${plainNumber(value, 'id')}` }
      : { id: plainNumber(value, 'id'), en: plainNumber(value, 'en') }
  switch (problem.kind) {
    case 'missing':
      return field?.kind === 'choice'
        ? { id: `Pilih ${name.id}.`, en: `Choose ${name.en}.` }
        : { id: `Isi ${name.id}.`, en: `Fill in ${name.en}.` }
    case 'no-number':
      return isMoney
        ? {
            id: `Tulis ${name.id} dengan angka, misalnya 1.250.000.`,
            en: `Write ${name.en} as a number, for example 1.250.000.`,
          }
        : {
            id: `Tulis ${name.id} dengan angka, misalnya 7,5.`,
            en: `Write ${name.en} as a number, for example 7.5.`,
          }
    case 'no-whole-number':
      return {
        id: `Tulis ${name.id} dengan bilangan bulat, tanpa koma.`,
        en: `Write ${name.en} as a whole number.`,
      }
    case 'negative':
      return { id: `${upper(name.id)} tidak boleh kurang dari nol.`, en: `${upper(name.en)} cannot be below zero.` }
    case 'too-small':
      return {
        id: `${upper(name.id)} paling sedikit ${amount(problem.least).id}.`,
        en: `${upper(name.en)} is at least ${amount(problem.least).en}.`,
      }
    case 'too-large':
      return {
        id: `${upper(name.id)} paling banyak ${amount(problem.most).id}.`,
        en: `${upper(name.en)} is at most ${amount(problem.most).en}.`,
      }
    case 'too-exact':
      return {
        id: `${upper(name.id)} ditulis dengan paling banyak ${problem.places} angka di belakang koma.`,
        en: `${upper(name.en)} has at most ${problem.places} decimals.`,
      }
    case 'no-option':
      return { id: `Pilih salah satu pada ${name.id}.`, en: `Choose one of the answers to ${name.en}.` }
    case 'no-day':
      return {
        id: `${upper(name.id)} bukan tanggal yang ada pada kalender.`,
        en: `${upper(name.en)} is not a day of the calendar.`,
      }
    case 'unknown':
      return {
        id: `Isian “${problem.name}” tidak dikenal perhitungan ini.`,
        en: `This calculation knows no input “${problem.name}”.`,
      }
    case 'no-object':
      return { id: 'Isian harus berupa objek JSON.', en: 'The input must be a JSON object.' }
    case 'no-months':
      return {
        id: `${upper(name.id)} ditulis sebagai daftar paling banyak 12 nilai, mulai dari Januari.`,
        en: `${upper(name.en)} is a list of at most 12 amounts, from January on.`,
      }
    case 'no-rows':
      return { id: `${upper(name.id)} harus berupa daftar.`, en: `${upper(name.en)} must be a list.` }
    case 'too-few-rows':
      return {
        id: `Isi paling sedikit ${problem.least} baris pada ${name.id}.`,
        en: `Fill in at least ${problem.least} row of ${name.en}.`,
      }
    case 'too-many-rows':
      return {
        id: `${upper(name.id)} paling banyak ${problem.most} baris.`,
        en: `${upper(name.en)} has at most ${problem.most} rows.`,
      }
  }
}

function nameOf(field: Field, month: number | undefined): LocalText {
  const at = month === undefined ? undefined : monthTexts[month - 1]
  return {
    id: `“${field.label.id}${at ? ` ${at.id}` : ''}”`,
    en: `“${field.label.en}${at ? ` ${at.en}` : ''}”`,
  }
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
