import { expect, it } from 'vitest'
import { calendarFile } from './calendar-file.ts'

const now = Temporal.Instant.from('2026-11-23T02:00:00Z')
const day = {
  id: 'a@b',
  on: Temporal.PlainDate.from('2026-11-30'),
  title: 'Bayar; segera, ya',
  text: 'satu\ndua',
  link: 'https://x/y',
  remindDays: [7],
}

it('a day stands as RFC 5545 says: whole, escaped, with its reminder', () => {
  const file = calendarFile('Tagihan', [day], now)
  expect(file.split('\r\n').slice(6, 20)).toEqual([
    'BEGIN:VEVENT',
    'UID:a@b',
    'DTSTAMP:20261123T020000Z',
    'DTSTART;VALUE=DATE:20261130',
    'DTEND;VALUE=DATE:20261201',
    'SUMMARY:Bayar\\; segera\\, ya',
    'DESCRIPTION:satu\\ndua',
    'URL:https://x/y',
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'DESCRIPTION:Bayar\\; segera\\, ya',
    'TRIGGER:-P7D',
    'END:VALARM',
  ])
})

it('no line is longer than 75 octets, and none is cut within a sign', () => {
  const file = calendarFile('Tagihan', [{ ...day, title: 'é'.repeat(100) }], now)
  expect(Math.max(...file.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
  expect(file.replaceAll('\r\n ', '')).toContain(`SUMMARY:${'é'.repeat(100)}`)
})
