import { defineService } from '#modules/services/index.ts'
import { civilFlow } from '../rows/civil-flow.ts'
import { civilService, freeOfCharge, freeOfChargeLaw } from '../rows/civil-standard.ts'
import { objectionLaw } from '../rows/law.ts'
import { stillbirthPages } from './form.ts'
import { stillbirthExamples } from './golden.ts'

const flow = civilFlow({
  rules: 'personal-data.stillbirth',
  paper: { id: 'Surat keterangan', en: 'The letter' },
  issuedSentence: {
    id: 'Surat keterangan lahir mati sudah terbit',
    en: 'The letter on the stillbirth has been issued',
  },
  tell: {
    title: { id: 'Surat keterangan lahir mati sudah terbit', en: 'The letter on the stillbirth has been issued' },
    body: {
      id: 'Kami turut berduka. Surat keterangan ada pada halaman berkas {number}; tidak ada lagi yang perlu Anda urus di kantor ini.',
      en: 'We are sorry for your loss. The letter is on the page of file {number}; there is nothing more to do at this office.',
    },
  },
  effects: ['population.register-stillbirth'],
  refusals: [
    {
      id: 'proof-not-valid',
      label: { id: 'Surat keterangan kesehatan tidak sah', en: 'The medical letter is not valid' },
      basis: 'UU 23/2006 pasal 33; Perpres 96/2018 pasal 36',
    },
    {
      id: 'born-alive',
      label: { id: 'Anak lahir hidup: laporkan kelahiran dan kematian', en: 'Born alive: report birth and death' },
      basis: 'UU 23/2006 pasal 27 dan 44',
    },
  ],
  void: {
    label: { id: 'Batalkan surat keterangan', en: 'Void the letter' },
    done: { id: 'Surat keterangan dibatalkan', en: 'Letter voided' },
    reasons: [
      {
        id: 'wrong-report',
        label: { id: 'Laporan ternyata tidak benar', en: 'The report was not true' },
        basis: 'UU 30/2014 pasal 66',
      },
    ],
    tell: {
      title: { id: 'Surat keterangan lahir mati dibatalkan', en: 'The letter on the stillbirth was voided' },
      body: {
        id: 'Surat keterangan dari berkas {number} dibatalkan. {reason}',
        en: 'The letter of file {number} was voided. {reason}',
      },
    },
  },
  letters: {
    code: 'LM',
    number: '472.13/{sequence}/Disdukcapil/{year}',
    refusalTitle: { id: 'Penolakan laporan lahir mati', en: 'Refusal of a report of a stillbirth' },
    refusalRows: [{ label: 'Tanggal', value: 'answers.bornOn' }],
    voiding: {
      title: { id: 'Pembatalan surat keterangan lahir mati', en: 'Voiding of a letter on a stillbirth' },
      opening: ['Surat keterangan lahir mati dari berkas {number} dibatalkan.', '{reason}'],
      closing: ['Surat yang pernah terbit tidak berlaku lagi.'],
    },
  },
})

/** Surat keterangan lahir mati: an entry and a letter; no NIK, no change of the family card. */
export const stillbirth = defineService({
  id: 'stillbirth',
  version: 1,
  validFrom: '2026-01-01',
  slug: 'lahir-mati',
  code: 'LM',
  title: { id: 'Surat keterangan lahir mati', en: 'Letter on a stillbirth' },
  summary: {
    id: 'Untuk bayi yang lahir tanpa tanda kehidupan sesudah {rule:personal-data.stillbirth.weeks} kandungan. Satu laporan, gratis.',
    en: 'For a child born without signs of life after {rule:personal-data.stillbirth.weeks} of pregnancy. One report, free of charge.',
  },
  ...civilService('personal-data.stillbirth'),
  lifeEvent: 'death',
  keywords: ['lahir mati', 'bayi meninggal dalam kandungan', 'keguguran', 'stillbirth', 'stillborn'],
  minutesToFill: 4,
  products: [
    { id: 'Surat keterangan lahir mati (PDF bertanda tangan elektronik)', en: 'Letter on the stillbirth (signed PDF)' },
  ],
  legalBasis: [
    {
      citation: 'UU 23/2006 pasal 33',
      about: {
        id: 'pelaporan lahir mati paling lambat {rule:personal-data.stillbirth.report-within}',
        en: 'report of a stillbirth within {rule:personal-data.stillbirth.report-within}',
      },
    },
    { citation: 'Perpres 96/2018 pasal 36', about: { id: 'persyaratan', en: 'requirements' } },
    freeOfChargeLaw,
    objectionLaw,
  ],
  eligibility: [
    {
      when: 'holds(known, "hasFamily")',
      refused: {
        id: 'Anda belum tercatat dalam kartu keluarga di wilayah ini. Laporkan di tempat tinggal Anda yang tercatat.',
        en: 'You are on no family card of this region. Report it where you are registered.',
      },
      basis: 'UU 23/2006 pasal 33',
    },
  ],
  evidence: {
    allOf: [
      {
        kind: 'register',
        known: 'fact(known, "motherNik") != ""',
        field: 'motherNik',
        label: { id: 'Data ibu dan ayah', en: 'Data of mother and father' },
        help: { id: 'Sudah ada pada kami.', en: 'We have them.' },
      },
      {
        oneOf: [
          {
            kind: 'document',
            field: 'medicalLetter',
            label: {
              id: 'Surat keterangan dari dokter, bidan atau rumah sakit',
              en: 'Letter of a doctor, midwife or hospital',
            },
            help: { id: 'Foto dengan ponsel cukup.', en: 'A phone photo is enough.' },
            basis: 'Perpres 96/2018 pasal 36',
          },
          {
            kind: 'statement',
            field: 'statement',
            label: {
              id: 'Pernyataan orang tua, bila lahir tanpa penolong kesehatan',
              en: 'Statement of the parents, if nobody attended',
            },
            help: { id: 'Dibuat di formulir ini.', en: 'Made in this form.' },
            basis: 'Perpres 96/2018 pasal 36',
          },
        ],
      },
    ],
  },
  known: 'population.birth-facts',
  form: { pages: stillbirthPages },
  subject: 'answers.motherName',
  territory: 'fact(known, "villageCode")',
  cost: freeOfCharge({ id: 'Surat keterangan lahir mati', en: 'Letter on the stillbirth' }),
  rules: ['personal-data.stillbirth.report-within', 'personal-data.stillbirth.weeks'],
  ...flow,
  golden: stillbirthExamples,
})
