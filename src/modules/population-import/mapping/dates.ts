/** What a cell says of a day. */
export type DateReading =
  /** One day, however it is read: the year stands first, the month is a word, or day and month are the same. */
  | { readonly kind: 'day'; readonly day: string }
  /** Two numbers and a year. `dmy` and `mdy` are the days it would be; undefined when that is no day. */
  | { readonly kind: 'either'; readonly dmy: string | undefined; readonly mdy: string | undefined }
  | { readonly kind: 'short-year' }
  | { readonly kind: 'none' }

const months: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  peb: 2,
  mar: 3,
  apr: 4,
  mei: 5,
  may: 5,
  jun: 6,
  jul: 7,
  agu: 8,
  ags: 8,
  agt: 8,
  aug: 8,
  sep: 9,
  okt: 10,
  oct: 10,
  nov: 11,
  nop: 11,
  des: 12,
  dec: 12,
}
const numbers = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})(?:[ T]00?[:.]00.*)?$/
const yearFirst = /^(\d{4})[/.-]?(\d{2})[/.-]?(\d{2})(?:[ T]\d\d?[:.].*)?$/
const worded = /^(\d{1,2})[ .\-/]*([a-z]{3,9})[ .,\-/]*(\d{4})$/i
const shortYear = /^\d{1,2}[/.\- ](\d{1,2}|[a-z]{3,9})[/.\- ]\d{2}$/i

export function readDate(text: string): DateReading {
  const short = numbers.exec(text)
  if (short) {
    const [one, two, year] = [Number(short[1]), Number(short[2]), Number(short[3])]
    const dmy = isoDay(year, two, one)
    const mdy = isoDay(year, one, two)
    if (dmy && dmy === mdy) return { kind: 'day', day: dmy }
    return dmy || mdy ? { kind: 'either', dmy, mdy } : { kind: 'none' }
  }
  const iso = yearFirst.exec(text)
  if (iso) return dayOrNone(isoDay(Number(iso[1]), Number(iso[2]), Number(iso[3])))
  const named = worded.exec(text)
  if (named) {
    const month = months[(named[2] as string).slice(0, 3).toLowerCase()]
    return dayOrNone(month && isoDay(Number(named[3]), month, Number(named[1])))
  }
  return shortYear.test(text) ? { kind: 'short-year' } : { kind: 'none' }
}

function dayOrNone(day: string | 0 | undefined): DateReading {
  return day ? { kind: 'day', day } : { kind: 'none' }
}

const monthLengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** An ISO day; undefined when there is none. A million rows are read, so without a date object. */
export function isoDay(year: number, month: number, day: number): string | undefined {
  if (year < 1800 || year > 2200 || month < 1 || month > 12 || day < 1) return undefined
  if (day > (monthLengths[month - 1] as number)) return undefined
  if (month === 2 && day === 29 && !(year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0))) return undefined
  return `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`
}

/** What a whole column of dates shows. */
export interface DateEvidence {
  /** Cells that are a day only when the day stands first, and the first row that is. */
  readonly dayFirst: number
  readonly dayFirstRow: number
  readonly monthFirst: number
  readonly monthFirstRow: number
  /** Could be either. */
  readonly either: number
  readonly clear: number
  /** Real date cells of a workbook whose day is at most 12, and those where it is more. */
  readonly cellLow: number
  readonly cellHigh: number
  readonly shortYear: number
  readonly none: number
}

export type DateOrder = 'dmy' | 'mdy'

/**
 * In which order a column writes its dates, as far as the column itself proves it.
 * `mixed`: both orders occur, so a cell that could be either is believed only when the NIK says the same.
 * `unknown`: nothing proves it; somebody has to say.
 */
export type ProvedOrder = DateOrder | 'clear' | 'mixed' | 'unknown'

export function provedOrder(evidence: DateEvidence): ProvedOrder {
  if (evidence.dayFirst > 0 && evidence.monthFirst > 0) return 'mixed'
  if (evidence.dayFirst > 0) return 'dmy'
  if (evidence.monthFirst > 0) return 'mdy'
  return evidence.either > 0 ? 'unknown' : 'clear'
}

/**
 * A spreadsheet program with another order turns 03/04/1980 into a date cell of 4 March and leaves 25/04/1980 as
 * text. Where no date cell has a day past twelve and texts stand beside them, the cells are not to be believed.
 */
export function cellsAreDoubtful(evidence: DateEvidence): boolean {
  return (
    evidence.cellLow > 0 && evidence.cellHigh === 0 && evidence.dayFirst + evidence.monthFirst + evidence.either > 0
  )
}

/** True when the digits of a NIK say this day. @basis PP 37/2007 pasal 37 */
export function nikSaysDay(nik: string, day: string): boolean {
  return (
    Number(nik.slice(6, 8)) % 40 === Number(day.slice(8)) &&
    nik.slice(8, 10) === day.slice(5, 7) &&
    nik.slice(10, 12) === day.slice(2, 4)
  )
}
