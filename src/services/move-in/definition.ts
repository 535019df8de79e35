import { defineService } from '#modules/services/index.ts'
import { freeOfCharge } from '../rows/civil-standard.ts'
import { falseStatement, movingEligibility, movingFlow, movingService, movingStatement } from '../rows/moving.ts'
import { movingTruth } from '../rows/moving-pages.ts'
import { arrivalPages } from './arrival-pages.ts'
import { moveInExamples } from './golden.ts'

/** Pindah datang: with the letter of the region that they left, or back from abroad. Who receives them may apply. */
export const moveIn = defineService({
  id: 'move-in',
  version: 1,
  validFrom: '2026-01-01',
  slug: 'pindah-datang',
  code: 'PDT',
  title: { id: 'Datang dari daerah atau negara lain', en: 'Arrive from another region or country' },
  summary: {
    id: 'Serahkan surat pindah dan terima kartu keluarga di sini. NIK tetap. Keluarga yang menerima pun boleh mengajukan. Gratis.',
    en: 'Hand in the letter of removal and receive a family card here. The NIK stays. The family that takes you in may apply too. Free of charge.',
  },
  ...movingService,
  keywords: [
    'pindah datang',
    'datang',
    'pendatang',
    'lapor datang',
    'skpwni',
    'surat pindah',
    'pulang dari luar negeri',
    'move in',
  ],
  minutesToFill: 8,
  products: [{ id: 'Kartu keluarga di sini, dengan NIK yang sama', en: 'Family card here, with the same NIK' }],
  eligibility: movingEligibility,
  evidence: {
    allOf: [
      {
        oneOf: [
          {
            kind: 'document',
            field: 'letterFile',
            when: 'answers.comesFrom == "region"',
            label: { id: 'Surat keterangan pindah (SKPWNI)', en: 'Letter of removal (SKPWNI)' },
            help: { id: 'Foto dengan ponsel cukup.', en: 'A phone photo is enough.' },
            basis: 'Perpres 96/2018 pasal 26',
          },
          {
            kind: 'document',
            field: 'passportFile',
            when: 'answers.comesFrom == "abroad"',
            label: { id: 'Paspor atau dokumen perjalanan', en: 'Passport or travel document' },
            basis: 'Perpres 96/2018 pasal 28',
          },
        ],
      },
      movingStatement,
    ],
  },
  form: { pages: [...arrivalPages, movingTruth] },
  subject: 'string(answers.arrivals[0].name)',
  territory: 'answers.destination == "own" ? answers.newAddress.area : answers.hostVillage',
  cost: freeOfCharge({ id: 'Kartu keluarga', en: 'Family card' }),
  rules: ['moving.return-report-within'],
  ...movingFlow({
    effect: 'population.move-in',
    code: 'PDT',
    paper: { id: 'Kartu keluarga', en: 'The family card' },
    what: { id: 'pindah datang', en: 'arrival' },
    issued: { id: 'Kartu keluarga di sini sudah terbit', en: 'The family card here has been issued' },
    tell: {
      id: 'Kartu keluarga di tempat tinggal baru sudah terbit.',
      en: 'The family card at the new home is ready.',
    },
    voidReasons: [falseStatement],
  }),
  golden: moveInExamples,
})
