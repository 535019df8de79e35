import type { ServiceInput } from '#modules/services/index.ts'
import { cardGranted, exampleFamily, exampleKnown, onFriday } from '../family-card-new/example-people.ts'

const pages = ['anggota', 'alamat', 'pernyataan']
const alone = { moving: 'alone', sameAddress: 'yes', truth: true }

export const splitExamples: NonNullable<ServiceInput['golden']> = [
  {
    ...cardGranted,
    name: 'a grown daughter takes a card of her own in the same house; Friday 09.14 is answered by Monday 16.00',
    source: 'Perpres 96/2018 pasal 13; Permendagri 19/2018',
    answers: alone,
    pages,
  },
  {
    ...cardGranted,
    name: 'with her child to another village of the region',
    source: 'Perpres 96/2018 pasal 13 dan 25',
    answers: {
      moving: 'with',
      companions: ['p-3'],
      sameAddress: 'no',
      newAddress: { street: 'Jalan Cempaka 5', rt: '001', rw: '002', area: '99.01.04.1001' },
      truth: true,
    },
    pages,
  },
  {
    ...cardGranted,
    name: 'a head who leaves names who heads the old card',
    source: 'Perpres 96/2018 pasal 12',
    known: {
      ...exampleKnown,
      personId: 'p-1',
      fullName: exampleFamily.mother.name,
      birthOn: exampleFamily.mother.birthOn,
      isHeadOfFamily: true,
      relation: 'head',
    },
    answers: { ...alone, remainingHead: 'p-2' },
    pages: ['anggota', 'kepala-keluarga-lama', 'alamat', 'pernyataan'],
  },
  {
    name: 'a child is no head, and nothing is split where everybody leaves or an address lies elsewhere',
    source: 'UU 24/2013 pasal 63; Perpres 96/2018 pasal 25',
    today: onFriday.today,
    known: exampleKnown,
    answers: {
      moving: 'with',
      companions: ['p-1', 'p-3'],
      remainingHead: 'p-3',
      sameAddress: 'no',
      newAddress: { street: 'Jalan Cempaka 5', rt: '001', rw: '002', area: '98.01.04.1001' },
      truth: true,
    },
    pages: ['anggota', 'kepala-keluarga-lama', 'alamat', 'pernyataan'],
    refused: ['companions', 'remainingHead', 'newAddress'],
  },
  {
    ...cardGranted,
    name: 'refused, and the objection is granted: the cards are issued after all',
    source: 'UU 30/2014 pasal 77 ayat (3)',
    answers: alone,
    pages,
    path: [
      'forward',
      { verb: 'propose-refusal', findings: { refusalAdvice: 'Menurut ketua RT pemohon tidak tinggal di alamat itu.' } },
      'refuse',
      'object',
      'grant-objection',
      'sign',
    ],
  },
  {
    ...cardGranted,
    name: 'refused after the verifier looked into it',
    source: 'UU 23/2006 pasal 62',
    answers: alone,
    pages,
    path: [
      'forward',
      { verb: 'propose-refusal', findings: { refusalAdvice: 'Menurut ketua RT pemohon tidak tinggal di alamat itu.' } },
      'refuse',
    ],
    endsIn: 'refused',
    result: 'refused',
  },
  {
    ...cardGranted,
    name: 'issued on a false statement, and cancelled',
    source: 'UU 30/2014 pasal 66',
    answers: alone,
    pages,
    path: ['forward', 'accept', 'sign', 'cancel'],
    endsIn: 'cancelled',
    result: 'cancelled',
  },
  {
    name: 'a girl of fifteen asks the head of her family',
    source: 'UU 24/2013 pasal 63',
    today: onFriday.today,
    known: { ...exampleKnown, birthOn: '2011-02-01', wasMarried: false },
    answers: alone,
    pages,
    refused: [],
    ineligible: [2],
  },
]
