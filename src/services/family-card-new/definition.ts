import { defineService } from '#modules/services/index.ts'
import { civilService, freeOfCharge, trueAnswers } from '../rows/civil-standard.ts'
import {
  addressPage,
  cardEligibility,
  cardLaw,
  cardRules,
  familyCardFlow,
  remainingHeadPage,
  statementPage,
} from '../rows/family-card.ts'
import { newFamilyPage } from './family-page.ts'
import { newCardExamples } from './golden.ts'

/** KK baru: the first card of a couple that leaves its parents' cards, or of somebody who is on none. */
export const familyCardNew = defineService({
  id: 'family-card-new',
  version: 1,
  validFrom: '2026-01-01',
  slug: 'kartu-keluarga-baru',
  code: 'KBR',
  title: { id: 'Kartu keluarga baru', en: 'New family card' },
  summary: {
    id: 'Kartu keluarga pertama setelah menikah, atau bagi yang belum memilikinya. Kartu orang tua ikut diperbarui. Gratis.',
    en: 'The first family card after a marriage, or for who has none. The parents’ cards are renewed with it. Free of charge.',
  },
  ...civilService(cardRules),
  lifeEvent: 'marriage',
  keywords: [
    'kk baru',
    'kartu keluarga',
    'buat kk',
    'setelah menikah',
    'pengantin baru',
    'family card',
    'newly married',
  ],
  minutesToFill: 6,
  products: [
    { id: 'Kartu keluarga baru', en: 'New family card' },
    {
      id: 'Kartu keluarga yang Anda tinggalkan, dengan susunan baru',
      en: 'The cards you leave, with their new composition',
    },
  ],
  legalBasis: cardLaw,
  eligibility: cardEligibility,
  evidence: {
    allOf: [
      {
        oneOf: [
          {
            kind: 'register',
            when: 'answers.basis == "marriage"',
            field: 'marriageNumber',
            label: { id: 'Buku nikah atau akta perkawinan', en: 'Marriage book or certificate' },
            help: { id: 'Cukup nomornya.', en: 'The number is enough.' },
            basis: 'Perpres 96/2018 pasal 11',
          },
          {
            kind: 'statement',
            when: 'answers.basis == "marriage"',
            field: 'unrecorded',
            label: {
              id: 'Pernyataan kawin belum tercatat (F-1.05)',
              en: 'Statement of an unrecorded marriage (F-1.05)',
            },
            help: {
              id: 'Dibuat di formulir ini, dengan dua saksi. Pada kartu tertulis "Kawin belum tercatat".',
              en: 'Made in this form with two witnesses. The card says that the marriage is not recorded.',
            },
            basis: 'Permendagri 109/2019 formulir F-1.05',
          },
          {
            kind: 'register',
            when: 'answers.basis != "marriage"',
            known: '!holds(known, "hasFamily")',
            label: { id: 'Data Anda, yang belum ada pada kartu mana pun', en: 'Your data, which are on no card yet' },
            basis: 'Perpres 96/2018 pasal 10',
          },
        ],
      },
      trueAnswers('Permendagri 109/2019 formulir F-1.01'),
    ],
  },
  known: 'population.card-facts',
  form: {
    pages: [
      newFamilyPage,
      remainingHeadPage(
        'list(known, "family").exists(m, m.relation == "head" && (m.id == fact(known, "personId") || m.id == answers.partnerMember || m.id in answers.companions)) && list(known, "family").exists(m, m.id != fact(known, "personId") && m.id != answers.partnerMember && !(m.id in answers.companions))',
      ),
      addressPage,
      statementPage,
    ],
  },
  subject: 'fact(known, "fullName")',
  territory: 'answers.newAddress.area != "" ? answers.newAddress.area : fact(known, "villageCode")',
  once: 'person',
  cost: freeOfCharge({ id: 'Kartu keluarga', en: 'Family card' }),
  ...familyCardFlow({
    effect: 'population.open-family-card',
    code: 'KBR',
    what: { id: 'kartu keluarga baru', en: 'new family card' },
    tell: { id: 'Kartu keluarga baru Anda sudah terbit.', en: 'Your new family card is ready.' },
  }),
  golden: newCardExamples,
})
