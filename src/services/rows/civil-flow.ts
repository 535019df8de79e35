import type { ServiceInput } from '#modules/services/index.ts'
import { correctionStates, correctionSteps, takeBack } from './aftermath.ts'
import { reviewLetters, reviewStates, reviewSteps } from './appeal.ts'
import { asksNumbers } from './ask-numbers.ts'
import { courtCheckStates, courtCheckSteps } from './court-check.ts'
import { cancelled, endings, withdrawals } from './endings.ts'
import { forward, lapseUncorrected, resubmit, returned, sendBack } from './intake.ts'
import { awaitsSignature, issued, issues } from './issue.ts'
import { refusalLetter, refuse, refusing } from './refusal.ts'
import {
  days as daysOf,
  examines,
  handsBack,
  type Letter,
  office,
  type Reasons,
  type State,
  type Step,
  type Text,
} from './row.ts'

/** What a service of the civil registry has of its own; the rest of its way is the same in all of them. */
export interface CivilFlow {
  /** Family of dated rules with counter-time, verification-time and signature-time: "civil-registration.death". */
  readonly rules: string
  readonly unit?: string
  /** What is signed, as a sentence begins: "Akta perkawinan", "The marriage certificate". */
  readonly paper: Text
  /** Said on the page of the file once it is issued. */
  readonly issuedSentence: Text
  /** The message to the applicant on issue. */
  readonly tell: NonNullable<Step['tell']>
  /** What the signature causes in the registers, in this order. */
  readonly effects: readonly string[]
  readonly refusals: Reasons
  /** It may enter somebody or open a family card, which needs a number that the national register may give out. */
  readonly entersNew?: boolean
  /** A court's letter decides: a second officer asks the court before anything is signed. */
  readonly courtCheck?: boolean
  /** States and steps between the verifier and the signature, with the first of those states; they lead to "deciding". */
  readonly between?: {
    readonly first: string
    readonly states: readonly State[]
    readonly steps: readonly Step[]
    /** Steps of these whose officer does not sign either. */
    readonly checkedBy?: readonly string[]
  }
  /** Said when the applicant let the time for his correction pass. */
  readonly lapseTell?: Step['tell']
  /** How what was issued is taken back; left out where only a new event can change it. */
  readonly void?: Pick<Step, 'label' | 'done' | 'tell'> & { readonly reasons: Reasons; readonly verb?: string }
  readonly correction?: Parameters<typeof correctionSteps>[0]
  readonly letters: {
    readonly refusalTitle: Text
    readonly refusalRows?: NonNullable<Letter['rows']>
    readonly voiding?: Pick<Letter, 'title' | 'opening' | 'closing'>
    /** As it stands in numbers of letters: "AM". */
    readonly code: string
    readonly number?: string
  }
}

const superior = 'setda'
const refused: Text = { id: 'Laporan Anda ditolak', en: 'Your report was refused' }

/** Counter, verifier, signature of the head of office; back for correction, refusal, objection, appeal, voiding. */
export function civilFlow(own: CivilFlow): Pick<ServiceInput, 'flow' | 'documents'> {
  const transitions = own.entersNew ? steps(own).map(asksNumbers) : steps(own)
  return { flow: { initial: 'received', states: states(own), transitions }, documents: letters(own) }
}

function states(own: CivilFlow): State[] {
  const { unit = 'disdukcapil', correction, void: voiding } = own
  const days = daysOf(own.rules)
  return [
    office({
      id: 'received',
      desk: 'services.receive',
      deadline: days('counter-time'),
      label: { id: 'Di loket', en: 'At the counter' },
      sentence: {
        id: 'Laporan Anda di loket {unit} sejak {since}',
        en: 'Your report has been at the counter of {unit} since {since}',
      },
      step: {
        title: { id: 'Petugas loket memeriksa kelengkapan', en: 'The counter checks completeness' },
        place: { id: 'loket pelayanan kecamatan', en: 'district service counter' },
      },
    }),
    returned,
    office({
      id: 'verifying',
      desk: 'services.verify',
      unit,
      deadline: days('verification-time'),
      label: { id: 'Diverifikasi', en: 'Being verified' },
      sentence: {
        id: 'Laporan Anda di meja verifikator sejak {since}',
        en: 'Your report has been on the verifier’s desk since {since}',
      },
      step: {
        title: { id: 'Verifikator mencocokkan dengan register', en: 'A verifier compares it with the register' },
        place: { id: 'dinas kependudukan dan pencatatan sipil', en: 'civil registration office' },
      },
    }),
    ...(own.courtCheck
      ? [...courtCheckStates(unit, days('court-check-time')), refusing(unit, days('signature-time'))]
      : []),
    ...(own.between?.states ?? []),
    awaitsSignature(own.paper, {
      id: 'deciding',
      unit,
      deadline: days('signature-time'),
      label: { id: 'Menunggu keputusan', en: 'Waiting for the decision' },
    }),
    issued(
      own.issuedSentence,
      { id: 'Dokumen Anda terima', en: 'You receive the documents' },
      { id: 'unduh dan cetak sendiri, atau cetak di kecamatan', en: 'download and print yourself, or at the district' },
    ),
    ...(correction ? correctionStates(correction) : []),
    ...endings,
    ...(voiding ? [cancelled] : []),
    ...reviewStates({ unit, superior }),
  ]
}

function steps(own: CivilFlow): Step[] {
  const { unit = 'disdukcapil', between, correction, void: voiding } = own
  const afterCourt = between?.first ?? 'deciding'
  const checked = own.courtCheck ? ['accept', 'confirm-court'] : ['accept']
  const sign = { verb: 'sign', needs: ['no-marks' as const], effects: [...own.effects], tell: own.tell }
  return [
    forward,
    sendBack('received', 'services.receive', 'returned'),
    resubmit('returned', 'received'),
    lapseUncorrected(daysOf('civil-registration')('correction-within'), { tell: own.lapseTell }),
    examines({
      from: 'verifying',
      verb: 'accept',
      to: own.courtCheck ? 'court-check' : afterCourt,
      needs: ['no-marks'],
      label: { id: 'Cocok, teruskan', en: 'It matches, forward' },
      done: { id: 'Dinyatakan cocok oleh verifikator', en: 'Found right by the verifier' },
    }),
    sendBack('verifying', 'services.verify', 'returned'),
    proposesRefusal('verifying'),
    ...(own.courtCheck ? [...courtCheckSteps(afterCourt), ...refusesForgery(own.refusals)] : []),
    ...(between?.steps ?? []),
    issues({ ...sign, from: 'deciding', notBy: [...checked, ...(between?.checkedBy ?? [])] }),
    refuse('deciding', refused, own.refusals, ['propose-refusal']),
    handsBack({
      from: 'deciding',
      verb: 'send-back-to-verifier',
      to: 'verifying',
      label: { id: 'Kembalikan ke verifikator', en: 'Return to the verifier' },
      done: { id: 'Dikembalikan ke verifikator', en: 'Returned to the verifier' },
    }),
    ...withdrawals(['received', 'returned', 'verifying']),
    ...(correction ? amendments(correction) : []),
    ...(voiding ? [takeBack({ verb: 'cancel', ...voiding, undoes: ['sign'] })] : []),
    ...reviewSteps({ unit, superior }),
    issues({ ...sign, from: 'fulfilling', notBy: ['grant-appeal'] }),
  ]
}

/** What the court does not know can only be refused, or looked at again from the beginning. */
function refusesForgery(refusals: Reasons): Step[] {
  return [
    refuse('refusing', refused, refusals, ['deny-court']),
    handsBack({
      from: 'refusing',
      verb: 'send-back-to-verifier',
      to: 'verifying',
      label: { id: 'Kembalikan ke verifikator', en: 'Return to the verifier' },
      done: { id: 'Dikembalikan ke verifikator', en: 'Returned to the verifier' },
    }),
  ]
}

/** The verifier says why it cannot be granted; the head of office decides. */
export function proposesRefusal(from: string): Step {
  return {
    from,
    verb: 'propose-refusal',
    to: 'deciding',
    by: 'services.verify',
    key: 't',
    label: { id: 'Usulkan penolakan', en: 'Propose a refusal' },
    done: { id: 'Verifikator mengusulkan penolakan', en: 'The verifier proposes a refusal' },
    form: [
      {
        id: 'refusalAdvice',
        kind: 'long-text',
        min: 20,
        label: { id: 'Mengapa laporan ini tidak dapat dikabulkan', en: 'Why this report cannot be granted' },
      },
    ],
  }
}

/** An error of writing, reported by the applicant or found by the office. */
function amendments(correction: NonNullable<CivilFlow['correction']>): Step[] {
  const { what } = correction
  return [
    ...correctionSteps(correction),
    {
      from: 'issued',
      verb: 'begin-correction',
      to: 'correcting',
      by: 'services.verify',
      key: 'b',
      label: { id: 'Betulkan salah tulis', en: 'Correct an error' },
      done: { id: 'Kantor menemukan salah tulis', en: 'The office found an error' },
      needs: ['reason'],
      tell: {
        title: { id: `Kami membetulkan ${what.id} Anda`, en: `We are correcting your ${what.en}` },
        body: {
          id: `Ada salah tulis pada ${what.id} dari berkas {number}. {reason} Yang benar menyusul tanpa biaya.`,
          en: `There is an error in the ${what.en} of file {number}. {reason} The right one follows, free of charge.`,
        },
      },
    },
  ]
}

const voidingLetter: Pick<Letter, 'id' | 'on' | 'template'> = {
  id: 'voiding',
  on: ['cancel'],
  template: 'decision-letter',
}

function letters({ letters: own }: CivilFlow): NonNullable<ServiceInput['documents']> {
  const common = { register: 'pencatatan-sipil', number: own.number ?? '472.1/{sequence}/Disdukcapil/{year}' }
  return [
    refusalLetter({
      ...common,
      title: own.refusalTitle,
      opening: ['Laporan {applicant} tentang {subject}, diajukan {submitted}, tidak dapat dikabulkan.', '{reason}'],
      rows: own.refusalRows ?? [],
    }),
    ...(own.voiding ? [{ ...common, ...voidingLetter, ...own.voiding }] : []),
    ...reviewLetters(own.code),
  ]
}
