import { defineService } from '#modules/services/index.ts'
import { taxFlow } from '../rows/tax-flow.ts'
import { grownUp, identityEvidence, taxLaw, taxService, truthEvidence } from '../rows/tax-standard.ts'
import { acquisitionPayment, afterStates, afterSteps, lostValidation, notPassed } from './flow.ts'
import { acquisitionPages } from './form.ts'
import { acquisitionExamples } from './golden.ts'

/** Validasi BPHTB: the tax on acquiring land, declared, examined, paid, validated; then the owner changes. */
export const bphtb = defineService({
  id: 'bphtb',
  version: 1,
  validFrom: '2026-01-01',
  slug: 'validasi-bphtb',
  code: 'BPH',
  title: { id: 'Validasi BPHTB', en: 'Validation of the tax on acquiring land (BPHTB)' },
  summary: {
    id: 'Pajak atas tanah dan bangunan yang Anda peroleh: dihitung di sini, dibayar dengan kode, divalidasi dalam {rule:local-tax.bphtb.service-time}. PPAT dapat mengajukan dengan kuasa Anda.',
    en: 'The tax on land that you acquire: computed here, paid by code, validated within {rule:local-tax.bphtb.service-time}. A deed official can apply with your power of attorney.',
  },
  ...taxService('local-tax.bphtb'),
  lifeEvent: 'tax',
  keywords: ['bphtb', 'beli tanah', 'beli rumah', 'waris', 'hibah', 'ppat', 'akta jual beli', 'ssb', 'land tax'],
  minutesToFill: 10,
  products: [
    { id: 'Bukti validasi BPHTB (PDF bertanda tangan elektronik)', en: 'Validated statement of the tax (signed PDF)' },
    { id: 'Perubahan nama wajib pajak PBB, sesudah akta', en: 'Change of the owner of the land, after the deed' },
  ],
  legalBasis: [
    { citation: 'UU 1/2022 pasal 44 sampai 49', about: { id: 'BPHTB', en: 'tax on acquiring land and buildings' } },
    ...taxLaw,
  ],
  eligibility: [grownUp],
  evidence: {
    allOf: [
      identityEvidence,
      {
        kind: 'register',
        field: 'nop',
        known: 'holds(known, "parcelFound")',
        label: { id: 'Objek PBB yang aktif tanpa tunggakan', en: 'Active land without arrears' },
        help: { id: 'Diperiksa langsung pada register objek.', en: 'Looked up in the register of objects.' },
      },
      {
        kind: 'document',
        field: 'landCertificate',
        label: { id: 'Sertipikat atau bukti hak', en: 'Land certificate or other proof' },
      },
      {
        kind: 'document',
        field: 'draftDeed',
        label: { id: 'Rancangan akta atau surat perolehan', en: 'Draft deed or paper of the acquisition' },
      },
      truthEvidence,
    ],
  },
  known: 'local-tax.acquisition-facts',
  form: { pages: acquisitionPages },
  subject: '"NOP " + answers.nop',
  territory: 'fact(known, "parcelVillage") != "" ? fact(known, "parcelVillage") : fact(known, "villageCode")',
  cost: [
    {
      id: 'acquisitionTax',
      label: { id: 'BPHTB', en: 'Tax on acquiring land (BPHTB)' },
      amount: 'answers.tax >= 0 && answers.tax <= 1000000000000 ? answers.tax : 0',
      account: 'bphtb',
      computedAt: '/pajak/hitung/bphtb',
      basis: 'UU 1/2022 pasal 44 sampai 49',
    },
  ],
  once: { per: 'answers.nop' },
  ...taxFlow({
    rules: 'local-tax.bphtb',
    paper: { id: 'Bukti validasi', en: 'The validation' },
    issuedSentence: {
      id: 'BPHTB sudah divalidasi. Laporkan aktanya setelah ditandatangani.',
      en: 'The tax is validated. Report the deed when it is signed.',
    },
    receives: { id: 'Anda menerima bukti validasi BPHTB', en: 'You receive the validation' },
    acceptEffects: ['local-tax.check-acquisition'],
    effects: ['local-tax.validate-acquisition'],
    payment: acquisitionPayment,
    after: { states: afterStates, steps: afterSteps },
    examination: [
      {
        id: 'priceFinding',
        kind: 'long-text',
        min: 10,
        max: 1000,
        label: { id: 'Dasar menerima harga atau nilai ini', en: 'Why this price or value is accepted' },
        hint: {
          id: 'Misalnya dibandingkan dengan zona nilai tanah dan dua transaksi di sekitarnya.',
          en: 'Such as compared with the zone of land values and two sales nearby.',
        },
      },
    ],
    tell: {
      title: { id: 'BPHTB sudah divalidasi', en: 'The tax has been validated' },
      body: {
        id: 'Bukti validasi BPHTB untuk {subject} ada pada berkas {number}. Sesudah akta ditandatangani, laporkan di halaman berkas.',
        en: 'File {number} holds the validation for {subject}. When the deed is signed, report it on the page of the file.',
      },
    },
    refusedTitle: { id: 'Validasi BPHTB ditolak', en: 'The validation was refused' },
    refusals: [
      {
        id: 'wrong-object',
        label: { id: 'Objek tidak sama dengan bukti hak', en: 'The land is not that of the title' },
        basis: 'PP 35/2023 (penelitian BPHTB)',
      },
      {
        id: 'untrue',
        label: { id: 'Isian terbukti tidak benar', en: 'The declaration proved untrue' },
        basis: 'PP 35/2023 (penelitian BPHTB)',
      },
    ],
    void: {
      when: notPassed,
      label: { id: 'Batalkan validasi', en: 'Void the validation' },
      done: { id: 'Validasi BPHTB dibatalkan', en: 'Validation voided' },
      reasons: [
        {
          id: 'no-deed',
          label: { id: 'Perolehan batal, akta tidak dibuat', en: 'The acquisition fell through' },
          basis: 'UU 30/2014 pasal 64',
        },
        {
          id: 'untrue',
          label: { id: 'Isian terbukti tidak benar', en: 'The declaration proved untrue' },
          basis: 'UU 30/2014 pasal 66',
        },
      ],
      tell: lostValidation,
    },
    letters: {
      own: [
        {
          id: 'validation',
          on: ['sign'],
          template: 'certificate',
          title: { id: 'Bukti Validasi BPHTB', en: 'Validation of BPHTB' },
          register: 'validasi-bphtb',
          number: '973/{sequence}/BPHTB/{year}',
          values: { place: 'answers.place' },
          opening: ['BPHTB atas perolehan tanah dan bangunan di {place} telah diteliti dan tercatat lunas atau nihil.'],
          rows: [
            { label: 'NOP', value: 'answers.nop' },
            { label: 'Cara perolehan', value: 'answers.acquisition' },
            { label: 'Yang memperoleh', value: 'answers.buyerName' },
            { label: 'Badan usaha (NPWPD)', value: 'answers.buyerNpwpd' },
            { label: 'Dari', value: 'answers.sellerName' },
            { label: 'Tanggal perolehan', value: 'answers.acquiredOn' },
            { label: 'Nilai perolehan (NPOP)', value: 'answers.base' },
            { label: 'NPOPTKP', value: 'answers.untaxed' },
            { label: 'BPHTB', value: 'answers.tax' },
            { label: 'Pejabat pembuat akta', value: 'answers.deedOffice' },
          ],
          closing: [
            'Kantor pertanahan dan pejabat pembuat akta memeriksa bukti ini dengan kode di bawah QR. Bukti ini hanya untuk perolehan yang disebut di atas.',
          ],
        },
      ],
      refusalTitle: { id: 'Penolakan validasi BPHTB', en: 'Refusal of a validation' },
      rows: [
        { label: 'NOP', value: 'answers.nop' },
        { label: 'BPHTB', value: 'answers.tax' },
      ],
      code: 'BPHTB',
    },
  }),
  golden: acquisitionExamples,
})
