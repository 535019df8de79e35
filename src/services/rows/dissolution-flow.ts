import { civilFlow } from './civil-flow.ts'
import { courtVoidedCertificate, recordedInError } from './voiding.ts'

interface Words {
  readonly id: string
  readonly en: string
}

/** What differs between the ends of a marriage that a court decides. */
interface Dissolution {
  readonly rules: string
  readonly effect: string
  readonly code: string
  /** "perceraian", "divorce". */
  readonly what: Words
  /** With its article: "a divorce". */
  readonly oneEn: string
  /** "Voiding of a record of divorce". */
  readonly voidingEn: string
  readonly notThisCouple: Words
  readonly basis: { readonly decision: string; readonly final: string; readonly couple: string }
}

/** From the report over the court's own answer to the papers. */
export function dissolutionFlow(given: Dissolution) {
  const { what, oneEn, basis } = given
  const capital = `${what.id.charAt(0).toUpperCase()}${what.id.slice(1)}`
  return civilFlow({
    rules: given.rules,
    paper: { id: `Pencatatan ${what.id}`, en: `The record of the ${what.en}` },
    issuedSentence: {
      id: `${capital} sudah dicatat dan dokumennya terbit`,
      en: `The ${what.en} has been recorded and its documents issued`,
    },
    tell: {
      title: { id: `${capital} {subject} sudah dicatat`, en: `The ${what.en} of {subject} has been recorded` },
      body: {
        id: `${capital} sudah dicatat dan kartu keluarga baru terbit. Unduh dan cetak kapan saja dari halaman berkas {number}.`,
        en: `The ${what.en} has been recorded and the new family card issued. Download and print at any time from file {number}.`,
      },
    },
    effects: [given.effect],
    entersNew: true,
    courtCheck: true,
    refusals: [
      {
        id: 'decision-unknown',
        label: { id: 'Putusan tidak dikenal pengadilan', en: 'The court does not know the decision' },
        basis: basis.decision,
      },
      {
        id: 'decision-not-final',
        label: { id: 'Putusan belum berkekuatan hukum tetap', en: 'The decision is not final' },
        basis: basis.final,
      },
      { id: 'not-this-couple', label: given.notThisCouple, basis: basis.couple },
      {
        id: 'already-recorded',
        label: { id: `${capital} ini sudah dicatat`, en: `This ${what.en} is already recorded` },
        basis: 'Permendagri 108/2019',
      },
    ],
    void: {
      label: { id: 'Batalkan pencatatan', en: 'Void the record' },
      done: { id: `Pencatatan ${what.id} dibatalkan`, en: `Record of the ${what.en} voided` },
      reasons: [courtVoidedCertificate, recordedInError],
      tell: {
        title: {
          id: `Pencatatan ${what.id} {subject} dibatalkan`,
          en: `The record of the ${what.en} of {subject} was voided`,
        },
        body: {
          id: 'Pencatatan dari berkas {number} dibatalkan. {reason} Kartu keluarga yang benar sudah terbit di halaman berkas.',
          en: 'The record of file {number} was voided. {reason} The right family cards are on the page of the file.',
        },
      },
    },
    letters: {
      code: given.code,
      number: '472.3/{sequence}/Disdukcapil/{year}',
      refusalTitle: { id: `Penolakan pencatatan ${what.id}`, en: `Refusal to record ${oneEn}` },
      refusalRows: [
        { label: 'Pengadilan', value: 'answers.courtName' },
        { label: 'Nomor putusan', value: 'answers.decisionNumber' },
      ],
      voiding: {
        title: { id: `Pembatalan pencatatan ${what.id}`, en: given.voidingEn },
        opening: [`Pencatatan ${what.id} {subject} dari berkas {number} dibatalkan.`, '{reason}'],
        closing: [
          `Catatan ${what.id} pada register penduduk ditarik kembali dan kartu keluarga diterbitkan dengan susunan semula.`,
          'Kutipan akta yang pernah terbit tidak berlaku lagi.',
        ],
      },
    },
  })
}
