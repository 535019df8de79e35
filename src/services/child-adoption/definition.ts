import { defineService } from '#modules/services/index.ts'
import { childFlow, childService } from '../child-recognition/child-flow.ts'
import { childPage, statementPage } from '../child-recognition/child-pages.ts'
import { freeOfCharge, freeOfChargeLaw, reportsWhereRegistered } from '../rows/civil-standard.ts'
import { objectionLaw } from '../rows/law.ts'
import { adoptionExamples } from './golden.ts'

/** Pengangkatan anak: a court has decided; the birth entry gets its note, the child the card of its new parents. */
export const childAdoption = defineService({
  id: 'child-adoption',
  version: 1,
  validFrom: '2026-01-01',
  slug: 'pengangkatan-anak',
  code: 'AA',
  title: { id: 'Pengangkatan anak', en: 'Adoption of a child' },
  summary: {
    id: 'Mencatat pengangkatan anak yang sudah ditetapkan pengadilan: catatan pinggir pada akta kelahiran dan kartu keluarga baru. Gratis.',
    en: 'Records an adoption that a court has decided: note on the birth entry and the new family card. Free of charge.',
  },
  ...childService('civil-registration.adoption'),
  keywords: [
    'adopsi',
    'anak angkat',
    'angkat anak',
    'pengangkatan anak',
    'penetapan adopsi',
    'adoption',
    'adopted child',
  ],
  minutesToFill: 5,
  products: [
    { id: 'Catatan pinggir pengangkatan anak', en: 'Note of the adoption' },
    { id: 'Kutipan akta kelahiran dengan catatan pinggir', en: 'Birth certificate with the note on its margin' },
    { id: 'Kartu keluarga orang tua angkat', en: 'Family card of the adopting parents' },
  ],
  legalBasis: [
    {
      citation: 'UU 23/2006 pasal 47',
      about: {
        id: 'pelaporan paling lambat {rule:civil-registration.adoption.report-within} sejak penetapan',
        en: 'report within {rule:civil-registration.adoption.report-within} of the decision',
      },
    },
    { citation: 'Perpres 96/2018 pasal 47', about: { id: 'persyaratan', en: 'requirements' } },
    {
      citation: 'UU 23/2002 pasal 39; PP 54/2007',
      about: { id: 'hubungan darah dengan orang tua kandung tidak putus', en: 'the tie of blood is not cut' },
    },
    freeOfChargeLaw,
    objectionLaw,
  ],
  eligibility: [{ ...reportsWhereRegistered, basis: 'Perpres 96/2018 pasal 47' }],
  evidence: {
    allOf: [
      {
        kind: 'register',
        known: 'holds(known, "hasFamily")',
        field: 'childNik',
        label: { id: 'Akta kelahiran anak, KTP dan kartu keluarga', en: 'Birth certificate, identity and family card' },
        help: { id: 'Sudah ada pada kami.', en: 'We have them.' },
      },
      {
        kind: 'document',
        field: 'decision',
        label: { id: 'Salinan penetapan pengadilan', en: 'Copy of the court decision' },
        help: { id: 'Foto seluruh halaman dengan ponsel cukup.', en: 'Phone photos of all pages are enough.' },
        basis: 'Perpres 96/2018 pasal 47',
      },
    ],
  },
  form: {
    pages: [
      childPage({
        id: 'Nama orang tua kandung tetap pada akta kelahiran; pengangkatan ditulis sebagai catatan pinggir.',
        en: 'The natural parents stay on the birth certificate; the adoption is written on its margin.',
      }),
      {
        id: 'penetapan',
        title: { id: 'Penetapan pengadilan', en: 'The court decision' },
        groups: [
          {
            fields: [
              {
                id: 'courtName',
                kind: 'text',
                max: 80,
                label: { id: 'Nama pengadilan', en: 'Name of the court' },
                hint: { id: 'Misalnya Pengadilan Negeri Arunika.', en: 'For example Pengadilan Negeri Arunika.' },
              },
              {
                id: 'decisionNumber',
                kind: 'text',
                max: 60,
                label: { id: 'Nomor penetapan', en: 'Number of the decision' },
              },
              {
                id: 'decidedOn',
                kind: 'date',
                label: { id: 'Tanggal penetapan', en: 'Date of the decision' },
                hint: {
                  id: 'Dilaporkan paling lambat {rule:civil-registration.adoption.report-within} sesudahnya; lewat dari itu tetap dapat dicatat.',
                  en: 'It is reported within {rule:civil-registration.adoption.report-within} of that day; later it can still be recorded.',
                },
              },
              {
                id: 'decision',
                kind: 'file',
                document: 'court-decision',
                label: { id: 'Salinan penetapan', en: 'Copy of the decision' },
              },
            ],
          },
        ],
      },
      statementPage({
        id: 'Semua yang saya tulis benar dan penetapan ini sudah berkekuatan hukum tetap.',
        en: 'Everything I wrote is true and the decision is final.',
      }),
    ],
  },
  risk: '3',
  cost: freeOfCharge({
    id: 'Catatan pinggir, akta kelahiran dan kartu keluarga',
    en: 'Note, certificate and family card',
  }),
  rules: ['civil-registration.adoption.report-within'],
  ...childFlow({
    rules: 'civil-registration.adoption',
    what: { id: 'pengangkatan anak', en: 'adoption' },
    effect: 'population.register-adoption',
    code: 'AA',
    courtCheck: true,
    refusals: [
      {
        id: 'decision-unknown',
        label: { id: 'Penetapan tidak dikenal pengadilan', en: 'The court does not know the decision' },
        basis: 'UU 23/2006 pasal 47 ayat (1)',
      },
      {
        id: 'other-child',
        label: { id: 'Penetapan tentang anak lain', en: 'The decision is about another child' },
        basis: 'Perpres 96/2018 pasal 47',
      },
    ],
  }),
  golden: adoptionExamples,
})
