import type { ServiceInput } from '#modules/services/index.ts'
import { askedOnFriday } from '../rows/example-change.ts'

const asked = { ...askedOnFriday, pages: ['dokumen'] }

export const reissueExamples: NonNullable<ServiceInput['golden']> = [
  {
    ...asked,
    name: 'a lost family card is issued again at once, without anybody’s decision',
    source: 'Permendagri 7/2019; Perpres 96/2018',
    answers: { what: 'family-card', why: 'lost' },
    fee: 0,
    submittedAt: '2026-11-20T09:14:00+07:00',
    promisedAt: '2026-11-20T16:00:00+07:00',
    path: [],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    ...asked,
    name: 'a damaged certificate is chosen from one’s own list',
    source: 'Permendagri 109/2019',
    answers: { what: 'certificate', document: '0199a000-0000-7000-8000-000000000001', why: 'damaged' },
    fee: 0,
    path: [],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    ...asked,
    name: 'a certificate that is not chosen cannot be sent',
    source: 'Permendagri 109/2019',
    answers: { what: 'certificate', why: 'lost' },
    refused: ['document'],
  },
  {
    ...asked,
    name: 'while the data are under check nothing is issued; a letter says where to go',
    source: 'UU 23/2006 pasal 86; UU 30/2014 pasal 10',
    known: { ...askedOnFriday.known, underCheck: true },
    answers: { what: 'family-card', why: 'lost' },
    path: [],
    endsIn: 'refused',
    result: 'refused',
  },
  {
    ...asked,
    name: 'a child asks its parents',
    source: 'UU 24/2013 pasal 63',
    known: { ...askedOnFriday.known, birthOn: '2012-01-02' },
    answers: { what: 'family-card', why: 'lost' },
    ineligible: [2],
  },
]
