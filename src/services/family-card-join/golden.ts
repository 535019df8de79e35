import type { ServiceInput } from '#modules/services/index.ts'
import { cardGranted, exampleFamily, exampleKnown, onFriday } from '../family-card-new/example-people.ts'

const byLetter = {
  direction: 'join-letter',
  hostNikByLetter: '9901040302920001',
  consentLetter: ['file-1'],
  relation: 'relative',
  moving: 'alone',
  truth: true,
}
const pages = ['kartu', 'anggota', 'pernyataan']
const head = {
  ...exampleKnown,
  personId: 'p-1',
  fullName: exampleFamily.mother.name,
  nik: exampleFamily.mother.nik,
  birthOn: exampleFamily.mother.birthOn,
  isHeadOfFamily: true,
  relation: 'head',
}

export const joinExamples: NonNullable<ServiceInput['golden']> = [
  {
    ...cardGranted,
    name: 'a niece joins her uncle, who consents by letter; Friday 09.14 is answered by Monday 16.00',
    source: 'Perpres 96/2018 pasal 12; Permendagri 19/2018',
    answers: byLetter,
    pages,
  },
  {
    ...cardGranted,
    name: 'with her child, and the head consents in his own account',
    source: 'Perpres 96/2018 pasal 12',
    answers: {
      direction: 'join-account',
      hostNik: '9901040302920001',
      relation: 'relative',
      moving: 'with',
      companions: ['p-3'],
      truth: true,
    },
    pages,
  },
  {
    ...cardGranted,
    name: 'a head takes her mother onto her card',
    source: 'Perpres 96/2018 pasal 12',
    known: head,
    answers: { direction: 'take-in', guestNik: '9901044606950001', relation: 'parent', truth: true },
    pages: ['kartu', 'pernyataan'],
  },
  {
    name: 'only heads take people in, and nobody joins himself or without consent',
    source: 'Perpres 96/2018 pasal 12',
    today: onFriday.today,
    known: exampleKnown,
    answers: { direction: 'take-in', guestNik: '9901044606950001', relation: 'parent', truth: true },
    pages: ['kartu', 'pernyataan'],
    refused: ['direction'],
  },
  {
    name: 'without the letter nothing is sent, and one’s own NIK is no head’s',
    source: 'Perpres 96/2018 pasal 12',
    today: onFriday.today,
    known: exampleKnown,
    answers: { ...byLetter, hostNikByLetter: exampleKnown.nik, consentLetter: [] },
    pages,
    refused: ['hostNikByLetter', 'consentLetter'],
  },
  {
    ...cardGranted,
    name: 'refused because the head did not consent',
    source: 'Perpres 96/2018 pasal 12',
    answers: byLetter,
    pages,
    path: [
      'forward',
      { verb: 'propose-refusal', findings: { refusalAdvice: 'Kepala keluarga menyangkal pernah menulis surat itu.' } },
      'refuse',
    ],
    endsIn: 'refused',
    result: 'refused',
  },
]
