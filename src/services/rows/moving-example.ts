import { onFriday } from '../family-card-new/example-people.ts'

/** Invented people of the examples. */
export const movingKnown = {
  personId: 'p-1',
  fullName: 'Bima Prasetyo',
  nik: '9901021203940001',
  birthOn: '1994-03-12',
  adultAge: 17,
  sex: 'male',
  relation: 'head',
  maritalStatus: 'married',
  wasMarried: true,
  hasFamily: true,
  isHeadOfFamily: true,
  underCheck: false,
  kkNumber: '9901021406210001',
  villageCode: '99.01.02.1001',
  regencyCode: '99.01',
  ownRegion: '99.01',
  letterDays: 100,
  phone: '081234567890',
  closedPlaces: [{ village: '99.01.05.2003', rt: '009', rw: '006' }],
  family: [
    { id: 'p-1', name: 'Bima Prasetyo', nik: '9901021203940001', relation: 'head', birthOn: '1994-03-12', sex: 'male' },
    {
      id: 'p-2',
      name: 'Sekar Wulandari',
      nik: '9901025107960001',
      relation: 'wife',
      birthOn: '1996-07-11',
      sex: 'female',
    },
    {
      id: 'p-3',
      name: 'Arka Bimantara Prasetyo',
      nik: '9901020805220001',
      relation: 'child',
      birthOn: '2022-05-08',
      sex: 'male',
    },
  ],
}

/** A move that goes its way without trouble. */
export const granted = {
  ...onFriday,
  known: movingKnown,
  refused: [],
  fee: 0,
  path: ['forward', 'accept', 'sign'],
  endsIn: 'issued',
  result: 'granted' as const,
}
