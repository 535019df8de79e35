import type { ServiceInput } from '#modules/services/index.ts'
import { adultHead, phone } from './family-card.ts'
import type { Text } from './row.ts'

type Pages = ServiceInput['form']['pages']
export type Field = Pages[number]['groups'][number]['fields'][number]

const part = 'answers.moving == "part"'
const onlyChildren = `${part} && answers.movers.size() > 0 && list(known, "family").all(m, !(m.id in answers.movers) || (ageOn(m.birthOn, today) < int(known.adultAge) && m.relation != "wife" && m.relation != "husband" && m.relation != "head"))`
const headGoes = `${part} && list(known, "family").exists(m, m.relation == "head" && m.id in answers.movers)`

/** Who moves, and what becomes of who stays: as on formulir F-1.03. */
export const moversPages: Pages = [
  {
    id: 'anggota',
    title: { id: 'Siapa yang pindah', en: 'Who moves' },
    groups: [
      {
        fields: [
          {
            id: 'moving',
            kind: 'choice',
            label: { id: 'Yang pindah', en: 'Who moves' },
            options: [
              { value: 'all', label: { id: 'Semua orang pada kartu keluarga', en: 'Everybody on the family card' } },
              { value: 'part', label: { id: 'Sebagian saja', en: 'Only some' } },
            ],
          },
          {
            id: 'movers',
            kind: 'family-members',
            when: part,
            label: { id: 'Pilih yang pindah', en: 'Choose who moves' },
            hint: { id: 'Termasuk diri Anda bila ikut pindah.', en: 'Yourself too, if you move.' },
            checks: [
              {
                holds: 'list(known, "family").exists(m, !(m.id in answers.movers))',
                say: {
                  id: 'Semua orang terpilih. Pilih “Semua orang pada kartu keluarga” di atas.',
                  en: 'Everybody is chosen. Choose “Everybody on the family card” above.',
                },
              },
              {
                holds:
                  'list(known, "family").exists(m, !(m.id in answers.movers) && (ageOn(m.birthOn, today) >= int(known.adultAge) || m.relation == "wife" || m.relation == "husband" || m.relation == "head"))',
                say: {
                  id: 'Yang tersisa hanya anak-anak. Ikutkan mereka, atau pindahkan dahulu ke kartu keluarga walinya.',
                  en: 'Only children would stay. Let them move too, or move them to the card of their guardian first.',
                },
                basis: 'Perpres 96/2018 pasal 12',
              },
            ],
          },
          phone,
        ],
      },
    ],
  },
  {
    id: 'wali',
    title: { id: 'Anak yang pindah tanpa orang dewasa', en: 'Children who move without an adult' },
    when: onlyChildren,
    groups: [
      {
        fields: [
          {
            id: 'guardianStatement',
            kind: 'statement',
            label: {
              id: 'Saya orang tua atau walinya, dan mengizinkan anak ini pindah.',
              en: 'I am the parent or guardian and allow this child to move.',
            },
          },
        ],
      },
    ],
  },
  {
    id: 'kepala-keluarga',
    title: { id: 'Kepala keluarga yang tinggal', en: 'The head of those who stay' },
    lead: {
      id: 'Kepala keluarga ikut pindah, jadi kartu keluarga yang ditinggalkan memerlukan kepala yang baru.',
      en: 'The head moves too, so the card that is left needs a new head.',
    },
    when: headGoes,
    groups: [
      {
        fields: [
          {
            id: 'remainingHead',
            kind: 'family-member',
            label: { id: 'Kepala keluarga yang baru', en: 'The new head' },
            checks: [
              {
                holds: '!(answers.remainingHead in answers.movers)',
                say: { id: 'Pilih orang yang tidak ikut pindah.', en: 'Choose somebody who does not move.' },
              },
              adultHead('remainingHead'),
            ],
          },
        ],
      },
    ],
  },
]

/** An address of this region in a neighbourhood that was not closed. @param when asked only then */
export function newAddress(when?: string): Field {
  return {
    id: 'newAddress',
    kind: 'address',
    ...(when ? { when } : {}),
    label: { id: 'Alamat baru', en: 'New address' },
    checks: [
      {
        holds:
          'fact(known, "ownRegion") == "" || answers.newAddress.area == "" || answers.newAddress.area.startsWith(fact(known, "ownRegion"))',
        say: {
          id: 'Alamat ini di luar daerah kami. Ajukan pindah keluar daerah.',
          en: 'This address is outside our region. Apply to move out of the region.',
        },
        basis: 'Perpres 96/2018 pasal 25',
      },
      {
        holds:
          '!list(known, "closedPlaces").exists(p, p.village == answers.newAddress.area && p.rt == answers.newAddress.rt && p.rw == answers.newAddress.rw)',
        say: {
          id: 'RT ini sudah ditutup, jadi tidak ada yang dapat pindah ke sana. Kantor desa tahu rumahnya kini masuk RT mana.',
          en: 'This neighbourhood is closed, so nobody can move there. The village office knows where its houses belong now.',
        },
        basis: 'Permendagri 108/2019',
      },
    ],
  }
}

/** Onto whose card they go, and how its head agrees. @param when they join a card */
export function hostFields(when: string): Field[] {
  return [
    {
      id: 'consent',
      kind: 'choice',
      when,
      label: { id: 'Bagaimana kepala keluarga itu menyetujui', en: 'How the head of that card consents' },
      options: [
        { value: 'account', label: { id: 'Dari akunnya sendiri', en: 'In an own account' } },
        {
          value: 'letter',
          label: { id: 'Dengan surat, karena tidak punya akun', en: 'By letter, without an account' },
        },
      ],
    },
    {
      id: 'hostNik',
      kind: 'nik',
      when: `${when} && answers.consent == "account"`,
      sensitive: true,
      coSigns: true,
      label: { id: 'NIK kepala keluarga yang menerima', en: 'NIK of the head who takes them in' },
    },
    {
      id: 'hostNikByLetter',
      kind: 'nik',
      when: `${when} && answers.consent == "letter"`,
      sensitive: true,
      label: { id: 'NIK kepala keluarga yang menerima', en: 'NIK of the head who takes them in' },
    },
    {
      id: 'consentLetter',
      kind: 'file',
      document: 'family-consent',
      when: `${when} && answers.consent == "letter"`,
      label: { id: 'Surat persetujuan kepala keluarga', en: 'Letter of consent' },
    },
    {
      id: 'relation',
      kind: 'choice',
      when,
      label: { id: 'Hubungan dengan kepala keluarga itu', en: 'Relation to the head of that card' },
      options: [
        { value: 'child', label: { id: 'Anak', en: 'Child' } },
        { value: 'son-in-law', label: { id: 'Menantu', en: 'Child-in-law' } },
        { value: 'grandchild', label: { id: 'Cucu', en: 'Grandchild' } },
        { value: 'parent', label: { id: 'Orang tua', en: 'Parent' } },
        { value: 'parent-in-law', label: { id: 'Mertua', en: 'Parent-in-law' } },
        { value: 'relative', label: { id: 'Famili lain', en: 'Other relative' } },
        { value: 'other', label: { id: 'Lainnya', en: 'Other' } },
      ],
    },
  ]
}

/** The day of the move. @param ahead days ahead may be given too */
export function movedOn(label: Text, ahead = false): Field {
  return { id: 'movedOn', kind: 'date', ...(ahead ? { future: true } : {}), label }
}

export const movingReason: Field = {
  id: 'reason',
  kind: 'choice',
  label: { id: 'Alasan pindah', en: 'Reason' },
  options: [
    { value: 'work', label: { id: 'Pekerjaan', en: 'Work' } },
    { value: 'education', label: { id: 'Pendidikan', en: 'Education' } },
    { value: 'security', label: { id: 'Keamanan', en: 'Safety' } },
    { value: 'health', label: { id: 'Kesehatan', en: 'Health' } },
    { value: 'housing', label: { id: 'Perumahan', en: 'Housing' } },
    { value: 'family', label: { id: 'Keluarga', en: 'Family' } },
    { value: 'other', label: { id: 'Lainnya', en: 'Other' } },
  ],
}

export const movingTruth: Pages[number] = {
  id: 'pernyataan',
  title: { id: 'Pernyataan', en: 'Statement' },
  groups: [
    {
      fields: [
        {
          id: 'truth',
          kind: 'statement',
          label: {
            id: 'Isian ini benar, dan kami sungguh pindah ke alamat itu.',
            en: 'These answers are true, and we really move to that address.',
          },
        },
      ],
    },
  ],
}
