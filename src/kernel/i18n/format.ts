import { type Zone, zones } from '../clock/clock.ts'
import type { Locale } from './texts.ts'

const tags = { id: 'id-ID', en: 'en-GB' } as const
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(locale: Locale, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${zone} ${JSON.stringify(options)}`
  let found = formatters.get(key)
  if (!found) {
    found = new Intl.DateTimeFormat(tags[locale], { timeZone: zone, ...options })
    formatters.set(key, found)
  }
  return found
}

/** "23 November 2026" */
export function formatDay(day: Temporal.PlainDate, locale: Locale): string {
  return formatter(locale, 'UTC', { day: 'numeric', month: 'long', year: 'numeric' }).format(utc(day))
}

/** "Senin, 23 November 2026", without the comma that Indonesian sentences do not want there: "Senin 23 November 2026". */
export function formatDayWithName(day: Temporal.PlainDate, locale: Locale): string {
  const name = formatter(locale, 'UTC', { weekday: 'long' }).format(utc(day))
  return `${name} ${formatDay(day, locale)}`
}

/** "November 2026" */
export function formatMonth(month: Temporal.PlainYearMonth, locale: Locale): string {
  return formatter(locale, 'UTC', { month: 'long', year: 'numeric' }).format(utc(month.toPlainDate({ day: 1 })))
}

/** "Selasa 24 November, pukul 16.00 WIB" */
export function formatMoment(instant: Temporal.Instant, locale: Locale, zone: Zone): string {
  const date = new Date(instant.epochMilliseconds)
  const name = formatter(locale, zone, { weekday: 'long' }).format(date)
  const day = formatter(locale, zone, { day: 'numeric', month: 'long' }).format(date)
  return locale === 'id'
    ? `${name} ${day}, pukul ${formatTime(instant, locale, zone)}`
    : `${name} ${day}, ${formatTime(instant, locale, zone)}`
}

/** "Jumat 20 Nov 2026, 09.14" */
export function formatShort(instant: Temporal.Instant, locale: Locale, zone: Zone): string {
  const date = new Date(instant.epochMilliseconds)
  const day = formatter(locale, zone, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }).format(
    date,
  )
  return `${day.replace(',', '')}, ${formatTime(instant, locale, zone, false)}`
}

/** "15.00 WIB" in Indonesian, "15:00 WIB" in English. */
export function formatTime(instant: Temporal.Instant, locale: Locale, zone: Zone, withZone = true): string {
  const time = instant.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' })
  const shown = locale === 'id' ? time.replace(':', '.') : time
  return withZone ? `${shown} ${zones[zone]}` : shown
}

/** "1.284" in Indonesian, "1,284" in English. */
export function formatNumber(value: number, locale: Locale, digits = 0): string {
  return new Intl.NumberFormat(tags[locale], { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
    value,
  )
}

function utc(day: Temporal.PlainDate): Date {
  return new Date(Date.UTC(day.year, day.month - 1, day.day))
}
