import type { ServiceInput } from '#modules/services/index.ts'
import { advice, askedOnFriday, plainly } from '../rows/example-change.ts'

const pages = ['orang', 'kewarganegaraan', 'keputusan']
const toForeign = {
  person: 'p-2',
  direction: 'to-wna',
  newNationality: 'Jepang',
  decreeNumber: 'AHU-12.AH.10.02 Tahun 2026',
  decreeOn: '2026-11-09',
  decree: ['file-1'],
  truth: true,
}
const toIndonesian = {
  person: 'p-2',
  direction: 'to-wni',
  decreeNumber: '21/PWI Tahun 2026',
  decreeOn: '2026-11-02',
  decree: ['file-1'],
  oathOn: '2026-11-12',
  oathMinutes: ['file-2'],
  truth: true,
}
const asked = { ...askedOnFriday, pages, answers: toIndonesian }
const foreign = { ...askedOnFriday.known, citizenship: 'WNA' }

export const citizenshipExamples: NonNullable<ServiceInput['golden']> = [
  {
    ...asked,
    ...plainly,
    name: 'by decree and oath somebody becomes Indonesian',
    source: 'UU 23/2006 pasal 53; UU 12/2006 pasal 13 sampai 16',
    known: foreign,
    submittedAt: '2026-11-20T09:14:00+07:00',
    promisedAt: '2026-11-23T16:00:00+07:00',
  },
  {
    ...asked,
    ...plainly,
    name: 'who gives Indonesian citizenship up needs no oath, and his card ends',
    source: 'UU 23/2006 pasal 54; UU 12/2006 pasal 23',
    answers: toForeign,
  },
  {
    ...asked,
    name: 'an oath before the decree is refused at its field',
    source: 'UU 12/2006 pasal 14',
    answers: { ...toIndonesian, oathOn: '2026-11-01' },
    refused: ['oathOn'],
  },
  {
    ...asked,
    name: 'a decree that is not valid is refused',
    source: 'UU 12/2006 pasal 13',
    path: ['forward', advice, 'refuse'],
    endsIn: 'refused',
    result: 'refused',
  },
  {
    ...asked,
    name: 'the decree is revoked: the entry is taken back',
    source: 'UU 12/2006 pasal 28',
    path: ['forward', 'accept', 'sign', 'cancel'],
    endsIn: 'cancelled',
    result: 'cancelled',
  },
]
