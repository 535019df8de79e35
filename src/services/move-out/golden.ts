import type { ServiceInput } from '#modules/services/index.ts'
import { onFriday } from '../family-card-new/example-people.ts'
import { granted, movingKnown } from '../rows/moving-example.ts'

const toSenja = {
  moving: 'all',
  goesTo: 'region',
  toAddress: { street: 'Jalan Teratai 2', rt: '001', rw: '004', area: '32.73.01.1001' },
  movedOn: '2026-12-01',
  reason: 'work',
  phone: '081234567890',
  truth: true,
}
const pages = ['anggota', 'tujuan', 'pernyataan']

export const moveOutExamples: NonNullable<ServiceInput['golden']> = [
  {
    ...granted,
    name: 'a whole family leaves for another region; Friday 09.14 is answered by Monday 16.00',
    source: 'Perpres 96/2018 pasal 25; Permendagri 19/2018',
    answers: toSenja,
    pages,
  },
  {
    ...granted,
    name: 'the father works abroad for two years; the mother heads those who stay',
    source: 'UU 23/2006 pasal 18; Perpres 96/2018 pasal 27',
    answers: {
      moving: 'part',
      movers: ['p-1'],
      remainingHead: 'p-2',
      goesTo: 'abroad',
      country: 'Jepang',
      abroadAddress: '2-1 Kasumi, Yokohama',
      longStay: 'yes',
      movedOn: '2026-12-01',
      reason: 'work',
      phone: '081234567890',
      truth: true,
    },
    pages: ['anggota', 'kepala-keluarga', 'tujuan', 'pernyataan'],
  },
  {
    name: 'no letter for a home in the region itself, and none for a short stay abroad',
    source: 'Perpres 96/2018 pasal 25; UU 23/2006 pasal 18',
    today: onFriday.today,
    known: movingKnown,
    answers: { ...toSenja, toAddress: { ...toSenja.toAddress, area: '99.01.04.1001' } },
    pages,
    refused: ['toAddress'],
  },
  {
    ...granted,
    name: 'refused, and the objection is granted: the letter is issued after all',
    source: 'UU 30/2014 pasal 77 ayat (3)',
    answers: toSenja,
    pages,
    path: [
      'forward',
      { verb: 'propose-refusal', findings: { refusalAdvice: 'Data keluarga ini masih disengketakan di pengadilan.' } },
      'refuse',
      'object',
      'grant-objection',
      'sign',
    ],
  },
  {
    ...granted,
    name: 'the letter was not used and they stay',
    source: 'Permendagri 108/2019',
    answers: toSenja,
    pages,
    path: ['forward', 'accept', 'sign', 'cancel'],
    endsIn: 'cancelled',
    result: 'cancelled',
  },
  {
    ...granted,
    name: 'refused after the verifier looked into it',
    source: 'Perpres 96/2018 pasal 25',
    answers: toSenja,
    pages,
    path: [
      'forward',
      { verb: 'propose-refusal', findings: { refusalAdvice: 'Data keluarga ini masih disengketakan di pengadilan.' } },
      'refuse',
    ],
    endsIn: 'refused',
    result: 'refused',
  },
]
