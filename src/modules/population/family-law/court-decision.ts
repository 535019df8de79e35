import { formatDay } from '#kernel/i18n/format.ts'
import type { Answers } from '#modules/services/index.ts'

/** A court's decision as the form asks for it. */
export interface CourtDecision {
  readonly court: string
  readonly number: string
  /** ISO days. */
  readonly decidedOn: string
  readonly finalOn: string
  /** `Pengadilan Negeri Arunika, putusan 87/Pdt.G/2026/PN Arn, 1 Oktober 2026`. */
  readonly words: string
}

export function courtDecisionOf(answers: Answers): CourtDecision {
  const text = (name: string) => String(answers[name] ?? '')
  const [court, number, decidedOn] = [text('courtName'), text('decisionNumber'), text('decidedOn')]
  const day = formatDay(Temporal.PlainDate.from(decidedOn), 'id')
  return {
    court,
    number,
    decidedOn,
    finalOn: text('finalOn') || decidedOn,
    words: `${court}, putusan ${number}, ${day}`,
  }
}
