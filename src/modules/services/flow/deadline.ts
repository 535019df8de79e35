import { calendarDeadline, type WorkingCalendar, workingDeadline } from '#kernel/clock/working-days.ts'
import { type RuleUse, wholeNumber } from '#modules/rules/index.ts'
import type { Span } from '../definition/schema-parts.ts'

/** Finds the rule of a key as it holds for the case. @throws Error naming the key */
export type RuleOf = (key: string) => RuleUse

/** The last moment of a span that begins at `from`: the day itself does not count. */
export function deadlineOf(
  span: Span,
  from: Temporal.Instant,
  ruleOf: RuleOf,
  calendar: WorkingCalendar,
): Temporal.Instant {
  const length = wholeNumber(ruleOf(span.rule))
  switch (span.per) {
    case 'working-day':
      return workingDeadline(from, length, calendar)
    case 'calendar-day':
      return calendarDeadline(from, length, calendar.zone)
    default: {
      const begin = from.toZonedDateTimeISO(calendar.zone).toPlainDate()
      const end = begin.add(span.per === 'month' ? { months: length } : { years: length })
      return calendarDeadline(from, begin.until(end, { largestUnit: 'days' }).days, calendar.zone)
    }
  }
}

/**
 * A promise after the law gave more time: the span is counted from the day of the promise or, when that is over, from
 * now. The last moment of an office day still belongs to that day.
 */
export function extendedPromise(
  span: Span,
  promisedAt: Temporal.Instant,
  now: Temporal.Instant,
  ruleOf: RuleOf,
  calendar: WorkingCalendar,
): Temporal.Instant {
  const isOver = Temporal.Instant.compare(now, promisedAt) > 0
  return deadlineOf(span, isOver ? now : promisedAt.subtract({ seconds: 1 }), ruleOf, calendar)
}

/** The moment when three quarters of the way to a deadline are behind. */
export function warningBefore(deadline: Temporal.Instant, from: Temporal.Instant): Temporal.Instant {
  const length = deadline.epochMilliseconds - from.epochMilliseconds
  return Temporal.Instant.fromEpochMilliseconds(from.epochMilliseconds + Math.floor(length * 0.75))
}

const hoursPerRisk = 4

/** Where a file stands in the queue: by its due moment, and four hours earlier for each level of risk. */
export function placeInQueue(due: Temporal.Instant, risk: number): Temporal.Instant {
  return due.subtract({ hours: hoursPerRisk * risk })
}
