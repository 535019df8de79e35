import { defineService } from '#modules/services/index.ts'
import { civilService, freeOfCharge, trueAnswers } from '../rows/civil-standard.ts'
import {
  cardEligibility,
  cardLaw,
  cardRules,
  companions,
  familyCardFlow,
  remainingHeadPage,
  statementPage,
} from '../rows/family-card.ts'
import { joinExamples } from './golden.ts'
import { hostPage } from './host-page.ts'

/** Numpang KK: people join a card that stands, with the consent of its head. */
export const familyCardJoin = defineService({
  id: 'family-card-join',
  version: 1,
  validFrom: '2026-01-01',
  slug: 'numpang-kartu-keluarga',
  code: 'KNP',
  title: { id: 'Numpang kartu keluarga', en: 'Join a family card' },
  summary: {
    id: 'Masuk ke kartu keluarga orang lain, atau menerima seseorang ke kartu Anda, dengan persetujuan kepala keluarganya. Gratis.',
    en: 'Join somebody else’s family card, or take somebody onto yours, with the consent of its head. Free of charge.',
  },
  ...civilService(cardRules),
  lifeEvent: 'moving',
  keywords: ['numpang kk', 'gabung kk', 'masuk kk', 'kartu keluarga', 'tambah anggota', 'join family card'],
  minutesToFill: 5,
  products: [
    { id: 'Kartu keluarga yang menerima, dengan anggota barunya', en: 'The receiving card with its new members' },
    { id: 'Kartu keluarga yang ditinggalkan', en: 'The card that is left' },
  ],
  legalBasis: cardLaw,
  eligibility: cardEligibility,
  evidence: {
    allOf: [
      {
        oneOf: [
          {
            kind: 'register',
            field: 'hostNik',
            label: { id: 'Persetujuan kepala keluarga dari akunnya', en: 'Consent of the head in an own account' },
            help: { id: 'Ia menerima pesan dan cukup menekan setuju.', en: 'A message arrives; one press is enough.' },
            basis: 'Perpres 96/2018 pasal 12',
          },
          {
            kind: 'document',
            field: 'consentLetter',
            label: { id: 'Surat persetujuan kepala keluarga', en: 'Letter of consent of the head' },
            help: {
              id: 'Ditulis tangan pun boleh; foto dengan ponsel cukup.',
              en: 'Handwritten is fine; a phone photo is enough.',
            },
            basis: 'Perpres 96/2018 pasal 12',
          },
          {
            kind: 'register',
            field: 'guestNik',
            label: { id: 'Persetujuan orang yang Anda terima', en: 'Consent of the person you take in' },
            help: { id: 'Ia menerima pesan dan cukup menekan setuju.', en: 'A message arrives; one press is enough.' },
            basis: 'Perpres 96/2018 pasal 12',
          },
        ],
      },
      trueAnswers('Permendagri 109/2019 formulir F-1.02'),
    ],
  },
  known: 'population.card-facts',
  form: {
    pages: [
      hostPage,
      {
        id: 'anggota',
        title: { id: 'Siapa yang ikut', en: 'Who comes along' },
        when: 'answers.direction != "take-in" && list(known, "family").size() > 1',
        groups: [
          {
            fields: [
              {
                id: 'moving',
                kind: 'choice',
                label: { id: 'Yang pindah ke kartu itu', en: 'Who joins that card' },
                options: [
                  { value: 'alone', label: { id: 'Saya sendiri', en: 'Only me' } },
                  { value: 'with', label: { id: 'Saya dan beberapa anggota kartu saya', en: 'I and some of my card' } },
                ],
              },
              { ...companions('answers.moving == "with"'), checks: [] },
            ],
          },
        ],
      },
      remainingHeadPage(
        'answers.direction != "take-in" && list(known, "family").exists(m, m.relation == "head" && (m.id == fact(known, "personId") || m.id in answers.companions)) && list(known, "family").exists(m, m.id != fact(known, "personId") && !(m.id in answers.companions))',
      ),
      statementPage,
    ],
  },
  subject: 'fact(known, "fullName")',
  territory: 'fact(known, "villageCode") == "" ? answers.hostVillage : fact(known, "villageCode")',
  once: 'person',
  cost: freeOfCharge({ id: 'Kartu keluarga', en: 'Family card' }),
  ...familyCardFlow({
    effect: 'population.join-family-card',
    code: 'KNP',
    what: { id: 'numpang kartu keluarga', en: 'joining a family card' },
    tell: { id: 'Kartu keluarga dengan anggota barunya sudah terbit.', en: 'The card with its new members is ready.' },
  }),
  golden: joinExamples,
})
