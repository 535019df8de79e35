import type { ServiceInput } from '#modules/services/index.ts'
import { onFriday } from '../family-card-new/example-people.ts'
import { granted, movingKnown } from '../rows/moving-example.ts'

const dadang = {
  nik: '9802010203880001',
  name: 'Dadang Suhendar',
  sex: 'male',
  birthPlace: 'Bandung',
  birthOn: '1988-03-02',
  religion: 'islam',
  education: 'upper-secondary',
  occupation: 'Wiraswasta',
  marital: 'divorced',
  relation: 'head',
}
const lilis = {
  ...dadang,
  nik: '9802014506180002',
  name: 'Lilis Suhendar',
  sex: 'female',
  birthOn: '2018-06-05',
  education: 'none',
  occupation: '',
  marital: 'single',
  relation: 'child',
}
const byLetter = {
  comesFrom: 'region',
  originName: 'Kota Bandung',
  letterNumber: 'SKPWNI/9802/02112026/0012',
  letterOn: '2026-11-02',
  letterFile: ['file-1'],
  movedOn: '2026-11-16',
  phone: '081234567890',
  arrivals: [dadang, lilis],
  destination: 'own',
  newAddress: { street: 'Jalan Cempaka 5', rt: '001', rw: '002', area: '99.01.04.1001' },
  truth: true,
}
const pages = ['asal', 'yang-datang', 'tujuan', 'pernyataan']
const { originName: _o, letterNumber: _n, letterOn: _d, letterFile: _f, ...withoutLetter } = byLetter

export const moveInExamples: NonNullable<ServiceInput['golden']> = [
  {
    ...granted,
    name: 'a father and his child arrive with a letter; Friday 09.14 is answered by Monday 16.00',
    source: 'Perpres 96/2018 pasal 26; Permendagri 19/2018',
    answers: byLetter,
    pages,
  },
  {
    ...granted,
    name: 'back from abroad onto the card of a brother',
    source: 'UU 23/2006 pasal 19; Perpres 96/2018 pasal 28',
    answers: {
      comesFrom: 'abroad',
      country: 'Malaysia',
      passportFile: ['file-1'],
      movedOn: '2026-11-16',
      phone: '081234567890',
      arrivals: [dadang],
      destination: 'card',
      hostVillage: '99.01.02.1001',
      consent: 'letter',
      hostNikByLetter: '9901021203940001',
      consentLetter: ['file-2'],
      relation: 'relative',
      truth: true,
    },
    pages,
  },
  {
    name: 'an old letter, a closed neighbourhood and two heads are refused at their fields',
    source: 'Permendagri 108/2019',
    today: onFriday.today,
    known: movingKnown,
    answers: {
      ...byLetter,
      letterOn: '2026-06-01',
      arrivals: [dadang, { ...lilis, relation: 'head' }],
      newAddress: { street: 'Jalan Pantai 1', rt: '009', rw: '006', area: '99.01.05.2003' },
    },
    pages,
    refused: ['letterOn', 'arrivals', 'newAddress'],
  },
  {
    ...granted,
    name: 'refused, and the objection is granted: the card is issued after all',
    source: 'UU 30/2014 pasal 77 ayat (3)',
    answers: byLetter,
    pages,
    path: [
      'forward',
      { verb: 'propose-refusal', findings: { refusalAdvice: 'Nomor surat ini tidak dikenal daerah asal.' } },
      'refuse',
      'object',
      'grant-objection',
      'sign',
    ],
  },
  {
    ...granted,
    name: 'recorded on a false letter, and cancelled',
    source: 'UU 30/2014 pasal 66',
    answers: { ...withoutLetter, comesFrom: 'abroad', country: 'Malaysia', passportFile: ['file-1'] },
    pages,
    path: ['forward', 'accept', 'sign', 'cancel'],
    endsIn: 'cancelled',
    result: 'cancelled',
  },
  {
    ...granted,
    name: 'refused after the verifier looked into it',
    source: 'Perpres 96/2018 pasal 26',
    answers: byLetter,
    pages,
    path: [
      'forward',
      { verb: 'propose-refusal', findings: { refusalAdvice: 'Nomor surat ini tidak dikenal daerah asal.' } },
      'refuse',
    ],
    endsIn: 'refused',
    result: 'refused',
  },
]
