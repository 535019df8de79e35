import { defineService } from '#modules/services/index.ts'
import { objectionLaw, silenceLaw } from '../rows/law.ts'
import { certificatePages } from './form.ts'
import { certificateExamples } from './golden.ts'
import { certificateLetters } from './letters.ts'
import { certificateStates } from './states.ts'
import { certificateSteps } from './steps.ts'

/** Sertifikat standar: the row of law for KBLI, scale and area decides which way the file takes. */
export const standardCertificate = defineService({
  id: 'standard-certificate',
  version: 1,
  validFrom: '2026-01-01',
  slug: 'sertifikat-standar-usaha',
  code: 'SSU',
  title: { id: 'Sertifikat standar usaha', en: 'Business standard certificate' },
  summary: {
    id: 'Risiko usaha dibaca dari KBLI, skala dan luas. Risiko rendah dan menengah rendah selesai seketika; menengah tinggi diperiksa dahulu. Gratis.',
    en: 'The risk of a business comes from KBLI, scale and area. Low and medium-low are done at once; medium-high is inspected first. Free of charge.',
  },
  audience: ['business', 'citizen'],
  lifeEvent: 'business',
  keywords: [
    'usaha',
    'nib',
    'oss',
    'sertifikat standar',
    'kbli',
    'izin usaha',
    'risiko',
    'restoran',
    'business',
    'licence',
  ],
  unit: 'dpmptsp',
  minutesToFill: 10,
  channels: [
    { id: 'Di sini, kapan saja', en: 'Here, at any time' },
    { id: 'Di loket DPMPTSP, dibantu petugas', en: 'At the DPMPTSP counter, with help' },
  ],
  products: [
    { id: 'Sertifikat standar, atau keterangan risiko rendah', en: 'Standard certificate, or a statement of low risk' },
  ],
  complaints: {
    id: 'Sampaikan ke Bidang Pengaduan DPMPTSP atau SP4N-LAPOR!',
    en: 'Tell the complaints division of DPMPTSP, or SP4N-LAPOR!',
  },
  standard: {
    facilities: {
      id: 'Loket ramah difabel, bilik layanan mandiri, ruang konsultasi usaha.',
      en: 'Accessible counters, self-service booths, a room for business advice.',
    },
    competence: {
      id: 'Pemeriksa menguasai standar sektor dan KBLI; petugas loket memahami perizinan berbasis risiko.',
      en: 'Inspectors know the standards of sectors and KBLI; counter staff know risk-based licensing.',
    },
    supervision: {
      id: 'Kepala bidang memeriksa tenggat setiap hari; setiap persetujuan diam-diam dilaporkan kepada Inspektorat.',
      en: 'Heads of division watch deadlines daily; every tacit consent is reported to the Inspectorate.',
    },
    staff: {
      id: 'Dua petugas loket, tiga pemeriksa, satu pejabat penanda tangan.',
      en: 'Two at the counter, three inspectors, one who signs.',
    },
    guarantee: {
      id: 'Seketika, atau paling lambat {rule:business-risk.certificate.service-time}; lewat waktu berarti dikabulkan.',
      en: 'At once, or within {rule:business-risk.certificate.service-time}; out of time means granted.',
    },
    safety: {
      id: 'Data tersandi, setiap pembukaan berkas tercatat.',
      en: 'Data are encrypted, every opening of a file is recorded.',
    },
    evaluation: {
      id: 'Survei kepuasan setelah terbit dan tinjauan standar setiap tahun.',
      en: 'A satisfaction survey after issue and a yearly review of this standard.',
    },
  },
  legalBasis: [
    { citation: 'PP 28/2025', about: { id: 'perizinan berusaha berbasis risiko', en: 'risk-based licensing' } },
    silenceLaw,
    { citation: 'PP 7/2021', about: { id: 'skala usaha mikro, kecil dan menengah', en: 'scales of business' } },
    objectionLaw,
  ],
  eligibility: [
    {
      when: 'yearsBetween(fact(known, "applicantBirthOn"), today) >= int(known.adultAge)',
      refused: {
        id: 'Anda belum berumur {rule:business-risk.adult-age}, sedangkan penanggung jawab usaha harus dewasa.',
        en: 'You are not {rule:business-risk.adult-age} old yet, and whoever answers for a business has to be an adult.',
      },
      basis: 'UU 24/2013 pasal 63; PP 28/2025',
    },
  ],
  evidence: {
    allOf: [
      {
        kind: 'register',
        field: 'nib',
        label: { id: 'NIB dan KBLI', en: 'NIB and KBLI' },
        help: { id: 'Cukup nomornya.', en: 'The numbers are enough.' },
      },
      { kind: 'document', field: 'placePhoto', label: { id: 'Foto tempat usaha', en: 'Photo of the place' } },
      {
        kind: 'statement',
        field: 'declaration',
        label: { id: 'Pernyataan memenuhi standar', en: 'Declaration of meeting the standard' },
        basis: 'PP 28/2025 (pernyataan mandiri)',
      },
      {
        kind: 'document',
        field: 'standardFile',
        when: 'answers.risk == "menengah tinggi" && answers.standardProof == "certificate"',
        label: {
          id: 'Risiko menengah tinggi: sertifikat atau laporan uji',
          en: 'Medium-high risk: certificate or test report',
        },
        help: { id: 'Boleh diganti daftar periksa mandiri.', en: 'A checklist of your own may stand in for it.' },
      },
      {
        kind: 'statement',
        field: 'selfCheck',
        when: 'answers.risk == "menengah tinggi" && answers.standardProof != "certificate"',
        label: { id: 'atau daftar periksa mandiri', en: 'or a checklist of your own' },
      },
    ],
  },
  known: 'licensing.business-facts',
  form: { pages: certificatePages },
  subject: 'answers.businessName',
  territory: 'answers.businessAddress.area',
  risk: 'answers.risk == "menengah tinggi" ? 4 : 0',
  cost: [
    {
      id: 'certificateFee',
      label: { id: 'Sertifikat standar', en: 'Standard certificate' },
      rule: 'business-risk.certificate.fee',
      basis: 'PP 28/2025',
    },
  ],
  clock: { rule: 'business-risk.certificate.service-time', per: 'working-day' },
  legalLimit: { rule: 'business-risk.certificate.legal-limit', per: 'working-day' },
  rules: ['business-risk.levels', 'business-risk.adult-age'],
  mandate: { basis: 'KUHPerdata pasal 1792; PP 28/2025' },
  once: { per: 'answers.nib + " " + answers.kbli' },
  flow: { initial: 'routing', states: certificateStates, transitions: certificateSteps },
  documents: certificateLetters,
  golden: certificateExamples,
})
