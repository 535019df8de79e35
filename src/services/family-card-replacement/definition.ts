import { defineService } from '#modules/services/index.ts'
import { civilService, freeOfCharge, trueAnswers } from '../rows/civil-standard.ts'
import {
  adultHead,
  cardEligibility,
  cardLaw,
  cardRules,
  familyCardFlow,
  onOwnCard,
  phone,
  statementPage,
} from '../rows/family-card.ts'
import { lostOrDamagedFields } from '../rows/lost-card.ts'
import { replacementExamples } from './golden.ts'

/** A card that was lost or damaged is issued anew; or another member becomes head of the family. */
export const familyCardReplacement = defineService({
  id: 'family-card-replacement',
  version: 1,
  validFrom: '2026-01-01',
  slug: 'ganti-kartu-keluarga',
  code: 'KGT',
  title: { id: 'Penggantian kartu keluarga', en: 'Replacement of a family card' },
  summary: {
    id: 'Kartu hilang atau rusak terbit kembali dengan nomor yang sama, atau berganti kepala keluarga. Gratis.',
    en: 'A lost or damaged card is issued again under its number, or gets another head. Free of charge.',
  },
  ...civilService(cardRules),
  lifeEvent: 'moving',
  keywords: ['kk hilang', 'kk rusak', 'cetak ulang kk', 'ganti kepala keluarga', 'kartu keluarga', 'lost family card'],
  minutesToFill: 3,
  products: [{ id: 'Kartu keluarga versi baru', en: 'A new version of the family card' }],
  legalBasis: cardLaw,
  eligibility: [onOwnCard, ...cardEligibility],
  evidence: {
    allOf: [
      {
        kind: 'register',
        when: 'answers.why == "lost"',
        field: 'policeReport',
        label: { id: 'Nomor surat keterangan hilang dari kepolisian', en: 'Number of the police report of the loss' },
        help: {
          id: 'Cukup nomornya; suratnya tidak perlu diunggah.',
          en: 'The number is enough; no upload is needed.',
        },
        basis: 'Perpres 96/2018 pasal 14',
      },
      {
        kind: 'document',
        when: 'answers.why == "damaged"',
        field: 'damagedCard',
        label: { id: 'Foto kartu keluarga yang rusak', en: 'Photo of the damaged card' },
        basis: 'Perpres 96/2018 pasal 14',
      },
      trueAnswers('Permendagri 109/2019 formulir F-1.02'),
    ],
  },
  known: 'population.card-facts',
  form: {
    pages: [
      {
        id: 'sebab',
        title: { id: 'Mengapa diganti', en: 'Why it is replaced' },
        groups: [
          {
            fields: [
              {
                id: 'why',
                kind: 'choice',
                label: { id: 'Yang terjadi', en: 'What happened' },
                options: [
                  { value: 'lost', label: { id: 'Kartu keluarga hilang', en: 'The card was lost' } },
                  { value: 'damaged', label: { id: 'Kartu keluarga rusak', en: 'The card is damaged' } },
                  {
                    value: 'new-head',
                    label: { id: 'Kepala keluarga berganti', en: 'Another member heads the family' },
                    hint: {
                      id: 'Bila kepala keluarga meninggal, cukup laporkan kematiannya: kartu baru ikut terbit.',
                      en: 'If the head died, a report of the death is enough: the new card comes with it.',
                    },
                  },
                ],
              },
              ...lostOrDamagedFields,
              {
                id: 'newHead',
                kind: 'family-member',
                when: 'answers.why == "new-head"',
                label: { id: 'Kepala keluarga yang baru', en: 'The new head' },
                checks: [
                  {
                    holds: 'list(known, "family").exists(m, m.id == answers.newHead && m.relation != "head")',
                    say: { id: 'Ia sudah kepala keluarga.', en: 'This person heads the family already.' },
                  },
                  adultHead('newHead'),
                ],
              },
              {
                id: 'headReason',
                kind: 'choice',
                when: 'answers.why == "new-head"',
                label: { id: 'Sebabnya', en: 'Why' },
                options: [
                  { value: 'agreed', label: { id: 'Keluarga bersepakat', en: 'The family agreed' } },
                  {
                    value: 'away',
                    label: { id: 'Kepala keluarga pergi atau tidak diketahui', en: 'The head is away or unknown' },
                  },
                  {
                    value: 'unable',
                    label: { id: 'Kepala keluarga sakit atau tidak mampu', en: 'The head is ill or unable' },
                  },
                ],
              },
              phone,
            ],
          },
        ],
      },
      statementPage,
    ],
  },
  subject: 'fact(known, "fullName")',
  territory: 'fact(known, "villageCode")',
  once: { per: 'fact(known, "kkNumber")' },
  cost: freeOfCharge({ id: 'Kartu keluarga', en: 'Family card' }),
  ...familyCardFlow({
    effect: 'population.replace-family-card',
    code: 'KGT',
    what: { id: 'penggantian kartu keluarga', en: 'replacement of a family card' },
    tell: {
      id: 'Kartu keluarga Anda terbit kembali dengan nomor yang sama.',
      en: 'Your card is issued again under its number.',
    },
  }),
  golden: replacementExamples,
})
