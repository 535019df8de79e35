import { defineService } from '#modules/services/index.ts'
import { freeOfCharge, freeOfChargeLaw, reportsWhereRegistered } from '../rows/civil-standard.ts'
import { objectionLaw } from '../rows/law.ts'
import { childFlow, childService } from './child-flow.ts'
import { recognitionForm } from './form.ts'
import { recognitionExamples } from './golden.ts'

/** Pengakuan anak: a father recognises a child that the register knows as its mother's only. */
export const childRecognition = defineService({
  id: 'child-recognition',
  version: 1,
  validFrom: '2026-01-01',
  slug: 'pengakuan-anak',
  code: 'PA',
  title: { id: 'Pengakuan anak', en: 'Recognition of a child' },
  summary: {
    id: 'Ayah mengakui anak dengan persetujuan ibu: akta pengakuan, catatan pinggir pada akta kelahiran, kartu keluarga. Gratis.',
    en: 'A father recognises a child with the mother’s consent: certificate, note on the birth entry, family card. Free of charge.',
  },
  ...childService('civil-registration.recognition'),
  keywords: [
    'pengakuan anak',
    'akui anak',
    'anak luar kawin',
    'ayah biologis',
    'nama ayah di akta',
    'recognition',
    'paternity',
  ],
  minutesToFill: 5,
  products: [
    { id: 'Kutipan akta pengakuan anak', en: 'Certificate of recognition' },
    { id: 'Kutipan akta kelahiran dengan catatan pinggir', en: 'Birth certificate with the note on its margin' },
    { id: 'Kartu keluarga anak', en: 'Family card of the child' },
  ],
  legalBasis: [
    {
      citation: 'UU 23/2006 pasal 49 jo. UU 24/2013',
      about: {
        id: 'pelaporan paling lambat {rule:civil-registration.recognition.report-within} sejak surat pengakuan',
        en: 'report within {rule:civil-registration.recognition.report-within} of the letter',
      },
    },
    { citation: 'Perpres 96/2018 pasal 49', about: { id: 'persyaratan', en: 'requirements' } },
    freeOfChargeLaw,
    objectionLaw,
  ],
  eligibility: [
    reportsWhereRegistered,
    {
      when: 'fact(known, "sex") == "male"',
      refused: {
        id: 'Anda bukan ayah anak ini menurut register. Pengakuan dilaporkan oleh ayahnya; mintalah ia melapor, lalu Anda menyetujui di akun Anda.',
        en: 'You are not the father of this child in the register. A child is recognised by its father; ask him to report, then you agree in your account.',
      },
      basis: 'UU 23/2006 pasal 49 ayat (1)',
    },
  ],
  evidence: {
    allOf: [
      {
        kind: 'register',
        known: 'holds(known, "hasFamily")',
        field: 'childNik',
        label: {
          id: 'KTP, kartu keluarga dan akta kelahiran anak',
          en: 'Identity and family card, birth certificate of the child',
        },
        help: { id: 'Sudah ada pada kami.', en: 'We have them.' },
      },
      {
        kind: 'document',
        field: 'letter',
        label: {
          id: 'Surat pengakuan anak yang disetujui ibu',
          en: 'Letter of recognition to which the mother agreed',
        },
        basis: 'Perpres 96/2018 pasal 49',
      },
      {
        kind: 'document',
        field: 'marriageByFaith',
        label: { id: 'Bukti perkawinan menurut agama', en: 'Proof of the marriage by religion' },
        basis: 'UU 24/2013 pasal 49 ayat (2)',
      },
    ],
  },
  form: { pages: recognitionForm },
  risk: '2',
  cost: freeOfCharge({ id: 'Akta pengakuan, akta kelahiran dan kartu keluarga', en: 'Certificates and family card' }),
  rules: ['civil-registration.recognition.report-within'],
  ...childFlow({
    rules: 'civil-registration.recognition',
    what: { id: 'pengakuan anak', en: 'recognition' },
    effect: 'population.register-recognition',
    code: 'PA',
    refusals: [
      {
        id: 'mother-disagrees',
        label: { id: 'Ibu tidak menyetujui', en: 'The mother does not agree' },
        basis: 'UU 23/2006 pasal 49 ayat (1)',
      },
      {
        id: 'no-religious-marriage',
        label: { id: 'Tidak ada perkawinan menurut agama', en: 'There was no marriage by religion' },
        basis: 'UU 24/2013 pasal 49 ayat (2)',
      },
      {
        id: 'other-father',
        label: { id: 'Register mengenal ayah lain', en: 'The register knows another father' },
        basis: 'Permendagri 108/2019',
      },
    ],
  }),
  golden: recognitionExamples,
})
