import type { ServiceInput } from '#modules/services/index.ts'
import { askedOnFriday, byCourt, courtAnswers } from '../rows/example-change.ts'

const pages = ['akta', 'penetapan']
const answers = {
  whose: 'other',
  otherNumber: '9901-LU-23112026-0047',
  otherName: 'Kirana Ayu Prasetyo',
  ...courtAnswers,
}
const asked = { ...askedOnFriday, pages, answers }

export const cancellationExamples: NonNullable<ServiceInput['golden']> = [
  {
    ...asked,
    ...byCourt,
    name: 'a certificate is named by number and name, and the court confirms its decision',
    source: 'UU 23/2006 pasal 72',
    submittedAt: '2026-11-20T09:14:00+07:00',
    promisedAt: '2026-11-27T16:00:00+07:00',
  },
  {
    ...asked,
    ...byCourt,
    name: 'one’s own certificate is chosen from the list',
    source: 'UU 23/2006 pasal 72',
    answers: { whose: 'own', entry: '9901-KW-01032026-0002', ...courtAnswers },
  },
  {
    ...asked,
    name: 'a number without a name, and no statement, are refused at their fields',
    source: 'UU 23/2006 pasal 72',
    answers: { ...answers, otherName: '', truth: false },
    refused: ['otherName', 'truth'],
  },
  {
    ...asked,
    name: 'a forged decision changes nothing',
    source: 'UU 23/2006 pasal 72; dua petugas',
    path: ['forward', 'accept', 'deny-court', 'refuse'],
    endsIn: 'refused',
    result: 'refused',
  },
]
