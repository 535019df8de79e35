import Holidays from 'date-holidays'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  calendarDeadline,
  extendDeadline,
  isWorkingDay,
  receivedOn,
  workingCalendar,
  workingDeadline,
  workingMinutesBetween,
} from '#kernel/clock/working-days.ts'
import { type Rule, ruleOn } from './domain.ts'
import { readRuleFiles } from './seed.ts'

const files = readRuleFiles()
const days = [...files.holidays.national, ...files.holidays.joint].map(([day]) => day)
const hours = Object.fromEntries(files.hours.map((row) => [row.weekday, [row.opens, row.closes] as const]))
const calendar = workingCalendar('Asia/Jakarta', hours, days)
const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('Asia/Jakarta').toInstant()
const show = (instant: Temporal.Instant) => instant.toZonedDateTimeISO('Asia/Jakarta').toPlainDateTime().toString()

describe('holidays', () => {
  it('agree with an independent calendar on every fixed and Christian day, and within a day on the lunar ones', () => {
    const other = new Holidays('ID')
    for (const year of [2024, 2025, 2026, 2027]) {
      const known = new Set(files.holidays.national.map(([day]) => day).filter((day) => day.startsWith(String(year))))
      const near = (day: string, reach: number) =>
        Array.from({ length: reach * 2 + 1 }, (_, index) =>
          Temporal.PlainDate.from(day)
            .add({ days: index - reach })
            .toString(),
        ).some((candidate) => known.has(candidate))
      for (const holiday of other.getHolidays(year).filter((row) => row.type === 'public')) {
        const day = holiday.date.slice(0, 10)
        expect(near(day, 1), `${day} ${holiday.name}`).toBe(true)
      }
    }
  })

  it('name no day twice', () => {
    expect(new Set(days).size).toBe(days.length)
  })
})

describe('working days', () => {
  it('a file sent before closing counts from the same day, after closing from the next working day', () => {
    expect(receivedOn(at('2026-11-20T15:59'), calendar).toString()).toBe('2026-11-20')
    expect(receivedOn(at('2026-11-20T16:00'), calendar).toString()).toBe('2026-11-23')
    expect(receivedOn(at('2026-11-22T09:00'), calendar).toString()).toBe('2026-11-23')
  })

  it('the day of receipt does not count, and the last day runs until closing', () => {
    expect(show(workingDeadline(at('2026-11-20T09:14'), 1, calendar))).toBe('2026-11-23T16:00:00')
    expect(show(workingDeadline(at('2026-11-20T17:00'), 1, calendar))).toBe('2026-11-24T16:00:00')
  })

  it('skips holidays and joint leave: Eid 2026', () => {
    // 17 March is a Tuesday; 18 to 24 March are leave, Nyepi, Eid and a weekend.
    expect(show(workingDeadline(at('2026-03-17T10:00'), 1, calendar))).toBe('2026-03-25T16:00:00')
    expect(show(workingDeadline(at('2026-03-17T10:00'), 3, calendar))).toBe('2026-03-27T16:00:00')
  })

  it('calendar days run to the end of the last day', () => {
    expect(show(calendarDeadline(at('2026-01-01T10:00'), 60, 'Asia/Jakarta'))).toBe('2026-03-02T23:59:59')
  })

  it('a deadline is always a working day and never before the receipt', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 0, max: 40 }), (minutes, count) => {
        const start = at('2025-01-01T00:00').add({ minutes })
        const deadline = workingDeadline(start, count, calendar)
        const day = deadline.toZonedDateTimeISO('Asia/Jakarta').toPlainDate()
        expect(isWorkingDay(day, calendar)).toBe(true)
        expect(Temporal.Instant.compare(deadline, start)).toBe(1)
        expect(Temporal.Instant.compare(workingDeadline(start, count + 1, calendar), deadline)).toBe(1)
      }),
      { numRuns: 300 },
    )
  })

  it('while the applicant holds the file the clock stands: the deadline moves by that much opening time', () => {
    const deadline = at('2026-11-23T16:00')
    const from = at('2026-11-20T10:00')
    const to = at('2026-11-20T14:00')
    expect(workingMinutesBetween(from, to, calendar)).toBe(240)
    expect(show(extendDeadline(deadline, from, to, calendar))).toBe('2026-11-24T12:00:00')
  })

  it('holding a file over a closed weekend moves nothing', () => {
    const deadline = at('2026-11-23T16:00')
    expect(show(extendDeadline(deadline, at('2026-11-21T08:00'), at('2026-11-22T20:00'), calendar))).toBe(
      '2026-11-23T16:00:00',
    )
  })
})

describe('dated rules', () => {
  const row = (value: number, region: string, validFrom: string, validTo?: string): Rule => ({
    id: `${value}`,
    key: 'x.y',
    region,
    value,
    unit: 'year',
    title: { id: '', en: '' },
    citation: 'c',
    status: 'verified',
    validFrom,
    validTo,
  })
  const rows = [row(1, '', '2020-01-01', '2024-12-31'), row(2, '', '2025-01-01'), row(3, '99.01', '2025-06-01')]
  const on = (region: string, day: string) => ruleOn(rows, 'x.y', region, Temporal.PlainDate.from(day))?.value

  it('holds from its first day to its last', () => {
    expect(on('99.01', '2024-12-31')).toBe(1)
    expect(on('99.01', '2025-01-01')).toBe(2)
    expect(on('99.01', '2019-12-31')).toBeUndefined()
  })
  it('the most local row wins, and only within its region', () => {
    expect(on('99.01.02', '2025-06-01')).toBe(3)
    expect(on('99.02', '2025-06-01')).toBe(2)
    expect(on('99.012', '2025-06-01')).toBe(2)
  })
  it('every shipped row cites a regulation, or says that it is invented', () => {
    for (const rule of files.rules) expect(rule.citation, rule.key).toMatch(/\d|\(rekaan\)|Keputusan|Peraturan/)
  })
})
