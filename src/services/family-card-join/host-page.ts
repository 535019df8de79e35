import type { ServiceInput } from '#modules/services/index.ts'
import { phone } from '../rows/family-card.ts'

const byAccount = 'answers.direction == "join-account"'
const byLetter = 'answers.direction == "join-letter"'

/** Whose card, what the people who join are to its head, and how he consents. */
export const hostPage: ServiceInput['form']['pages'][number] = {
  id: 'kartu',
  title: { id: 'Kartu keluarga yang dituju', en: 'The family card' },
  groups: [
    {
      fields: [
        {
          id: 'direction',
          kind: 'choice',
          label: { id: 'Apa yang Anda ajukan', en: 'What you ask for' },
          options: [
            {
              value: 'join-account',
              label: { id: 'Saya masuk ke kartu keluarga orang lain', en: 'I join somebody else’s card' },
              hint: { id: 'Kepala keluarganya menyetujui dari akunnya.', en: 'Its head agrees in an own account.' },
            },
            {
              value: 'join-letter',
              label: {
                id: 'Sama, tetapi kepala keluarganya tidak punya akun',
                en: 'The same, but its head has no account',
              },
              hint: { id: 'Dengan surat persetujuannya.', en: 'With a letter of consent.' },
            },
            {
              value: 'take-in',
              label: { id: 'Saya menerima seseorang ke kartu keluarga saya', en: 'I take somebody onto my card' },
              hint: { id: 'Hanya kepala keluarga.', en: 'Heads of families only.' },
            },
          ],
          checks: [
            {
              holds: 'answers.direction != "take-in" || holds(known, "isHeadOfFamily")',
              say: {
                id: 'Hanya kepala keluarga yang dapat menerima orang ke kartunya. Mintalah ia yang mengajukan.',
                en: 'Only the head of a family takes people onto its card. Ask the head to apply.',
              },
              basis: 'Perpres 96/2018 pasal 12',
            },
          ],
        },
        {
          id: 'hostNik',
          kind: 'nik',
          when: byAccount,
          sensitive: true,
          coSigns: true,
          label: { id: 'NIK kepala keluarga yang menerima', en: 'NIK of the head who receives you' },
          checks: [
            {
              holds: 'answers.hostNik != fact(known, "nik")',
              say: { id: 'Ini NIK Anda sendiri.', en: 'This is your own NIK.' },
            },
          ],
        },
        {
          id: 'hostNikByLetter',
          kind: 'nik',
          when: byLetter,
          sensitive: true,
          label: { id: 'NIK kepala keluarga yang menerima', en: 'NIK of the head who receives you' },
          checks: [
            {
              holds: 'answers.hostNikByLetter != fact(known, "nik")',
              say: { id: 'Ini NIK Anda sendiri.', en: 'This is your own NIK.' },
            },
          ],
        },
        {
          id: 'consentLetter',
          kind: 'file',
          document: 'family-consent',
          when: byLetter,
          label: { id: 'Surat persetujuan kepala keluarga', en: 'Letter of consent' },
        },
        {
          id: 'hostVillage',
          kind: 'area',
          when: '!holds(known, "hasFamily") && answers.direction != "take-in"',
          label: { id: 'Desa atau kelurahan kartu itu', en: 'Village of that card' },
        },
        {
          id: 'guestNik',
          kind: 'nik',
          when: 'answers.direction == "take-in"',
          sensitive: true,
          coSigns: true,
          label: { id: 'NIK orang yang Anda terima', en: 'NIK of the person you take in' },
          hint: {
            id: 'Ia menyetujui dari akunnya. Untuk anak, orang tua atau walinya yang mengajukan.',
            en: 'He or she agrees in an own account. For a child the parent or guardian applies.',
          },
        },
        {
          id: 'relation',
          kind: 'choice',
          label: { id: 'Hubungan dengan kepala keluarga itu', en: 'Relation to the head of that card' },
          options: [
            { value: 'child', label: { id: 'Anak', en: 'Child' } },
            { value: 'son-in-law', label: { id: 'Menantu', en: 'Child-in-law' } },
            { value: 'grandchild', label: { id: 'Cucu', en: 'Grandchild' } },
            { value: 'parent', label: { id: 'Orang tua', en: 'Parent' } },
            { value: 'parent-in-law', label: { id: 'Mertua', en: 'Parent-in-law' } },
            { value: 'relative', label: { id: 'Famili lain', en: 'Other relative' } },
            { value: 'helper', label: { id: 'Pembantu rumah tangga', en: 'Domestic helper' } },
            { value: 'other', label: { id: 'Lainnya', en: 'Other' } },
          ],
        },
        phone,
      ],
    },
  ],
}
