import type { Locale } from '#kernel/i18n/texts.ts'
import type { Tone } from '#ui/index.ts'
import type { Appointment } from '../queries/appointments.ts'
import { fileTexts } from '../texts/case-file.ts'

const statusText = {
  proposed: 'meeting.proposed',
  agreed: 'meeting.agreed',
  held: 'meeting.status.held',
  missed: 'meeting.status.missed',
  moved: 'meeting.moved',
} as const
const tones = { proposed: 'soon', agreed: 'good', held: 'good', missed: 'late', moved: 'neutral' } as const

/** How a meeting stands, with the tone it is said in. */
export function meetingWords(status: Appointment['status'], locale: Locale): { text: string; tone: Tone } {
  return { text: fileTexts(locale)(statusText[status]), tone: tones[status] }
}
