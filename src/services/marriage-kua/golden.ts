import type { ServiceInput } from '#modules/services/index.ts'

type Examples = NonNullable<ServiceInput['golden']>

const ahmad = {
  personId: 'p-1',
  fullName: 'Ahmad Fauzi',
  nik: '9901021504980001',
  birthOn: '1998-04-15',
  adultAge: 17,
  minimumAge: 19,
  sex: 'male',
  religion: 'Islam',
  maritalStatus: 'single',
  hasFamily: true,
  villageCode: '99.01.02.1001',
  street: 'Jalan Kenanga 20',
  rt: '003',
  rw: '005',
  phone: '081234567890',
  family: [
    { id: 'p-1', name: 'Ahmad Fauzi', nik: '9901021504980001', relation: 'child', birthOn: '1998-04-15', sex: 'male' },
  ],
}
/** Friday 20 November 2026; three working days end on Wednesday 25 November. */
const friday = {
  today: '2026-11-20',
  submittedAt: '2026-11-20T09:14:00+07:00',
  promisedAt: '2026-11-25T16:00:00+07:00',
}
const answers = {
  bookNumber: '0123/045/XI/2026',
  kuaName: 'KUA Kecamatan Mekarsari',
  marriedOn: '2026-11-14',
  book: ['file-1'],
  spouseKind: 'elsewhere',
  spouseNikAtCounter: '9902015503990001',
  spouseName: 'Siti Rahmawati',
  home: 'stay',
  phone: '081298765432',
  truth: true,
}
const pages = ['buku-nikah', 'pasangan', 'kartu-keluarga', 'pernyataan']
const sent = { ...friday, known: ahmad, answers, pages, refused: [] }
const confirmed = {
  verb: 'confirm-book',
  findings: { bookCheckedBy: 'simkah', bookAnswer: 'Tercatat pada SIMKAH, 20 November 2026.' },
}
const advice = { verb: 'propose-refusal', findings: { refusalAdvice: 'Buku nikah atas nama orang lain.' } }

const permission = {
  secondMarriage: 'yes',
  courtName: 'Pengadilan Agama Arunika',
  courtNumber: '118/Pdt.G/2026/PA.Arn',
  courtOn: '2026-10-05',
  courtPermission: ['file-2'],
}
const permissionConfirmed = {
  permissionAnswer: 'Panitera membenarkan dengan surat 20 November 2026.',
  permissionFinal: 'yes',
}
const withPermission = ['buku-nikah', 'izin-pengadilan', 'pasangan', 'kartu-keluarga', 'pernyataan']

export const kuaExamples: Examples = [
  {
    name: 'a marriage book that the KUA confirms: status and card follow in three working days, without a certificate of ours',
    source: 'UU 23/2006 pasal 8 ayat (2) dan pasal 34 ayat (5)',
    ...sent,
    fee: 0,
    path: ['forward', 'accept', confirmed, 'sign'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    name: 'a couple that lives on its own gets a card of its own',
    source: 'Perpres 96/2018 pasal 10',
    ...sent,
    answers: {
      ...answers,
      spouseKind: 'here',
      home: 'new',
      newAddress: { street: 'Jalan Melati 1', rt: '001', rw: '001', area: '99.01.02.1001' },
    },
    path: ['forward', 'accept', confirmed, 'sign'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    name: 'a husband with a wife: the religious court allowed it, and confirms that to the second officer',
    source: 'UU 1/1974 pasal 3 ayat (2), 4 dan 5',
    ...sent,
    known: { ...ahmad, maritalStatus: 'married' },
    answers: { ...answers, ...permission },
    pages: withPermission,
    path: ['forward', 'accept', { ...confirmed, findings: { ...confirmed.findings, ...permissionConfirmed } }, 'sign'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    name: 'a permission given after the marriage allows nothing',
    source: 'UU 1/1974 pasal 4 dan 5',
    today: friday.today,
    known: { ...ahmad, maritalStatus: 'married' },
    answers: { ...answers, ...permission, courtOn: '2026-11-16' },
    pages: withPermission,
    refused: ['courtOn'],
  },
  {
    name: 'a spouse of another region cannot stand on my card yet; my own NIK is not that of my spouse',
    source: 'Perpres 96/2018 pasal 12',
    today: friday.today,
    known: ahmad,
    answers: { ...answers, spouseNikAtCounter: ahmad.nik, home: 'mine' },
    pages,
    refused: ['spouseNikAtCounter', 'home'],
  },
  {
    name: 'a forged book: the KUA does not know it',
    source: 'UU 23/2006 pasal 34 ayat (5)',
    ...sent,
    path: ['forward', 'accept', 'deny-book', 'refuse'],
    endsIn: 'refused',
    result: 'refused',
  },
  {
    name: 'who is no Muslim, or married already, is told where to go',
    source: 'UU 23/2006 pasal 8 ayat (2)',
    today: friday.today,
    known: { ...ahmad, religion: 'Hindu', maritalStatus: 'married', sex: 'female' },
    answers: { ...answers, secondMarriage: 'no' },
    pages: withPermission,
    refused: [],
    ineligible: [2, 3],
  },
  {
    name: 'refused, and the objection is granted',
    source: 'UU 30/2014 pasal 77 ayat (3)',
    ...sent,
    path: ['forward', advice, 'refuse', 'object', 'grant-objection', 'sign'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    name: 'noted, and later the religious court annuls the marriage',
    source: 'UU 1/1974 pasal 22 dan 25',
    ...sent,
    path: ['forward', 'accept', confirmed, 'sign', 'cancel'],
    endsIn: 'cancelled',
    result: 'cancelled',
  },
]
