import { expect, it } from 'vitest'
import { workingCalendar } from '#kernel/clock/working-days.ts'
import type { RuleUse } from '#modules/rules/index.ts'
import { extendedPromise } from './deadline.ts'

const week = { 1: ['08:00', '16:00'], 2: ['08:00', '16:00'], 3: ['08:00', '16:00'], 4: ['08:00', '16:00'] } as const
const calendar = workingCalendar('Asia/Jakarta', { ...week, 5: ['08:00', '16:00'] }, ['2026-12-24', '2026-12-25'])
const seven: RuleUse = { id: '', key: 'x.extension', value: 7, unit: 'working-day', citation: 'UU 14/2008 pasal 22' }
const span = { rule: 'x.extension', per: 'working-day' } as const
const moved = (promise: string, now: string) =>
  extendedPromise(span, Temporal.Instant.from(promise), Temporal.Instant.from(now), () => seven, calendar)
    .toZonedDateTimeISO('Asia/Jakarta')
    .toPlainDateTime()
    .toString()

it('more time is counted from the day of the promise, whenever it is taken before', () => {
  // Friday 4 December at closing; 7 working days later is Tuesday 15 December.
  expect(moved('2026-12-04T09:00:00Z', '2026-11-25T03:00:00Z')).toBe('2026-12-15T16:00:00')
  expect(moved('2026-12-04T09:00:00Z', '2026-12-04T09:00:00Z')).toBe('2026-12-15T16:00:00')
})
it('holidays between do not count', () => {
  expect(moved('2026-12-21T09:00:00Z', '2026-12-10T03:00:00Z')).toBe('2027-01-01T16:00:00')
})
it('when the promise is over, it is counted from now', () => {
  expect(moved('2026-12-04T09:00:00Z', '2026-12-08T03:00:00Z')).toBe('2026-12-17T16:00:00')
})
