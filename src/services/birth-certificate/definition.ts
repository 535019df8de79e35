import { defineService } from '#modules/services/index.ts'
import { objectionLaw } from '../rows/law.ts'
import { birthForm } from './form.ts'
import { birthExamples } from './golden.ts'
import { birthLetters } from './letters.ts'
import { birthStates } from './states.ts'
import { birthSteps } from './steps.ts'

/** Akta kelahiran: one application gives the certificate, the child's NIK and a new family card. */
export const birthCertificate = defineService({
  id: 'birth-certificate',
  version: 1,
  validFrom: '2024-01-01',
  slug: 'akta-kelahiran',
  code: 'AL',
  title: { id: 'Akta kelahiran', en: 'Birth certificate' },
  summary: {
    id: 'Satu pengajuan menghasilkan akta kelahiran, NIK anak, dan kartu keluarga baru. Gratis.',
    en: 'One application gives the birth certificate, the child’s NIK and a new family card. Free of charge.',
  },
  audience: ['citizen'],
  lifeEvent: 'birth',
  keywords: [
    'akta lahir',
    'akte kelahiran',
    'akte lahir',
    'surat lahir',
    'anak baru lahir',
    'bayi',
    'anak kembar',
    'terlambat lapor lahir',
    'anak temuan',
    'lahir di luar negeri',
    'melahirkan',
    'kelahiran',
    'nik anak',
    'birth',
    'newborn',
    'baby',
  ],
  unit: 'disdukcapil',
  minutesToFill: 8,
  channels: [
    { id: 'Di sini, kapan saja, dari ponsel', en: 'Here, at any time, from a phone' },
    { id: 'Di loket kecamatan dengan formulir F-2.01', en: 'At the district counter with form F-2.01' },
  ],
  products: [
    {
      id: 'Kutipan akta kelahiran (PDF bertanda tangan elektronik)',
      en: 'Birth certificate extract (electronically signed PDF)',
    },
    { id: 'NIK anak', en: 'NIK of the child' },
    { id: 'Kartu keluarga baru', en: 'New family card' },
    { id: 'Kartu identitas anak (KIA), untuk bayi dan balita', en: 'Child identity card (KIA), for small children' },
  ],
  complaints: {
    id: 'Sampaikan kepada kepala dinas di loket mana pun, atau lewat SP4N-LAPOR!',
    en: 'Tell the head of office at any counter, or through SP4N-LAPOR!',
  },
  standard: {
    facilities: {
      id: 'Loket di setiap kecamatan dengan jalur kursi roda, ruang menyusui, komputer mandiri dan pemindai.',
      en: 'A counter in every district with wheelchair access, a nursing room, self-service computers and a scanner.',
    },
    competence: {
      id: 'Petugas loket dan verifikator menguasai Permendagri 108/2019 dan cara melayani penyandang disabilitas.',
      en: 'Counter staff and verifiers know Permendagri 108/2019 and how to serve people with disabilities.',
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
      id: 'Paling lambat {rule:civil-registration.birth.service-time} sejak lengkap, tanpa biaya; bila terlambat Anda diberi tahu sebabnya.',
      en: 'Within {rule:civil-registration.birth.service-time} of a complete file, free of charge; if late you are told why.',
    },
    safety: {
      id: 'NIK dan isian disimpan tersandi; setiap petugas yang membuka berkas tercatat dan dapat Anda lihat.',
      en: 'NIK and answers are kept encrypted; every officer who opens the file is recorded and you can see it.',
    },
    evaluation: {
      id: 'Standar ini ditinjau setiap tahun bersama warga, dengan angka waktu yang diukur di halaman ini.',
      en: 'This standard is reviewed with citizens every year, with the times measured on this page.',
    },
  },
  legalBasis: [
    {
      citation: 'UU 23/2006 pasal 27 jo. UU 24/2013',
      about: {
        id: 'pelaporan kelahiran paling lambat {rule:civil-registration.birth.report-within}',
        en: 'report within {rule:civil-registration.birth.report-within}',
      },
    },
    { citation: 'Perpres 96/2018 pasal 33', about: { id: 'persyaratan pencatatan kelahiran', en: 'requirements' } },
    {
      citation: 'UU 23/2006 pasal 32 jo. UU 24/2013',
      about: { id: 'keputusan kepala dinas bila terlambat dilaporkan', en: 'decision of the head on a late report' },
    },
    {
      citation: 'UU 23/2006 pasal 28 dan 29',
      about: { id: 'anak yang ditemukan; kelahiran di luar negeri', en: 'foundlings; births abroad' },
    },
    { citation: 'Permendagri 73/2022', about: { id: 'nama pada dokumen kependudukan', en: 'names on documents' } },
    {
      citation: 'UU 23/2006 pasal 71 dan 72',
      about: { id: 'pembetulan dan pembatalan akta', en: 'correction and voiding of certificates' },
    },
    { citation: 'Permendagri 108/2019', about: { id: 'tata cara pencatatan', en: 'procedure' } },
    { citation: 'UU 24/2013 pasal 79A', about: { id: 'tanpa biaya', en: 'free of charge' } },
    objectionLaw,
  ],
  eligibility: [
    {
      when: 'holds(known, "hasFamily")',
      refused: {
        id: 'Anda belum tercatat dalam kartu keluarga di wilayah ini. Urus kartu keluarga dahulu, lalu akta anak.',
        en: 'You are not on a family card of this region yet. Get a family card first, then the certificate.',
      },
      basis: 'Perpres 96/2018 pasal 33',
    },
    {
      when: 'yearsBetween(fact(known, "applicantBirthOn"), today) >= int(known.reporterAge)',
      refused: {
        id: 'Anda belum berumur {rule:civil-registration.birth.reporter-age}. Mintalah orang tua atau anggota keluarga yang lebih tua melapor.',
        en: 'You are not {rule:civil-registration.birth.reporter-age} old yet. Ask a parent or an older relative to report the birth.',
      },
      basis: 'UU 23/2006 pasal 27 (pelapor); batas umur adalah kebijakan kantor',
    },
  ],
  evidence: {
    allOf: [
      {
        kind: 'register',
        known: 'holds(known, "hasFamily")',
        label: { id: 'Data ayah dan ibu, kartu keluarga', en: 'Data of father and mother, family card' },
      },
      {
        kind: 'register',
        known: 'fact(known, "marriageNumber") != ""',
        when: 'answers.birthCase != "foundling"',
        field: 'marriageNumber',
        label: { id: 'Buku nikah atau akta perkawinan', en: 'Marriage book or certificate' },
        help: {
          id: 'Cukup nomornya, bila belum ada pada kami. Belum tercatat? Akta tetap dapat terbit.',
          en: 'The number is enough if we do not have it yet. Not recorded? The certificate can still be issued.',
        },
      },
      {
        oneOf: [
          {
            kind: 'document',
            field: 'birthLetter',
            label: {
              id: 'Surat keterangan lahir dari bidan atau rumah sakit',
              en: 'Birth letter from midwife or hospital',
            },
            help: { id: 'Foto dengan ponsel cukup.', en: 'A phone photo is enough.' },
          },
          {
            kind: 'register',
            known: 'holds(known, "hasNotice")',
            label: {
              id: 'Laporan kelahiran dari rumah sakit atau bidan kepada kami',
              en: 'Report of the birth by the hospital or midwife to us',
            },
            help: { id: 'Suratnya tidak perlu difoto.', en: 'No photo of the letter is needed.' },
          },
          {
            kind: 'statement',
            field: 'statement',
            label: {
              id: 'Pernyataan kebenaran kelahiran (SPTJM) dengan dua saksi',
              en: 'Statement of the birth (SPTJM) with two witnesses',
            },
            help: {
              id: 'Dibuat di formulir ini, bila surat lahir tidak ada.',
              en: 'Made in this form, if there is no letter.',
            },
            basis: 'Permendagri 109/2019 F-2.03',
          },
          {
            kind: 'document',
            field: 'foreignCertificate',
            label: { id: 'Akta dari negara tempat lahir', en: 'Certificate of the country of birth' },
            help: { id: 'Untuk anak yang lahir di luar negeri.', en: 'For a child born abroad.' },
            basis: 'UU 23/2006 pasal 29',
          },
          {
            kind: 'document',
            field: 'policeMinutes',
            label: { id: 'Berita acara kepolisian', en: 'Police minutes' },
            help: { id: 'Untuk anak yang ditemukan.', en: 'For a child that was found.' },
            basis: 'UU 23/2006 pasal 28; Perpres 96/2018 pasal 33',
          },
        ],
      },
      {
        kind: 'statement',
        field: 'spouseStatement',
        when: 'answers.parentage == "unrecorded"',
        label: {
          id: 'Pernyataan suami istri (SPTJM) dengan dua saksi, bila perkawinan belum tercatat',
          en: 'Statement of husband and wife (SPTJM) with two witnesses, if the marriage is not recorded',
        },
        help: { id: 'Dibuat di formulir ini.', en: 'Made in this form.' },
        basis: 'Permendagri 109/2019 F-2.04',
      },
      {
        kind: 'document',
        field: 'passportCopy',
        when: 'answers.foreignParent == "father" || answers.foreignParent == "mother"',
        label: { id: 'Paspor orang tua warga negara asing', en: 'Passport of a foreign parent' },
        help: { id: 'Hanya bila ia tidak punya NIK.', en: 'Only for one without a NIK.' },
        basis: 'Perpres 96/2018 pasal 33',
      },
    ],
  },
  known: 'population.birth-facts',
  form: { pages: birthForm },
  subject: 'answers.childName',
  territory: 'fact(known, "villageCode")',
  cost: [
    {
      id: 'documents',
      label: { id: 'Akta, NIK dan kartu keluarga', en: 'Certificate, NIK and family card' },
      rule: 'civil-registration.document-fee',
    },
  ],
  clock: { rule: 'civil-registration.birth.service-time', per: 'working-day' },
  rules: [
    'civil-registration.birth.report-within',
    'civil-registration.birth.witnesses',
    'civil-registration.birth.reporter-age',
    'civil-registration.birth.name-words',
    'civil-registration.birth.name-length',
    'civil-registration.birth.dual-citizenship-until',
  ],
  flow: { initial: 'received', states: birthStates, transitions: birthSteps },
  documents: birthLetters,
  golden: birthExamples,
})
