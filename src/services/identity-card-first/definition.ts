import { defineService } from '#modules/services/index.ts'
import { civilChannels, civilComplaints, civilStandard, freeOfCharge } from '../rows/civil-standard.ts'
import { phone, truth } from '../rows/family-card.ts'
import { deliveryField, identityEligibility, identityLaw, whoFields } from '../rows/identity-card.ts'
import { identityFlow, rules } from './flow.ts'
import { firstCardExamples } from './golden.ts'

/** KTP-el pertama: recording by appointment, then the card is printed, picked up or sent. */
export const identityCardFirst = defineService({
  id: 'identity-card-first',
  version: 1,
  validFrom: '2026-01-01',
  slug: 'ktp-el-pertama',
  code: 'KEP',
  title: { id: 'KTP-el pertama', en: 'First identity card' },
  summary: {
    id: 'Pilih janji perekaman, datang sekali, lalu kartu diambil atau dikirim. Sejak {rule:identity-documents.identity-card.age} atau sudah kawin. Gratis.',
    en: 'Choose an appointment, come once, then fetch the card or have it sent. From {rule:identity-documents.identity-card.age} or once married. Free.',
  },
  audience: ['citizen'],
  lifeEvent: 'school',
  keywords: ['ktp', 'e-ktp', 'ktp el', 'rekam ktp', 'perekaman', 'ktp pertama', 'pemula', 'biometrik', 'identity card'],
  unit: 'disdukcapil',
  minutesToFill: 3,
  channels: civilChannels,
  products: [
    { id: 'KTP-el', en: 'Identity card' },
    { id: 'Surat keterangan perekaman sampai kartu diterima', en: 'A note of the recording until the card is there' },
  ],
  complaints: civilComplaints,
  standard: civilStandard(rules),
  legalBasis: identityLaw,
  eligibility: identityEligibility,
  evidence: {
    allOf: [
      {
        kind: 'register',
        known: 'holds(known, "hasFamily")',
        label: { id: 'Kartu keluarga', en: 'Family card' },
        help: { id: 'Sudah ada pada kami; tidak perlu difotokopi.', en: 'We have it; no copy is needed.' },
        basis: 'Perpres 96/2018 pasal 15',
      },
      {
        kind: 'statement',
        field: 'truth',
        label: { id: 'Pernyataan belum pernah merekam KTP-el', en: 'Statement that no card was recorded before' },
        basis: 'Permendagri 109/2019 formulir F-1.02',
      },
    ],
  },
  known: 'population.card-facts',
  form: {
    pages: [
      {
        id: 'siapa',
        title: { id: 'Untuk siapa', en: 'For whom' },
        groups: [{ fields: [...whoFields, phone] }],
      },
      {
        id: 'perekaman',
        title: { id: 'Perekaman dan penyerahan', en: 'Recording and delivery' },
        lead: {
          id: 'Petugas mengusulkan waktu setelah berkas diterima; Anda dapat meminta waktu lain.',
          en: 'An officer proposes a time once the file is accepted; you can ask for another.',
        },
        groups: [
          {
            fields: [
              {
                id: 'recordAt',
                kind: 'choice',
                label: { id: 'Di mana direkam', en: 'Where to record' },
                options: [
                  { value: 'counter', label: { id: 'Loket kecamatan', en: 'District counter' } },
                  {
                    value: 'home',
                    label: { id: 'Di rumah', en: 'At home' },
                    hint: {
                      id: 'Bagi lansia, orang sakit, dan penyandang disabilitas.',
                      en: 'For old, ill and disabled people.',
                    },
                  },
                ],
              },
              {
                id: 'homeReason',
                kind: 'text',
                max: 200,
                when: 'answers.recordAt == "home"',
                label: { id: 'Mengapa perlu di rumah', en: 'Why at home' },
              },
              deliveryField,
              {
                ...truth,
                label: {
                  id: 'Isian ini benar, dan orang ini belum pernah merekam KTP-el.',
                  en: 'These answers are true, and no card was recorded of this person before.',
                },
              },
            ],
          },
        ],
      },
    ],
  },
  subject:
    'answers.who == "member" && list(known, "family").exists(m, m.id == answers.member) ? string(list(known, "family").filter(m, m.id == answers.member)[0].name) : fact(known, "fullName")',
  territory: 'fact(known, "villageCode")',
  once: { per: 'answers.who == "member" ? answers.member : fact(known, "personId")' },
  cost: freeOfCharge({ id: 'KTP-el', en: 'Identity card' }),
  clock: { rule: `${rules}.service-time`, per: 'working-day' },
  legalLimit: { rule: `${rules}.legal-limit`, per: 'working-day' },
  rules: [`${rules}.age`],
  ...identityFlow,
  golden: firstCardExamples,
})
