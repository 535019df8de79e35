import { defineService } from '#modules/services/index.ts'
import { civilChannels, civilComplaints, civilStandard, freeOfCharge, freeOfChargeLaw } from '../rows/civil-standard.ts'
import { objectionLaw } from '../rows/law.ts'
import { conditionPages } from './condition-pages.ts'
import { eventPages } from './event-pages.ts'
import { marriageFlow } from './flow.ts'
import { marriageExamples } from './golden.ts'
import { homePages } from './home-pages.ts'
import { proofPages } from './proof-pages.ts'
import { spousePages } from './spouse-pages.ts'

/** Akta perkawinan of everybody but Muslims: certificates for both, the cards as the couple chooses. */
export const marriage = defineService({
  id: 'marriage',
  version: 1,
  validFrom: '2026-01-01',
  slug: 'akta-perkawinan',
  code: 'AK',
  title: { id: 'Akta perkawinan', en: 'Marriage certificate' },
  summary: {
    id: 'Untuk perkawinan selain menurut agama Islam. Satu laporan menghasilkan akta untuk suami dan istri serta kartu keluarga. Gratis.',
    en: 'For marriages other than Muslim ones. One report gives a certificate to husband and wife and the family card. Free of charge.',
  },
  audience: ['citizen'],
  lifeEvent: 'marriage',
  keywords: [
    'akta nikah',
    'akta kawin',
    'akte perkawinan',
    'catatan sipil',
    'kawin',
    'menikah',
    'pemberkatan',
    'penghayat',
    'kawin campur',
    'pasangan asing',
    'marriage',
    'wedding',
  ],
  unit: 'disdukcapil',
  minutesToFill: 10,
  channels: civilChannels,
  products: [
    {
      id: 'Kutipan akta perkawinan untuk suami dan untuk istri (PDF bertanda tangan elektronik)',
      en: 'Marriage certificate for husband and for wife (electronically signed PDF)',
    },
    { id: 'Kartu keluarga dengan status kawin tercatat', en: 'Family card with the recorded marriage' },
  ],
  complaints: civilComplaints,
  standard: civilStandard('civil-registration.marriage'),
  legalBasis: [
    {
      citation: 'UU 23/2006 pasal 34 sampai 36 jo. UU 24/2013',
      about: {
        id: 'pelaporan perkawinan paling lambat {rule:civil-registration.marriage.report-within}',
        en: 'report of a marriage within {rule:civil-registration.marriage.report-within}',
      },
    },
    {
      citation: 'Perpres 96/2018 pasal 37 dan 38',
      about: { id: 'persyaratan pencatatan perkawinan', en: 'requirements' },
    },
    {
      citation: 'UU 1/1974 jo. UU 16/2019',
      about: {
        id: 'umur paling sedikit {rule:civil-registration.marriage.minimum-age}, larangan kawin, pencegahan',
        en: 'minimum age of {rule:civil-registration.marriage.minimum-age}, forbidden marriages, objections',
      },
    },
    {
      citation: 'PP 9/1975 pasal 3, 8 dan 9',
      about: {
        id: 'pengumuman {rule:civil-registration.marriage.notice-time}',
        en: 'announcement for {rule:civil-registration.marriage.notice-time}',
      },
    },
    freeOfChargeLaw,
    {
      citation: 'UU 23/2006 pasal 71 dan 72',
      about: { id: 'pembetulan dan pembatalan akta', en: 'correction and voiding of certificates' },
    },
    objectionLaw,
  ],
  eligibility: [
    {
      when: 'holds(known, "hasFamily")',
      refused: {
        id: 'Anda belum tercatat dalam kartu keluarga di wilayah ini. Laporkan perkawinan di tempat Anda tercatat, atau urus kartu keluarga dahulu.',
        en: 'You are on no family card of this region. Report the marriage where you are registered, or get a family card first.',
      },
      basis: 'Perpres 96/2018 pasal 37',
    },
    {
      when: 'fact(known, "religion") != "Islam"',
      refused: {
        id: 'Menurut register Anda beragama Islam, sehingga perkawinan Anda tidak dicatat di sini. KUA yang mencatatnya; setelah akad, laporkan buku nikah lewat layanan perkawinan dari KUA. Akta dari kantor ini tidak diperlukan.',
        en: 'In the register you are a Muslim, so your marriage is not recorded here. The KUA records it; afterwards report the marriage book with the service for marriages at the KUA. You need no certificate of ours.',
      },
      basis: 'UU 23/2006 pasal 8 ayat (2) dan pasal 34 ayat (4)',
    },
    {
      when: 'fact(known, "maritalStatus") != "married"',
      refused: {
        id: 'Menurut register Anda masih terikat perkawinan. Catatkan dahulu perceraian Anda, atau kematian pasangan Anda.',
        en: 'In the register you are still married. Record your divorce, or the death of your spouse, first.',
      },
      basis: 'UU 1/1974 pasal 3 dan 9',
    },
  ],
  evidence: {
    allOf: [
      {
        kind: 'register',
        known: 'holds(known, "hasFamily")',
        label: { id: 'KTP dan kartu keluarga Anda', en: 'Your identity and family card' },
        help: { id: 'Sudah ada pada kami; tidak perlu difotokopi.', en: 'We have them; no copies are needed.' },
        basis: 'Perpres 96/2018 pasal 37',
      },
      {
        oneOf: [
          {
            kind: 'document',
            field: 'blessingLetter',
            label: { id: 'Surat perkawinan dari pemuka agama', en: 'Marriage letter of a religious leader' },
            help: { id: 'Foto dengan ponsel cukup.', en: 'A phone photo is enough.' },
            basis: 'Perpres 96/2018 pasal 37 huruf a',
          },
          {
            kind: 'document',
            field: 'beliefLetter',
            label: {
              id: 'Surat perkawinan dari pemuka penghayat kepercayaan',
              en: 'Marriage letter of a leader of a native faith',
            },
            basis: 'PP 40/2019 pasal 39 dan 40',
          },
          {
            kind: 'document',
            field: 'courtDecision',
            label: { id: 'Salinan penetapan pengadilan', en: 'Copy of a court decision' },
            help: {
              id: 'Bila tidak ada surat perkawinan, atau perkawinan ditetapkan pengadilan.',
              en: 'Where no letter proves the marriage, or a court decided on it.',
            },
            basis: 'UU 23/2006 pasal 35 dan 36',
          },
        ],
      },
      {
        kind: 'document',
        field: 'photo',
        label: { id: 'Pasfoto berdampingan, berwarna', en: 'Colour photo of both side by side' },
        basis: 'Perpres 96/2018 pasal 37 huruf b',
      },
      {
        kind: 'document',
        field: 'formerMarriageProof',
        when: 'fact(known, "maritalStatus") == "divorced" || fact(known, "maritalStatus") == "widowed"',
        known: 'fact(known, "formerMarriageEnded") != ""',
        label: {
          id: 'Akta perceraian, atau akta kematian pasangan sebelumnya',
          en: 'Divorce certificate, or death certificate of the former spouse',
        },
        help: { id: 'Biasanya sudah ada pada register kami.', en: 'Usually our register has it.' },
        basis: 'Perpres 96/2018 pasal 37 huruf e dan f',
      },
      {
        kind: 'document',
        field: 'dispensation',
        when: 'answers.belowAge == "yes"',
        label: { id: 'Dispensasi kawin dari pengadilan', en: 'Dispensation of the court' },
        help: {
          id: 'Bila salah satu belum berumur {rule:civil-registration.marriage.minimum-age}.',
          en: 'When one of the two is not {rule:civil-registration.marriage.minimum-age} old.',
        },
        basis: 'UU 1/1974 pasal 7 ayat (2) jo. UU 16/2019',
      },
      {
        kind: 'document',
        field: 'passport',
        when: 'answers.spouseKind == "foreigner"',
        label: { id: 'Paspor pasangan asing', en: 'Passport of a foreign spouse' },
        basis: 'Perpres 96/2018 pasal 38',
      },
      {
        kind: 'document',
        field: 'embassyLetter',
        when: 'answers.spouseKind == "foreigner"',
        label: { id: 'Izin kawin dari kedutaan pasangan asing', en: 'Permission of the embassy of a foreign spouse' },
        basis: 'Perpres 96/2018 pasal 38',
      },
    ],
  },
  known: 'population.marriage-facts',
  form: {
    pages: [
      ...eventPages,
      ...spousePages,
      ...conditionPages,
      ...homePages('answers.spouseKind == "here"'),
      ...proofPages,
    ],
  },
  subject: 'fact(known, "fullName") + " dan " + answers.spouseName',
  territory: 'fact(known, "villageCode")',
  risk: 'answers.proof == "court" || answers.belowAge == "yes" ? 3 : (answers.spouseKind == "foreigner" ? 2 : 0)',
  once: 'person',
  cost: freeOfCharge({ id: 'Akta perkawinan dan kartu keluarga', en: 'Marriage certificates and family card' }),
  clock: { rule: 'civil-registration.marriage.service-time', per: 'working-day' },
  rules: [
    'civil-registration.marriage.report-within',
    'civil-registration.marriage.minimum-age',
    'civil-registration.marriage.witnesses',
  ],
  ...marriageFlow,
  golden: marriageExamples,
})
