import type { ServiceInput } from '#modules/services/index.ts'
import { civilFlow } from './civil-flow.ts'
import { freeOfChargeLaw } from './civil-standard.ts'
import { adultHead, phone } from './family-card.ts'
import { objectionLaw } from './law.ts'
import type { Reasons, Text } from './row.ts'

type Pages = ServiceInput['form']['pages']
export type Field = Pages[number]['groups'][number]['fields'][number]

export const movingRules = 'moving'

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
          '!list(known, "closedPlaces").exists(p, p.village == answers.newAddress.area && (p.rt == answers.newAddress.rt || p.rtShort == answers.newAddress.rt) && (p.rw == answers.newAddress.rw || p.rwShort == answers.newAddress.rw))',
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

export const movingLaw: ServiceInput['legalBasis'] = [
  {
    citation: 'UU 23/2006 pasal 15 sampai 19',
    about: { id: 'perpindahan dan kedatangan penduduk', en: 'moves and arrivals' },
  },
  {
    citation: 'Perpres 96/2018 pasal 25 sampai 28',
    about: { id: 'persyaratan pindah dan datang', en: 'requirements of moves' },
  },
  { citation: 'Permendagri 108/2019', about: { id: 'tata cara pendaftaran', en: 'procedure' } },
  { citation: 'Permendagri 109/2019', about: { id: 'formulir F-1.03', en: 'form F-1.03' } },
  freeOfChargeLaw,
  objectionLaw,
]

/** Adults apply; who is under check waits. */
export const movingEligibility: ServiceInput['eligibility'] = [
  {
    when: 'yearsBetween(fact(known, "birthOn"), today) >= int(known.adultAge) || holds(known, "wasMarried")',
    refused: {
      id: 'Anda belum berumur {rule:civil-registration.adult-age} dan belum pernah kawin. Mintalah orang tua atau wali Anda mengajukannya.',
      en: 'You are not {rule:civil-registration.adult-age} old yet and never married. Ask your parent or guardian to apply.',
    },
    basis: 'UU 24/2013 pasal 63',
  },
  {
    when: '!holds(known, "underCheck")',
    refused: {
      id: 'Data Anda pada register sedang diperiksa. Datanglah ke loket; sesudah selesai Anda dapat mengajukannya.',
      en: 'Your data in the register are under check. Please come to the counter; you can apply afterwards.',
    },
    basis: 'UU 23/2006 pasal 58',
  },
]

export const fromOwnCard: ServiceInput['eligibility'][number] = {
  when: 'holds(known, "hasFamily")',
  refused: {
    id: 'Anda tidak tercatat pada kartu keluarga daerah ini. Untuk pindah ke sini, ajukan pindah datang.',
    en: 'You are on no family card of this region. To move here, apply to move in.',
  },
  basis: 'Perpres 96/2018 pasal 25',
}

const refusals: Reasons = [
  {
    id: 'area-closed',
    label: { id: 'RT tujuan sudah ditutup', en: 'The neighbourhood is closed' },
    basis: 'Permendagri 108/2019',
  },
  {
    id: 'not-living-there',
    label: { id: 'Tidak tinggal di alamat yang diajukan', en: 'Does not live at the address' },
    basis: 'UU 23/2006 pasal 62',
  },
  {
    id: 'guardian-needed',
    label: { id: 'Anak memerlukan izin atau kartu walinya', en: 'A child needs its guardian' },
    basis: 'Permendagri 108/2019',
  },
  {
    id: 'letter-not-valid',
    label: {
      id: 'Surat pindah tidak sah atau sudah lewat masanya',
      en: 'The moving letter is not valid or has expired',
    },
    basis: 'Perpres 96/2018 pasal 26',
  },
]

/** The way of a move through the office. */
export function movingFlow(own: {
  readonly effect: string
  readonly code: string
  readonly paper: Text
  readonly what: Text
  readonly issued: Text
  readonly tell: Text
  readonly voidReasons: Reasons
}): Pick<ServiceInput, 'flow' | 'documents'> {
  const { what } = own
  return civilFlow({
    rules: movingRules,
    paper: own.paper,
    issuedSentence: own.issued,
    tell: {
      title: own.issued,
      body: {
        id: `${own.tell.id} Unduh dan cetak kapan saja dari halaman berkas {number}.`,
        en: `${own.tell.en} Download and print at any time from file {number}.`,
      },
    },
    effects: [own.effect],
    refusals,
    void: {
      label: { id: 'Batalkan perpindahan', en: 'Cancel the move' },
      done: { id: 'Perpindahan dibatalkan', en: 'The move was cancelled' },
      reasons: own.voidReasons,
      tell: {
        title: { id: 'Perpindahan dibatalkan', en: 'The move was cancelled' },
        body: {
          id: 'Perpindahan dari berkas {number} dibatalkan. {reason} Alamat dan kartu keluarga kembali seperti semula.',
          en: 'The move in file {number} was cancelled. {reason} Address and family card are as they were before.',
        },
      },
    },
    letters: {
      refusalTitle: { id: `Penolakan ${what.id}`, en: `Refusal: ${what.en}` },
      code: own.code,
      number: '471.21/{sequence}/Disdukcapil/{year}',
      voiding: {
        title: { id: `Pembatalan ${what.id}`, en: `Cancellation: ${what.en}` },
        opening: ['Perpindahan yang dicatat dari berkas {number} dibatalkan.', '{reason}'],
        closing: [
          'Alamat dan kartu keluarga kembali seperti sebelum perpindahan; surat dari berkas ini tidak berlaku lagi.',
        ],
      },
    },
  })
}

export const falseStatement: Reasons[number] = {
  id: 'false-statement',
  label: { id: 'Dicatat dari keterangan palsu', en: 'Recorded on false statements' },
  basis: 'UU 30/2014 pasal 66',
}
export const didNotMove: Reasons[number] = {
  id: 'did-not-move',
  label: { id: 'Tidak jadi pindah', en: 'Did not move after all' },
  basis: 'Permendagri 108/2019',
}

/** Invented people of the examples. */
export const movingKnown = {
  personId: 'p-1',
  fullName: 'Bima Prasetyo',
  nik: '9901021203940001',
  birthOn: '1994-03-12',
  adultAge: 17,
  sex: 'male',
  relation: 'head',
  maritalStatus: 'married',
  wasMarried: true,
  hasFamily: true,
  isHeadOfFamily: true,
  underCheck: false,
  kkNumber: '9901021406210001',
  villageCode: '99.01.02.1001',
  regencyCode: '99.01',
  ownRegion: '99.01',
  letterDays: 100,
  phone: '081234567890',
  closedPlaces: [{ village: '99.01.05.2003', rt: '009', rw: '006', rtShort: '9', rwShort: '6' }],
  family: [
    { id: 'p-1', name: 'Bima Prasetyo', nik: '9901021203940001', relation: 'head', birthOn: '1994-03-12', sex: 'male' },
    {
      id: 'p-2',
      name: 'Sekar Wulandari',
      nik: '9901025107960001',
      relation: 'wife',
      birthOn: '1996-07-11',
      sex: 'female',
    },
    {
      id: 'p-3',
      name: 'Arka Bimantara Prasetyo',
      nik: '9901020805220001',
      relation: 'child',
      birthOn: '2022-05-08',
      sex: 'male',
    },
  ],
}
