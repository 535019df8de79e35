import type { ServiceInput } from '#modules/services/index.ts'

/** Invented people of the examples. */
export const exampleFamily = {
  mother: {
    id: 'p-1',
    name: 'Ratna Dewanti',
    nik: '9901024711760001',
    relation: 'head',
    birthOn: '1976-11-07',
    sex: 'female',
  },
  daughter: {
    id: 'p-2',
    name: 'Sekar Wulandari',
    nik: '9901025107960001',
    relation: 'child',
    birthOn: '1996-07-11',
    sex: 'female',
  },
  boy: {
    id: 'p-3',
    name: 'Arka Wulandari',
    nik: '9901020805120001',
    relation: 'grandchild',
    birthOn: '2012-05-08',
    sex: 'male',
  },
} as const

export const exampleKnown = {
  personId: 'p-2',
  fullName: 'Sekar Wulandari',
  nik: '9901025107960001',
  birthOn: '1996-07-11',
  adultAge: 17,
  sex: 'female',
  relation: 'child',
  maritalStatus: 'married',
  wasMarried: true,
  marriageNumber: '0123/045/VI/2021',
  spouseOnCard: false,
  hasFamily: true,
  isHeadOfFamily: false,
  underCheck: false,
  kkNumber: '9901021406210001',
  villageCode: '99.01.02.1001',
  regencyCode: '99.01',
  phone: '081234567890',
  photoFrom: 5,
  childUntil: 17,
  family: [exampleFamily.mother, exampleFamily.daughter, exampleFamily.boy],
}

/** 20 November 2026 is a Friday; the counter closes at 16.00. */
export const onFriday = {
  today: '2026-11-20',
  submittedAt: '2026-11-20T09:14:00+07:00',
  promisedAt: '2026-11-23T16:00:00+07:00',
}

type Example = NonNullable<ServiceInput['golden']>[number]

export const cardGranted: Omit<Example, 'name' | 'source' | 'answers' | 'pages'> = {
  ...onFriday,
  known: exampleKnown,
  refused: [],
  fee: 0,
  path: ['forward', 'accept', 'sign'],
  endsIn: 'issued',
  result: 'granted',
}
