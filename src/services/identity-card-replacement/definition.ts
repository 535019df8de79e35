import { defineService } from '#modules/services/index.ts'
import { civilFlow } from '../rows/civil-flow.ts'
import { civilService, freeOfCharge, trueAnswers } from '../rows/civil-standard.ts'
import { phone, truth } from '../rows/family-card.ts'
import { deliveryField, identityEligibility, identityLaw, identityRefusals, whoFields } from '../rows/identity-card.ts'
import { lostOrDamagedFields } from '../rows/lost-card.ts'
import { replacementCardExamples } from './golden.ts'

const rules = 'identity-documents.identity-replacement'
const flow = civilFlow({
  rules,
  paper: { id: 'Pencetakan ulang KTP-el', en: 'The new print of the identity card' },
  issuedSentence: {
    id: 'KTP-el dicetak ulang paling lama {rule:identity-documents.identity-card.print-within}. Lihat keadaannya di Kartu saya',
    en: 'The identity card is printed again within {rule:identity-documents.identity-card.print-within}. See where it is under My cards',
  },
  tell: {
    title: { id: 'KTP-el {subject} masuk antrean cetak', en: 'The identity card of {subject} waits for the printer' },
    body: {
      id: 'Surat keterangan pengganti sudah terbit pada berkas {number} dan berlaku sampai kartunya Anda terima. Kami mengabari saat kartu siap.',
      en: 'A note that stands in for the card is issued in file {number} and holds until you have it. We tell you when it is ready.',
    },
  },
  effects: ['population.order-identity-card'],
  refusals: identityRefusals,
  letters: {
    refusalTitle: { id: 'Penolakan cetak ulang KTP-el', en: 'Refusal to print an identity card again' },
    code: 'KEG',
  },
})

/** KTP-el that was lost, damaged, or whose data changed: nothing is recorded anew, the card is printed again. */
export const identityCardReplacement = defineService({
  id: 'identity-card-replacement',
  version: 1,
  validFrom: '2026-01-01',
  slug: 'ganti-ktp-el',
  code: 'KEG',
  title: { id: 'Penggantian KTP-el', en: 'Replacement of an identity card' },
  summary: {
    id: 'KTP-el hilang, rusak, atau datanya berubah dicetak ulang tanpa merekam lagi. Gratis.',
    en: 'A lost, damaged or outdated identity card is printed again without a new recording. Free of charge.',
  },
  ...civilService(rules),
  lifeEvent: 'moving',
  keywords: [
    'ktp hilang',
    'ktp rusak',
    'ganti ktp',
    'cetak ulang ktp',
    'ktp patah',
    'ubah data ktp',
    'lost identity card',
  ],
  minutesToFill: 3,
  products: [
    { id: 'KTP-el cetakan baru', en: 'A new print of the identity card' },
    { id: 'Surat keterangan pengganti sampai kartu diterima', en: 'A note that stands in until then' },
  ],
  legalBasis: identityLaw,
  eligibility: identityEligibility,
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
        basis: 'Perpres 96/2018 pasal 17',
      },
      {
        kind: 'document',
        when: 'answers.why == "damaged"',
        field: 'damagedCard',
        label: { id: 'Foto KTP-el yang rusak', en: 'Photo of the damaged card' },
        basis: 'Perpres 96/2018 pasal 17',
      },
      trueAnswers('Permendagri 109/2019 formulir F-1.02'),
    ],
  },
  known: 'population.card-facts',
  form: {
    pages: [
      {
        id: 'sebab',
        title: { id: 'Kartu siapa, dan mengapa', en: 'Whose card, and why' },
        groups: [
          {
            fields: [
              ...whoFields,
              {
                id: 'why',
                kind: 'choice',
                label: { id: 'Yang terjadi', en: 'What happened' },
                options: [
                  { value: 'lost', label: { id: 'Hilang', en: 'Lost' } },
                  { value: 'damaged', label: { id: 'Rusak atau patah', en: 'Damaged or broken' } },
                  {
                    value: 'changed',
                    label: { id: 'Data pada register sudah berubah', en: 'Data in the register have changed' },
                    hint: {
                      id: 'Misalnya setelah menikah, pindah alamat, atau ganti nama.',
                      en: 'For example after a marriage, a move, or a change of name.',
                    },
                  },
                ],
              },
              ...lostOrDamagedFields,
              {
                id: 'changed',
                kind: 'multi',
                when: 'answers.why == "changed"',
                label: { id: 'Apa yang berubah', en: 'What changed' },
                options: [
                  { value: 'address', label: { id: 'Alamat', en: 'Address' } },
                  { value: 'marriage', label: { id: 'Status perkawinan', en: 'Marital status' } },
                  { value: 'name', label: { id: 'Nama', en: 'Name' } },
                  { value: 'other', label: { id: 'Lainnya', en: 'Something else' } },
                ],
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
  subject:
    'answers.who == "member" && list(known, "family").exists(m, m.id == answers.member) ? string(list(known, "family").filter(m, m.id == answers.member)[0].name) : fact(known, "fullName")',
  territory: 'fact(known, "villageCode")',
  once: { per: 'answers.who == "member" ? answers.member : fact(known, "personId")' },
  cost: freeOfCharge({ id: 'KTP-el', en: 'Identity card' }),
  flow: flow.flow,
  documents: [
    {
      id: 'stand-in-note',
      on: ['sign'],
      template: 'decision-letter',
      title: { id: 'Surat keterangan pengganti KTP-el', en: 'Note that stands in for an identity card' },
      register: 'pencatatan-sipil',
      number: '472.2/{sequence}/Disdukcapil/{year}',
      opening: [
        'KTP-el {subject} sedang dicetak ulang.',
        'Surat ini menggantikan KTP-el untuk sementara, sampai kartunya diterima.',
      ],
      closing: ['KTP-el yang lama tidak berlaku lagi sejak cetakan baru diterima.'],
    },
    ...(flow.documents ?? []),
  ],
  golden: replacementCardExamples,
})
