import type { ServiceInput } from '#modules/services/index.ts'

type Examples = NonNullable<ServiceInput['golden']>

const npwpd = 'P.1.0000042.02.1001'
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
  npwpd,
  nibNpwpd: '',
  taxpayers: [{ id: 't-1', npwpd, name: 'Sekar Wulandari', kind: 'person', state: 'active', owes: false }],
  objects: [
    { id: 'o-1', code: 'RST.0000012', kind: 'restaurant', name: 'Warung Sekar', address: 'Jl. Pasar 3', npwpd },
  ],
}
const contact = {
  npwpd,
  request: 'contact',
  mailAddress: { street: 'Jalan Kenanga 5', rt: '001', rw: '002', area: '99.01.02.1001' },
  phone: '081234567890',
  truth: true,
}
const closing = {
  npwpd,
  request: 'close-object',
  closedObject: 'RST.0000012',
  closedOn: '2026-10-31',
  closedWhy: 'Sewa tempat berakhir dan tidak diperpanjang.',
  closingProof: ['file-1'],
  phone: '081234567890',
  truth: true,
}
const end = {
  npwpd,
  request: 'close-taxpayer',
  closedOn: '2026-10-31',
  closedWhy: 'Tidak lagi berusaha di daerah ini.',
  phone: '081234567890',
  truth: true,
}
const more = {
  npwpd,
  request: 'add-objects',
  objects: [{ objectKind: 'parking', objectName: 'Parkir Warung Sekar', objectPlace: 'Jalan Pasar 3', size: 12 }],
  objectsVillage: '99.01.02.1001',
  phone: '081234567890',
  truth: true,
}
const pages = ['perubahan', 'data']
const monday = { today: '2026-11-23', known, pages, refused: [] as string[] }

export const changeExamples: Examples = [
  {
    name: 'another address is entered within seven working days',
    source: 'Standar pelayanan Bapenda',
    ...monday,
    answers: contact,
    fee: 0,
    // Monday: seven working days are 24 to 27 November (4), 30 November, 1 and 2 December.
    submittedAt: '2026-11-23T10:00:00+07:00',
    promisedAt: '2026-12-02T16:00:00+07:00',
    path: ['accept', 'sign'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    name: 'a restaurant that closed leaves the register, with a photo as proof',
    source: 'PP 35/2023 (pendataan objek)',
    ...monday,
    answers: closing,
    path: ['accept', 'sign'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    name: 'a new car park comes under the same number',
    source: 'PP 35/2023 (satu NPWPD untuk satu wajib pajak)',
    ...monday,
    answers: more,
    path: ['accept', 'sign'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    name: 'a number with an active object cannot be closed',
    source: 'PP 35/2023 (penghapusan NPWPD)',
    ...monday,
    answers: end,
    refused: ['request'],
  },
  {
    name: 'who owes taxes pays them before his number is closed',
    source: 'PP 35/2023 (penghapusan NPWPD)',
    ...monday,
    known: { ...known, objects: [], taxpayers: [{ ...known.taxpayers[0], owes: true }] },
    answers: end,
    refused: ['request'],
  },
  {
    name: 'a business that is still open is not closed in the register',
    source: 'PP 35/2023 (pemeriksaan sebelum penghapusan)',
    ...monday,
    answers: closing,
    path: ['propose-refusal', 'refuse'],
    endsIn: 'refused',
    result: 'refused',
  },
  {
    name: 'who is no taxpayer registers first',
    source: 'PP 35/2023 (pendaftaran)',
    ...monday,
    known: { ...known, npwpd: '', taxpayers: [], objects: [] },
    answers: contact,
    ineligible: [1],
  },
]
