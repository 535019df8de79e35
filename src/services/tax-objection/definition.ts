import { defineService } from '#modules/services/index.ts'
import { claimRows, hasClaims } from '../rows/tax-claim.ts'
import { taxFlow } from '../rows/tax-flow.ts'
import { identityEvidence, taxLaw, taxService, truthEvidence } from '../rows/tax-standard.ts'
import { objectionCourt, objectionExamination } from './court.ts'
import { objectionPages } from './form.ts'
import { objectionExamples } from './golden.ts'

/** The law gives the whole time as a promise: silence grants at its end. */
const { legalLimit: _, ...service } = taxService('local-tax.objection')
const time = { rule: 'local-tax.objection.service-time', per: 'month' } as const

/** Keberatan: an assessment is disputed; it is not collected meanwhile, and silence grants it. */
export const taxObjection = defineService({
  id: 'tax-objection',
  version: 1,
  validFrom: '2026-01-01',
  slug: 'keberatan-pajak-daerah',
  code: 'KBP',
  title: { id: 'Keberatan pajak daerah', en: 'Objection to a regional tax' },
  summary: {
    id: 'Ketetapan yang menurut Anda keliru diperiksa lagi. Penagihannya berhenti; tanpa keputusan dalam {rule:local-tax.objection.service-time} keberatan dianggap dikabulkan.',
    en: 'An assessment that you think is wrong is examined again. Its collection stops; without a decision within {rule:local-tax.objection.service-time} it counts as granted.',
  },
  ...service,
  clock: time,
  lifeEvent: 'tax',
  keywords: ['keberatan pbb', 'salah sppt', 'njop terlalu tinggi', 'skpd keliru', 'objection', 'dispute', 'tax'],
  minutesToFill: 10,
  products: [{ id: 'Keputusan keberatan (PDF bertanda tangan elektronik)', en: 'Decision (signed PDF)' }],
  legalBasis: [
    {
      citation: 'PP 35/2023 (ketentuan tentang keberatan)',
      about: { id: 'waktu, syarat, keputusan dan denda', en: 'times, conditions, decision and fine' },
    },
    { citation: 'UU 14/2002 pasal 35', about: { id: 'banding ke Pengadilan Pajak', en: 'appeal to the tax court' } },
    ...taxLaw.slice(0, 1),
  ],
  eligibility: [hasClaims],
  evidence: {
    allOf: [
      identityEvidence,
      {
        kind: 'register',
        field: 'assessment',
        known: 'list(known, "claims").size() > 0',
        label: { id: 'Ketetapan yang dikeberatani', en: 'The assessment' },
        help: { id: 'Sudah ada pada kami.', en: 'We already have it.' },
      },
      {
        kind: 'document',
        field: 'objectionProof',
        label: { id: 'Bukti yang mendukung', en: 'Proof' },
        basis: 'PP 35/2023 (ketentuan tentang keberatan)',
      },
      truthEvidence,
    ],
  },
  known: 'local-tax.claim-facts',
  form: { pages: objectionPages },
  subject: 'answers.taxName + ", " + answers.assessment',
  territory: 'fact(known, "villageCode")',
  cost: [],
  rules: ['local-tax.objection.paid-at-least'],
  once: { per: 'answers.assessment' },
  ...taxFlow({
    rules: 'local-tax.objection',
    paper: { id: 'Keputusan keberatan', en: 'The decision' },
    issuedSentence: {
      id: 'Keberatan sudah diputus. Jumlah ketetapan yang baru dan tagihannya ada di halaman Tagihan saya.',
      en: 'The objection has been decided. The new amount and its bill are on the page of your bills.',
    },
    receives: { id: 'Anda menerima keputusan keberatan', en: 'You receive the decision' },
    entryEffects: ['local-tax.dispute-claim'],
    effects: ['local-tax.decide-objection'],
    refusalEffects: ['local-tax.refuse-objection'],
    examination: objectionExamination,
    silence: {
      basis: 'PP 35/2023 (keberatan yang tidak diputus dianggap dikabulkan)',
      effects: ['local-tax.grant-objection'],
      tell: {
        title: { id: 'Keberatan Anda dianggap dikabulkan', en: 'Your objection counts as granted' },
        body: {
          id: 'Keberatan pada berkas {number} tidak kami putus dalam {rule:local-tax.objection.service-time}, sehingga menurut hukum dikabulkan ({article:local-tax.objection.service-time}). Ketetapannya sudah menjadi jumlah yang Anda setujui.',
          en: 'We did not decide file {number} within {rule:local-tax.objection.service-time}, so it is granted by law ({article:local-tax.objection.service-time}). The assessment is now what you agreed to.',
        },
      },
    },
    court: objectionCourt,
    tell: {
      title: { id: 'Keberatan Anda sudah diputus', en: 'Your objection has been decided' },
      body: {
        id: 'Keputusan atas keberatan {subject} ada pada berkas {number}. Ketetapan dan tagihannya sudah disesuaikan.',
        en: 'File {number} holds the decision on {subject}. Assessment and bill have been adjusted.',
      },
    },
    refusedTitle: { id: 'Keberatan Anda ditolak', en: 'Your objection was refused' },
    refusals: [
      {
        id: 'no-ground',
        label: { id: 'Ketetapan sudah benar', en: 'The assessment is right' },
        basis: 'PP 35/2023 (keputusan keberatan)',
      },
      {
        id: 'no-proof',
        label: { id: 'Tidak ada bukti yang mendukung', en: 'Nothing proves it' },
        basis: 'PP 35/2023 (keputusan keberatan)',
      },
    ],
    letters: {
      own: [
        {
          id: 'decision',
          on: ['sign'],
          template: 'decision-letter',
          title: { id: 'Keputusan atas keberatan pajak daerah', en: 'Decision on an objection to a tax' },
          register: 'keberatan-pajak-daerah',
          number: '973/{sequence}/KBP/{year}',
          values: { outcome: 'findings.outcome' },
          opening: ['Keberatan {applicant} yang diajukan {submitted} telah diperiksa: {outcome}.'],
          rows: [
            ...claimRows,
            { label: 'Jumlah menurut pemohon', value: 'answers.agreedAmount' },
            { label: 'Jumlah menurut keputusan', value: 'findings.newAmount' },
            { label: 'Pertimbangan', value: 'findings.opinion' },
          ],
          closing: [objectionCourt.letter],
        },
        {
          id: 'granted-by-law',
          on: ['grant-by-silence'],
          template: 'decision-letter',
          title: { id: 'Keberatan dikabulkan menurut hukum', en: 'Objection granted by law' },
          register: 'keberatan-pajak-daerah',
          number: '973/{sequence}/KBP/{year}',
          opening: [
            'Keberatan {applicant} yang diajukan {submitted} tidak diputus dalam {rule:local-tax.objection.service-time}.',
            'Menurut {article:local-tax.objection.service-time} keberatan itu dianggap dikabulkan. Surat ini terbit dengan segel elektronik, tanpa tindakan pejabat.',
          ],
          rows: [...claimRows, { label: 'Jumlah ketetapan sekarang', value: 'answers.agreedAmount' }],
        },
      ],
      refusalTitle: { id: 'Penolakan keberatan pajak daerah', en: 'Refusal of an objection' },
      rows: claimRows,
      code: 'KBP',
    },
  }),
  golden: objectionExamples,
})
