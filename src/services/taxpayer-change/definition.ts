import { defineService } from '#modules/services/index.ts'
import { taxFlow } from '../rows/tax-flow.ts'
import { identityEvidence, taxLaw, taxService, truthEvidence } from '../rows/tax-standard.ts'
import { changePages } from './form.ts'
import { changeExamples } from './golden.ts'

/** Perubahan dan penutupan: new objects, another address, a business that closed, the end of an NPWPD. */
export const taxpayerChange = defineService({
  id: 'taxpayer-change',
  version: 1,
  validFrom: '2026-01-01',
  slug: 'perubahan-wajib-pajak',
  code: 'UWP',
  title: { id: 'Perubahan dan penutupan wajib pajak', en: 'Changes of a taxpayer, and its end' },
  summary: {
    id: 'Usaha baru, pindah alamat, usaha tutup, atau NPWPD berakhir: dilaporkan sekali, selesai dalam {rule:local-tax.change.service-time}.',
    en: 'A new business, another address, a business that closed, or the end of an NPWPD: reported once, done within {rule:local-tax.change.service-time}.',
  },
  ...taxService('local-tax.change'),
  lifeEvent: 'business',
  keywords: ['tutup usaha', 'npwpd', 'penutupan', 'pindah usaha', 'objek baru', 'close', 'taxpayer'],
  minutesToFill: 5,
  products: [{ id: 'Surat perubahan data wajib pajak (PDF)', en: 'Letter about the change (PDF)' }],
  legalBasis: [
    ...taxLaw,
    {
      citation: 'Perda Pajak Daerah dan Retribusi Daerah',
      about: { id: 'perubahan data dan penghapusan NPWPD', en: 'change of data and end of the number' },
    },
  ],
  eligibility: [
    {
      when: 'list(known, "taxpayers").size() > 0',
      refused: {
        id: 'Anda belum terdaftar sebagai wajib pajak daerah. Daftarkan dahulu lewat layanan Pendaftaran wajib pajak daerah.',
        en: 'You are not a taxpayer of this region yet. Register first.',
      },
      basis: 'PP 35/2023 (pendaftaran wajib pajak)',
    },
  ],
  evidence: {
    allOf: [
      identityEvidence,
      {
        kind: 'document',
        field: 'closingProof',
        when: 'answers.request == "close-object"',
        label: { id: 'Bukti penutupan, bila usaha ditutup', en: 'Proof that it was closed' },
      },
      truthEvidence,
    ],
  },
  known: 'local-tax.taxpayer-facts',
  form: { pages: changePages },
  subject: 'string(list(known, "taxpayers").filter(t, t.npwpd == answers.npwpd)[0].name)',
  territory: 'fact(known, "villageCode")',
  cost: [],
  once: { per: 'answers.npwpd + " " + answers.request + " " + answers.closedObject' },
  ...taxFlow({
    rules: 'local-tax.change',
    paper: { id: 'Surat perubahan', en: 'The letter about the change' },
    issuedSentence: {
      id: 'Perubahan sudah dicatat dalam register wajib pajak.',
      en: 'The change has been entered in the register of taxpayers.',
    },
    receives: { id: 'Anda menerima surat perubahan', en: 'You receive the letter about the change' },
    effects: ['local-tax.change-taxpayer'],
    tell: {
      title: { id: 'Perubahan wajib pajak sudah dicatat', en: 'The change has been entered' },
      body: {
        id: 'Laporan Anda tentang {subject} sudah dicatat. Suratnya ada pada berkas {number}.',
        en: 'Your report about {subject} has been entered. File {number} holds the letter.',
      },
    },
    refusedTitle: { id: 'Laporan perubahan ditolak', en: 'The report was refused' },
    refusals: [
      {
        id: 'still-open',
        label: { id: 'Usaha ternyata masih berjalan', en: 'The business is still open' },
        basis: 'PP 35/2023 (penghapusan NPWPD setelah pemeriksaan)',
      },
      {
        id: 'unpaid',
        label: { id: 'Masih ada pajak yang belum lunas', en: 'Taxes are not paid' },
        basis: 'PP 35/2023 (penghapusan NPWPD)',
      },
      {
        id: 'not-found',
        label: { id: 'Objek tidak ditemukan di alamat itu', en: 'The object was not found at the address' },
        basis: 'PP 35/2023 (pendataan objek)',
      },
    ],
    letters: {
      refusalTitle: { id: 'Penolakan laporan perubahan wajib pajak', en: 'Refusal of a reported change' },
      rows: [
        { label: 'NPWPD', value: 'string(list(known, "taxpayers").filter(t, t.npwpd == answers.npwpd)[0].npwpd)' },
      ],
      code: 'UWP',
    },
  }),
  golden: changeExamples,
})
