import { defineService } from '#modules/services/index.ts'
import { objectionLaw } from '../rows/law.ts'
import { deathPages } from './death-pages.ts'
import { deathFlow } from './flow.ts'
import { deathExamples } from './golden.ts'
import { proofPages } from './proof-pages.ts'
import { reporterPages } from './reporter-pages.ts'

const deceased = 'list(known, "family").filter(m, m.id == answers.deceasedMember)'

/** Akta kematian: one report gives the certificate and a new family card, under a new head when the head died. */
export const deathCertificate = defineService({
  id: 'death-certificate',
  version: 1,
  validFrom: '2026-01-01',
  slug: 'akta-kematian',
  code: 'AM',
  title: { id: 'Akta kematian', en: 'Death certificate' },
  summary: {
    id: 'Satu laporan menghasilkan akta kematian dan kartu keluarga baru. Gratis, tanpa surat pengantar RT.',
    en: 'One report gives the death certificate and a new family card. Free of charge, without a letter of the neighbourhood.',
  },
  audience: ['citizen'],
  lifeEvent: 'death',
  keywords: [
    'akta mati',
    'akte kematian',
    'surat kematian',
    'meninggal',
    'wafat',
    'almarhum',
    'ganti kepala keluarga',
    'ahli waris',
    'kartu keluarga',
    'death',
    'deceased',
  ],
  unit: 'disdukcapil',
  minutesToFill: 6,
  channels: [
    { id: 'Di sini, kapan saja, dari ponsel', en: 'Here, at any time, from a phone' },
    { id: 'Di loket kecamatan dengan formulir F-2.01', en: 'At the district counter with form F-2.01' },
    { id: 'Lewat rumah sakit atau ketua RT', en: 'Through the hospital or the neighbourhood head' },
  ],
  products: [
    {
      id: 'Kutipan akta kematian (PDF bertanda tangan elektronik)',
      en: 'Death certificate extract (electronically signed PDF)',
    },
    { id: 'Kartu keluarga baru', en: 'New family card' },
  ],
  complaints: {
    id: 'Sampaikan kepada kepala dinas di loket mana pun, atau lewat SP4N-LAPOR!',
    en: 'Tell the head of office at any counter, or through SP4N-LAPOR!',
  },
  standard: {
    facilities: {
      id: 'Loket di setiap kecamatan dengan jalur kursi roda, ruang tunggu yang tenang, komputer mandiri dan pemindai.',
      en: 'A counter in every district with wheelchair access, a quiet waiting room, self-service computers and a scanner.',
    },
    competence: {
      id: 'Petugas loket terlatih menerima keluarga yang berduka; verifikator menguasai Permendagri 108/2019.',
      en: 'Counter staff are trained to receive mourning families; verifiers know Permendagri 108/2019.',
    },
    supervision: {
      id: 'Kepala bidang pencatatan sipil melihat tenggat setiap hari; Inspektorat memeriksa contoh berkas setiap triwulan.',
      en: 'The head of civil registration watches deadlines every day; the Inspectorate samples files each quarter.',
    },
    staff: {
      id: 'Satu petugas loket di setiap kecamatan, tiga verifikator, satu penanda tangan dengan pengganti.',
      en: 'One officer at the counter of each district, three verifiers, one signer with a substitute.',
    },
    guarantee: {
      id: 'Paling lambat {rule:civil-registration.death.service-time} sejak lengkap, tanpa biaya; bila terlambat Anda diberi tahu sebabnya.',
      en: 'Within {rule:civil-registration.death.service-time} of a complete file, free of charge; if late you are told why.',
    },
    safety: {
      id: 'Sebab kematian dan NIK disimpan tersandi; setiap petugas yang membuka berkas tercatat dan dapat Anda lihat.',
      en: 'Cause of death and NIK are kept encrypted; every officer who opens the file is recorded and you can see it.',
    },
    evaluation: {
      id: 'Survei kepuasan setelah dokumen terbit; standar ini ditinjau setiap tahun bersama warga.',
      en: 'A satisfaction survey after issue; this standard is reviewed with citizens every year.',
    },
  },
  legalBasis: [
    {
      citation: 'UU 23/2006 pasal 44 jo. UU 24/2013',
      about: {
        id: 'pelaporan kematian paling lambat {rule:civil-registration.death.report-within}',
        en: 'report of a death within {rule:civil-registration.death.report-within}',
      },
    },
    { citation: 'Perpres 96/2018 pasal 45', about: { id: 'persyaratan pencatatan kematian', en: 'requirements' } },
    { citation: 'Permendagri 108/2019', about: { id: 'tata cara pencatatan', en: 'procedure' } },
    { citation: 'UU 24/2013 pasal 79A', about: { id: 'tanpa biaya', en: 'free of charge' } },
    {
      citation: 'UU 23/2006 pasal 71 dan 72',
      about: { id: 'pembetulan dan pembatalan akta', en: 'correction and voiding of certificates' },
    },
    objectionLaw,
  ],
  eligibility: [
    {
      when: 'yearsBetween(fact(known, "birthOn"), today) >= int(known.adultAge)',
      refused: {
        id: 'Anda belum berumur {rule:civil-registration.adult-age}. Kematian dilaporkan oleh orang dewasa: anggota keluarga, ketua RT, atau rumah sakit. Mintalah salah satunya melapor; Anda boleh mendampingi.',
        en: 'You are not {rule:civil-registration.adult-age} old yet. A death is reported by an adult: a relative, the neighbourhood head, or the hospital. Ask one of them to report; you may be with them.',
      },
      basis: 'UU 23/2006 pasal 44 jo. UU 24/2013 pasal 63',
    },
  ],
  evidence: {
    allOf: [
      {
        kind: 'register',
        known: 'holds(known, "hasFamily")',
        field: 'deceasedNik',
        label: { id: 'Kartu keluarga dan KTP yang meninggal', en: 'Family card and identity card of the deceased' },
        help: { id: 'Sudah ada pada kami; tidak perlu difotokopi.', en: 'We have them; no copies are needed.' },
        basis: 'Perpres 96/2018 pasal 45',
      },
      {
        oneOf: [
          {
            kind: 'document',
            field: 'doctorLetter',
            label: {
              id: 'Surat kematian dari dokter atau fasilitas kesehatan',
              en: 'Letter of a doctor or health facility',
            },
            help: { id: 'Foto dengan ponsel cukup.', en: 'A phone photo is enough.' },
            basis: 'Perpres 96/2018 pasal 45 ayat (2)',
          },
          {
            kind: 'document',
            field: 'villageLetter',
            label: { id: 'Surat kematian dari kepala desa atau lurah', en: 'Letter of the village head' },
            basis: 'Perpres 96/2018 pasal 45 ayat (2)',
          },
          {
            kind: 'document',
            field: 'policeLetter',
            label: { id: 'Surat keterangan kepolisian', en: 'Police statement' },
            help: { id: 'Bila identitasnya semula tidak jelas.', en: 'When the identity was unclear at first.' },
            basis: 'UU 23/2006 pasal 44 ayat (5)',
          },
          {
            kind: 'document',
            field: 'courtDecision',
            label: { id: 'Salinan penetapan pengadilan', en: 'Copy of a court decision' },
            help: {
              id: 'Bila hilang atau jenazahnya tidak ditemukan.',
              en: 'For a missing person or when no body was found.',
            },
            basis: 'UU 23/2006 pasal 44 ayat (4)',
          },
          {
            kind: 'statement',
            field: 'neighbourhoodStatement',
            label: {
              id: 'Pernyataan ketua RT dengan dua saksi',
              en: 'Statement of the neighbourhood head with two witnesses',
            },
            help: { id: 'Dibuat di formulir ini oleh ketua RT.', en: 'Made in this form by the neighbourhood head.' },
            basis: 'UU 24/2013 pasal 44 ayat (1)',
          },
        ],
      },
    ],
  },
  known: 'population.death-facts',
  form: { pages: [...reporterPages, ...deathPages, ...proofPages] },
  subject: `answers.reporterKind == "family" ? string(${deceased}[0].name) : answers.deceasedName`,
  territory: 'answers.reporterKind == "family" ? fact(known, "villageCode") : answers.deceasedVillage',
  risk: 'answers.cause == "crime" || answers.proof == "neighbourhood" || answers.proof == "court" ? 3 : 0',
  once: { per: `answers.reporterKind == "family" ? string(${deceased}[0].nik) : answers.deceasedNik` },
  cost: [
    {
      id: 'documents',
      label: { id: 'Akta kematian dan kartu keluarga', en: 'Death certificate and family card' },
      rule: 'civil-registration.document-fee',
    },
  ],
  clock: { rule: 'civil-registration.death.service-time', per: 'working-day' },
  legalLimit: { rule: 'administrative-review.decision-within', per: 'working-day' },
  rules: ['civil-registration.death.report-within', 'civil-registration.death.witnesses'],
  ...deathFlow,
  golden: deathExamples,
})
