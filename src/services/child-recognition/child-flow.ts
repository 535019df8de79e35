import type { ServiceInput } from '#modules/services/index.ts'
import { type CivilFlow, civilFlow } from '../rows/civil-flow.ts'
import { civilService } from '../rows/civil-standard.ts'
import type { Reasons, Text } from '../rows/row.ts'
import { recordedInError } from '../rows/voiding.ts'

interface ChildFlow {
  /** "civil-registration.recognition". */
  readonly rules: string
  /** What is done, inside a sentence: "pengakuan anak", "recognition". */
  readonly what: Text
  readonly effect: string
  readonly refusals: Reasons
  readonly code: string
  readonly courtCheck?: boolean
}

/** What recognition, legitimation and adoption have in common beside their flow. */
export function childService(rules: string) {
  return {
    ...civilService(rules),
    lifeEvent: 'birth',
    known: 'population.couple-facts',
    subject: 'answers.childName',
    territory: 'fact(known, "villageCode")',
    once: { per: 'answers.childNik' },
  } satisfies Partial<ServiceInput>
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** The flow of what becomes of a child; recognition, legitimation and adoption differ in words and in the court's part. */
export function childFlow({
  rules,
  what,
  effect,
  refusals,
  code,
  courtCheck = false,
}: ChildFlow): ReturnType<typeof civilFlow> {
  const What = { id: capital(what.id), en: capital(what.en) }
  const own: CivilFlow = {
    rules,
    courtCheck,
    paper: { id: `${What.id} ini`, en: `This ${what.en}` },
    issuedSentence: {
      id: `${What.id} sudah dicatat dan dokumennya terbit`,
      en: `The ${what.en} has been recorded and its documents issued`,
    },
    tell: {
      title: { id: `${What.id} {subject} sudah dicatat`, en: `The ${what.en} of {subject} has been recorded` },
      body: {
        id: `${What.id} sudah dicatat, dengan catatan pinggir pada akta kelahiran. Unduh dan cetak dokumennya kapan saja dari halaman berkas {number}.`,
        en: `The ${what.en} has been recorded, with a note on the margin of the birth entry. Download and print the documents at any time from file {number}.`,
      },
    },
    effects: [effect],
    refusals,
    void: {
      label: { id: 'Batalkan pencatatan', en: 'Void the record' },
      done: { id: `Pencatatan ${what.id} dibatalkan`, en: `Record of the ${what.en} voided` },
      reasons: [
        {
          id: 'court-voided',
          label: { id: 'Putusan pengadilan membatalkannya', en: 'A court has voided it' },
          basis: 'UU 23/2006 pasal 72',
        },
        recordedInError,
      ],
      tell: {
        title: { id: `${What.id} {subject} dibatalkan`, en: `The ${what.en} of {subject} was voided` },
        body: {
          id: 'Pencatatan dari berkas {number} dibatalkan. {reason} Dokumen yang benar ada di halaman berkas.',
          en: 'The record of file {number} was voided. {reason} The right documents are on the page of the file.',
        },
      },
    },
    letters: {
      code,
      refusalTitle: { id: `Penolakan pencatatan ${what.id}`, en: `Refusal to record the ${what.en}` },
      refusalRows: [{ label: 'Nama anak menurut laporan', value: 'answers.childName' }],
      voiding: {
        title: { id: `Pembatalan pencatatan ${what.id}`, en: `Voiding of the ${what.en}` },
        opening: [`Pencatatan ${what.id} {subject} dari berkas {number} dibatalkan.`, '{reason}'],
        closing: ['Catatan pinggir dicoret dan kutipan akta kelahiran diterbitkan tanpa catatan itu.'],
      },
    },
  }
  return civilFlow(own)
}
