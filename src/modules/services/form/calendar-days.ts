/*
 * Days of the calendar as ISO text. Runs in the browser too, where phones have no Temporal yet, so it counts with
 * the UTC days of `Date`. Text that is no day gives 0 or "".
 */

interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

function parse(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return undefined
  const found = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }
  return found.month >= 1 && found.month <= 12 && found.day >= 1 && found.day <= lastDay(found.year, found.month)
    ? found
    : undefined
}

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function write({ year, month, day }: Day): string {
  if (year < 1 || year > 9999) return ''
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

const millis = ({ year, month, day }: Day): number => Date.UTC(year, month - 1, day)

/** True for a day that exists: "2026-02-28", never "2026-02-30". */
export function isDay(text: string): boolean {
  return parse(text) !== undefined
}

export function daysBetween(from: string, to: string): number {
  const [start, end] = [parse(from), parse(to)]
  return start && end ? (millis(end) - millis(start)) / 86_400_000 : 0
}

/** Whole years; a birthday on 29 February is passed on 1 March of common years. */
export function yearsBetween(from: string, to: string): number {
  const [start, end] = [parse(from), parse(to)]
  if (!start || !end) return 0
  if (millis(end) < millis(start)) return -yearsBetween(to, from) || 0
  const passed = end.month > start.month || (end.month === start.month && end.day >= start.day)
  return end.year - start.year - (passed ? 0 : 1)
}

export function addDays(from: string, count: number): string {
  const start = parse(from)
  if (!start || Math.abs(count) > 4_000_000) return ''
  const moved = new Date(millis(start) + count * 86_400_000)
  return write({ year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() })
}

/** A month later; the last day of a month when the same day does not exist there. */
export function addMonths(from: string, count: number): string {
  const start = parse(from)
  if (!start || Math.abs(count) > 120_000) return ''
  const months = start.year * 12 + start.month - 1 + count
  const [year, month] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1]
  return write({ year, month, day: Math.min(start.day, lastDay(year, month)) })
}
