import { type Locale, localText } from '#kernel/i18n/texts.ts'
import type { Holiday } from './queries/calendar.ts'

/**
 * The holidays as an iCalendar file (RFC 5545): all-day events with ids that stay the same from one download to the
 * next, so that a calendar shows each day once.
 */
export function calendarFile(
  holidays: readonly Holiday[],
  options: { host: string; name: string; locale: Locale; stampedAt: Temporal.Instant },
): string {
  const stamp = `${options.stampedAt.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')}`
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Balai//${escaped(options.name)}//ID`,
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(options.name)}`,
    ...holidays.flatMap((holiday) => [
      'BEGIN:VEVENT',
      `UID:${holiday.day}-${holiday.kind}@${options.host}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${holiday.day.replaceAll('-', '')}`,
      `DTEND;VALUE=DATE:${Temporal.PlainDate.from(holiday.day).add({ days: 1 }).toString().replaceAll('-', '')}`,
      `SUMMARY:${escaped(localText(holiday.name, options.locale))}`,
      `DESCRIPTION:${escaped(holiday.citation)}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return `${lines.flatMap(folded).join('\r\n')}\r\n`
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n')
}

/** No line may be longer than 75 octets; what goes on begins with a space. */
function folded(line: string): string[] {
  const parts: string[] = []
  let part = ''
  let size = 0
  for (const sign of line) {
    const bytes = Buffer.byteLength(sign)
    if (size + bytes > (parts.length ? 74 : 75)) {
      parts.push(part)
      part = ''
      size = 0
    }
    part += sign
    size += bytes
  }
  parts.push(part)
  return parts.map((text, index) => (index ? ` ${text}` : text))
}
