import type { ServiceInput } from '#modules/services/index.ts'

const known = {
  hasFamily: true,
  reporterAge: 15,
  applicantBirthOn: '1996-04-12',
  motherNik: '9901015204960001',
  motherName: 'Sekar Wulandari',
  fatherName: 'Bima Prasetyo',
  regencyName: 'Arunika',
  villageCode: '99.01.01.2001',
  phone: '081234567890',
}
const answers = {
  bornOn: '2026-11-18',
  weeks: 34,
  sex: 'female',
  facility: 'hospital',
  proof: 'letter',
  medicalLetter: ['file-1'],
}
const asked = { today: '2026-11-20', known, answers, pages: ['kelahiran', 'orang-tua', 'bukti'], refused: [] }
const advice = {
  verb: 'propose-refusal',
  findings: { refusalAdvice: 'Surat menyebut anak sempat bernapas: lapor lahir dan mati.' },
}

export const stillbirthExamples: NonNullable<ServiceInput['golden']> = [
  {
    ...asked,
    name: 'with the letter of the hospital, by the next working day',
    source: 'UU 23/2006 pasal 33; Friday 09.14 is answered by Monday 16.00',
    submittedAt: '2026-11-20T09:14:00+07:00',
    promisedAt: '2026-11-23T16:00:00+07:00',
    fee: 0,
    path: ['forward', 'accept', 'sign'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    ...asked,
    name: 'at home without anybody: the parents state it',
    source: 'Perpres 96/2018 pasal 36',
    answers: { ...answers, facility: 'home', proof: 'statement', statement: true },
    path: ['forward', 'accept', 'sign'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    ...asked,
    name: 'without letter or statement, and before it happened, it is not sent',
    source: 'Perpres 96/2018 pasal 36',
    answers: { ...answers, bornOn: '2026-11-21', proof: 'statement' },
    refused: ['bornOn', 'statement'],
  },
  {
    ...asked,
    name: 'a child that lived for a moment was born and died: refused, and told how',
    source: 'UU 23/2006 pasal 27 dan 44',
    path: ['forward', advice, 'refuse'],
    endsIn: 'refused',
    result: 'refused',
  },
  {
    ...asked,
    name: 'a report that was not true is voided',
    source: 'UU 30/2014 pasal 66',
    path: ['forward', 'accept', 'sign', 'cancel'],
    endsIn: 'cancelled',
    result: 'cancelled',
  },
]
