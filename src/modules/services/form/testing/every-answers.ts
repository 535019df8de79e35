import type { Known } from '../../definition/expressions.ts'

/** What the registers know of an invented applicant. */
export const everyKnown: Known = {
  hasFamily: true,
  name: 'Sekar Wulandari',
  nik: '9901025107960001',
  applicantBirthOn: '1996-07-11',
  reporterAge: 15,
  street: 'Jalan Melati 4',
  rt: '003',
  rw: '001',
  villageCode: '99.01.01.2001',
  family: [
    {
      id: 'p1',
      name: 'Sekar Wulandari',
      nik: '9901025107960001',
      relation: 'wife',
      birthOn: '1996-07-11',
      sex: 'female',
    },
    { id: 'p2', name: 'Bima Prasetyo', nik: '9901021003940002', relation: 'head', birthOn: '1994-03-10', sex: 'male' },
  ],
}

export const everyToday = '2026-11-22'

/** Answers with which the whole form is complete. */
export const everyAnswers = {
  fullName: 'Sekar Wulandari',
  nickname: 'Sekar',
  phone: '081234567890',
  email: 'sekar@contoh.id',
  birthOn: '1996-07-11',
  plannedOn: '2027-01-04',
  opensAt: '08:00',
  hasBusiness: 'yes',
  nib: '9120001234567',
  scale: 'micro',
  needs: ['money', 'training'],
  story: 'Warung kopi kecil di tepi sawah.',
  floors: 2,
  area: 120.5,
  income: 4_500_000,
  items: [
    { what: 'Mesin kopi', count: 1, price: 12_500_000 },
    { what: 'Meja', count: 4, price: 750_000 },
  ],
  witnesses: [
    { name: 'Ratna Dewi', nik: '9901014501700003', relation: 'neighbour' },
    { name: 'Joko Susilo', nik: '9901010202690004', relation: 'other', relationText: 'Paman', metOn: '2001-05-20' },
  ],
  home: { street: 'Jalan Melati 4', rt: '003', rw: '001', area: '99.01.02.2004' },
  origin: '99.01.02.2003',
  spot: { lat: -7.25754, lon: 112.75209 },
  heir: 'p1',
  movers: ['p1', 'p2'],
  partner: '9901011212800005',
  letter: ['file-1'],
  front: [],
  signature: ['file-2'],
  sharing: true,
  sharingAt: '2026-11-22T09:30:00+07:00',
  truth: true,
} as const
