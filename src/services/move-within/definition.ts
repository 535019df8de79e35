import { defineService } from '#modules/services/index.ts'
import { freeOfCharge } from '../rows/civil-standard.ts'
import { adultHead } from '../rows/family-card.ts'
import {
  didNotMove,
  falseStatement,
  fromOwnCard,
  movingEligibility,
  movingFlow,
  movingService,
  movingStatement,
  ownCardEvidence,
} from '../rows/moving.ts'
import { hostFields, movedOn, moversPages, movingReason, movingTruth, newAddress } from '../rows/moving-pages.ts'
import { moveWithinExamples } from './golden.ts'

const ownHome = 'answers.destination == "own"'

/** Pindah dalam daerah: the address changes on the card at once, without any letter of removal. */
export const moveWithin = defineService({
  id: 'move-within',
  version: 1,
  validFrom: '2026-01-01',
  slug: 'pindah-dalam-daerah',
  code: 'PDD',
  title: { id: 'Pindah alamat di dalam daerah', en: 'Move within the region' },
  summary: {
    id: 'Pindah rumah di dalam kabupaten atau kota ini. Kartu keluarga dengan alamat baru langsung terbit, tanpa surat pindah dan tanpa pengantar RT. Gratis.',
    en: 'Move to another home in this regency or city. The family card with the new address comes at once, without a letter of removal or of the neighbourhood. Free of charge.',
  },
  ...movingService,
  keywords: [
    'pindah',
    'pindah rumah',
    'pindah alamat',
    'ganti alamat',
    'alamat baru',
    'pindah dalam kota',
    'move',
    'address',
  ],
  minutesToFill: 5,
  products: [
    { id: 'Kartu keluarga dengan alamat baru', en: 'Family card with the new address' },
    { id: 'Surat keterangan pindah, bila diminta bank atau sekolah', en: 'Letter on the move, for banks and schools' },
  ],
  eligibility: [fromOwnCard, ...movingEligibility],
  evidence: {
    allOf: [
      ownCardEvidence,
      {
        kind: 'document',
        field: 'consentLetter',
        when: 'answers.destination == "card" && answers.consent == "letter"',
        label: { id: 'Surat persetujuan kepala keluarga yang menerima', en: 'Letter of consent of the receiving head' },
        help: {
          id: 'Hanya bila ikut kartu orang lain yang tidak punya akun.',
          en: 'Only to join the card of somebody who has no account.',
        },
        basis: 'Perpres 96/2018 pasal 12',
      },
      movingStatement,
    ],
  },
  form: {
    pages: [
      ...moversPages,
      {
        id: 'tujuan',
        title: { id: 'Ke mana', en: 'Where to' },
        groups: [
          {
            fields: [
              movedOn({ id: 'Tanggal pindah', en: 'Date of the move' }),
              movingReason,
              {
                id: 'destination',
                kind: 'choice',
                label: { id: 'Tinggal di mana', en: 'Where you will live' },
                options: [
                  {
                    value: 'own',
                    label: { id: 'Di rumah dengan kartu keluarga sendiri', en: 'In a home with a card of our own' },
                  },
                  {
                    value: 'card',
                    label: { id: 'Ikut kartu keluarga orang lain', en: 'On somebody else’s family card' },
                  },
                ],
              },
              newAddress(ownHome),
              {
                id: 'newHead',
                kind: 'family-member',
                when: `${ownHome} && answers.moving == "part"`,
                label: { id: 'Kepala keluarga pada kartu yang baru', en: 'Head on the new card' },
                checks: [
                  {
                    holds: 'answers.newHead in answers.movers',
                    say: { id: 'Pilih salah satu yang pindah.', en: 'Choose one of those who move.' },
                  },
                  adultHead('newHead'),
                ],
              },
              ...hostFields('answers.destination == "card"'),
            ],
          },
        ],
      },
      movingTruth,
    ],
  },
  subject: 'fact(known, "fullName")',
  territory: 'fact(known, "villageCode")',
  cost: freeOfCharge({ id: 'Kartu keluarga dan surat pindah', en: 'Family card and letter' }),
  ...movingFlow({
    effect: 'population.move-within',
    code: 'PDD',
    paper: { id: 'Kartu keluarga', en: 'The family card' },
    what: { id: 'pindah dalam daerah', en: 'move within the region' },
    issued: {
      id: 'Kartu keluarga dengan alamat baru sudah terbit',
      en: 'The family card with the new address has been issued',
    },
    tell: {
      id: 'Kartu keluarga dengan alamat baru sudah terbit.',
      en: 'The family card with the new address is ready.',
    },
    voidReasons: [didNotMove, falseStatement],
  }),
  golden: moveWithinExamples,
})
