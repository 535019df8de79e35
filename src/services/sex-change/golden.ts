import type { ServiceInput } from '#modules/services/index.ts'
import { askedOnFriday, byCourt, confirmed, courtAnswers } from '../rows/example-change.ts'

const pages = ['orang', 'perubahan', 'penetapan']
const answers = { person: 'p-2', alsoName: 'yes', newName: 'Seno Wulandari', ...courtAnswers }
const asked = { ...askedOnFriday, pages, answers }

export const sexChangeExamples: NonNullable<ServiceInput['golden']> = [
  {
    ...asked,
    ...byCourt,
    name: 'sex and name by one decision, confirmed by the court',
    source: 'UU 23/2006 pasal 56',
    submittedAt: '2026-11-20T09:14:00+07:00',
    promisedAt: '2026-11-27T16:00:00+07:00',
  },
  {
    ...asked,
    ...byCourt,
    name: 'for a child whose sex was unclear at birth; the name stays',
    source: 'UU 23/2006 pasal 56',
    answers: { person: 'p-3', alsoName: 'no', ...courtAnswers },
  },
  {
    ...asked,
    name: 'a name of one word is refused at its field',
    source: 'Permendagri 73/2022 pasal 4 ayat (2)',
    answers: { ...answers, newName: 'Seno' },
    refused: ['newName'],
  },
  {
    ...asked,
    name: 'a decision that the court does not know is refused',
    source: 'UU 23/2006 pasal 56; dua petugas',
    path: ['forward', 'accept', 'deny-court', 'refuse'],
    endsIn: 'refused',
    result: 'refused',
  },
  {
    ...asked,
    name: 'the decision is returned from the court’s desk, checked again and recorded; later it is voided',
    source: 'UU 23/2006 pasal 72',
    path: ['forward', 'accept', 'return-from-court-check', 'accept', confirmed, 'sign', 'cancel'],
    endsIn: 'cancelled',
    result: 'cancelled',
  },
]
