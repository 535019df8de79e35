import { defineService } from '#modules/services/index.ts'
import { civilService, freeOfCharge, freeOfChargeLaw } from '../rows/civil-standard.ts'
import { objectionLaw } from '../rows/law.ts'
import { decisionPages } from './decision-pages.ts'
import { divorceFlow } from './flow.ts'
import { divorceExamples } from './golden.ts'
import { partingPages } from './home-pages.ts'

/** Akta perceraian of marriages recorded here; of Muslims the notice of the religious court's own certificate. */
export const divorce = defineService({
  id: 'divorce',
  version: 1,
  validFrom: '2026-01-01',
  slug: 'akta-perceraian',
  code: 'AC',
  title: { id: 'Akta perceraian', en: 'Divorce certificate' },
  summary: {
    id: 'Mencatat perceraian yang sudah diputus pengadilan: akta, kartu keluarga baru, status pada KTP. Gratis.',
    en: 'Records a divorce that a court has decided: certificate, new family card, status on the identity card. Free of charge.',
  },
  ...civilService('civil-registration.divorce'),
  lifeEvent: 'marriage',
  keywords: [
    'cerai',
    'akta cerai',
    'akte cerai',
    'putusan cerai',
    'pisah',
    'janda',
    'duda',
    'status cerai',
    'ganti status KTP',
    'divorce',
    'separation',
  ],
  minutesToFill: 7,
  products: [
    {
      id: 'Kutipan akta perceraian untuk keduanya (bila diputus pengadilan negeri)',
      en: 'Divorce certificate for both (when a general court decided)',
    },
    { id: 'Kartu keluarga dengan status cerai hidup', en: 'Family card with the new status' },
  ],
  legalBasis: [
    {
      citation: 'UU 23/2006 pasal 40 jo. UU 24/2013',
      about: {
        id: 'pelaporan perceraian paling lambat {rule:civil-registration.divorce.report-within} sejak putusan tetap',
        en: 'report of a divorce within {rule:civil-registration.divorce.report-within} of the final decision',
      },
    },
    { citation: 'Perpres 96/2018 pasal 42', about: { id: 'persyaratan pencatatan perceraian', en: 'requirements' } },
    {
      citation: 'UU 1/1974 pasal 38 dan 39',
      about: { id: 'perceraian di depan pengadilan', en: 'divorce before a court' },
    },
    freeOfChargeLaw,
    { citation: 'UU 23/2006 pasal 72', about: { id: 'pembatalan akta', en: 'voiding of certificates' } },
    objectionLaw,
  ],
  eligibility: [
    {
      when: 'holds(known, "hasFamily")',
      refused: {
        id: 'Anda belum tercatat dalam kartu keluarga di wilayah ini. Laporkan perceraian di tempat Anda tercatat.',
        en: 'You are on no family card of this region. Report the divorce where you are registered.',
      },
      basis: 'Perpres 96/2018 pasal 42',
    },
    {
      when: 'fact(known, "maritalStatus") == "married" || fact(known, "maritalStatus") == "married-unrecorded"',
      refused: {
        id: 'Menurut register Anda tidak terikat perkawinan. Bila itu keliru, laporkan perbaikan data dahulu.',
        en: 'In the register you are not married. If that is wrong, report a correction of your data first.',
      },
      basis: 'UU 23/2006 pasal 40',
    },
  ],
  evidence: {
    allOf: [
      {
        kind: 'register',
        known: 'holds(known, "hasFamily")',
        label: { id: 'KTP dan kartu keluarga', en: 'Identity and family card' },
        help: { id: 'Sudah ada pada kami.', en: 'We have them.' },
      },
      {
        kind: 'document',
        field: 'decision',
        label: { id: 'Salinan putusan pengadilan', en: 'Copy of the court decision' },
        help: { id: 'Foto seluruh halaman dengan ponsel cukup.', en: 'Phone photos of all pages are enough.' },
        basis: 'Perpres 96/2018 pasal 42 ayat (1)',
      },
      {
        oneOf: [
          {
            kind: 'document',
            field: 'finalLetter',
            label: { id: 'Keterangan berkekuatan hukum tetap', en: 'Letter that the decision is final' },
            help: { id: 'Dari pengadilan negeri.', en: 'From the general court.' },
            basis: 'UU 23/2006 pasal 40 ayat (1)',
          },
          {
            kind: 'document',
            field: 'courtCertificate',
            label: { id: 'Akta cerai dari pengadilan agama', en: 'Divorce certificate of the religious court' },
            basis: 'UU 7/1989 pasal 84',
          },
        ],
      },
    ],
  },
  known: 'population.couple-facts',
  form: { pages: [...decisionPages, ...partingPages] },
  subject: 'fact(known, "fullName") + " dan " + answers.spouseName',
  territory: 'fact(known, "villageCode")',
  risk: '3',
  once: 'person',
  cost: freeOfCharge({ id: 'Akta perceraian dan kartu keluarga', en: 'Divorce certificate and family card' }),
  rules: ['civil-registration.divorce.report-within'],
  ...divorceFlow,
  golden: divorceExamples,
})
