import type { LocalText } from '#kernel/i18n/texts.ts'
import type { AssessmentState, ProposalKind } from './claims.ts'

/** When what may be demanded, in days of the region's own rules. */
export interface CollectingLaw {
  readonly warningAfterDays: number
  readonly seizureAfterDays: number
  readonly expiryYears: number
}

export const collectingRules = {
  warning: 'local-tax.warning-after',
  seizure: 'local-tax.seizure-after',
  expiry: 'local-tax.claim-expiry',
} as const

export interface Collected {
  readonly state: AssessmentState
  readonly dueOn: Temporal.PlainDate
  readonly isDisputed: boolean
  /** Of the latest demand or warning letter. */
  readonly lastLetterOn: Temporal.PlainDate | undefined
  readonly isProposed: boolean
  /** A draft of the yearly assessment is approved with its run. */
  readonly isOfRun: boolean
  readonly owes: boolean
}

/** Why a claim is written off. */
export const writeOffCauses = ['expired', 'uncollectable'] as const
export type WriteOffCause = (typeof writeOffCauses)[number]

const say = (id: string, en: string): LocalText => ({ id, en })

const wrongState: Readonly<Record<ProposalKind, LocalText>> = {
  assessment: say('Hanya konsep yang dapat diajukan untuk terbit.', 'Only a draft can be put forward for issue.'),
  stpd: say(
    'STPD hanya untuk yang lewat jatuh tempo dan belum ditagih.',
    'An STPD is for what is overdue and not demanded yet.',
  ),
  warning: say('Surat teguran menyusul STPD.', 'A warning letter follows the STPD.'),
  seizure: say('Penyitaan menyusul surat teguran.', 'A seizure follows the warning letter.'),
  'write-off': say('Hanya tunggakan yang dapat dihapuskan.', 'Only arrears can be written off.'),
}

const statesFor: Readonly<Record<ProposalKind, readonly AssessmentState[]>> = {
  assessment: ['draft'],
  stpd: ['overdue'],
  warning: ['dunned', 'warned'],
  seizure: ['warned'],
  'write-off': ['overdue', 'dunned', 'warned', 'seizure'],
}

/**
 * Why this cannot be proposed or done today; undefined when it can.
 * @basis PP 35/2023: STPD, surat teguran, penyitaan berturut-turut; hak menagih kedaluwarsa lima tahun
 */
export function whyNot(
  kind: ProposalKind,
  claim: Collected,
  law: CollectingLaw,
  today: Temporal.PlainDate,
  cause?: WriteOffCause,
): LocalText | undefined {
  if (!statesFor[kind].includes(claim.state)) return wrongState[kind]
  if (kind === 'assessment' && claim.isOfRun)
    return say('SPPT terbit bersama penetapan tahunannya.', 'A notice is issued with its yearly assessment.')
  if (claim.isProposed) return say('Sudah ada dalam usulan lain.', 'It is in another proposal already.')
  if (kind === 'assessment') return undefined
  if (!claim.owes) return say('Tidak ada sisa pajak.', 'No tax is owed any more.')
  if (claim.isDisputed) return say('Keberatannya sedang diperiksa.', 'An objection against it is being examined.')
  const from = claim.lastLetterOn
  if (kind === 'warning' && isBefore(today, from, law.warningAfterDays))
    return say(
      `Surat teguran paling cepat ${law.warningAfterDays} hari setelah surat sebelumnya.`,
      `A warning letter comes at the earliest ${law.warningAfterDays} days after the letter before.`,
    )
  if (kind === 'seizure' && isBefore(today, from, law.seizureAfterDays))
    return say(
      `Perintah penyitaan paling cepat ${law.seizureAfterDays} hari setelah surat teguran.`,
      `A seizure order comes at the earliest ${law.seizureAfterDays} days after the warning letter.`,
    )
  const ends = claim.dueOn.add({ years: law.expiryYears })
  if (kind === 'write-off' && cause === 'expired' && Temporal.PlainDate.compare(ends, today) >= 0)
    return say(
      `Hak menagihnya belum kedaluwarsa (${law.expiryYears} tahun).`,
      `The right to collect it has not ended yet (${law.expiryYears} years).`,
    )
  return undefined
}

const isBefore = (today: Temporal.PlainDate, from: Temporal.PlainDate | undefined, days: number) =>
  from === undefined || Temporal.PlainDate.compare(today, from.add({ days })) < 0
