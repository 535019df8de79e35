import { defineService } from '#modules/services/index.ts'
import { freeOfCharge } from '../rows/civil-standard.ts'
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
import { moversPages, movingTruth } from '../rows/moving-pages.ts'
import { destinationPage } from './destination-page.ts'
import { moveOutExamples } from './golden.ts'

/** Pindah keluar: to another region with a SKPWNI, or abroad with a SKPLN; one form, as F-1.03 is. */
export const moveOut = defineService({
  id: 'move-out',
  version: 1,
  validFrom: '2026-01-01',
  slug: 'pindah-keluar',
  code: 'PKL',
  title: { id: 'Pindah ke daerah atau negara lain', en: 'Move to another region or country' },
  summary: {
    id: 'Surat keterangan pindah (SKPWNI, atau SKPLN untuk ke luar negeri) terbit di sini. NIK Anda tetap; tidak perlu pengantar RT. Gratis.',
    en: 'The letter of removal (SKPWNI, or SKPLN to go abroad) is issued here. Your NIK stays; no letter of the neighbourhood. Free of charge.',
  },
  ...movingService,
  keywords: [
    'pindah keluar',
    'skpwni',
    'surat pindah',
    'pindah kota',
    'pindah luar negeri',
    'skpln',
    'pindah daerah',
    'move out',
  ],
  minutesToFill: 5,
  products: [
    { id: 'Surat keterangan pindah (SKPWNI atau SKPLN)', en: 'Letter of removal (SKPWNI or SKPLN)' },
    { id: 'Kartu keluarga bagi yang tinggal', en: 'Family card of those who stay' },
  ],
  eligibility: [fromOwnCard, ...movingEligibility],
  evidence: {
    allOf: [ownCardEvidence, movingStatement],
  },
  form: { pages: [...moversPages, destinationPage, movingTruth] },
  subject: 'fact(known, "fullName")',
  territory: 'fact(known, "villageCode")',
  cost: freeOfCharge({ id: 'Surat pindah dan kartu keluarga', en: 'Letter and family card' }),
  ...movingFlow({
    effect: 'population.move-out',
    code: 'PKL',
    paper: { id: 'Surat keterangan pindah', en: 'The letter of removal' },
    what: { id: 'pindah keluar', en: 'move out of the region' },
    issued: { id: 'Surat keterangan pindah sudah terbit', en: 'The letter of removal has been issued' },
    tell: {
      id: 'Serahkan surat pindah di tempat tujuan dalam {rule:moving.letter-valid}. Ke luar negeri: lapor pada perwakilan Indonesia.',
      en: 'Hand the letter in at the destination within {rule:moving.letter-valid}. Going abroad: report to the Indonesian mission.',
    },
    voidReasons: [didNotMove, falseStatement],
  }),
  golden: moveOutExamples,
})
