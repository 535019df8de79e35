import { defineService } from '#modules/services/index.ts'
import { civilChannels, civilComplaints, civilStandard, freeOfCharge, freeOfChargeLaw } from '../rows/civil-standard.ts'
import { endings } from '../rows/endings.ts'
import { issued } from '../rows/issue.ts'
import { refusalLetter } from '../rows/refusal.ts'
import { reissueExamples } from './golden.ts'

/** Terbit ulang dokumen: a paper of one's own that stands, at once; nobody has to decide what was decided already. */
export const documentReissue = defineService({
  id: 'document-reissue',
  version: 1,
  validFrom: '2026-01-01',
  slug: 'terbit-ulang-dokumen',
  code: 'TU',
  title: { id: 'Terbit ulang dokumen kependudukan', en: 'A document issued again' },
  summary: {
    id: 'Kartu keluarga atau akta Anda hilang atau rusak? Terbit ulang seketika, dengan kode baru. Gratis, tanpa antre.',
    en: 'Family card or certificate lost or damaged? Issued again at once, with a new code. Free of charge, without a queue.',
  },
  audience: ['citizen'],
  lifeEvent: 'moving',
  keywords: [
    'akta hilang',
    'kk hilang',
    'kutipan kedua',
    'salinan akta',
    'cetak ulang',
    'dokumen rusak',
    'duplikat akta',
    'lost certificate',
    'reissue',
  ],
  unit: 'disdukcapil',
  minutesToFill: 1,
  channels: civilChannels,
  products: [
    {
      id: 'Dokumen yang sama dengan kode baru (PDF bersegel elektronik)',
      en: 'The same document with a new code (sealed PDF)',
    },
  ],
  complaints: civilComplaints,
  standard: civilStandard('personal-data.reissue'),
  legalBasis: [
    {
      citation: 'Permendagri 7/2019',
      about: { id: 'layanan administrasi kependudukan daring', en: 'online services' },
    },
    { citation: 'Permendagri 109/2019', about: { id: 'bentuk dan pencetakan dokumen', en: 'forms and printing' } },
    {
      citation: 'Perpres 96/2018',
      about: { id: 'penerbitan kembali karena hilang atau rusak', en: 'lost and damaged papers' },
    },
    freeOfChargeLaw,
  ],
  eligibility: [
    {
      when: 'holds(known, "hasFamily")',
      refused: {
        id: 'Anda belum tercatat dalam kartu keluarga di wilayah ini. Dokumen diterbitkan ulang oleh kantor yang menerbitkannya.',
        en: 'You are on no family card of this region. Documents are issued again by the office that issued them.',
      },
      basis: 'Perpres 96/2018',
    },
    {
      when: 'yearsBetween(fact(known, "birthOn"), today) >= int(known.adultAge)',
      refused: {
        id: 'Anda belum berumur {rule:civil-registration.adult-age}. Mintalah orang tua atau wali memintanya.',
        en: 'You are not {rule:civil-registration.adult-age} old yet. Ask a parent or guardian.',
      },
      basis: 'UU 24/2013 pasal 63',
    },
  ],
  evidence: {
    allOf: [
      {
        kind: 'register',
        known: 'holds(known, "hasFamily")',
        field: 'what',
        label: { id: 'Dokumen Anda pada register', en: 'Your documents in the register' },
        help: {
          id: 'Sudah ada pada kami; tidak perlu fotokopi dan surat polisi.',
          en: 'We have them; no copies and no police letter.',
        },
      },
    ],
  },
  known: 'population.change-facts',
  form: {
    pages: [
      {
        id: 'dokumen',
        title: { id: 'Dokumen yang diminta', en: 'The document' },
        lead: {
          id: 'Cetakan lama tidak berlaku lagi begitu yang baru terbit. Masih punya PDF-nya? Cetak saja lagi dari berkas Anda.',
          en: 'The former print no longer holds once the new one is issued. You still have the PDF? Simply print it again.',
        },
        groups: [
          {
            fields: [
              {
                id: 'what',
                kind: 'choice',
                label: { id: 'Dokumen', en: 'Document' },
                options: [
                  { value: 'family-card', label: { id: 'Kartu keluarga saya', en: 'My family card' } },
                  {
                    value: 'certificate',
                    label: { id: 'Akta atau surat keterangan', en: 'A certificate or letter' },
                    hint: {
                      id: 'Milik saya atau anak saya, dari register ini.',
                      en: 'Mine or my child’s, of this register.',
                    },
                  },
                ],
              },
              {
                id: 'document',
                kind: 'choice',
                when: 'answers.what == "certificate"',
                optionsFrom: 'population.own-documents',
                label: { id: 'Akta atau surat', en: 'Certificate or letter' },
              },
              {
                id: 'why',
                kind: 'choice',
                label: { id: 'Mengapa', en: 'Why' },
                options: [
                  { value: 'lost', label: { id: 'Hilang', en: 'Lost' } },
                  { value: 'damaged', label: { id: 'Rusak', en: 'Damaged' } },
                  { value: 'other', label: { id: 'Lainnya', en: 'Something else' } },
                ],
              },
              {
                id: 'phone',
                kind: 'phone',
                prefill: 'fact(known, "phone")',
                label: { id: 'Nomor ponsel Anda', en: 'Your mobile number' },
              },
            ],
          },
        ],
      },
    ],
  },
  subject: 'fact(known, "fullName")',
  territory: 'fact(known, "villageCode")',
  cost: freeOfCharge({ id: 'Dokumen yang diterbitkan ulang', en: 'The document issued again' }),
  clock: { rule: 'personal-data.reissue.service-time', per: 'working-day' },
  flow: {
    initial: 'checking',
    states: [
      {
        id: 'checking',
        holder: 'engine',
        unit: 'disdukcapil',
        label: { id: 'Diperiksa', en: 'Being checked' },
        sentence: {
          id: 'Permintaan Anda sedang dicocokkan dengan register.',
          en: 'Your request is being compared with the register.',
        },
      },
      ...endings.filter((state) => state.id === 'refused'),
      issued(
        { id: 'Dokumen Anda sudah terbit ulang', en: 'Your document has been issued again' },
        { id: 'Dokumen Anda terima seketika', en: 'You receive the document at once' },
      ),
    ],
    transitions: [
      {
        from: 'checking',
        verb: 'issue-again',
        to: 'issued',
        by: 'engine',
        when: '!holds(known, "underCheck")',
        label: { id: 'Terbitkan ulang', en: 'Issue again' },
        done: { id: 'Diterbitkan ulang dengan segel dinas', en: 'Issued again under the seal of the office' },
        effects: ['population.reissue-document'],
        tell: {
          title: { id: 'Dokumen Anda sudah terbit ulang', en: 'Your document has been issued again' },
          body: {
            id: 'Unduh dari halaman berkas {number}. Cetakan yang lama tidak berlaku lagi.',
            en: 'Download it from the page of file {number}. The former print no longer holds.',
          },
        },
      },
      {
        from: 'checking',
        verb: 'decline',
        to: 'refused',
        by: 'engine',
        when: 'holds(known, "underCheck")',
        label: { id: 'Tolak selama data diperiksa', en: 'Decline while data are under check' },
        done: { id: 'Ditolak karena data sedang diperiksa', en: 'Declined: the data are under check' },
        tell: {
          title: { id: 'Dokumen belum dapat terbit ulang', en: 'The document cannot be issued again yet' },
          body: {
            id: 'Data Anda pada register sedang diperiksa, sehingga berkas {number} belum dapat dilayani. Datanglah ke loket mana pun dengan KTP Anda.',
            en: 'Your data in the register are under check, so file {number} cannot be served yet. Come to any counter with your identity card.',
          },
        },
      },
    ],
  },
  documents: [
    refusalLetter({
      on: ['decline'],
      register: 'pencatatan-sipil',
      number: '472.1/{sequence}/Disdukcapil/{year}',
      title: { id: 'Penundaan terbit ulang dokumen', en: 'A document not issued again' },
      opening: [
        'Permintaan {applicant} pada berkas {number} belum dapat dilayani karena datanya pada register sedang diperiksa.',
        'Datanglah ke loket mana pun dengan KTP Anda; setelah diperiksa, dokumen terbit ulang tanpa permintaan baru di kantor lain.',
      ],
      rows: [{ label: 'Dokumen', value: 'answers.what' }],
    }),
  ],
  golden: reissueExamples,
})
