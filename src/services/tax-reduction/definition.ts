import { defineService } from '#modules/services/index.ts'
import { claimRows, hasClaims } from '../rows/tax-claim.ts'
import { taxFlow } from '../rows/tax-flow.ts'
import { identityEvidence, taxLaw, taxService, truthEvidence } from '../rows/tax-standard.ts'
import { reductionPages } from './form.ts'
import { reductionExamples } from './golden.ts'

/** Pengurangan, pembebasan, penghapusan sanksi: less is asked of who cannot pay, or was late without fault. */
export const taxReduction = defineService({
  id: 'tax-reduction',
  version: 1,
  validFrom: '2026-01-01',
  slug: 'pengurangan-pajak-daerah',
  code: 'PGP',
  title: {
    id: 'Pengurangan, pembebasan atau penghapusan sanksi pajak daerah',
    en: 'Reduction, exemption or waiver of a regional tax',
  },
  summary: {
    id: 'Bila Anda tidak mampu, terkena bencana, atau terlambat bukan karena salah Anda. Diputus dalam {rule:local-tax.reduction.service-time}.',
    en: 'When you cannot pay, were struck by a disaster, or were late without fault. Decided within {rule:local-tax.reduction.service-time}.',
  },
  ...taxService('local-tax.reduction'),
  lifeEvent: 'tax',
  keywords: [
    'keringanan pbb',
    'pengurangan',
    'pembebasan',
    'hapus denda',
    'veteran',
    'tidak mampu',
    'reduction',
    'tax',
  ],
  minutesToFill: 7,
  products: [{ id: 'Keputusan pengurangan atau penghapusan (PDF)', en: 'Decision on the reduction or waiver (PDF)' }],
  legalBasis: [
    {
      citation: 'UU 1/2022 pasal 96',
      about: { id: 'keringanan, pengurangan, pembebasan dan penghapusan', en: 'relief, reduction, exemption, waiver' },
    },
    ...taxLaw,
  ],
  eligibility: [hasClaims],
  evidence: {
    allOf: [
      identityEvidence,
      {
        kind: 'register',
        field: 'assessment',
        known: 'list(known, "claims").size() > 0',
        label: { id: 'Ketetapan yang belum lunas', en: 'An assessment that is not paid' },
        help: { id: 'Sudah ada pada kami.', en: 'We already have it.' },
      },
      { kind: 'document', field: 'reliefProof', label: { id: 'Bukti keadaan Anda', en: 'Proof of your situation' } },
      truthEvidence,
    ],
  },
  known: 'local-tax.claim-facts',
  form: { pages: reductionPages },
  subject: 'answers.taxName + ", " + answers.assessment',
  territory: 'fact(known, "villageCode")',
  cost: [],
  rules: ['local-tax.reduction.most'],
  once: { per: 'answers.assessment' },
  ...taxFlow({
    rules: 'local-tax.reduction',
    paper: { id: 'Keputusan', en: 'The decision' },
    issuedSentence: {
      id: 'Permohonan dikabulkan. Ketetapan dan tagihannya sudah disesuaikan di halaman Tagihan saya.',
      en: 'Granted. Assessment and bill have been adjusted on the page of your bills.',
    },
    receives: { id: 'Anda menerima keputusan', en: 'You receive the decision' },
    effects: ['local-tax.reduce-claim'],
    examination: [
      {
        id: 'reducedAmount',
        kind: 'money',
        min: 0,
        max: 1_000_000_000_000,
        when: 'answers.relief == "reduction"',
        label: { id: 'Jumlah pajak sesudah pengurangan', en: 'Amount after the reduction' },
        hint: {
          id: 'Pengurangan paling banyak {rule:local-tax.reduction.most} dari ketetapan.',
          en: 'The reduction is at most {rule:local-tax.reduction.most} of the assessment.',
        },
        checks: [
          {
            holds: 'int(findings.reducedAmount) < answers.claimed',
            say: { id: 'Jumlah ini tidak lebih rendah dari ketetapan.', en: 'This is not below the assessment.' },
          },
        ],
      },
      {
        id: 'payBy',
        kind: 'date',
        future: true,
        when: 'answers.relief == "sanction"',
        label: { id: 'Sanksi hapus bila pokoknya dibayar paling lambat', en: 'Waived when the tax is paid by' },
        checks: [
          {
            holds: 'daysBetween(today, string(findings.payBy)) > 0',
            say: { id: 'Tulis tanggal setelah hari ini.', en: 'Write a day after today.' },
          },
        ],
      },
      {
        id: 'opinion',
        kind: 'long-text',
        min: 20,
        max: 2000,
        label: { id: 'Pertimbangan', en: 'Considerations' },
      },
    ],
    tell: {
      title: { id: 'Permohonan keringanan Anda dikabulkan', en: 'Your request was granted' },
      body: {
        id: 'Keputusan atas {subject} ada pada berkas {number}. Tagihannya sudah disesuaikan.',
        en: 'File {number} holds the decision on {subject}. The bill has been adjusted.',
      },
    },
    refusedTitle: { id: 'Permohonan keringanan ditolak', en: 'The request was refused' },
    refusals: [
      {
        id: 'able',
        label: { id: 'Keadaan pemohon tidak memenuhi syarat keringanan', en: 'The situation gives no right to it' },
        basis: 'UU 1/2022 pasal 96',
      },
      {
        id: 'no-proof',
        label: { id: 'Tidak ada bukti yang mendukung', en: 'Nothing proves it' },
        basis: 'UU 1/2022 pasal 96',
      },
    ],
    letters: {
      own: [
        {
          id: 'decision',
          on: ['sign'],
          template: 'decision-letter',
          title: { id: 'Keputusan keringanan pajak daerah', en: 'Decision on relief of a tax' },
          register: 'keringanan-pajak-daerah',
          number: '973/{sequence}/PGP/{year}',
          values: { relief: 'answers.relief' },
          opening: ['Permohonan {applicant} yang diajukan {submitted} dikabulkan: {relief}.'],
          rows: [
            ...claimRows,
            { label: 'Jumlah sesudah pengurangan', value: 'findings.reducedAmount' },
            { label: 'Sanksi hapus bila dibayar paling lambat', value: 'findings.payBy' },
            { label: 'Pertimbangan', value: 'findings.opinion' },
          ],
          closing: ['Tagihan yang baru menggantikan tagihan sebelumnya.'],
        },
      ],
      refusalTitle: { id: 'Penolakan keringanan pajak daerah', en: 'Refusal of relief' },
      rows: claimRows,
      code: 'PGP',
    },
  }),
  golden: reductionExamples,
})
