import type { ServiceInput } from '#modules/services/index.ts'
import { onFriday } from '../family-card-new/example-people.ts'
import { granted, movingKnown } from '../rows/moving-example.ts'

const home = { street: 'Jalan Cempaka 5', rt: '001', rw: '002', area: '99.01.04.1001' }
const whole = {
  moving: 'all',
  destination: 'own',
  newAddress: home,
  movedOn: '2026-11-18',
  reason: 'housing',
  phone: '081234567890',
  truth: true,
}
const pages = ['anggota', 'tujuan', 'pernyataan']

export const moveWithinExamples: NonNullable<ServiceInput['golden']> = [
  {
    ...granted,
    name: 'a whole family moves to another village; Friday 09.14 is answered by Monday 16.00',
    source: 'Perpres 96/2018 pasal 25; Permendagri 19/2018',
    answers: whole,
    pages,
  },
  {
    ...granted,
    name: 'the head moves with the child to a card of their own; the wife heads those who stay',
    source: 'Perpres 96/2018 pasal 12 dan 25',
    answers: { ...whole, moving: 'part', movers: ['p-1', 'p-3'], remainingHead: 'p-2', newHead: 'p-1' },
    pages: ['anggota', 'kepala-keluarga', 'tujuan', 'pernyataan'],
  },
  {
    ...granted,
    name: 'a child goes onto its grandmother’s card, by the statement of the father and a letter of hers',
    source: 'Permendagri 108/2019; Perpres 96/2018 pasal 12',
    answers: {
      moving: 'part',
      movers: ['p-3'],
      guardianStatement: true,
      destination: 'card',
      consent: 'letter',
      hostNikByLetter: '9901024711760001',
      consentLetter: ['file-1'],
      relation: 'grandchild',
      movedOn: '2026-11-18',
      reason: 'family',
      phone: '081234567890',
      truth: true,
    },
    pages: ['anggota', 'wali', 'tujuan', 'pernyataan'],
  },
  {
    name: 'nobody moves into a closed neighbourhood, out of the region, or leaves a child alone',
    source: 'Permendagri 108/2019; Perpres 96/2018 pasal 12',
    today: onFriday.today,
    known: movingKnown,
    answers: {
      ...whole,
      moving: 'part',
      movers: ['p-1', 'p-2'],
      remainingHead: 'p-3',
      newHead: 'p-3',
      newAddress: { street: 'Jalan Pantai 1', rt: '009', rw: '006', area: '99.01.05.2003' },
    },
    pages: ['anggota', 'kepala-keluarga', 'tujuan', 'pernyataan'],
    refused: ['movers', 'remainingHead', 'newAddress', 'newHead'],
  },
  {
    ...granted,
    name: 'refused, and the objection is granted: the card is issued after all',
    source: 'UU 30/2014 pasal 77 ayat (3)',
    answers: whole,
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
    ...granted,
    name: 'they did not move after all, and it is taken back',
    source: 'Permendagri 108/2019',
    answers: whole,
    pages,
    path: ['forward', 'accept', 'sign', 'cancel'],
    endsIn: 'cancelled',
    result: 'cancelled',
  },
  {
    name: 'who is on no card of the region applies to move in',
    source: 'Perpres 96/2018 pasal 25',
    today: onFriday.today,
    known: { ...movingKnown, hasFamily: false, family: [] },
    answers: whole,
    pages,
    refused: [],
    ineligible: [1],
  },
  {
    ...granted,
    name: 'refused after the verifier looked into it',
    source: 'Permendagri 108/2019',
    answers: whole,
    pages,
    path: [
      'forward',
      { verb: 'propose-refusal', findings: { refusalAdvice: 'Menurut ketua RT pemohon tidak tinggal di alamat itu.' } },
      'refuse',
    ],
    endsIn: 'refused',
    result: 'refused',
  },
]
