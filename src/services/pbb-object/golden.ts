import type { ServiceInput } from '#modules/services/index.ts'
import { claimExample } from '../rows/tax-claim.ts'

type Examples = NonNullable<ServiceInput['golden']>

const nop = '990100200100100420'
const known = {
  ...claimExample.known,
  parcelFound: true,
  parcelIsMine: false,
  parcelVillage: '99.01.02.1001',
  newOwnerFound: true,
}
const common = {
  titleNumber: 'AJB 45/2026, 20 November 2026',
  mailAddress: { street: 'Jalan Melati 12', rt: '003', rw: '004', area: '99.01.02.1001' },
  phone: '081234567890',
  landCertificate: ['file-1'],
  truth: true,
}
const fresh = {
  request: 'new',
  landVillage: '99.01.02.1001',
  landName: 'Rumah tinggal',
  landPlace: 'Jalan Kenanga 7 RT 002 RW 001',
  landArea: 120,
  buildingArea: 60,
  landUse: 'general',
  sitePhoto: ['file-2'],
  ...common,
}
const name = { request: 'name', nop, passedOn: '2026-11-20', ...common }
const pages = ['permohonan', 'data', 'dokumen']
const monday = { today: '2026-11-23', known, pages, refused: [] as string[] }
const valued = {
  verb: 'accept',
  findings: {
    block: '001',
    landPrice: 1_500_000,
    buildingPrice: 2_000_000,
    opinion: 'Sesuai hasil penilaian lapangan.',
  },
}
const seen = { verb: 'accept', findings: { opinion: 'Sesuai dengan akta.' } }

export const landExamples: Examples = [
  {
    name: 'new land gets its NOP after an assessor set the price classes',
    source: 'UU 1/2022 pasal 38 sampai 40; PP 35/2023 (pendataan objek)',
    ...monday,
    answers: fresh,
    fee: 0,
    // Monday: fifteen working days later is Monday 14 December.
    submittedAt: '2026-11-23T10:00:00+07:00',
    promisedAt: '2026-12-14T16:00:00+07:00',
    path: [valued, 'sign'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    name: 'after a sale the notice changes its name',
    source: 'PP 35/2023 (perubahan data objek)',
    ...monday,
    answers: name,
    path: [seen, 'sign'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    name: 'part of a parcel becomes a parcel of its own',
    source: 'PP 35/2023 (perubahan data objek)',
    ...monday,
    answers: {
      request: 'split',
      ownNop: nop,
      splitArea: 60,
      splitBuilding: 0,
      newOwnerNpwpd: 'P.1.0000043.02.1001',
      sitePhoto: ['file-2'],
      ...common,
    },
    path: [seen, 'sign'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    name: 'two neighbouring parcels become one',
    source: 'PP 35/2023 (perubahan data objek)',
    ...monday,
    answers: { request: 'merge', ownNop: nop, joinedNop: '990100200100100430', ...common },
    path: [seen, 'sign'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    name: 'a parcel is not joined to itself',
    source: 'PP 35/2023 (perubahan data objek)',
    ...monday,
    answers: { request: 'merge', ownNop: nop, joinedNop: nop, ...common },
    refused: ['joinedNop'],
  },
  {
    name: 'land that bears the name already needs no other',
    source: 'PP 35/2023 (perubahan data objek)',
    ...monday,
    known: { ...known, parcelIsMine: true },
    answers: name,
    refused: ['nop'],
  },
  {
    name: 'what the deed does not show is refused, and the objection too',
    source: 'PP 35/2023; UU 30/2014 pasal 77',
    ...monday,
    answers: name,
    path: ['propose-refusal', 'refuse', 'object', 'refuse-objection'],
    endsIn: 'objection-refused',
    result: 'refused',
  },
]
