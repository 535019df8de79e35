import { defineService } from '#modules/services/index.ts'
import { taxFlow } from '../rows/tax-flow.ts'
import { grownUp, identityEvidence, taxLaw, taxService, truthEvidence } from '../rows/tax-standard.ts'
import { registrationPages } from './form.ts'
import { registrationExamples } from './golden.ts'

/** Pendaftaran wajib pajak daerah: a person or firm under an NPWPD, with what it runs. */
export const taxpayerRegistration = defineService({
  id: 'taxpayer-registration',
  version: 1,
  validFrom: '2026-01-01',
  slug: 'pendaftaran-wajib-pajak',
  code: 'PWP',
  title: { id: 'Pendaftaran wajib pajak daerah', en: 'Registration as a taxpayer of the region' },
  summary: {
    id: 'NPWPD untuk usaha Anda: rumah makan, hotel, parkir, hiburan, reklame, sumur. Gratis, selesai dalam {rule:local-tax.registration.service-time}.',
    en: 'A taxpayer number for your business: restaurant, hotel, parking, entertainment, billboard, well. Free, done within {rule:local-tax.registration.service-time}.',
  },
  ...taxService('local-tax.registration'),
  lifeEvent: 'business',
  keywords: ['npwpd', 'wajib pajak', 'pajak restoran', 'pajak hotel', 'pbjt', 'reklame', 'parkir', 'taxpayer'],
  minutesToFill: 8,
  products: [
    { id: 'Surat pengukuhan NPWPD (PDF bertanda tangan elektronik)', en: 'Letter with the NPWPD (signed PDF)' },
  ],
  legalBasis: [
    ...taxLaw,
    {
      citation: 'Perda Pajak Daerah dan Retribusi Daerah',
      about: { id: 'pendaftaran, pendataan dan NPWPD', en: 'registration and the taxpayer number' },
    },
  ],
  eligibility: [grownUp],
  evidence: {
    allOf: [
      identityEvidence,
      {
        kind: 'document',
        field: 'companyDeed',
        when: 'answers.taxpayerKind == "firm"',
        label: { id: 'Akta pendirian, untuk badan usaha', en: 'Deed of establishment, for firms' },
      },
      truthEvidence,
    ],
  },
  known: 'local-tax.taxpayer-facts',
  form: { pages: registrationPages },
  subject: 'answers.taxpayerKind == "firm" ? answers.firmName : fact(known, "fullName")',
  territory: 'answers.objectsVillage',
  cost: [],
  once: { per: 'answers.taxpayerKind == "firm" ? answers.nib : fact(known, "personId")' },
  ...taxFlow({
    rules: 'local-tax.registration',
    paper: { id: 'Surat pengukuhan', en: 'The letter of registration' },
    issuedSentence: {
      id: 'Wajib pajak sudah terdaftar. NPWPD dan nomor objek tertulis di surat pengukuhan.',
      en: 'The taxpayer is registered. The letter gives the NPWPD and the numbers of the objects.',
    },
    receives: { id: 'Anda menerima surat pengukuhan NPWPD', en: 'You receive the letter with the NPWPD' },
    effects: ['local-tax.register-taxpayer'],
    tell: {
      title: { id: 'NPWPD sudah terbit', en: 'The taxpayer number has been issued' },
      body: {
        id: '{subject} sudah terdaftar sebagai wajib pajak daerah. Unduh suratnya dari berkas {number}.',
        en: '{subject} is registered as a taxpayer of the region. Download the letter from file {number}.',
      },
    },
    refusedTitle: { id: 'Pendaftaran wajib pajak ditolak', en: 'The registration was refused' },
    refusals: [
      {
        id: 'no-object',
        label: { id: 'Yang dikelola bukan objek pajak daerah', en: 'What is run is not taxed by the region' },
        basis: 'UU 1/2022 pasal 4',
      },
      {
        id: 'not-found',
        label: { id: 'Objek tidak ditemukan di alamat itu', en: 'The object was not found at the address' },
        basis: 'PP 35/2023 (pendataan objek)',
      },
      {
        id: 'registered',
        label: { id: 'Sudah terdaftar dengan nama lain', en: 'Registered already under another name' },
        basis: 'PP 35/2023 (satu NPWPD untuk satu wajib pajak)',
      },
    ],
    void: {
      label: { id: 'Batalkan pendaftaran', en: 'Void the registration' },
      done: { id: 'Pendaftaran wajib pajak dibatalkan', en: 'Registration voided' },
      reasons: [
        {
          id: 'untrue',
          label: { id: 'Keterangan terbukti tidak benar', en: 'The statements proved untrue' },
          basis: 'UU 30/2014 pasal 64 dan 66',
        },
        {
          id: 'in-error',
          label: { id: 'Terdaftar karena kekeliruan kantor', en: 'Registered by an error of the office' },
          basis: 'UU 30/2014 pasal 64 dan 66',
        },
      ],
      tell: {
        title: { id: 'Pendaftaran wajib pajak dibatalkan', en: 'The registration was voided' },
        body: {
          id: 'Pendaftaran {subject} pada berkas {number} dibatalkan. {reason} Objek yang terdaftar bersamanya diakhiri.',
          en: 'The registration of {subject} in file {number} was voided. {reason} The objects registered with it were ended.',
        },
      },
    },
    letters: {
      refusalTitle: { id: 'Penolakan pendaftaran wajib pajak', en: 'Refusal of a registration' },
      rows: [{ label: 'Wajib pajak', value: 'answers.taxpayerKind == "firm" ? answers.firmName : answers.fullName' }],
      code: 'NPWPD',
    },
  }),
  golden: registrationExamples,
})
