import { defineService } from '#modules/services/index.ts'
import { civilChannels, civilService, freeOfCharge, freeOfChargeLaw } from '../rows/civil-standard.ts'
import { objectionLaw } from '../rows/law.ts'
import { kuaFlow } from './flow.ts'
import { kuaForm } from './form.ts'
import { kuaExamples } from './golden.ts'

/** A Muslim marriage that a KUA recorded: no certificate of ours, only status and cards follow. */
export const marriageKua = defineService({
  id: 'marriage-kua',
  version: 1,
  validFrom: '2026-01-01',
  slug: 'perkawinan-dari-kua',
  code: 'NK',
  title: { id: 'Perkawinan dari KUA', en: 'Marriage recorded by the KUA' },
  summary: {
    id: 'Setelah akad nikah: status kawin pada KTP dan kartu keluarga baru, dengan nomor buku nikah. Gratis.',
    en: 'After a Muslim marriage: status on the identity card and a new family card, with the number of the marriage book. Free of charge.',
  },
  ...civilService('civil-registration.marriage-kua'),
  lifeEvent: 'marriage',
  keywords: [
    'buku nikah',
    'kartu nikah',
    'KUA',
    'akad nikah',
    'nikah',
    'menikah',
    'status kawin',
    'ganti status KTP',
    'kartu keluarga setelah menikah',
    'pisah kartu keluarga',
    'Muslim marriage',
  ],
  minutesToFill: 5,
  channels: [...civilChannels, { id: 'Lewat pemberitahuan dari KUA', en: 'Through a notice of the KUA' }],
  products: [{ id: 'Kartu keluarga dengan status kawin tercatat', en: 'Family card with the recorded marriage' }],
  legalBasis: [
    {
      citation: 'UU 23/2006 pasal 8 ayat (2) dan pasal 34 ayat (4) dan (5)',
      about: {
        id: 'perkawinan orang Islam dicatat KUA dan diberitahukan',
        en: 'Muslim marriages are recorded by the KUA and notified',
      },
    },
    { citation: 'Perpres 96/2018 pasal 10 sampai 12', about: { id: 'penerbitan kartu keluarga', en: 'family cards' } },
    {
      citation: 'UU 1/1974 pasal 3 sampai 5 dan pasal 9',
      about: {
        id: 'beristeri lebih dari seorang hanya dengan izin pengadilan',
        en: 'a further wife only with leave of a court',
      },
    },
    { citation: 'PMA 30/2024', about: { id: 'pencatatan pernikahan pada KUA', en: 'records of the KUA' } },
    freeOfChargeLaw,
    objectionLaw,
  ],
  eligibility: [
    {
      when: 'holds(known, "hasFamily")',
      refused: {
        id: 'Anda belum tercatat dalam kartu keluarga di wilayah ini. Laporkan pernikahan di tempat Anda tercatat.',
        en: 'You are on no family card of this region. Report the marriage where you are registered.',
      },
      basis: 'Perpres 96/2018 pasal 10',
    },
    {
      when: 'fact(known, "religion") == "Islam"',
      refused: {
        id: 'Agama Anda pada register bukan Islam. Perkawinan Anda dicatat kantor ini: pakailah layanan akta perkawinan, atau betulkan dahulu data agama Anda.',
        en: 'In the register you are not a Muslim. This office records your marriage: use the marriage certificate, or correct your religion first.',
      },
      basis: 'UU 23/2006 pasal 8 ayat (2)',
    },
    {
      when: 'fact(known, "maritalStatus") != "married" || fact(known, "sex") == "male"',
      refused: {
        id: 'Menurut register Anda sudah kawin tercatat. Bila perkawinan sebelumnya sudah berakhir, catatkan itu dahulu.',
        en: 'In the register you are married already. If the former marriage has ended, have that recorded first.',
      },
      basis: 'UU 1/1974 pasal 3 dan 9',
    },
  ],
  evidence: {
    allOf: [
      {
        kind: 'register',
        known: 'holds(known, "hasFamily")',
        label: { id: 'KTP dan kartu keluarga', en: 'Identity and family card' },
        help: { id: 'Sudah ada pada kami.', en: 'We have them.' },
      },
      {
        kind: 'document',
        field: 'book',
        label: { id: 'Buku nikah atau kartu nikah', en: 'Marriage book or card' },
        help: { id: 'Foto dengan ponsel cukup.', en: 'A phone photo is enough.' },
        basis: 'Perpres 96/2018 pasal 10',
      },
      {
        kind: 'document',
        field: 'courtPermission',
        when: 'answers.secondMarriage == "yes"',
        label: { id: 'Izin pengadilan agama untuk beristeri lagi', en: 'Permission of the religious court' },
        help: { id: 'Hanya bila suami masih beristeri.', en: 'Only when the husband has a wife.' },
        basis: 'UU 1/1974 pasal 3 ayat (2), 4 dan 5',
      },
    ],
  },
  known: 'population.marriage-facts',
  form: { pages: kuaForm },
  subject: 'fact(known, "fullName") + " dan " + answers.spouseName',
  territory: 'fact(known, "villageCode")',
  once: 'person',
  cost: freeOfCharge({ id: 'Kartu keluarga', en: 'Family card' }),
  ...kuaFlow,
  golden: kuaExamples,
})
