/* How dates and times are typed. Without views, so that an island can read them too. */

/** What was typed into the three boxes, kept as it is. */
export type DateParts = { readonly day: string; readonly month: string; readonly year: string }

type FormSource = Readonly<Record<string, unknown>> | FormData | URLSearchParams

function read(form: FormSource, key: string): string {
  const value = form instanceof FormData || form instanceof URLSearchParams ? form.get(key) : form[key]
  return typeof value === 'string' ? value.trim() : ''
}

/**
 * The three boxes of a `DateField` read from a posted form.
 *
 * @returns the ISO date when they make a real one; undefined when all are empty;
 *   otherwise the parts as typed, to be given back to the field with an error.
 */
export function parseDateParts(form: FormSource, name: string): string | DateParts | undefined {
  const day = read(form, `${name}-day`)
  const month = read(form, `${name}-month`)
  const year = read(form, `${name}-year`)
  if (!day && !month && !year) return undefined
  return isoDate({ day, month, year }) ?? { day, month, year }
}

function isoDate({ day, month, year }: DateParts): string | undefined {
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year)) return undefined
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined
}

/** Which boxes are empty; none empty and still no date means that the day does not exist. */
export function missingDateParts(parts: DateParts): (keyof DateParts)[] {
  return (['day', 'month', 'year'] as const).filter((part) => !parts[part])
}

/** "8.30", "08:30" or "0830" as "08:30"; undefined when it is no time of day. */
export function parseTime(typed: string): string | undefined {
  const match = /^\s*(\d{1,2})\s*[.:]?\s*(\d{2})\s*$/.exec(typed)
  if (!match) return undefined
  const [hour, minute] = [Number(match[1]), Number(match[2])]
  if (hour > 23 || minute > 59) return undefined
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
