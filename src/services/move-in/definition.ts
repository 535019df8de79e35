import { defineService } from '#modules/services/index.ts'
import { civilChannels, civilComplaints, civilStandard, freeOfCharge } from '../rows/civil-standard.ts'
import { falseStatement, movingEligibility, movingFlow, movingLaw, movingRules } from '../rows/moving.ts'
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
  audience: ['citizen'],
  lifeEvent: 'moving',
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
  unit: 'disdukcapil',
  minutesToFill: 8,
  channels: civilChannels,
  products: [{ id: 'Kartu keluarga di sini, dengan NIK yang sama', en: 'Family card here, with the same NIK' }],
  complaints: civilComplaints,
  standard: civilStandard(movingRules),
  legalBasis: movingLaw,
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
      {
        kind: 'statement',
        field: 'truth',
        label: { id: 'Pernyataan bahwa isian ini benar', en: 'Statement that the answers are true' },
        basis: 'Permendagri 109/2019 formulir F-1.03',
      },
    ],
  },
  known: 'population.moving-facts',
  form: { pages: [...arrivalPages, movingTruth] },
  subject: 'string(answers.arrivals[0].name)',
  territory: 'answers.destination == "own" ? answers.newAddress.area : answers.hostVillage',
  once: 'person',
  cost: freeOfCharge({ id: 'Kartu keluarga', en: 'Family card' }),
  clock: { rule: `${movingRules}.service-time`, per: 'working-day' },
  legalLimit: { rule: 'administrative-review.decision-within', per: 'working-day' },
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
