/*
 * Dates as whole days since 1 January 1970. A million people have some five million dates: arithmetic on
 * numbers and ready-made texts keep the generator at the speed of the database.
 */

const earliest = -20_500 // 1913
const latest = 25_000 // 2038

export interface DayTexts {
  readonly iso: string
  readonly year: number
  readonly month: number
  readonly day: number
  /** DDMMYY as a number, for NIK and KK prefixes. */
  readonly coded: number
  /** DDMMYYYY, for certificate numbers. */
  readonly long: string
}

const texts: (DayTexts | undefined)[] = []

export function dayTexts(day: number): DayTexts {
  const known = texts[day - earliest]
  if (known) return known
  if (day < earliest || day > latest) throw new RangeError(`day ${day} is outside the years of the demo`)
  const iso = new Date(day * 86_400_000).toISOString().slice(0, 10)
  const [year = 0, month = 0, date = 0] = iso.split('-').map(Number)
  const made: DayTexts = {
    iso,
    year,
    month,
    day: date,
    coded: date * 10_000 + month * 100 + (year % 100),
    long: `${iso.slice(8)}${iso.slice(5, 7)}${iso.slice(0, 4)}`,
  }
  texts[day - earliest] = made
  return made
}

export function dayNumber(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / 86_400_000
}

/** Near enough for drawing ages: rules that the law counts in years are kept with a margin. */
export const years = (count: number): number => Math.round(count * 365.25)
