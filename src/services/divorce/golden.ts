import type { ServiceInput } from '#modules/services/index.ts'

type Examples = NonNullable<ServiceInput['golden']>

const member = (id: string, name: string, nik: string, relation: string, birthOn: string, sex: string) => ({
  id,
  name,
  nik,
  relation,
  birthOn,
  sex,
})
const wife = {
  personId: 'p-2',
  fullName: 'Tiurma Sinaga',
  nik: '9901015912920001',
  birthOn: '1992-12-19',
  adultAge: 17,
  sex: 'female',
  religion: 'Kristen',
  maritalStatus: 'married',
  hasFamily: true,
  sharesCard: true,
  spouseId: 'p-1',
  spouseName: 'Togar Manurung',
  marriageNumber: '9901-KW-06102018-0004',
  villageCode: '99.01.01.1001',
  regencyName: 'Arunika',
  street: 'Jalan Melati 3',
  rt: '004',
  rw: '001',
  phone: '081234567890',
  family: [
    member('p-1', 'Togar Manurung', '9901012804890001', 'head', '1989-04-28', 'male'),
    member('p-2', 'Tiurma Sinaga', '9901015912920001', 'wife', '1992-12-19', 'female'),
    member('p-3', 'Yosua Manurung', '9901010901200001', 'child', '2020-01-09', 'male'),
  ],
}

/** Friday 20 November 2026; five working days end on Friday 27 November. */
const friday = {
  today: '2026-11-20',
  submittedAt: '2026-11-20T09:14:00+07:00',
  promisedAt: '2026-11-27T16:00:00+07:00',
}
const decided = {
  court: 'general',
  courtName: 'Pengadilan Negeri Arunika',
  decisionNumber: '87/Pdt.G/2026/PN Arn',
  decidedOn: '2026-10-01',
  finalOn: '2026-10-16',
  decision: ['file-1'],
  finalLetter: ['file-2'],
  spouseName: 'Togar Manurung',
  marriageNumber: '9901-KW-06102018-0004',
  truth: true,
  phone: '081298765432',
}
const iLeave = {
  leaves: 'me',
  newAddress: { street: 'Jalan Kenanga 2', rt: '001', rw: '001', area: '99.01.01.1001' },
}
const pages = ['putusan', 'mantan-pasangan', 'kartu-keluarga', 'pernyataan']
const sent = { ...friday, known: wife, answers: { ...decided, ...iLeave }, pages, refused: [] }
const confirmed = {
  verb: 'confirm-court',
  findings: {
    courtCheckedBy: 'registry',
    courtAnswer: 'Tercantum pada SIPP pengadilan, 20 November 2026.',
    courtFinal: 'yes',
  },
}
const advice = { verb: 'propose-refusal', findings: { refusalAdvice: 'Putusan menyebut pasangan yang lain.' } }

export const divorceExamples: Examples = [
  {
    name: 'a wife reports the decision of the general court and leaves the card; a second officer asked the court',
    source: 'UU 23/2006 pasal 40; five working days from Friday 20 November',
    ...sent,
    answers: { ...sent.answers, leaves: 'nobody', newAddress: undefined },
    fee: 0,
    path: ['forward', 'accept', confirmed, 'sign'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    name: 'with a child who goes along by the decision, to a card of her own',
    source: 'Perpres 96/2018 pasal 42; UU 1/1974 pasal 41',
    ...sent,
    answers: { ...sent.answers, children: ['p-3'] },
    fee: 0,
    path: ['forward', 'accept', confirmed, 'sign'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    name: 'a certificate of the religious court is reported with its number',
    source: 'UU 23/2006 pasal 8 ayat (2); UU 7/1989 pasal 84',
    ...friday,
    known: { ...wife, religion: 'Islam', sharesCard: false },
    answers: {
      ...decided,
      court: 'religious',
      courtName: 'Pengadilan Agama Arunika',
      finalLetter: undefined,
      courtCertificate: ['file-3'],
      courtCertificateNumber: '0123/AC/2026/PA.Arn',
    },
    pages: ['putusan', 'mantan-pasangan', 'pernyataan'],
    refused: [],
    path: ['forward', 'accept', confirmed, 'sign'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    name: 'a forged decision: the court does not know it, the head refuses, nothing changes',
    source: 'UU 23/2006 pasal 40',
    ...sent,
    path: ['forward', 'accept', 'deny-court', 'refuse'],
    endsIn: 'refused',
    result: 'refused',
  },
  {
    name: 'final before it was made, and the applicant chosen as a child, are refused at their fields',
    source: 'UU 23/2006 pasal 40 ayat (1)',
    today: friday.today,
    known: wife,
    answers: { ...sent.answers, finalOn: '2026-09-30', children: ['p-2'], finalLetter: undefined },
    pages,
    refused: ['finalOn', 'finalLetter', 'children'],
  },
  {
    name: 'who is not married in the register has nothing to be divorced from',
    source: 'UU 23/2006 pasal 40',
    today: friday.today,
    known: { ...wife, maritalStatus: 'widowed' },
    answers: sent.answers,
    pages,
    refused: [],
    ineligible: [2],
  },
  {
    name: 'refused, and the objection is granted: recorded after all',
    source: 'UU 30/2014 pasal 77 ayat (3)',
    ...sent,
    path: ['forward', advice, 'refuse', 'object', 'grant-objection', 'sign'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    name: 'recorded, and later a court voids the certificate',
    source: 'UU 23/2006 pasal 72',
    ...sent,
    path: ['forward', 'accept', confirmed, 'sign', 'cancel'],
    endsIn: 'cancelled',
    result: 'cancelled',
  },
]
