import type { ServiceInput } from '#modules/services/index.ts'

const known = {
  personId: 'p-2',
  fullName: 'Rosalia Bere',
  nik: '9901054204980001',
  birthOn: '1998-04-02',
  adultAge: 17,
  sex: 'female',
  religion: 'Katolik',
  maritalStatus: 'married',
  marriageNumber: '9901-KW-07112026-0002',
  hasFamily: true,
  villageCode: '99.01.05.2002',
  phone: '081234567890',
  family: [],
}
/** Friday 20 November 2026; two working days end on Tuesday 24 November. */
const friday = {
  today: '2026-11-20',
  submittedAt: '2026-11-20T09:14:00+07:00',
  promisedAt: '2026-11-24T16:00:00+07:00',
}
const answers = {
  childNik: '9901054503220874',
  childName: 'Agnes Seran',
  bothParents: 'yes',
  phone: '081298765432',
  truth: true,
}
const pages = ['anak', 'pernyataan']
const sent = { ...friday, known, answers, pages, refused: [] }
const advice = { verb: 'propose-refusal', findings: { refusalAdvice: 'Anak bukan anak kedua orang tua ini.' } }

export const legitimationExamples: NonNullable<ServiceInput['golden']> = [
  {
    name: 'parents who married after the birth have their child legitimated; the register knows the marriage',
    source: 'UU 23/2006 pasal 50 jo. UU 24/2013; Perpres 96/2018 pasal 50',
    ...sent,
    fee: 0,
    path: ['forward', 'accept', 'sign'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    name: 'a child of only one of them is not legitimated by the marriage',
    source: 'UU 23/2006 pasal 50 ayat (2)',
    today: friday.today,
    known,
    answers: { ...answers, bothParents: 'no' },
    pages,
    refused: ['bothParents'],
  },
  {
    name: 'parents whose marriage is not recorded report that first',
    source: 'UU 23/2006 pasal 50 ayat (1)',
    today: friday.today,
    known: { ...known, maritalStatus: 'married-unrecorded' },
    answers,
    pages,
    refused: [],
    ineligible: [2],
  },
  {
    name: 'a child of others: the head refuses',
    source: 'UU 23/2006 pasal 50',
    ...sent,
    path: ['forward', advice, 'refuse'],
    endsIn: 'refused',
    result: 'refused',
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
    name: 'recorded, and later a court voids it',
    source: 'UU 23/2006 pasal 72',
    ...sent,
    path: ['forward', 'accept', 'sign', 'cancel'],
    endsIn: 'cancelled',
    result: 'cancelled',
  },
]
