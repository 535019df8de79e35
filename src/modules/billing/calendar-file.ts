export interface CalendarDay {
  /** Stays the same as long as it is the same thing. */
  readonly id: string
  readonly on: Temporal.PlainDate
  readonly title: string
  readonly text: string
  readonly link: string
  /** Days before at which the calendar program reminds. */
  readonly remindDays: readonly number[]
}

/** Whole days as an iCalendar file (RFC 5545). */
export function calendarFile(name: string, days: readonly CalendarDay[], now: Temporal.Instant): string {
  const stamp = now.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')
  const day = (on: Temporal.PlainDate) => on.toString().replaceAll('-', '')
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Balai//Tagihan//ID',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${plain(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    ...days.flatMap((each) => [
      'BEGIN:VEVENT',
      `UID:${each.id}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${day(each.on)}`,
      `DTEND;VALUE=DATE:${day(each.on.add({ days: 1 }))}`,
      `SUMMARY:${plain(each.title)}`,
      `DESCRIPTION:${plain(each.text)}`,
      `URL:${each.link}`,
      'TRANSP:TRANSPARENT',
      ...each.remindDays.flatMap((before) => [
        'BEGIN:VALARM',
        'ACTION:DISPLAY',
        `DESCRIPTION:${plain(each.title)}`,
        `TRIGGER:-P${before}D`,
        'END:VALARM',
      ]),
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

const plain = (text: string) =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n|\r|\n/g, '\\n')

/** No line is longer than 75 octets; a sign of several octets is not divided. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let size = 0
  for (const sign of line) {
    const more = Buffer.byteLength(sign)
    if (size + more > 75) {
      parts.push(part)
      part = ' '
      size = 1
    }
    part += sign
    size += more
  }
  return [...parts, part].join('\r\n')
}
