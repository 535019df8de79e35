import type { ServiceInput } from '#modules/services/index.ts'
import { advice, askedOnFriday, byCourt, confirmed, courtAnswers } from '../rows/example-change.ts'

const pages = ['orang', 'nama', 'penetapan']
const answers = { person: 'p-2', newName: 'Sekar Ayu Wulandari', ...courtAnswers }
const asked = { ...askedOnFriday, pages, answers }

export const nameChangeExamples: NonNullable<ServiceInput['golden']> = [
  {
    ...asked,
    ...byCourt,
    name: 'a name that the court added is recorded once a second officer has asked the court',
    source: 'UU 23/2006 pasal 52: five working days from Friday end on the next Friday',
    submittedAt: '2026-11-20T09:14:00+07:00',
    promisedAt: '2026-11-27T16:00:00+07:00',
  },
  {
    ...asked,
    ...byCourt,
    name: 'a mother asks for her child',
    source: 'UU 23/2006 pasal 52; PP 40/2019',
    answers: { ...answers, person: 'p-3', newName: 'Arka Bima Prasetyo' },
  },
  {
    ...asked,
    name: 'for another adult nobody asks, and one word is no name',
    source: 'Permendagri 73/2022 pasal 4 ayat (2)',
    answers: { ...answers, person: 'p-1', newName: 'Bima' },
    refused: ['person', 'newName'],
  },
  {
    ...asked,
    name: 'the name that stands in the register is no change',
    source: 'UU 23/2006 pasal 52',
    answers: { ...answers, newName: 'Sekar Wulandari' },
    refused: ['newName'],
  },
  {
    ...asked,
    name: 'a forged decision that the court does not know is refused',
    source: 'UU 23/2006 pasal 52; dua petugas',
    path: ['forward', 'accept', 'deny-court', 'refuse'],
    endsIn: 'refused',
    result: 'refused',
  },
  {
    ...asked,
    name: 'the verifier proposes a refusal, and the objection is granted',
    source: 'UU 30/2014 pasal 77 ayat (3)',
    path: ['forward', advice, 'refuse', 'object', 'grant-objection', 'sign'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    ...asked,
    name: 'a higher court voids the decision: the old name returns',
    source: 'UU 23/2006 pasal 72',
    path: ['forward', 'accept', confirmed, 'sign', 'cancel'],
    endsIn: 'cancelled',
    result: 'cancelled',
  },
  {
    ...asked,
    name: 'who is on no family card of the region applies elsewhere',
    source: 'UU 23/2006 pasal 3',
    known: { ...askedOnFriday.known, hasFamily: false },
    ineligible: [1],
  },
]
