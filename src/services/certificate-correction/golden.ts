import type { ServiceInput } from '#modules/services/index.ts'
import { advice, askedOnFriday, plainly } from '../rows/example-change.ts'

const pages = ['akta', 'pembetulan']
const answers = {
  certificate: 'birth',
  person: 'p-3',
  certificateCopy: ['file-1'],
  whatIsWrong: 'Tertulis Arka Prasetio, yang benar Arka Prasetya menurut surat lahir.',
  rightName: 'Arka Prasetya',
  proofOfRight: ['file-2'],
  truth: true,
}
const asked = { ...askedOnFriday, pages, answers }

export const correctionExamples: NonNullable<ServiceInput['golden']> = [
  {
    ...asked,
    ...plainly,
    name: 'a letter too many in the name of a child is put right within two working days',
    source: 'UU 23/2006 pasal 71',
    submittedAt: '2026-11-20T09:14:00+07:00',
    promisedAt: '2026-11-24T16:00:00+07:00',
  },
  {
    ...asked,
    ...plainly,
    name: 'the day on a death certificate, named by its number',
    source: 'UU 23/2006 pasal 71',
    answers: {
      certificate: 'death',
      certificateNumber: '9901-KM-01102026-0004',
      certificateCopy: ['file-1'],
      whatIsWrong: 'Tertulis 2 Oktober, yang benar 1 Oktober 2026.',
      rightOn: '2026-10-01',
      proofOfRight: ['file-2'],
      truth: true,
    },
  },
  {
    ...asked,
    ...plainly,
    name: 'the day on a marriage certificate, named by its number',
    source: 'UU 23/2006 pasal 71',
    answers: {
      certificate: 'marriage',
      certificateNumber: '9901-KW-01102026-0002',
      certificateCopy: ['file-1'],
      whatIsWrong: 'Tertulis 2 Oktober, yang benar 1 Oktober 2026.',
      rightOn: '2026-10-01',
      proofOfRight: ['file-2'],
      truth: true,
    },
  },
  {
    ...asked,
    name: 'a death certificate without its number, and no proof, are refused at their fields',
    source: 'Perpres 96/2018 pasal 59',
    answers: { certificate: 'death', certificateCopy: ['file-1'], whatIsWrong: 'Tanggalnya salah.', truth: true },
    refused: ['certificateNumber', 'proofOfRight'],
  },
  {
    ...asked,
    name: 'another name is no error of writing: refused, and sent to the court',
    source: 'UU 23/2006 pasal 52',
    path: ['forward', advice, 'refuse'],
    endsIn: 'refused',
    result: 'refused',
  },
]
