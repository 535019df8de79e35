import type { ServiceInput } from '#modules/services/index.ts'

type Examples = NonNullable<ServiceInput['golden']>

export const father = {
  personId: 'p-1',
  fullName: 'Benediktus Seran',
  nik: '9901052109950001',
  birthOn: '1995-09-21',
  adultAge: 17,
  sex: 'male',
  religion: 'Katolik',
  maritalStatus: 'married-unrecorded',
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
  letterOn: '2026-11-10',
  letter: ['file-1'],
  marriageByFaith: ['file-2'],
  motherAgrees: 'letter',
  phone: '081298765432',
  truth: true,
}
const pages = ['anak', 'persetujuan-ibu', 'pernyataan']
const sent = { ...friday, known: father, answers, pages, refused: [] }
const advice = { verb: 'propose-refusal', findings: { refusalAdvice: 'Ibu menyatakan tidak menyetujui.' } }

export const recognitionExamples: Examples = [
  {
    name: 'a father recognises his child with a letter to which the mother agreed',
    source: 'UU 23/2006 pasal 49 jo. UU 24/2013; Perpres 96/2018 pasal 49',
    ...sent,
    fee: 0,
    path: ['forward', 'accept', 'sign'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    name: 'the mother agrees in her own account; her NIK is neither his nor the child’s',
    source: 'UU 23/2006 pasal 49 ayat (1)',
    today: friday.today,
    known: father,
    answers: { ...answers, motherAgrees: 'account', motherNik: father.nik },
    pages,
    refused: ['motherNik'],
  },
  {
    name: 'without letter and proof of the marriage by religion nothing can be sent',
    source: 'UU 24/2013 pasal 49 ayat (2)',
    today: friday.today,
    known: father,
    answers: { ...answers, letter: undefined, marriageByFaith: undefined, childNik: father.nik },
    pages,
    refused: ['childNik', 'letter', 'marriageByFaith'],
  },
  {
    name: 'a woman cannot recognise as father',
    source: 'UU 23/2006 pasal 49 ayat (1)',
    today: friday.today,
    known: { ...father, sex: 'female' },
    answers,
    pages,
    refused: [],
    ineligible: [2],
  },
  {
    name: 'the mother does not agree: the head refuses',
    source: 'UU 23/2006 pasal 49 ayat (1)',
    ...sent,
    path: ['forward', advice, 'refuse'],
    endsIn: 'refused',
    result: 'refused',
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
    name: 'recorded, and later a court voids it',
    source: 'UU 23/2006 pasal 72',
    ...sent,
    path: ['forward', 'accept', 'sign', 'cancel'],
    endsIn: 'cancelled',
    result: 'cancelled',
  },
]
