import type { ServiceInput } from '#modules/services/index.ts'

type Examples = NonNullable<ServiceInput['golden']>

const known = {
  personId: 'p-1',
  fullName: 'Sekar Wulandari',
  nik: '9901015204960001',
  birthOn: '1996-04-12',
  adultAge: 17,
  hasFamily: true,
  street: 'Jalan Melati 12',
  rt: '003',
  rw: '004',
  villageCode: '99.01.02.1001',
  regionCode: '99.01',
  phone: '081234567890',
  email: 'sekar@contoh.example',
  npwpd: '',
  nibNpwpd: '',
}
const person = {
  taxpayerKind: 'person',
  objects: [{ objectKind: 'restaurant', objectName: 'Warung Sekar', objectPlace: 'Jalan Pasar 3', size: 24 }],
  objectsVillage: '99.01.02.1001',
  mailAddress: { street: 'Jalan Melati 12', rt: '003', rw: '004', area: '99.01.02.1001' },
  phone: '081234567890',
  truth: true,
}
const firm = {
  ...person,
  taxpayerKind: 'firm',
  firmName: 'CV Rasa Kita Bersama',
  nib: '9120009912345',
  companyDeed: ['file-1'],
  objects: [
    { objectKind: 'hotel', objectName: 'Wisma Melati', objectPlace: 'Jalan Melati 14', size: 18 },
    { objectKind: 'billboard', objectName: 'Papan Wisma Melati', objectPlace: 'Jalan Melati 14', size: 12, sides: 2 },
  ],
}
const pages = ['wajib-pajak', 'objek', 'alamat']
/** Monday; four working days later is Friday 27 November. */
const monday = { today: '2026-11-23', known, pages, refused: [] as string[] }

export const registrationExamples: Examples = [
  {
    name: 'a person who opens a restaurant is registered within four working days',
    source: 'PP 35/2023 (pendaftaran wajib pajak); standar pelayanan Bapenda',
    ...monday,
    answers: person,
    fee: 0,
    submittedAt: '2026-11-23T10:00:00+07:00',
    promisedAt: '2026-11-27T16:00:00+07:00',
    path: ['accept', 'sign'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    name: 'a firm with a hotel and its billboard is registered by its NIB, and the number is taken back when it proves untrue',
    source: 'PP 35/2023 (pendaftaran wajib pajak badan); UU 30/2014 pasal 66',
    ...monday,
    answers: firm,
    path: ['accept', 'sign', 'cancel'],
    endsIn: 'cancelled',
    result: 'cancelled',
  },
  {
    name: 'who has a number already is told so at once',
    source: 'PP 35/2023 (satu NPWPD untuk satu wajib pajak)',
    ...monday,
    known: { ...known, npwpd: 'P.1.0000042.02.1001' },
    answers: person,
    refused: ['taxpayerKind'],
  },
  {
    name: 'a firm whose NIB is registered already is told so at the NIB',
    source: 'PP 35/2023 (satu NPWPD untuk satu wajib pajak)',
    ...monday,
    known: { ...known, nibNpwpd: 'P.2.0000007.02.1001' },
    answers: firm,
    refused: ['nib'],
  },
  {
    name: 'what lies in another region is taxed there',
    source: 'UU 1/2022 pasal 4',
    ...monday,
    answers: { ...person, objectsVillage: '99.02.01.1001' },
    refused: ['objectsVillage'],
  },
  {
    name: 'a business that is not taxed is refused, and the objection is refused too',
    source: 'UU 1/2022 pasal 4; UU 30/2014 pasal 77',
    ...monday,
    answers: person,
    path: ['propose-refusal', 'refuse', 'object', 'refuse-objection'],
    endsIn: 'objection-refused',
    result: 'refused',
  },
  {
    name: 'what was not corrected in time lapses',
    source: 'Standar pelayanan Bapenda',
    ...monday,
    answers: person,
    path: ['send-back', 'lapse'],
    endsIn: 'lapsed',
    result: 'lapsed',
  },
  {
    name: 'a child of 16 is not registered',
    source: 'UU 24/2013 pasal 63',
    ...monday,
    known: { ...known, birthOn: '2010-03-01' },
    answers: person,
    ineligible: [1],
  },
]
