import { defineService } from '#modules/services/index.ts'
import { objectionLaw } from '../rows/law.ts'
import { scholarshipPages } from './form.ts'
import { scholarshipExamples } from './golden.ts'
import { scholarshipLetters } from './letters.ts'
import { scholarshipStates } from './states.ts'
import { scholarshipSteps } from './steps.ts'

/** Beasiswa daerah: few places, points by published rows of law, one ranking for all, a reserve list. */
export const scholarship = defineService({
  id: 'scholarship',
  version: 1,
  validFrom: '2026-01-01',
  slug: 'beasiswa-daerah',
  code: 'BSD',
  title: { id: 'Beasiswa daerah', en: 'Scholarship of the region' },
  summary: {
    id: 'Beasiswa selama {rule:education.scholarship.lasts} bagi pelajar dan mahasiswa. Nilai dihitung terbuka dari penghasilan orang tua, prestasi dan jarak.',
    en: 'A scholarship of {rule:education.scholarship.lasts} for pupils and students. Points are computed openly from parents’ income, achievement and distance.',
  },
  audience: ['citizen'],
  lifeEvent: 'school',
  keywords: ['beasiswa', 'bantuan pendidikan', 'kuliah', 'sekolah', 'siswa', 'mahasiswa', 'scholarship', 'student'],
  unit: 'disdik',
  minutesToFill: 12,
  channels: [
    { id: 'Di sini, selama pendaftaran dibuka', en: 'Here, while applications are open' },
    { id: 'Di dinas pendidikan, dibantu petugas', en: 'At the education office, with help' },
  ],
  products: [{ id: 'Surat penetapan penerima beasiswa', en: 'Letter of award' }],
  complaints: {
    id: 'Sampaikan kepada kepala dinas pendidikan atau SP4N-LAPOR!',
    en: 'Tell the head of the education office, or SP4N-LAPOR!',
  },
  standard: {
    facilities: {
      id: 'Meja bantuan di dinas pendidikan dan di sekolah, komputer mandiri, pengumuman daring.',
      en: 'Help desks at the office and at schools, self-service computers, results on line.',
    },
    competence: {
      id: 'Pemeriksa menguasai pedoman penilaian dan menandatangani pakta bebas konflik kepentingan.',
      en: 'Checkers know the rules of points and have signed that they have no conflict of interest.',
    },
    supervision: {
      id: 'Inspektorat memeriksa contoh berkas; sidik daftar peringkat diumumkan agar tidak dapat diubah diam-diam.',
      en: 'The Inspectorate samples files; the fingerprint of the ranking is published, so it cannot be changed quietly.',
    },
    staff: {
      id: 'Empat pemeriksa, satu pejabat penanda tangan.',
      en: 'Four who check, one who signs.',
    },
    guarantee: {
      id: 'Urutan hanya menurut nilai; setiap pendaftar melihat nilai, peringkat dan batasnya.',
      en: 'The order is by points alone; every applicant sees points, rank and the lowest that reached a place.',
    },
    safety: {
      id: 'Data keluarga tersandi; pengumuman hanya memuat nama yang disamarkan.',
      en: 'Family data are encrypted; the published list has masked names only.',
    },
    evaluation: {
      id: 'Bobot nilai dievaluasi setiap tahun bersama sekolah dan komite.',
      en: 'The weights are reviewed every year with schools and committees.',
    },
  },
  legalBasis: [
    { citation: 'UU 20/2003 pasal 12', about: { id: 'hak peserta didik atas beasiswa', en: 'right to a scholarship' } },
    {
      citation: 'Perbup dan Keputusan Bupati tentang beasiswa daerah',
      about: { id: 'tempat, nilai, masa pendaftaran', en: 'places, points, period' },
    },
    objectionLaw,
  ],
  eligibility: [
    {
      when: 'holds(known, "hasFamily")',
      refused: {
        id: 'Anda belum tercatat dalam kartu keluarga di wilayah ini.',
        en: 'You are not on a family card of this region.',
      },
      basis: 'Perbup beasiswa daerah (warga daerah)',
    },
    {
      when: 'daysBetween(today, fact(known, "closesOn")) >= 0',
      refused: {
        id: 'Pendaftaran beasiswa tahun ini sudah ditutup.',
        en: 'Applications for this year’s scholarships have closed.',
      },
      basis: 'Keputusan Bupati tentang beasiswa (masa pendaftaran)',
    },
    {
      when: 'yearsBetween(fact(known, "applicantBirthOn"), today) >= int(known.youngest) && yearsBetween(fact(known, "applicantBirthOn"), today) <= int(known.oldest)',
      refused: {
        id: 'Umur Anda di luar batas penerima beasiswa ({rule:education.scholarship.youngest} sampai {rule:education.scholarship.oldest}).',
        en: 'Your age is outside the limits of this scholarship ({rule:education.scholarship.youngest} to {rule:education.scholarship.oldest}).',
      },
      basis: 'Perbup beasiswa daerah (umur)',
    },
  ],
  evidence: {
    allOf: [
      {
        kind: 'register',
        known: 'holds(known, "hasFamily")',
        label: { id: 'Identitas dan kartu keluarga', en: 'Identity and family card' },
      },
      {
        kind: 'document',
        field: 'reportCard',
        label: { id: 'Rapor atau transkrip terakhir', en: 'Latest report or transcript' },
      },
      {
        oneOf: [
          {
            kind: 'document',
            field: 'incomeLetter',
            label: { id: 'Slip gaji atau surat keterangan', en: 'Pay slip or income statement' },
          },
          {
            kind: 'statement',
            field: 'incomeStatement',
            label: { id: 'Pernyataan penghasilan orang tua (SPTJM)', en: 'Statement of the parents’ income (SPTJM)' },
            help: { id: 'Untuk penghasilan tidak tetap.', en: 'For incomes that vary.' },
          },
        ],
      },
      {
        kind: 'document',
        field: 'achievementProof',
        when: 'answers.achievement != "none"',
        label: { id: 'Piagam, bila ada prestasi', en: 'Certificate, if there is a prize' },
      },
    ],
  },
  known: 'education.scholarship-facts',
  form: { pages: scholarshipPages },
  subject: 'answers.studentName',
  territory: 'fact(known, "villageCode")',
  cost: [
    {
      id: 'applicationFee',
      label: { id: 'Pendaftaran beasiswa', en: 'Applying for a scholarship' },
      rule: 'education.scholarship.fee',
    },
  ],
  clock: { rule: 'education.scholarship.service-time', per: 'working-day' },
  rules: [
    'education.scholarship.points',
    'education.scholarship.amount',
    'education.scholarship.oldest',
    'education.scholarship.youngest',
  ],
  once: 'person',
  quota: {
    places: 'education.scholarship.places',
    score: 'answers.incomePoints + answers.achievementPoints + answers.distancePoints',
    tieBreak: '0 - answers.income',
    closes: 'education.scholarship.closes',
    basis: 'Perbup beasiswa daerah: nilai tertinggi, lalu penghasilan terendah, lalu yang lebih dahulu mendaftar',
  },
  flow: { initial: 'verifying', states: scholarshipStates, transitions: scholarshipSteps },
  documents: scholarshipLetters,
  golden: scholarshipExamples,
})
