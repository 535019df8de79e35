import { mayObjectInWriting } from './law.ts'
import { days, examines, handsBack, office, type Reasons, type State, type Step, signs, type Text } from './row.ts'

/** Takes back what was granted, for one of the grounds that the law gives. */
export function takeBack(
  own: Pick<Step, 'verb' | 'label' | 'done' | 'tell'> & Partial<Step> & { readonly reasons: Reasons },
): Step {
  return {
    from: 'issued',
    to: 'cancelled',
    by: 'services.sign',
    key: 'x',
    tone: 'danger',
    stepUp: true,
    needs: ['reason'],
    ...own,
  }
}

/** What was lost, why, and that an objection can still be written. @param next what has to be done now */
export function tellLost(title: Text, lost: Text, next: Text = { id: '', en: '' }): Step['tell'] {
  const body = (locale: 'id' | 'en') => [lost[locale], '{reason}', next[locale], mayObjectInWriting[locale]]
  const said = (locale: 'id' | 'en') => body(locale).filter(Boolean).join(' ')
  return { title, body: { id: said('id'), en: said('en') } }
}

interface Correction {
  /** What is issued: "akta", "certificate". */
  readonly what: Text
  /** Unit whose verifier looks into the error and whose head signs. */
  readonly unit: string
  /** How long after it was issued an error may be reported, and how long the office takes. */
  readonly open: NonNullable<Step['within']>
  readonly deadline: State['deadline']
  /** What may be put right. */
  readonly form: NonNullable<Step['form']>
  /** Effects of the signature. */
  readonly effects?: readonly string[]
}

/**
 * An error of writing on a certificate of the civil registry.
 * @basis UU 23/2006 pasal 71
 */
export function certificateCorrection(effect: string, form: Correction['form']): Correction {
  return {
    what: { id: 'akta', en: 'certificate' },
    unit: 'disdukcapil',
    open: { rule: 'civil-registration.amendment-open', per: 'year' },
    deadline: days('civil-registration')('amendment-time'),
    effects: [effect],
    form,
  }
}

/** An error of writing is put right and the paper issued again. */
export function correctionStates({ what, unit, deadline }: Correction): State[] {
  return [
    office({
      id: 'correcting',
      desk: 'services.verify',
      unit,
      deadline,
      label: { id: 'Dibetulkan', en: 'Being corrected' },
      sentence: {
        id: `Salah tulis pada ${what.id} sedang diperiksa sejak {since}.`,
        en: `The error in the ${what.en} has been looked into since {since}.`,
      },
    }),
    office({
      id: 'signing-correction',
      desk: 'services.sign',
      unit,
      label: { id: 'Pembetulan menunggu tanda tangan', en: 'Correction waits for signature' },
      sentence: {
        id: `Pembetulan ${what.id} menunggu tanda tangan kepala dinas sejak {since}.`,
        en: `The corrected ${what.en} has waited for signature since {since}.`,
      },
    }),
  ]
}

export function correctionSteps({ what, open, form, effects = [] }: Correction): Step[] {
  const What = { id: capital(what.id), en: capital(what.en) }
  return [
    {
      from: 'issued',
      verb: 'report-error',
      to: 'correcting',
      by: 'applicant',
      within: open,
      label: { id: 'Laporkan salah tulis', en: 'Report an error' },
      done: { id: 'Salah tulis dilaporkan', en: 'Error reported' },
      form: [
        {
          id: 'reportedError',
          kind: 'long-text',
          min: 10,
          label: { id: 'Apa yang salah tulis, dan apa yang benar', en: 'What is wrong, and what is right' },
        },
      ],
    },
    examines({
      from: 'correcting',
      verb: 'propose-correction',
      to: 'signing-correction',
      label: { id: 'Siapkan pembetulan', en: 'Prepare the correction' },
      done: { id: 'Pembetulan disiapkan', en: 'Correction prepared' },
      form,
    }),
    {
      from: 'correcting',
      verb: 'decline-correction',
      to: 'issued',
      by: 'services.verify',
      key: 't',
      label: { id: 'Tidak ada yang perlu dibetulkan', en: 'Nothing needs correcting' },
      done: { id: `${What.id} dinyatakan sudah benar`, en: `The ${what.en} was found right` },
      needs: ['reason'],
      tell: {
        title: { id: `${What.id} Anda tidak berubah`, en: `Your ${what.en} stays as it is` },
        body: {
          id: `Kami memeriksa ${what.id} dari berkas {number}. {reason}`,
          en: `We looked into the ${what.en} of file {number}. {reason}`,
        },
      },
    },
    signs({
      from: 'signing-correction',
      verb: 'sign-correction',
      to: 'issued',
      label: { id: `Tanda tangani ${what.id} yang dibetulkan`, en: `Sign the corrected ${what.en}` },
      done: { id: `${What.id} dibetulkan dan diterbitkan ulang`, en: `${What.en} corrected and issued again` },
      notBy: ['propose-correction'],
      effects: [...effects],
      tell: {
        title: { id: `${What.id} yang benar sudah terbit`, en: `The right ${what.en} has been issued` },
        body: {
          id: `${What.id} dari berkas {number} sudah dibetulkan. Yang lama tidak berlaku lagi; selebihnya tidak ada yang berubah.`,
          en: `The ${what.en} of file {number} has been corrected. The earlier one no longer holds; nothing else changes.`,
        },
      },
    }),
    handsBack({
      from: 'signing-correction',
      verb: 'return-correction',
      to: 'correcting',
      label: { id: 'Kembalikan ke verifikator', en: 'Return to the verifier' },
      done: { id: 'Pembetulan dikembalikan ke verifikator', en: 'Correction returned to the verifier' },
    }),
  ]
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
