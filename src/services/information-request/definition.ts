import { defineService } from '#modules/services/index.ts'
import { informationExamples } from './golden.ts'
import { informationLetters } from './letters.ts'
import { applicantPages, requestPages } from './pages.ts'
import { informationStates } from './states.ts'
import { informationSteps } from './steps.ts'

/** Permohonan informasi publik: one extension, exemptions only with ground and test. */
export const informationRequest = defineService({
  id: 'information-request',
  version: 1,
  validFrom: '2026-01-01',
  slug: 'permohonan-informasi-publik',
  code: 'PIP',
  title: { id: 'Permohonan informasi publik', en: 'Request for public information' },
  summary: {
    id: 'Minta dokumen atau data pemerintah daerah. Dijawab tertulis dalam {rule:public-information.answer-within}, gratis.',
    en: 'Ask for documents or data of the regional government. Answered in writing within {rule:public-information.answer-within}, free of charge.',
  },
  audience: ['citizen', 'business'],
  lifeEvent: 'aid',
  keywords: [
    'ppid',
    'kip',
    'keterbukaan informasi',
    'minta data',
    'minta dokumen',
    'anggaran',
    'transparansi',
    'informasi publik',
    'freedom of information',
    'foi',
    'data',
    'documents',
  ],
  unit: 'diskominfo',
  minutesToFill: 5,
  channels: [
    { id: 'Di sini, kapan saja', en: 'Here, at any time' },
    {
      id: 'Di meja layanan informasi PPID, lisan pun dicatat',
      en: 'At the information desk; spoken requests are written down',
    },
    { id: 'Lewat surat atau surel ke PPID', en: 'By letter or e-mail to the PPID' },
  ],
  products: [
    { id: 'Jawaban tertulis bertanda tangan elektronik', en: 'Written answer with electronic signature' },
    { id: 'Salinan dokumen atau data yang diminta', en: 'Copies of the documents or data asked for' },
  ],
  complaints: {
    id: 'Tidak puas dengan jawaban? Ajukan keberatan dari halaman berkas. Keluhan lain: SP4N-LAPOR! atau Ombudsman.',
    en: 'Not satisfied with the answer? Object on the page of the file. Other complaints: SP4N-LAPOR! or the Ombudsman.',
  },
  standard: {
    facilities: {
      id: 'Meja layanan informasi, komputer untuk melihat dokumen, alat pindai, jalur kursi roda, pendamping bagi penyandang disabilitas.',
      en: 'An information desk, computers to look at documents, a scanner, wheelchair access, help for people with disabilities.',
    },
    competence: {
      id: 'Petugas menguasai UU 14/2008, uji konsekuensi dan penghitaman dokumen.',
      en: 'Officers know law 14/2008, the test of consequences and how to black out documents.',
    },
    supervision: {
      id: 'Sekretaris Daerah sebagai atasan PPID melihat tenggat setiap minggu; laporan tahunan ke Komisi Informasi.',
      en: 'The Regional Secretary as superior watches deadlines weekly; a yearly report goes to the Information Commission.',
    },
    staff: {
      id: 'Dua petugas meja layanan, dua petugas informasi, PPID, dan penghubung di setiap kantor.',
      en: 'Two at the desk, two information officers, the PPID, and a contact in every office.',
    },
    guarantee: {
      id: '{rule:public-information.answer-within}, diperpanjang paling banyak sekali; tujuan Anda tidak pernah menjadi alasan penolakan.',
      en: '{rule:public-information.answer-within}, extended at most once; your purpose is never a ground for a refusal.',
    },
    safety: {
      id: 'Identitas pemohon tidak diumumkan dan tidak diteruskan ke unit pemilik informasi.',
      en: 'The applicant’s identity is neither published nor passed on to the owner of the information.',
    },
    evaluation: {
      id: 'Jumlah permohonan, waktu jawab dan alasan penolakan diumumkan setiap tahun (UU 14/2008 pasal 12).',
      en: 'Numbers, times and grounds of refusal are published every year (UU 14/2008 art. 12).',
    },
  },
  legalBasis: [
    {
      citation: 'UU 14/2008 pasal 22',
      about: { id: 'permohonan informasi dan waktu jawaban', en: 'requests and the time for answers' },
    },
    { citation: 'UU 14/2008 pasal 17', about: { id: 'informasi yang dikecualikan', en: 'information that is exempt' } },
    {
      citation: 'UU 14/2008 pasal 35 sampai 40',
      about: { id: 'keberatan dan sengketa informasi', en: 'objections and disputes' },
    },
    { citation: 'PP 61/2010', about: { id: 'pelaksanaan keterbukaan informasi', en: 'implementation' } },
    {
      citation: 'Perki 1/2021',
      about: { id: 'standar layanan informasi publik', en: 'standard of information services' },
    },
  ],
  eligibility: [
    {
      when: 'fact(known, "citizenship") == "WNI"',
      refused: {
        id: 'Anda bukan warga negara Indonesia. Hak ini diberikan kepada warga negara dan badan hukum Indonesia. Informasi yang sudah diumumkan tetap terbuka bagi siapa pun di halaman ini.',
        en: 'You are not a citizen of Indonesia. This right is given to Indonesian citizens and legal bodies. What is already published is open to anybody on these pages.',
      },
      basis: 'UU 14/2008 pasal 1 angka 12 dan pasal 4',
    },
  ],
  evidence: {
    allOf: [
      {
        kind: 'register',
        known: 'fact(known, "nik") != ""',
        label: { id: 'Identitas pemohon', en: 'Identity of the applicant' },
        help: {
          id: 'Sudah ada pada kami; tidak perlu foto KTP.',
          en: 'We already have it; no photo of the identity card.',
        },
        basis: 'UU 14/2008 pasal 22 ayat (2)',
      },
      {
        kind: 'document',
        field: 'deed',
        when: 'answers.applicantKind == "legal-body"',
        label: {
          id: 'Pengesahan badan hukum, bila Anda mewakilinya',
          en: 'Approval of the legal body, if you speak for one',
        },
        basis: 'UU 14/2008 pasal 1 angka 12',
      },
      {
        kind: 'document',
        field: 'groupMandate',
        when: 'answers.applicantKind == "group"',
        label: {
          id: 'Surat kuasa anggota, bila Anda mewakili kelompok',
          en: 'Power of attorney, if you speak for a group',
        },
        basis: 'Perki 1/2021',
      },
      {
        kind: 'statement',
        field: 'fairUse',
        label: { id: 'Pernyataan memakai informasi sesuai peraturan', en: 'Statement of lawful use' },
        basis: 'UU 14/2008 pasal 5',
      },
    ],
  },
  known: 'services.applicant-facts',
  form: { pages: [...applicantPages, ...requestPages] },
  subject: 'answers.request',
  territory: 'fact(known, "villageCode")',
  cost: [
    {
      id: 'information',
      label: { id: 'Informasi elektronik', en: 'Electronic information' },
      rule: 'public-information.fee',
    },
  ],
  clock: { rule: 'public-information.answer-within', per: 'working-day' },
  legalLimit: { rule: 'public-information.answer-within', per: 'working-day' },
  flow: { initial: 'received', states: informationStates, transitions: informationSteps },
  documents: informationLetters,
  golden: informationExamples,
})
