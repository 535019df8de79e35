import { defineService } from '#modules/services/index.ts'
import { civilService, freeOfCharge, freeOfChargeLaw, reportsWhereRegistered } from '../rows/civil-standard.ts'
import { objectionLaw } from '../rows/law.ts'
import { annulmentFlow } from './flow.ts'
import { annulmentForm } from './form.ts'
import { annulmentExamples } from './golden.ts'

/** Pembatalan perkawinan dan pembatalan perceraian: a court has decided that it never was. */
export const marriageAnnulment = defineService({
  id: 'marriage-annulment',
  version: 1,
  validFrom: '2026-01-01',
  slug: 'pembatalan-perkawinan',
  code: 'BK',
  title: { id: 'Pembatalan perkawinan atau perceraian', en: 'Annulment of a marriage or a divorce' },
  summary: {
    id: 'Mencatat putusan pengadilan yang membatalkan perkawinan atau perceraian: surat keterangan, status, kartu keluarga. Gratis.',
    en: 'Records a court decision that annuls a marriage or a divorce: statement, status, family card. Free of charge.',
  },
  ...civilService('civil-registration.marriage-annulment'),
  lifeEvent: 'marriage',
  keywords: [
    'batal nikah',
    'pembatalan nikah',
    'pembatalan perkawinan',
    'pembatalan perceraian',
    'batal cerai',
    'annulment',
  ],
  minutesToFill: 5,
  products: [
    { id: 'Surat keterangan pembatalan untuk keduanya', en: 'Statement of the annulment for both' },
    { id: 'Kartu keluarga dengan status yang benar', en: 'Family card with the right status' },
  ],
  legalBasis: [
    {
      citation: 'UU 23/2006 pasal 39',
      about: {
        id: 'pembatalan perkawinan dilaporkan paling lambat {rule:civil-registration.marriage-annulment.report-within}',
        en: 'an annulled marriage is reported within {rule:civil-registration.marriage-annulment.report-within}',
      },
    },
    {
      citation: 'UU 23/2006 pasal 43',
      about: {
        id: 'pembatalan perceraian dilaporkan paling lambat {rule:civil-registration.divorce-annulment.report-within}',
        en: 'an annulled divorce is reported within {rule:civil-registration.divorce-annulment.report-within}',
      },
    },
    { citation: 'Perpres 96/2018 pasal 41 dan 43', about: { id: 'persyaratan', en: 'requirements' } },
    { citation: 'UU 1/1974 pasal 22 sampai 28', about: { id: 'batalnya perkawinan', en: 'annulment of marriages' } },
    freeOfChargeLaw,
    objectionLaw,
  ],
  eligibility: [
    reportsWhereRegistered,
    {
      when: 'fact(known, "maritalStatus") == "married" || fact(known, "maritalStatus") == "divorced"',
      refused: {
        id: 'Menurut register Anda tidak kawin tercatat dan tidak cerai hidup, sehingga tidak ada yang dibatalkan.',
        en: 'In the register you are neither married nor divorced, so there is nothing to annul.',
      },
      basis: 'UU 23/2006 pasal 39 dan 43',
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
        basis: 'Perpres 96/2018 pasal 41 dan 43',
      },
      {
        kind: 'document',
        field: 'finalLetter',
        label: { id: 'Keterangan berkekuatan hukum tetap', en: 'Letter that the decision is final' },
        basis: 'UU 23/2006 pasal 39 ayat (1)',
      },
    ],
  },
  known: 'population.couple-facts',
  form: { pages: annulmentForm },
  subject: 'fact(known, "fullName") + " dan " + answers.spouseName',
  territory: 'fact(known, "villageCode")',
  risk: '3',
  once: 'person',
  cost: freeOfCharge({ id: 'Surat keterangan dan kartu keluarga', en: 'Statement and family card' }),
  ...annulmentFlow,
  golden: annulmentExamples,
})
