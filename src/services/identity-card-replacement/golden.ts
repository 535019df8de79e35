import type { ServiceInput } from '#modules/services/index.ts'
import { cardGranted, exampleFamily, exampleKnown, onFriday } from '../family-card-new/example-people.ts'

const pages = ['sebab']
const common = { who: 'self', delivery: 'pick-up', truth: true }
const lost = { ...common, why: 'lost', policeReport: 'SKH/114/XI/2026', lostOn: '2026-11-18' }

export const replacementCardExamples: NonNullable<ServiceInput['golden']> = [
  {
    ...cardGranted,
    name: 'a lost card with the number of the police report; Friday 09.14 is answered by Monday 16.00',
    source: 'Perpres 96/2018 pasal 17; Permendagri 19/2018',
    answers: lost,
    pages,
  },
  {
    ...cardGranted,
    name: 'a broken card of her mother, sent to the house',
    source: 'Perpres 96/2018 pasal 17',
    answers: {
      ...common,
      who: 'member',
      member: exampleFamily.mother.id,
      why: 'damaged',
      damagedCard: ['file-1'],
      delivery: 'delivery',
    },
    pages,
  },
  {
    ...cardGranted,
    name: 'after a marriage the card is printed with the new status',
    source: 'UU 24/2013 pasal 64 ayat (8)',
    answers: { ...common, why: 'changed', changed: ['marriage'] },
    pages,
  },
  {
    name: 'a loss without a report and a child are refused at their fields',
    source: 'Perpres 96/2018 pasal 17; UU 24/2013 pasal 63',
    today: onFriday.today,
    known: exampleKnown,
    answers: { ...common, who: 'member', member: exampleFamily.boy.id, why: 'lost', lostOn: '2026-11-18' },
    pages,
    refused: ['member', 'policeReport'],
  },
  {
    ...cardGranted,
    name: 'refused because the police know no such report',
    source: 'Perpres 96/2018 pasal 17',
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
]
