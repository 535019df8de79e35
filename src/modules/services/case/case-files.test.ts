import { describe, expect, it } from 'vitest'
import { calendarFile } from './calendar-file.ts'

describe('a meeting for a calendar', () => {
  it('is in universal time, with escaped text and folded lines', () => {
    const text = calendarFile({
      id: 'a',
      startsAt: Temporal.Instant.from('2026-11-24T02:00:00Z'),
      endsAt: Temporal.Instant.from('2026-11-24T03:00:00Z'),
      writtenAt: Temporal.Instant.from('2026-11-22T02:00:00.123Z'),
      title: 'Peninjauan lokasi, 2026/IR/000001',
      place: 'Jalan Kenanga 14; RT 03',
      text: 'x'.repeat(200),
      host: 'arunika.example',
    }).toString('utf8')
    expect(text).toContain('DTSTART:20261124T020000Z\r\nDTEND:20261124T030000Z')
    expect(text).toContain('DTSTAMP:20261122T020000Z')
    expect(text).toContain('SUMMARY:Peninjauan lokasi\\, 2026/IR/000001')
    expect(text).toContain('LOCATION:Jalan Kenanga 14\\; RT 03')
    expect(Math.max(...text.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(75)
  })
})
