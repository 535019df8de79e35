import { defineService } from '#modules/services/index.ts'
import { taxFlow } from '../rows/tax-flow.ts'
import { grownUp, identityEvidence, taxLaw, taxService, truthEvidence } from '../rows/tax-standard.ts'
import { landPages } from './form.ts'
import { landExamples } from './golden.ts'

const isValued = 'answers.request == "new" || answers.request == "change"'

/** Pelayanan objek PBB: new land, other areas, another name, split and joined parcels. */
export const pbbObject = defineService({
  id: 'pbb-object',
  version: 1,
  validFrom: '2026-01-01',
  slug: 'objek-pbb',
  code: 'OPB',
  title: { id: 'Pelayanan objek PBB', en: 'Land tax: register, change, split, join, another name' },
  summary: {
    id: 'Tanah baru, luas atau bangunan berubah, ganti nama, pecah atau gabung bidang. Selesai dalam {rule:local-tax.pbb-object.service-time}, tanpa biaya.',
    en: 'New land, other areas or buildings, another name, split or joined parcels. Done within {rule:local-tax.pbb-object.service-time}, free of charge.',
  },
  ...taxService('local-tax.pbb-object'),
  lifeEvent: 'tax',
  keywords: ['pbb', 'nop', 'sppt', 'balik nama', 'mutasi pbb', 'pecah', 'gabung', 'spop', 'land', 'tax'],
  minutesToFill: 8,
  products: [{ id: 'Surat keterangan NOP (PDF bertanda tangan elektronik)', en: 'Letter about the NOP (signed PDF)' }],
  legalBasis: [
    { citation: 'UU 1/2022 pasal 38 sampai 43', about: { id: 'PBB-P2', en: 'land and building tax' } },
    ...taxLaw,
  ],
  eligibility: [grownUp],
  evidence: {
    allOf: [
      identityEvidence,
      {
        kind: 'document',
        field: 'landCertificate',
        label: { id: 'Sertipikat, akta atau surat tanah', en: 'Land certificate, deed or other title' },
      },
      {
        kind: 'document',
        field: 'sitePhoto',
        when: 'answers.request == "new" || answers.request == "change" || answers.request == "split"',
        label: { id: 'Foto tanah dan bangunan', en: 'Photo of land and buildings' },
      },
      truthEvidence,
    ],
  },
  known: 'local-tax.land-facts',
  form: { pages: landPages },
  subject:
    'answers.request == "new" ? answers.landPlace : answers.request == "name" ? "NOP " + answers.nop : "NOP " + answers.ownNop',
  territory:
    'answers.request == "new" ? answers.landVillage : fact(known, "parcelVillage") != "" ? fact(known, "parcelVillage") : fact(known, "villageCode")',
  cost: [],
  once: {
    per: 'answers.request == "new" ? answers.titleNumber : answers.request == "name" ? answers.nop : answers.ownNop',
  },
  ...taxFlow({
    rules: 'local-tax.pbb-object',
    paper: { id: 'Surat keterangan NOP', en: 'The letter about the NOP' },
    issuedSentence: {
      id: 'Register objek PBB sudah diperbarui. SPPT berikutnya memakai data ini.',
      en: 'The register of land has been renewed. The next notice uses these data.',
    },
    receives: { id: 'Anda menerima surat keterangan NOP', en: 'You receive the letter about the NOP' },
    effects: ['local-tax.serve-land'],
    examination: [
      {
        id: 'block',
        kind: 'text',
        max: 3,
        when: 'answers.request == "new"',
        label: { id: 'Nomor blok', en: 'Block' },
        hint: { id: 'Tiga angka menurut peta blok, misalnya 001.', en: 'Three digits of the block map, such as 001.' },
        checks: [
          {
            holds: 'fits(string(findings.block), "999")',
            say: { id: 'Nomor blok terdiri atas tiga angka.', en: 'A block has three digits.' },
          },
        ],
      },
      {
        id: 'landPrice',
        kind: 'money',
        min: 1,
        max: 1_000_000_000,
        when: isValued,
        label: { id: 'Harga kelas tanah per m²', en: 'Price class of the land per m²' },
      },
      {
        id: 'buildingPrice',
        kind: 'money',
        min: 0,
        max: 1_000_000_000,
        when: isValued,
        label: { id: 'Harga kelas bangunan per m²', en: 'Price class of the buildings per m²' },
      },
      {
        id: 'opinion',
        kind: 'long-text',
        min: 10,
        max: 2000,
        label: { id: 'Hasil pemeriksaan', en: 'What was found' },
      },
    ],
    tell: {
      title: { id: 'Objek PBB sudah diperbarui', en: 'The land has been entered' },
      body: {
        id: 'Permohonan tentang {subject} selesai. Suratnya ada pada berkas {number}.',
        en: 'Your request about {subject} is done. File {number} holds the letter.',
      },
    },
    refusedTitle: { id: 'Permohonan objek PBB ditolak', en: 'Your request was refused' },
    refusals: [
      {
        id: 'no-title',
        label: { id: 'Surat tanah tidak menunjukkan hak pemohon', en: 'The title does not show the right' },
        basis: 'PP 35/2023 (perubahan data objek)',
      },
      {
        id: 'disputed',
        label: { id: 'Tanah dalam sengketa', en: 'The land is disputed' },
        basis: 'PP 24/1997 pasal 45',
      },
      {
        id: 'other-data',
        label: { id: 'Data tidak sesuai dengan keadaan lapangan', en: 'The data differ from the site' },
        basis: 'PP 35/2023 (pendataan objek)',
      },
    ],
    letters: {
      refusalTitle: { id: 'Penolakan permohonan objek PBB', en: 'Refusal of a request about land' },
      rows: [
        { label: 'Pelayanan', value: 'answers.request' },
        { label: 'Surat tanah', value: 'answers.titleNumber' },
      ],
      code: 'OPB',
    },
  }),
  golden: landExamples,
})
