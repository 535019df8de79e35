import type { ServiceInput } from '#modules/services/index.ts'
import { civilFlow } from './civil-flow.ts'
import { civilService, freeOfChargeLaw, trueAnswers } from './civil-standard.ts'
import { objectionLaw } from './law.ts'
import type { Reasons, Text } from './row.ts'

const movingRules = 'moving'

const movingLaw: ServiceInput['legalBasis'] = [
  {
    citation: 'UU 23/2006 pasal 15 sampai 19',
    about: { id: 'perpindahan dan kedatangan penduduk', en: 'moves and arrivals' },
  },
  {
    citation: 'Perpres 96/2018 pasal 25 sampai 28',
    about: { id: 'persyaratan pindah dan datang', en: 'requirements of moves' },
  },
  { citation: 'Permendagri 108/2019', about: { id: 'tata cara pendaftaran', en: 'procedure' } },
  { citation: 'Permendagri 109/2019', about: { id: 'formulir F-1.03', en: 'form F-1.03' } },
  freeOfChargeLaw,
  objectionLaw,
]

/** What all moves have in common beside their flow. */
export const movingService = {
  ...civilService(movingRules),
  lifeEvent: 'moving',
  legalBasis: movingLaw,
  known: 'population.moving-facts',
  once: 'person',
} satisfies Partial<ServiceInput>

export const movingStatement = trueAnswers('Permendagri 109/2019 formulir F-1.03')

/** The family card is known here. */
export const ownCardEvidence: ServiceInput['evidence']['allOf'][number] = {
  kind: 'register',
  known: 'holds(known, "hasFamily")',
  label: { id: 'Kartu keluarga', en: 'Family card' },
  help: { id: 'Sudah ada pada kami; tidak perlu difotokopi.', en: 'We have it; no copies are needed.' },
  basis: 'Perpres 96/2018 pasal 25',
}

/** Adults apply; who is under check waits. */
export const movingEligibility: ServiceInput['eligibility'] = [
  {
    when: 'yearsBetween(fact(known, "birthOn"), today) >= int(known.adultAge) || holds(known, "wasMarried")',
    refused: {
      id: 'Anda belum berumur {rule:civil-registration.adult-age} dan belum pernah kawin. Mintalah orang tua atau wali Anda mengajukannya.',
      en: 'You are not {rule:civil-registration.adult-age} old yet and never married. Ask your parent or guardian to apply.',
    },
    basis: 'UU 24/2013 pasal 63',
  },
  {
    when: '!holds(known, "underCheck")',
    refused: {
      id: 'Data Anda pada register sedang diperiksa. Datanglah ke loket; sesudah selesai Anda dapat mengajukannya.',
      en: 'Your data in the register are under check. Please come to the counter; you can apply afterwards.',
    },
    basis: 'UU 23/2006 pasal 58',
  },
]

export const fromOwnCard: ServiceInput['eligibility'][number] = {
  when: 'holds(known, "hasFamily")',
  refused: {
    id: 'Anda tidak tercatat pada kartu keluarga daerah ini. Untuk pindah ke sini, ajukan pindah datang.',
    en: 'You are on no family card of this region. To move here, apply to move in.',
  },
  basis: 'Perpres 96/2018 pasal 25',
}

const refusals: Reasons = [
  {
    id: 'area-closed',
    label: { id: 'RT tujuan sudah ditutup', en: 'The neighbourhood is closed' },
    basis: 'Permendagri 108/2019',
  },
  {
    id: 'not-living-there',
    label: { id: 'Tidak tinggal di alamat yang diajukan', en: 'Does not live at the address' },
    basis: 'UU 23/2006 pasal 62',
  },
  {
    id: 'guardian-needed',
    label: { id: 'Anak memerlukan izin atau kartu walinya', en: 'A child needs its guardian' },
    basis: 'Permendagri 108/2019',
  },
  {
    id: 'letter-not-valid',
    label: {
      id: 'Surat pindah tidak sah atau sudah lewat masanya',
      en: 'The moving letter is not valid or has expired',
    },
    basis: 'Perpres 96/2018 pasal 26',
  },
]

/** The way of a move through the office. */
export function movingFlow(own: {
  readonly effect: string
  readonly code: string
  readonly paper: Text
  readonly what: Text
  readonly issued: Text
  readonly tell: Text
  readonly voidReasons: Reasons
}): Pick<ServiceInput, 'flow' | 'documents'> {
  const { what } = own
  return civilFlow({
    rules: movingRules,
    paper: own.paper,
    issuedSentence: own.issued,
    tell: {
      title: own.issued,
      body: {
        id: `${own.tell.id} Unduh dan cetak kapan saja dari halaman berkas {number}.`,
        en: `${own.tell.en} Download and print at any time from file {number}.`,
      },
    },
    effects: [own.effect],
    refusals,
    entersNew: true,
    void: {
      label: { id: 'Batalkan perpindahan', en: 'Cancel the move' },
      done: { id: 'Perpindahan dibatalkan', en: 'The move was cancelled' },
      reasons: own.voidReasons,
      tell: {
        title: { id: 'Perpindahan dibatalkan', en: 'The move was cancelled' },
        body: {
          id: 'Perpindahan dari berkas {number} dibatalkan. {reason} Alamat dan kartu keluarga kembali seperti semula.',
          en: 'The move in file {number} was cancelled. {reason} Address and family card are as they were before.',
        },
      },
    },
    letters: {
      refusalTitle: { id: `Penolakan ${what.id}`, en: `Refusal: ${what.en}` },
      code: own.code,
      number: '471.21/{sequence}/Disdukcapil/{year}',
      voiding: {
        title: { id: `Pembatalan ${what.id}`, en: `Cancellation: ${what.en}` },
        opening: ['Perpindahan yang dicatat dari berkas {number} dibatalkan.', '{reason}'],
        closing: [
          'Alamat dan kartu keluarga kembali seperti sebelum perpindahan; surat dari berkas ini tidak berlaku lagi.',
        ],
      },
    },
  })
}

export const falseStatement: Reasons[number] = {
  id: 'false-statement',
  label: { id: 'Dicatat dari keterangan palsu', en: 'Recorded on false statements' },
  basis: 'UU 30/2014 pasal 66',
}
export const didNotMove: Reasons[number] = {
  id: 'did-not-move',
  label: { id: 'Tidak jadi pindah', en: 'Did not move after all' },
  basis: 'Permendagri 108/2019',
}
