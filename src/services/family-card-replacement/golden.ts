import type { ServiceInput } from '#modules/services/index.ts'
import { cardGranted, exampleFamily, exampleKnown, onFriday } from '../family-card-new/example-people.ts'

const pages = ['sebab', 'pernyataan']
const lost = { why: 'lost', policeReport: 'SKH/114/XI/2026', lostOn: '2026-11-18', truth: true }

export const replacementExamples: NonNullable<ServiceInput['golden']> = [
  {
    ...cardGranted,
    name: 'a lost card with the number of the police report; Friday 09.14 is answered by Monday 16.00',
    source: 'Perpres 96/2018 pasal 14; Permendagri 19/2018',
    answers: lost,
    pages,
  },
  {
    ...cardGranted,
    name: 'a damaged card with a photo of it',
    source: 'Perpres 96/2018 pasal 14',
    answers: { why: 'damaged', damagedCard: ['file-1'], truth: true },
    pages,
  },
  {
    ...cardGranted,
    name: 'the family agrees on another head',
    source: 'Perpres 96/2018 pasal 12',
    answers: { why: 'new-head', newHead: 'p-2', headReason: 'agreed', truth: true },
    pages,
  },
  {
    name: 'neither a child nor the present head becomes the new one',
    source: 'UU 24/2013 pasal 63',
    today: onFriday.today,
    known: exampleKnown,
    answers: { why: 'new-head', newHead: exampleFamily.boy.id, headReason: 'agreed', truth: true },
    pages,
    refused: ['newHead'],
  },
  {
    name: 'a loss without a report, and a report of tomorrow, are refused at their fields',
    source: 'Perpres 96/2018 pasal 14',
    today: onFriday.today,
    known: exampleKnown,
    answers: { why: 'lost', lostOn: '2026-11-21', truth: true },
    pages,
    refused: ['policeReport', 'lostOn'],
  },
  {
    ...cardGranted,
    name: 'refused after the verifier looked into it',
    source: 'Perpres 96/2018 pasal 14',
    answers: lost,
    pages,
    path: [
      'forward',
      { verb: 'propose-refusal', findings: { refusalAdvice: 'Nomor surat kepolisian itu tidak dikenal polsek.' } },
      'refuse',
    ],
    endsIn: 'refused',
    result: 'refused',
  },
  {
    ...cardGranted,
    name: 'withdrawn because the card was found again',
    source: 'UU 25/2009 pasal 18',
    answers: lost,
    pages,
    path: ['forward', 'withdraw'],
    endsIn: 'withdrawn',
    result: 'withdrawn',
  },
]
