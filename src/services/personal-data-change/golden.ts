import type { ServiceInput } from '#modules/services/index.ts'
import { advice, askedOnFriday, plainly } from '../rows/example-change.ts'

const answers = {
  person: 'p-2',
  elements: ['occupation', 'education'],
  newEducation: 's1',
  diploma: ['file-1'],
  newOccupation: 'Dosen',
  workLetter: ['file-2'],
  truth: true,
}
const pages = ['orang', 'unsur', 'pendidikan', 'pekerjaan', 'pernyataan']
const asked = { ...askedOnFriday, pages, answers }

export const dataChangeExamples: NonNullable<ServiceInput['golden']> = [
  {
    ...asked,
    ...plainly,
    name: 'education and occupation together, each with its proof, by the next working day',
    source: 'Perpres 96/2018 pasal 15; Permendagri 19/2018',
    submittedAt: '2026-11-20T09:14:00+07:00',
    promisedAt: '2026-11-23T16:00:00+07:00',
  },
  {
    ...asked,
    ...plainly,
    name: 'a native faith is entered like every religion',
    source: 'UU 24/2013 pasal 64; putusan MK 97/PUU-XIV/2016',
    answers: {
      person: 'p-2',
      elements: ['religion'],
      newReligion: 'kepercayaan',
      religionLetter: ['file-1'],
      truth: true,
    },
    pages: ['orang', 'unsur', 'agama', 'pernyataan'],
  },
  {
    ...asked,
    ...plainly,
    name: 'a widow of elsewhere shows the death certificate; a child’s blood type goes with a test',
    source: 'Perpres 96/2018 pasal 15',
    answers: {
      person: 'p-2',
      elements: ['marital', 'blood'],
      newMarital: 'widowed',
      maritalNumber: '3204-KM-01102026-0004',
      maritalOn: '2026-10-01',
      maritalProof: ['file-1'],
      newBlood: 'o',
      bloodLetter: ['file-2'],
      truth: true,
    },
    pages: ['orang', 'unsur', 'golongan-darah', 'status-kawin', 'pernyataan'],
  },
  {
    ...asked,
    name: 'without the diploma, and with no statement, it is not sent',
    source: 'Permendagri 109/2019 F-1.06',
    answers: { person: 'p-2', elements: ['education'], newEducation: 's1' },
    pages: ['orang', 'unsur', 'pendidikan', 'pernyataan'],
    refused: ['diploma', 'truth'],
  },
  {
    ...asked,
    name: 'the proof says nothing of it: refused',
    source: 'Perpres 96/2018 pasal 15',
    path: ['forward', advice, 'refuse'],
    endsIn: 'refused',
    result: 'refused',
  },
  {
    ...asked,
    name: 'a false diploma is found later: the change is taken back',
    source: 'UU 30/2014 pasal 64',
    path: ['forward', 'accept', 'sign', 'cancel'],
    endsIn: 'cancelled',
    result: 'cancelled',
  },
]
