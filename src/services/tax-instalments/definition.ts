import { defineService } from '#modules/services/index.ts'
import { claimRows, hasClaims } from '../rows/tax-claim.ts'
import { taxFlow } from '../rows/tax-flow.ts'
import { identityEvidence, taxLaw, taxService, truthEvidence } from '../rows/tax-standard.ts'
import { instalmentPages } from './form.ts'
import { instalmentExamples } from './golden.ts'

/** Angsuran dan penundaan: a tax is paid in parts, or later, with interest by the month. */
export const taxInstalments = defineService({
  id: 'tax-instalments',
  version: 1,
  validFrom: '2026-01-01',
  slug: 'angsuran-pajak-daerah',
  code: 'AGP',
  title: { id: 'Angsuran atau penundaan pajak daerah', en: 'Instalments or deferral of a regional tax' },
  summary: {
    id: 'Pajak yang belum sanggup dibayar sekaligus diangsur atau ditunda paling lama {rule:local-tax.instalments.most}, dengan bunga {rule:tax.sanction.instalment-interest} sebulan.',
    en: 'A tax that you cannot pay at once is paid in parts or later, within {rule:local-tax.instalments.most}, with {rule:tax.sanction.instalment-interest} interest a month.',
  },
  ...taxService('local-tax.instalments'),
  lifeEvent: 'tax',
  keywords: ['cicilan pajak', 'angsuran pbb', 'tunda bayar', 'mengangsur', 'instalments', 'deferral', 'tax'],
  minutesToFill: 6,
  products: [
    { id: 'Keputusan angsuran atau penundaan (PDF)', en: 'Decision on instalments or deferral (PDF)' },
    { id: 'Tagihan untuk setiap bagian', en: 'A bill for each part' },
  ],
  legalBasis: [
    {
      citation: 'PP 35/2023 (ketentuan tentang angsuran dan penundaan)',
      about: { id: 'lama, bunga dan akibat bagian yang lewat', en: 'length, interest, and a part that is missed' },
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
      { kind: 'document', field: 'planProof', label: { id: 'Bukti keadaan keuangan', en: 'Proof of your finances' } },
      truthEvidence,
    ],
  },
  known: 'local-tax.plan-facts',
  form: { pages: instalmentPages },
  subject: 'answers.taxName + ", " + answers.assessment',
  territory: 'fact(known, "villageCode")',
  cost: [],
  once: { per: 'answers.assessment' },
  ...taxFlow({
    rules: 'local-tax.instalments',
    paper: { id: 'Keputusan', en: 'The decision' },
    issuedSentence: {
      id: 'Rencana pembayaran berlaku. Tagihan setiap bagian ada di halaman Tagihan saya; bayar sebelum jatuh temponya.',
      en: 'The plan holds. The bill of each part is on the page of your bills; pay it before its due day.',
    },
    receives: { id: 'Anda menerima keputusan dan tagihan setiap bagian', en: 'You receive the decision and the bills' },
    effects: ['local-tax.plan-payment'],
    examination: [
      {
        id: 'opinion',
        kind: 'long-text',
        min: 20,
        max: 2000,
        label: { id: 'Pertimbangan', en: 'Considerations' },
      },
    ],
    tell: {
      title: { id: 'Rencana pembayaran Anda disetujui', en: 'Your plan of payment was approved' },
      body: {
        id: 'Keputusan atas {subject} ada pada berkas {number}. Tagihan setiap bagian ada di halaman Tagihan saya. Satu bagian yang lewat membuat seluruh sisanya jatuh tempo.',
        en: 'File {number} holds the decision on {subject}. The bills are on the page of your bills. One part that is missed makes the whole rest due.',
      },
    },
    refusedTitle: { id: 'Permohonan angsuran atau penundaan ditolak', en: 'Your request was refused' },
    refusals: [
      {
        id: 'able',
        label: { id: 'Pemohon mampu membayar sekaligus', en: 'The applicant can pay at once' },
        basis: 'PP 35/2023 (angsuran dan penundaan)',
      },
      {
        id: 'missed-before',
        label: { id: 'Rencana sebelumnya tidak ditepati', en: 'An earlier plan was not kept' },
        basis: 'PP 35/2023 (angsuran dan penundaan)',
      },
    ],
    letters: {
      own: [
        {
          id: 'decision',
          on: ['sign'],
          template: 'decision-letter',
          title: { id: 'Keputusan angsuran atau penundaan pajak daerah', en: 'Decision on instalments or deferral' },
          register: 'angsuran-pajak-daerah',
          number: '973/{sequence}/AGP/{year}',
          values: { manner: 'answers.manner', months: 'answers.months' },
          opening: ['Permohonan {applicant} yang diajukan {submitted} dikabulkan: {manner}, {months}.'],
          rows: [
            ...claimRows,
            { label: 'Sisa pajak', value: 'answers.stillOwed' },
            { label: 'Pembayaran pertama', value: 'answers.firstPart' },
            { label: 'Seluruh bunga', value: 'answers.planInterest' },
          ],
          closing: [
            'Setiap bagian ditagih sendiri dengan jatuh temponya. Bila satu bagian lewat, seluruh sisanya jatuh tempo pada hari itu.',
          ],
        },
      ],
      refusalTitle: { id: 'Penolakan angsuran atau penundaan', en: 'Refusal of instalments or deferral' },
      rows: claimRows,
      code: 'AGP',
    },
  }),
  golden: instalmentExamples,
})
