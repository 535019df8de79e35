import type { Zone } from './clock.ts'

/** Opening hours of one day of the week, local time. */
export interface OpeningHours {
  readonly opens: Temporal.PlainTime
  readonly closes: Temporal.PlainTime
}

/** What a region calls a working day: opening hours by ISO day of the week (1 = Monday), minus holidays. */
export interface WorkingCalendar {
  readonly zone: Zone
  readonly hours: ReadonlyMap<number, OpeningHours>
  readonly holidays: ReadonlySet<string>
}

export function workingCalendar(
  zone: Zone,
  hours: Readonly<Record<number, readonly [opens: string, closes: string]>>,
  holidays: Iterable<string>,
): WorkingCalendar {
  const days = Object.entries(hours).map(
    ([day, [opens, closes]]) =>
      [Number(day), { opens: Temporal.PlainTime.from(opens), closes: Temporal.PlainTime.from(closes) }] as const,
  )
  if (days.length === 0) throw new RangeError('a working calendar needs at least one working day a week')
  return { zone, hours: new Map(days), holidays: new Set(holidays) }
}

export function isWorkingDay(day: Temporal.PlainDate, calendar: WorkingCalendar): boolean {
  return calendar.hours.has(day.dayOfWeek) && !calendar.holidays.has(day.toString())
}

export function nextWorkingDay(day: Temporal.PlainDate, calendar: WorkingCalendar): Temporal.PlainDate {
  let next = day
  do next = next.add({ days: 1 })
  while (!isWorkingDay(next, calendar))
  return next
}

/** The day a file counts as received: the same day before closing on a working day, else the next working day. */
export function receivedOn(at: Temporal.Instant, calendar: WorkingCalendar): Temporal.PlainDate {
  const local = at.toZonedDateTimeISO(calendar.zone)
  const day = local.toPlainDate()
  const hours = calendar.hours.get(day.dayOfWeek)
  const inTime = hours && Temporal.PlainTime.compare(local.toPlainTime(), hours.closes) < 0
  return isWorkingDay(day, calendar) && inTime ? day : nextWorkingDay(day, calendar)
}

/**
 * The latest moment for something due `days` working days after `at`: the day of receipt does not
 * count, and the last day runs until the office closes.
 */
export function workingDeadline(at: Temporal.Instant, days: number, calendar: WorkingCalendar): Temporal.Instant {
  let day = receivedOn(at, calendar)
  for (let left = days; left > 0; left -= 1) day = nextWorkingDay(day, calendar)
  return closingOf(day, calendar)
}

/** The latest moment for something due `days` calendar days after `at`: the end of that day. */
export function calendarDeadline(at: Temporal.Instant, days: number, zone: Zone): Temporal.Instant {
  const day = at
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .add({ days: days + 1 })
  return day.toZonedDateTime(zone).toInstant().subtract({ seconds: 1 })
}

/** Opening time between two moments, in whole minutes: nights, weekends and holidays do not count. */
export function workingMinutesBetween(from: Temporal.Instant, to: Temporal.Instant, calendar: WorkingCalendar): number {
  if (Temporal.Instant.compare(from, to) >= 0) return 0
  const last = to.toZonedDateTimeISO(calendar.zone).toPlainDate()
  let day = from.toZonedDateTimeISO(calendar.zone).toPlainDate()
  let minutes = 0
  while (Temporal.PlainDate.compare(day, last) <= 0) {
    if (isWorkingDay(day, calendar)) minutes += overlapMinutes(day, from, to, calendar)
    day = day.add({ days: 1 })
  }
  return Math.floor(minutes)
}

/** Moves a deadline later by the opening time that the applicant held the file (stop-clock). */
export function extendDeadline(
  deadline: Temporal.Instant,
  heldFrom: Temporal.Instant,
  heldTo: Temporal.Instant,
  calendar: WorkingCalendar,
): Temporal.Instant {
  let left = workingMinutesBetween(heldFrom, heldTo, calendar)
  let at = deadline
  while (left > 0) {
    const day = at.toZonedDateTimeISO(calendar.zone).toPlainDate()
    const closes = isWorkingDay(day, calendar) ? closingOf(day, calendar) : undefined
    const room = closes ? workingMinutesBetween(at, closes, calendar) : 0
    if (left <= room) return later(at, openingOf(day, calendar)).add({ minutes: left })
    left -= room
    at = openingOf(nextWorkingDay(day, calendar), calendar)
  }
  return at
}

function overlapMinutes(
  day: Temporal.PlainDate,
  from: Temporal.Instant,
  to: Temporal.Instant,
  calendar: WorkingCalendar,
): number {
  const start = later(from, openingOf(day, calendar))
  const end = earlier(to, closingOf(day, calendar))
  return Math.max(0, (end.epochMilliseconds - start.epochMilliseconds) / 60_000)
}

interface OpenSpan {
  readonly opens: Temporal.Instant
  readonly closes: Temporal.Instant
}

/** Pages measure hundreds of files over the same few days; finding a moment in a zone is the dear part. */
const spans = new WeakMap<WorkingCalendar, Map<string, OpenSpan>>()

function spanOf(day: Temporal.PlainDate, calendar: WorkingCalendar): OpenSpan {
  const known = spans.get(calendar) ?? new Map<string, OpenSpan>()
  const key = day.toString()
  let span = known.get(key)
  if (!span) {
    const { opens, closes } = hoursOf(day, calendar)
    span = { opens: moment(day, opens, calendar), closes: moment(day, closes, calendar) }
    spans.set(calendar, known.set(key, span))
  }
  return span
}

function openingOf(day: Temporal.PlainDate, calendar: WorkingCalendar): Temporal.Instant {
  return spanOf(day, calendar).opens
}

function closingOf(day: Temporal.PlainDate, calendar: WorkingCalendar): Temporal.Instant {
  return spanOf(day, calendar).closes
}

function hoursOf(day: Temporal.PlainDate, calendar: WorkingCalendar): OpeningHours {
  const hours = calendar.hours.get(day.dayOfWeek)
  if (!hours) throw new RangeError(`${day} is not a working day`)
  return hours
}

function moment(day: Temporal.PlainDate, time: Temporal.PlainTime, calendar: WorkingCalendar): Temporal.Instant {
  return day.toZonedDateTime({ timeZone: calendar.zone, plainTime: time }).toInstant()
}

const later = (a: Temporal.Instant, b: Temporal.Instant) => (Temporal.Instant.compare(a, b) > 0 ? a : b)
const earlier = (a: Temporal.Instant, b: Temporal.Instant) => (Temporal.Instant.compare(a, b) < 0 ? a : b)
