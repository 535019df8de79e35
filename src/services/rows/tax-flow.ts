import type { ServiceInput } from '#modules/services/index.ts'
import { takeBack } from './aftermath.ts'
import { cancelled, endings, withdrawals } from './endings.ts'
import { lapseUncorrected, resubmit, returned, routing, sendBack } from './intake.ts'
import { awaitsSignature, issued, issues } from './issue.ts'
import { objectionLetters, objectionStates, objectionSteps } from './objection.ts'
import { proposeRefusal, refusalLetter, refuse, refusing } from './refusal.ts'
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

/** The unit that administers taxes of the region. */
export const taxOffice = 'bapenda'

/** What a service of the revenue office has of its own; the rest of its way is the same. */
export interface TaxFlow {
  /** Family of dated rules with check-time, signature-time and correction-within: "local-tax.registration". */
  readonly rules: string
  /** What is signed, as a sentence begins: "Surat pengukuhan", "The letter". */
  readonly paper: Text
  readonly issuedSentence: Text
  /** What the applicant gets, for the procedure. */
  readonly receives: Text
  /** The message to the applicant on issue. */
  readonly tell: NonNullable<Step['tell']>
  readonly effects: readonly string[]
  /** Effects of sending the file; undone when it is withdrawn or lapses. */
  readonly entryEffects?: readonly string[]
  readonly refusalEffects?: readonly string[]
  /** The law grants what was not decided in time. */
  readonly silence?: Pick<Step, 'tell' | 'effects'> & { readonly basis: string }
  /** Disputes go to the tax court, not to the superior: in place of the objection to a refusal. */
  readonly court?: {
    readonly refused: Text
    readonly refusedTell: Text
    readonly letter: string
    readonly states?: readonly State[]
    readonly steps?: readonly Step[]
  }
  /** Effects of the examiner's acceptance, undone when the bill is not paid. */
  readonly acceptEffects?: readonly string[]
  /** What can follow once it is issued. */
  readonly after?: { readonly states: readonly State[]; readonly steps: readonly Step[] }
  readonly refusals: Reasons
  /** The message of a refusal. */
  readonly refusedTitle: Text
  /** What the examiner writes down when he finds it right. */
  readonly examination?: NonNullable<Step['form']>
  /** The bill between examination and signature. */
  readonly payment?: { readonly state: State; readonly steps: readonly Step[] }
  /** How what was issued is taken back; left out where only a new application can change it. */
  readonly void?: Pick<Step, 'label' | 'done' | 'tell' | 'when'> & { readonly reasons: Reasons }
  readonly letters: {
    readonly own?: readonly Letter[]
    readonly refusalTitle: Text
    readonly rows?: NonNullable<Letter['rows']>
    /** As it stands in numbers of letters: "NPWPD". */
    readonly code: string
  }
}

/** Examiner and head of the revenue office; back for correction, bill, refusal, objection, voiding. */
export function taxFlow(own: TaxFlow): Pick<ServiceInput, 'flow' | 'documents'> {
  return {
    flow: { initial: own.entryEffects ? 'routing' : 'checking', states: states(own), transitions: steps(own) },
    documents: letters(own),
  }
}

/** What was examined goes to the cashier or to the signature; a granted objection before any bill to the examiner. */
const accepted = (own: TaxFlow) => own.payment?.state.id ?? 'signing'
const objection = (own: TaxFlow) => ({ unit: taxOffice, to: own.payment ? 'checking' : 'signing' })
const withEffects = (effects: readonly string[] | undefined) => (effects ? { effects: [...effects] } : {})

/** The examiner compares with the registers. @param days of the rules of one service */
export function checking(deadline: State['deadline']): State {
  return office({
    id: 'checking',
    desk: 'services.verify',
    unit: taxOffice,
    deadline,
    label: { id: 'Diperiksa', en: 'Being examined' },
    sentence: {
      id: 'Pemeriksa di Bapenda mencocokkan berkas Anda dengan register sejak {since}.',
      en: 'An examiner of the revenue office has been comparing your file with the registers since {since}.',
    },
    step: {
      title: {
        id: 'Pemeriksa mencocokkan dengan register pajak',
        en: 'An examiner compares it with the tax registers',
      },
      place: { id: 'Badan Pendapatan Daerah', en: 'revenue office' },
    },
  })
}

function states(own: TaxFlow): State[] {
  const days = daysOf(own.rules)
  return [
    ...(own.entryEffects ? [routing] : []),
    checking(days('check-time')),
    returned,
    refusing(taxOffice, days('signature-time')),
    ...(own.payment ? [own.payment.state] : []),
    awaitsSignature(own.paper, { unit: taxOffice, deadline: days('signature-time') }),
    issued(own.issuedSentence, own.receives),
    ...(own.after?.states ?? []),
    ...(own.court ? endings.map((state) => inCourt(state, own.court?.refused as Text)) : endings),
    ...(own.void ? [cancelled] : []),
    ...(own.court ? (own.court.states ?? []) : objectionStates(objection(own))),
  ]
}

const inCourt = (state: State, sentence: Text): State => (state.id === 'refused' ? { ...state, sentence } : state)

/** Sending the file changes something at once: an assessment is not collected while it is disputed. */
const entering = (effects: readonly string[]): Step => ({
  from: 'routing',
  verb: 'enter',
  to: 'checking',
  by: 'engine',
  effects: [...effects],
  label: { id: 'Diteruskan ke pemeriksa', en: 'To the examiner' },
  done: { id: 'Diteruskan ke pemeriksa', en: 'Forwarded to the examiner' },
})

function silences({ silence }: TaxFlow): Step[] {
  if (!silence) return []
  const { basis, effects, tell } = silence
  return ['checking', 'refusing', 'signing'].map((from) => ({
    from,
    verb: 'grant-by-silence',
    to: 'issued',
    by: 'clock',
    after: 'promise',
    tacit: { basis },
    effects: [...(effects ?? [])],
    tell,
    label: { id: 'Dianggap dikabulkan', en: 'Counts as granted' },
    done: { id: 'Dianggap dikabulkan karena tidak diputus tepat waktu', en: 'Counts as granted: not decided in time' },
  }))
}

/** What sending the file changed is taken back with it. */
function unentered(own: TaxFlow, steps: readonly Step[]): Step[] {
  return own.entryEffects ? steps.map((step) => ({ ...step, undoes: ['enter'] })) : [...steps]
}

function refusalStep(own: TaxFlow): Step {
  const step = refuse('refusing', own.refusedTitle, own.refusals, ['propose-refusal'])
  const tell = own.court ? { title: own.refusedTitle, body: own.court.refusedTell } : step.tell
  return { ...step, ...withEffects(own.refusalEffects), tell }
}

/** The signer gives a file back to the examiner. */
export const backToExaminer = (from: string): Step =>
  handsBack({
    from,
    verb: 'send-back-to-examiner',
    to: 'checking',
    label: { id: 'Kembalikan ke pemeriksa', en: 'Return to the examiner' },
    done: { id: 'Dikembalikan ke pemeriksa', en: 'Returned to the examiner' },
  })

function steps(own: TaxFlow): Step[] {
  const days = daysOf(own.rules)
  return [
    ...(own.entryEffects ? [entering(own.entryEffects)] : []),
    examines({
      from: 'checking',
      verb: 'accept',
      to: accepted(own),
      needs: ['no-marks'],
      ...withEffects(own.acceptEffects),
      label: { id: 'Benar, teruskan', en: 'It is right, forward' },
      done: { id: 'Dinyatakan benar oleh pemeriksa', en: 'Found right by the examiner' },
      ...(own.examination ? { form: own.examination } : {}),
    }),
    sendBack('checking', 'services.verify', 'returned'),
    resubmit('returned', 'checking'),
    ...unentered(own, [lapseUncorrected(days('correction-within'))]),
    proposeRefusal('checking'),
    refusalStep(own),
    backToExaminer('refusing'),
    ...(own.payment?.steps ?? []),
    issues({
      from: 'signing',
      verb: 'sign',
      needs: ['no-marks'],
      effects: [...own.effects],
      notBy: ['accept'],
      tell: own.tell,
    }),
    ...(own.payment ? [] : [backToExaminer('signing')]),
    ...(own.void
      ? [takeBack({ verb: 'cancel', ...own.void, undoes: own.acceptEffects ? ['sign', 'accept'] : ['sign'] })]
      : []),
    ...(own.after?.steps ?? []),
    ...unentered(own, withdrawals(['checking', 'returned'])),
    ...silences(own),
    ...(own.payment ? withdrawals([own.payment.state.id]).map((step) => ({ ...step, undoes: ['accept'] })) : []),
    ...(own.court ? (own.court.steps ?? []) : objectionSteps(objection(own))),
  ]
}

function letters({ letters: own, void: voiding, court }: TaxFlow): Letter[] {
  const number = `973/{sequence}/${own.code}/{year}`
  return [
    ...(own.own ?? []),
    refusalLetter({
      title: own.refusalTitle,
      register: 'penolakan-pajak-daerah',
      number: `973/{sequence}/TOLAK-${own.code}/{year}`,
      rows: own.rows ?? [],
      ...(court ? { closing: [court.letter] } : {}),
    }),
    ...(voiding
      ? [
          {
            id: 'voiding',
            on: ['cancel'],
            template: 'decision-letter',
            title: voiding.done,
            register: 'pembatalan-pajak-daerah',
            number,
            opening: ['Keputusan pada berkas {number} atas nama {applicant} dibatalkan.', '{reason}'],
            rows: own.rows ?? [],
            closing: [`Keberatan dapat diajukan tertulis kepada kepala badan.`],
          } satisfies Letter,
        ]
      : []),
    ...(court ? [] : objectionLetters(own.code)),
  ]
}
