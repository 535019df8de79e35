import type { ServiceInput } from '#modules/services/index.ts'
import { cardGranted, exampleFamily, exampleKnown, onFriday } from '../family-card-new/example-people.ts'

const pages = ['siapa', 'perekaman']
const own = { who: 'self', recordAt: 'counter', delivery: 'pick-up', truth: true }
/** Seven working days from Friday 20 November: Tuesday 1 December. */
const granted = {
  ...cardGranted,
  promisedAt: '2026-12-01T16:00:00+07:00',
  path: ['forward', 'accept', 'recorded', 'sign'],
}

export const firstCardExamples: NonNullable<ServiceInput['golden']> = [
  {
    ...granted,
    name: 'recorded by appointment and printed; seven working days from Friday are Tuesday of the week after next',
    source: 'Perpres 96/2018 pasal 15; standar pelayanan Disdukcapil',
    answers: own,
    pages,
  },
  {
    ...granted,
    name: 'a daughter asks for her bedridden mother, who is recorded at home and gets the card sent',
    source: 'Perpres 96/2018 pasal 15; Permendagri 96/2019',
    answers: {
      who: 'member',
      member: exampleFamily.mother.id,
      recordAt: 'home',
      homeReason: 'Ibu saya tidak dapat berjalan',
      delivery: 'delivery',
      truth: true,
    },
    pages,
  },
  {
    name: 'a boy of fourteen gets a child card, not this one',
    source: 'UU 24/2013 pasal 63',
    today: onFriday.today,
    known: exampleKnown,
    answers: { ...own, who: 'member', member: exampleFamily.boy.id },
    pages,
    refused: ['member'],
  },
  {
    ...granted,
    name: 'refused because she was recorded under another NIK before',
    source: 'UU 23/2006 pasal 63 ayat (6)',
    answers: own,
    pages,
    path: [
      'forward',
      { verb: 'propose-refusal', findings: { refusalAdvice: 'Sidik jarinya sudah terekam dengan NIK lain di Jawa.' } },
      'refuse',
    ],
    endsIn: 'refused',
    result: 'refused',
  },
  {
    ...granted,
    name: 'who does not come to the recording lets it lapse',
    source: 'Standar pelayanan Disdukcapil',
    answers: own,
    pages,
    path: ['forward', 'accept', 'not-come'],
    endsIn: 'lapsed',
    result: 'lapsed',
  },
  {
    name: 'nobody below the age who never married applies',
    source: 'UU 24/2013 pasal 63',
    today: onFriday.today,
    known: { ...exampleKnown, birthOn: '2011-02-01', wasMarried: false },
    answers: own,
    pages,
    refused: [],
    ineligible: [2],
  },
]
