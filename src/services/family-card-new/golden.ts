import type { ServiceInput } from '#modules/services/index.ts'
import { cardGranted, exampleFamily, exampleKnown, onFriday } from './example-people.ts'

const pages = ['keluarga', 'alamat', 'pernyataan']
const husband = {
  id: 'p-4',
  name: 'Bima Prasetyo',
  nik: '9901021203940001',
  relation: 'son-in-law',
  birthOn: '1994-03-12',
  sex: 'male',
}
const known = { ...exampleKnown, spouseOnCard: true, family: [...exampleKnown.family, husband] }
const marriage = { basis: 'marriage', headIs: 'partner', sameAddress: 'yes', truth: true }
const onSameCard = { ...marriage, partnerPlace: 'same-card', partnerMember: 'p-4', marriageProof: 'recorded' }
const couple = { ...onSameCard, marriageNumber: '0123/045/VI/2021' }

export const newCardExamples: NonNullable<ServiceInput['golden']> = [
  {
    ...cardGranted,
    name: 'a couple that lives with her mother gets a card of its own in the same house',
    source: 'Perpres 96/2018 pasal 11; Permendagri 19/2018: Friday 09.14 is answered by Monday 16.00',
    known,
    answers: couple,
    pages,
  },
  {
    ...cardGranted,
    name: 'husband and wife from two cards: he agrees in his own account, and the marriage is not recorded yet',
    source: 'Permendagri 109/2019 formulir F-1.05',
    answers: {
      ...marriage,
      partnerPlace: 'other-card',
      partnerNik: husband.nik,
      marriageProof: 'statement',
      witnesses: [
        { name: 'Slamet Raharjo', nik: '9901040302920001' },
        { name: 'Sumiyati', nik: '9901044606950001' },
      ],
      unrecorded: true,
    },
    pages,
  },
  {
    ...cardGranted,
    name: 'somebody on no card gets a first one at the address that is given',
    source: 'Perpres 96/2018 pasal 10',
    known: {
      ...exampleKnown,
      hasFamily: false,
      kkNumber: '',
      villageCode: '',
      regencyCode: '',
      family: [exampleFamily.daughter],
    },
    answers: {
      basis: 'none',
      newAddress: { street: 'Jalan Cempaka 5', rt: '001', rw: '002', area: '99.01.04.1001' },
      truth: true,
      phone: '081234567890',
    },
    pages,
  },
  {
    name: 'who is on a card splits it; a child is nobody’s wife',
    source: 'Perpres 96/2018 pasal 10 dan 11',
    today: onFriday.today,
    known,
    answers: { ...onSameCard, partnerMember: 'p-3' },
    pages,
    refused: ['partnerMember'],
  },
  {
    name: 'who is on a card cannot say that he is on none',
    source: 'Perpres 96/2018 pasal 10',
    today: onFriday.today,
    known,
    answers: { basis: 'none', sameAddress: 'yes', truth: true },
    pages,
    refused: ['basis'],
  },
  {
    ...cardGranted,
    name: 'refused because the marriage book is not theirs',
    source: 'Perpres 96/2018 pasal 10',
    known,
    answers: couple,
    pages,
    path: [
      'forward',
      { verb: 'propose-refusal', findings: { refusalAdvice: 'Nomor buku nikah itu milik pasangan lain menurut KUA.' } },
      'refuse',
    ],
    endsIn: 'refused',
    result: 'refused',
  },
  {
    ...cardGranted,
    name: 'sent back, and no correction came: the application lapses',
    source: 'Standar pelayanan Disdukcapil, UU 25/2009 pasal 21',
    known,
    answers: couple,
    pages,
    path: ['send-back', 'lapse'],
    endsIn: 'lapsed',
    result: 'lapsed',
  },
]
