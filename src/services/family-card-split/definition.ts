import { defineService } from '#modules/services/index.ts'
import { civilService, freeOfCharge, trueAnswers } from '../rows/civil-standard.ts'
import {
  addressPage,
  cardEligibility,
  cardLaw,
  cardRules,
  companions,
  familyCardFlow,
  onOwnCard,
  phone,
  remainingHeadPage,
  statementPage,
} from '../rows/family-card.ts'
import { splitExamples } from './golden.ts'

/** Pisah KK: part of a family leaves its card for one of its own, in the same house or elsewhere in the region. */
export const familyCardSplit = defineService({
  id: 'family-card-split',
  version: 1,
  validFrom: '2026-01-01',
  slug: 'pisah-kartu-keluarga',
  code: 'KPS',
  title: { id: 'Pisah kartu keluarga', en: 'Split a family card' },
  summary: {
    id: 'Anda dan anggota yang ikut mendapat kartu keluarga sendiri; kartu lama terbit tanpa Anda. Gratis.',
    en: 'You and those who come along get a card of your own; the old one is issued without you. Free of charge.',
  },
  ...civilService(cardRules),
  lifeEvent: 'moving',
  keywords: ['pisah kk', 'pecah kk', 'kk sendiri', 'keluar dari kk', 'kartu keluarga', 'split family card'],
  minutesToFill: 5,
  products: [
    { id: 'Kartu keluarga Anda sendiri', en: 'A family card of your own' },
    { id: 'Kartu keluarga lama dengan susunan baru', en: 'The old card with its new composition' },
  ],
  legalBasis: cardLaw,
  eligibility: [onOwnCard, ...cardEligibility],
  evidence: {
    allOf: [
      {
        kind: 'register',
        known: 'holds(known, "hasFamily")',
        label: { id: 'Kartu keluarga lama dan KTP-el', en: 'Old family card and identity card' },
        help: { id: 'Sudah ada pada kami; tidak perlu difotokopi.', en: 'We have them; no copies are needed.' },
        basis: 'Perpres 96/2018 pasal 13',
      },
      trueAnswers('Permendagri 109/2019 formulir F-1.02'),
    ],
  },
  known: 'population.card-facts',
  form: {
    pages: [
      {
        id: 'anggota',
        title: { id: 'Siapa yang pisah', en: 'Who leaves' },
        groups: [
          {
            fields: [
              {
                id: 'moving',
                kind: 'choice',
                label: { id: 'Yang mendapat kartu baru', en: 'Who gets the new card' },
                options: [
                  { value: 'alone', label: { id: 'Saya sendiri', en: 'Only me' } },
                  {
                    value: 'with',
                    label: { id: 'Saya dan beberapa anggota kartu ini', en: 'I and some of this card' },
                  },
                ],
              },
              companions('answers.moving == "with"'),
              phone,
            ],
          },
        ],
      },
      remainingHeadPage(
        'list(known, "family").size() > 1 && (holds(known, "isHeadOfFamily") || list(known, "family").exists(m, m.relation == "head" && m.id in answers.companions))',
      ),
      addressPage,
      statementPage,
    ],
  },
  subject: 'fact(known, "fullName")',
  territory: 'answers.sameAddress == "no" ? answers.newAddress.area : fact(known, "villageCode")',
  once: 'person',
  cost: freeOfCharge({ id: 'Kartu keluarga', en: 'Family card' }),
  ...familyCardFlow({
    effect: 'population.open-family-card',
    code: 'KPS',
    what: { id: 'pisah kartu keluarga', en: 'split of a family card' },
    tell: {
      id: 'Kartu keluarga Anda sendiri sudah terbit, begitu pula kartu lama tanpa Anda.',
      en: 'A family card of your own is ready, and so is the old one without you.',
    },
  }),
  golden: splitExamples,
})
