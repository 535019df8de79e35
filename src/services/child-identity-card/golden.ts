import type { ServiceInput } from '#modules/services/index.ts'
import { cardGranted, exampleFamily, exampleKnown, onFriday } from '../family-card-new/example-people.ts'

const pages = ['anak']
const small = { ...exampleFamily.boy, id: 'p-5', name: 'Bintang Wulandari', birthOn: '2023-04-02' }
const known = { ...exampleKnown, family: [...exampleKnown.family, small] }
const ofSmall = { child: small.id, why: 'first', delivery: 'pick-up', truth: true }

export const childCardExamples: NonNullable<ServiceInput['golden']> = [
  {
    ...cardGranted,
    name: 'a boy of fourteen gets a card with a photo; Friday 09.14 is answered by Monday 16.00',
    source: 'Permendagri 2/2016 pasal 3; Permendagri 19/2018',
    known,
    answers: { ...ofSmall, child: exampleFamily.boy.id, photo: ['file-1'] },
    pages,
  },
  {
    ...cardGranted,
    name: 'a boy of three gets one without a photo',
    source: 'Permendagri 2/2016 pasal 3',
    known,
    answers: ofSmall,
    pages,
  },
  {
    name: 'from five years on a photo is needed',
    source: 'Permendagri 2/2016 pasal 3',
    today: onFriday.today,
    known,
    answers: { ...ofSmall, child: exampleFamily.boy.id },
    pages,
    refused: ['photo'],
  },
  {
    name: 'a grown daughter needs an identity card',
    source: 'Permendagri 2/2016 pasal 5',
    today: onFriday.today,
    known,
    answers: { ...ofSmall, child: exampleFamily.daughter.id, photo: ['file-1'] },
    pages,
    refused: ['child'],
  },
  {
    ...cardGranted,
    name: 'refused because the photo is of another child',
    source: 'Permendagri 2/2016 pasal 3',
    known,
    answers: { ...ofSmall, child: exampleFamily.boy.id, photo: ['file-1'] },
    pages,
    path: [
      'forward',
      {
        verb: 'propose-refusal',
        findings: { refusalAdvice: 'Foto yang diajukan bukan foto anak ini menurut orang tuanya.' },
      },
      'refuse',
    ],
    endsIn: 'refused',
    result: 'refused',
  },
]
