/**
 * How months of lateness are counted: "started" from the day after the due date, a part of a month being a full one;
 * "calendar" by the number of the month, whatever the day.
 */
export type Counting = 'started' | 'calendar'

export function isCounting(text: string): text is Counting {
  return text === 'started' || text === 'calendar'
}

/** 0 on the due date and before; 31 January to 1 February is one month. */
export function countLateMonths(dueOn: Temporal.PlainDate, paidOn: Temporal.PlainDate, counting: Counting): number {
  if (Temporal.PlainDate.compare(paidOn, dueOn) <= 0) return 0
  const apart = (paidOn.year - dueOn.year) * 12 + paidOn.month - dueOn.month
  if (counting === 'calendar') return Math.max(apart, 1)
  // The end of a short month closes the month that began on a day it does not have.
  return Temporal.PlainDate.compare(dueOn.add({ months: apart }), paidOn) >= 0 ? apart : apart + 1
}
