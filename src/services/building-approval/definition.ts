import { defineService } from '#modules/services/index.ts'
import { objectionLaw } from '../rows/law.ts'
import { buildingAftermath } from './aftermath.ts'
import { buildingPages } from './building-pages.ts'
import { buildingExamples } from './golden.ts'
import { buildingLetters } from './letters.ts'
import { sitePages } from './site-pages.ts'
import { buildingStates } from './states.ts'
import { buildingSteps } from './steps.ts'

/** Persetujuan bangunan gedung (PBG): three offices review at once, the retribution is computed, then paid, then signed. */
export const buildingApproval = defineService({
  id: 'building-approval',
  version: 1,
  validFrom: '2026-01-01',
  slug: 'persetujuan-bangunan-gedung',
  code: 'PBG',
  title: { id: 'Persetujuan bangunan gedung (PBG)', en: 'Building approval' },
  summary: {
    id: 'Izin untuk mendirikan, memperbaiki atau melestarikan bangunan. Retribusi dihitung terbuka dari luas hasil pengukuran; rumah MBR gratis.',
    en: 'Permission to build, repair or conserve a building. The retribution is computed openly from the measured area; homes for low incomes are free.',
  },
  audience: ['citizen', 'business'],
  lifeEvent: 'building',
  keywords: ['pbg', 'imb', 'izin bangunan', 'bangun rumah', 'renovasi', 'retribusi', 'building', 'permit', 'house'],
  unit: 'dpmptsp',
  minutesToFill: 25,
  channels: [
    { id: 'Di sini, kapan saja', en: 'Here, at any time' },
    { id: 'Di loket DPMPTSP, dibantu petugas', en: 'At the DPMPTSP counter, with help' },
  ],
  products: [
    {
      id: 'Surat persetujuan bangunan gedung (PDF bertanda tangan elektronik)',
      en: 'Building approval letter (electronically signed PDF)',
    },
    { id: 'Rincian penghitungan retribusi', en: 'Computation of the retribution' },
  ],
  complaints: {
    id: 'Sampaikan ke Bidang Pengaduan DPMPTSP, loket mana pun, atau SP4N-LAPOR!',
    en: 'Tell the complaints division of DPMPTSP, any counter, or SP4N-LAPOR!',
  },
  standard: {
    facilities: {
      id: 'Loket ramah difabel, ruang konsultasi dengan tim penilai teknis, alat ukur laser, komputer mandiri.',
      en: 'Accessible counters, a room for consultation with the technical team, laser measuring tools, self-service computers.',
    },
    competence: {
      id: 'Penelaah bangunan bersertifikat ahli bangunan gedung; petugas loket menguasai persyaratan PBG.',
      en: 'Reviewers are certified building experts; counter staff know the requirements.',
    },
    supervision: {
      id: 'Kepala bidang memeriksa tenggat setiap hari; Inspektorat memeriksa contoh berkas setiap triwulan.',
      en: 'Heads of division watch deadlines daily; the Inspectorate samples files each quarter.',
    },
    staff: {
      id: 'Dua petugas loket, empat penelaah, satu penetap retribusi, satu pejabat penanda tangan.',
      en: 'Two at the counter, four reviewers, one who sets the retribution, one who signs.',
    },
    guarantee: {
      id: 'Keputusan paling lambat {rule:licensing.building.service-time}; setiap rupiah retribusi ditunjukkan penghitungannya.',
      en: 'A decision within {rule:licensing.building.service-time}; every rupiah of the retribution is explained.',
    },
    safety: {
      id: 'Data tersandi, setiap pembukaan berkas tercatat, surat bertanda tangan elektronik tersertifikasi.',
      en: 'Data are encrypted, every opening of a file is recorded, letters carry certified signatures.',
    },
    evaluation: {
      id: 'Survei kepuasan setelah terbit dan tinjauan standar setiap tahun.',
      en: 'A satisfaction survey after issue and a yearly review of this standard.',
    },
  },
  legalBasis: [
    {
      citation: 'UU 28/2002 jo. UU 6/2023',
      about: { id: 'bangunan gedung', en: 'buildings' },
    },
    { citation: 'PP 16/2021', about: { id: 'tata cara PBG dan indeks retribusi', en: 'procedure and indices' } },
    { citation: 'UU 1/2022 pasal 88', about: { id: 'retribusi PBG', en: 'retribution' } },
    {
      citation: 'Keputusan Bersama Menteri PKP, PU dan Dalam Negeri, November 2024',
      about: { id: 'pembebasan retribusi rumah MBR', en: 'exemption of homes for low incomes' },
    },
    objectionLaw,
  ],
  eligibility: [
    {
      when: 'holds(known, "hasFamily")',
      refused: {
        id: 'Anda belum tercatat dalam kartu keluarga di wilayah ini. Badan usaha mengajukan lewat penanggung jawabnya yang tercatat.',
        en: 'You are not on a family card of this region. A company applies through a registered responsible person.',
      },
      basis: 'PP 16/2021 pasal 253',
    },
  ],
  evidence: {
    allOf: [
      {
        kind: 'register',
        known: 'holds(known, "hasFamily")',
        label: { id: 'Identitas pemilik', en: 'Identity of the owner' },
      },
      {
        kind: 'document',
        field: 'landProof',
        label: { id: 'Sertipikat atau surat tanah', en: 'Land certificate or letter' },
        basis: 'PP 16/2021 pasal 253',
      },
      {
        kind: 'document',
        field: 'landAgreement',
        when: 'answers.landOwner == "another"',
        label: {
          id: 'Perjanjian pemanfaatan tanah, bila tanah milik orang lain',
          en: 'Agreement on the land, if it is another’s',
        },
      },
      {
        oneOf: [
          { kind: 'document', field: 'kkprFile', label: { id: 'Konfirmasi KKPR', en: 'KKPR confirmation' } },
          {
            kind: 'statement',
            field: 'kkprStatement',
            label: { id: 'Pernyataan kesesuaian tata ruang', en: 'Declaration of conformity with the zoning plan' },
            help: { id: 'Dibuat di formulir ini.', en: 'Made in this form.' },
            basis: 'PP 21/2021 (penyelenggaraan penataan ruang)',
          },
        ],
      },
      {
        oneOf: [
          {
            kind: 'document',
            field: 'drawings',
            label: { id: 'Gambar denah, tampak, potongan dan struktur', en: 'Plan, elevation, section and structure' },
          },
          {
            kind: 'statement',
            field: 'prototypeStatement',
            label: {
              id: 'Desain prototipe pemerintah, tanpa gambar sendiri',
              en: 'A prototype design, without own drawings',
            },
            basis: 'PP 16/2021 pasal 225',
          },
        ],
      },
      {
        kind: 'document',
        field: 'sitePhoto',
        label: { id: 'Foto lokasi', en: 'Photo of the site' },
        help: { id: 'Foto dengan ponsel cukup.', en: 'A phone photo is enough.' },
      },
    ],
  },
  known: 'licensing.building-facts',
  form: { pages: [...sitePages, ...buildingPages] },
  subject: 'answers.buildingName',
  territory: 'answers.siteAddress.area',
  risk: 'answers.floors > 2 ? 3 : 0',
  cost: [
    {
      id: 'retribution',
      label: { id: 'Retribusi persetujuan bangunan gedung', en: 'Retribution of the building approval' },
      account: 'retribusi-pbg',
      basis: 'UU 1/2022 pasal 88; PP 16/2021 Lampiran II',
      formula: {
        name: 'licensing.building-retribution',
        inputs: {
          area: '"measuredArea" in findings ? double(findings.measuredArea) : answers.area',
          floors: 'answers.floors',
          use: 'answers.use',
          complexity: 'answers.floors > 2 ? "not-simple" : "simple"',
          permanence: 'answers.permanence',
          work: 'answers.work',
          owner: 'answers.owner',
          isLowIncomeHome: 'answers.use == "dwelling" && answers.lowIncome == "yes"',
        },
      },
    },
  ],
  clock: { rule: 'licensing.building.service-time', per: 'working-day' },
  legalLimit: { rule: 'licensing.building.legal-limit', per: 'working-day' },
  rules: ['licensing.building.low-income-area'],
  mandate: { basis: 'KUHPerdata pasal 1792; PP 16/2021 pasal 253' },
  once: { per: 'answers.landNumber + " " + answers.buildingName' },
  flow: { initial: 'received', states: buildingStates, transitions: [...buildingSteps, ...buildingAftermath] },
  documents: buildingLetters,
  golden: buildingExamples,
})
