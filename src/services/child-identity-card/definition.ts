import { defineService } from '#modules/services/index.ts'
import { civilFlow } from '../rows/civil-flow.ts'
import { civilService, freeOfCharge, freeOfChargeLaw, trueAnswers } from '../rows/civil-standard.ts'
import { phone, truth } from '../rows/family-card.ts'
import { deliveryField } from '../rows/identity-card.ts'
import { objectionLaw } from '../rows/law.ts'
import { childCardExamples } from './golden.ts'

const rules = 'identity-documents.child-card'
const ofChild = 'list(known, "family").exists(m, m.id == answers.child'

/** KIA: two kinds by age, without and with a photo; comes by itself with a birth certificate. */
export const childIdentityCard = defineService({
  id: 'child-identity-card',
  version: 1,
  validFrom: '2026-01-01',
  slug: 'kartu-identitas-anak',
  code: 'KIA',
  title: { id: 'Kartu identitas anak (KIA)', en: 'Child identity card' },
  summary: {
    id: 'Untuk anak di bawah {rule:identity-documents.child-card.until} yang belum kawin; sejak {rule:identity-documents.child-card.photo-from} dengan foto. Gratis.',
    en: 'For unmarried children below {rule:identity-documents.child-card.until}; from {rule:identity-documents.child-card.photo-from} with a photo. Free of charge.',
  },
  ...civilService(rules),
  lifeEvent: 'birth',
  keywords: ['kia', 'kartu identitas anak', 'ktp anak', 'kartu anak', 'kia hilang', 'child card'],
  minutesToFill: 3,
  products: [
    { id: 'KIA sebagai berkas bertanda tangan elektronik', en: 'The card as a signed file' },
    { id: 'KIA tercetak, diambil atau dikirim', en: 'The printed card, picked up or sent' },
  ],
  legalBasis: [
    {
      citation: 'Permendagri 2/2016',
      about: {
        id: 'kartu identitas anak sampai {rule:identity-documents.child-card.until}, dengan foto sejak {rule:identity-documents.child-card.photo-from}',
        en: 'child cards until {rule:identity-documents.child-card.until}, with a photo from {rule:identity-documents.child-card.photo-from}',
      },
    },
    {
      citation: 'UU 35/2014 tentang perlindungan anak pasal 5',
      about: { id: 'hak anak atas identitas', en: 'a child’s right to identity' },
    },
    freeOfChargeLaw,
    objectionLaw,
  ],
  eligibility: [
    {
      when: 'holds(known, "hasFamily")',
      refused: {
        id: 'Anda belum tercatat pada kartu keluarga di daerah ini. KIA diajukan oleh keluarga satu kartu dengan anak.',
        en: 'You are on no family card of this region. A child card is asked for by family on the child’s card.',
      },
      basis: 'Permendagri 2/2016 pasal 3',
    },
    {
      when: 'yearsBetween(fact(known, "birthOn"), today) >= int(known.adultAge)',
      refused: {
        id: 'Anda belum berumur {rule:civil-registration.adult-age}. Mintalah orang tua atau wali mengajukannya.',
        en: 'You are not {rule:civil-registration.adult-age} old yet. Ask a parent or guardian to apply.',
      },
      basis: 'Permendagri 2/2016 pasal 3',
    },
  ],
  evidence: {
    allOf: [
      {
        kind: 'register',
        known: 'holds(known, "hasFamily")',
        label: { id: 'Akta kelahiran anak dan kartu keluarga', en: 'Birth certificate and family card' },
        help: { id: 'Sudah ada pada kami; tidak perlu difotokopi.', en: 'We have them; no copies are needed.' },
        basis: 'Permendagri 2/2016 pasal 3',
      },
      {
        kind: 'document',
        field: 'photo',
        when: `${ofChild} && ageOn(m.birthOn, today) >= int(known.photoFrom))`,
        label: { id: 'Pas foto anak', en: 'Photo of the child' },
        help: {
          id: 'Foto dengan ponsel cukup: wajah jelas, latar polos.',
          en: 'A phone photo is enough: face clear, plain background.',
        },
        basis: 'Permendagri 2/2016 pasal 3 ayat (2)',
      },
      trueAnswers('Permendagri 109/2019 formulir F-1.02'),
    ],
  },
  known: 'population.card-facts',
  form: {
    pages: [
      {
        id: 'anak',
        title: { id: 'Kartu untuk anak', en: 'The card of the child' },
        groups: [
          {
            fields: [
              {
                id: 'child',
                kind: 'family-member',
                label: { id: 'Anak', en: 'Child' },
                checks: [
                  {
                    holds: `${ofChild} && ageOn(m.birthOn, today) < int(known.childUntil))`,
                    say: {
                      id: 'Ia sudah berumur {rule:identity-documents.child-card.until}. Ajukan KTP-el pertama.',
                      en: 'This member is {rule:identity-documents.child-card.until} old. Apply for a first identity card.',
                    },
                    basis: 'Permendagri 2/2016 pasal 5',
                  },
                ],
              },
              {
                id: 'why',
                kind: 'choice',
                label: { id: 'Mengapa', en: 'Why' },
                options: [
                  { value: 'first', label: { id: 'Belum punya KIA', en: 'No card yet' } },
                  { value: 'photo', label: { id: 'Kini memakai foto', en: 'Now with a photo' } },
                  { value: 'lost', label: { id: 'Hilang', en: 'Lost' } },
                  { value: 'damaged', label: { id: 'Rusak', en: 'Damaged' } },
                ],
              },
              {
                id: 'photo',
                kind: 'photo',
                when: `${ofChild} && ageOn(m.birthOn, today) >= int(known.photoFrom))`,
                label: { id: 'Pas foto anak', en: 'Photo of the child' },
              },
              deliveryField,
              phone,
              truth,
            ],
          },
        ],
      },
    ],
  },
  subject: `${ofChild}) ? string(list(known, "family").filter(m, m.id == answers.child)[0].name) : fact(known, "fullName")`,
  territory: 'fact(known, "villageCode")',
  once: { per: 'answers.child' },
  cost: freeOfCharge({ id: 'Kartu identitas anak', en: 'Child identity card' }),
  ...civilFlow({
    rules,
    paper: { id: 'Kartu identitas anak', en: 'The child card' },
    issuedSentence: {
      id: 'Kartu identitas anak sudah terbit. Cetakannya menyusul; lihat di Kartu saya',
      en: 'The child card has been issued. Its print follows; see My cards',
    },
    tell: {
      title: { id: 'KIA {subject} sudah terbit', en: 'The child card of {subject} has been issued' },
      body: {
        id: 'KIA {subject} dapat ditunjukkan dari halaman berkas {number}. Kartu cetaknya menyusul; kami mengabari saat siap.',
        en: 'The child card of {subject} can be shown from file {number}. The printed card follows; we tell you when it is ready.',
      },
    },
    effects: ['population.issue-child-card'],
    refusals: [
      {
        id: 'too-old',
        label: { id: 'Anak sudah wajib KTP-el', en: 'The child needs an identity card' },
        basis: 'Permendagri 2/2016 pasal 5',
      },
      {
        id: 'no-guardian',
        label: { id: 'Pemohon bukan orang tua atau wali', en: 'The applicant is no parent or guardian' },
        basis: 'Permendagri 2/2016 pasal 3',
      },
      {
        id: 'photo-not-fit',
        label: { id: 'Foto bukan foto anak ini', en: 'The photo is not of this child' },
        basis: 'Permendagri 2/2016 pasal 3',
      },
    ],
    letters: { refusalTitle: { id: 'Penolakan KIA', en: 'Refusal of a child card' }, code: 'KIA' },
  }),
  golden: childCardExamples,
})
