import { formatDay } from '#kernel/i18n/format.ts'
import type { Answers } from '#modules/services/index.ts'

/** A decision of a court as the applicant reported it, and the desk confirmed with the court. */
export interface CourtDecision {
  readonly court: string
  readonly number: string
  /** ISO day. */
  readonly on: string
}

export function courtDecisionIn(answers: Answers): CourtDecision {
  return {
    court: String(answers['courtName'] ?? ''),
    number: String(answers['courtNumber'] ?? ''),
    on: String(answers['courtOn'] ?? ''),
  }
}

/** "penetapan Pengadilan Negeri Arunika nomor 12/Pdt.P/2026 tanggal 3 November 2026" */
export function courtInWords({ court, number, on }: CourtDecision): string {
  return `penetapan ${court} nomor ${number} tanggal ${formatDay(Temporal.PlainDate.from(on), 'id')}`
}

export function courtRows({ court, number, on }: CourtDecision) {
  return [
    { label: 'Pengadilan', value: court },
    { label: 'Nomor penetapan', value: number },
    { label: 'Tanggal penetapan', value: formatDay(Temporal.PlainDate.from(on), 'id') },
  ]
}
