import type { ServiceInput } from '#modules/services/index.ts'
import { silenceLaw } from '../rows/law.ts'
import { objectionLetters } from '../rows/objection.ts'
import { refusalLetter } from '../rows/refusal.ts'

type Letters = NonNullable<ServiceInput['documents']>

const facts: Letters[number]['rows'] = [
  { label: 'NIB', value: 'answers.nib' },
  { label: 'Nama usaha', value: 'answers.businessName' },
  { label: 'KBLI', value: 'answers.kbli' },
  { label: 'Skala usaha', value: 'answers.scale' },
  { label: 'Luas tempat usaha', value: 'answers.area' },
  { label: 'Alamat', value: 'answers.businessAddress' },
]

/** Certificate, statement of low risk, the letter of tacit consent, refusal, withdrawal. */
export const certificateLetters: Letters = [
  {
    id: 'certificate',
    on: ['issue', 'issue-at-once', 'grant-by-silence', 'grant-objection', 'grant-objection-by-silence'],
    template: 'certificate',
    title: { id: 'Sertifikat Standar', en: 'Standard certificate' },
    register: 'sertifikat-standar',
    number: '503/{sequence}/SS/{year}',
    opening: ['Usaha {subject} yang dijalankan {applicant} dinyatakan memenuhi standar kegiatan usaha.'],
    rows: facts,
    closing: ['Sertifikat ini berlaku selama usaha dijalankan sesuai standar (PP 28/2025).'],
  },
  {
    id: 'risk-statement',
    on: ['confirm-low-risk'],
    template: 'decision-letter',
    title: { id: 'Keterangan tingkat risiko rendah', en: 'Statement of low risk' },
    register: 'keterangan-risiko',
    number: '503/{sequence}/RR/{year}',
    opening: [
      'Menurut KBLI, skala dan luasnya usaha {subject} berisiko rendah. NIB berlaku sebagai perizinan berusaha; sertifikat standar tidak diperlukan.',
    ],
    rows: facts,
    closing: ['Pelaku usaha tetap menaati ketentuan keselamatan, kesehatan dan lingkungan.'],
  },
  {
    id: 'tacit-decision',
    on: ['grant-by-silence'],
    template: 'decision-letter',
    title: { id: 'Keputusan yang dianggap dikabulkan', en: 'Decision that counts as granted' },
    register: 'fiktif-positif',
    number: '503/{sequence}/FP/{year}',
    opening: [
      'Permohonan {applicant} pada berkas {number}, dikirim {submitted}, tidak diputus dalam batas waktu.',
      `Menurut ${silenceLaw.citation} permohonan itu dianggap dikabulkan. Surat ini terbit dengan segel elektronik, tanpa tindakan pejabat.`,
    ],
    rows: facts,
    closing: ['Sertifikat standar terbit bersama surat ini.'],
  },
  refusalLetter({
    title: { id: 'Penolakan sertifikat standar', en: 'Refusal of a standard certificate' },
    register: 'penolakan',
    number: '503/{sequence}/TOLAK/{year}',
    rows: [...facts, { label: 'Temuan', value: 'findings.findingsNote' }],
  }),
  {
    id: 'withdrawal-letter',
    on: ['cancel'],
    template: 'decision-letter',
    title: { id: 'Pencabutan sertifikat standar', en: 'Withdrawal of a standard certificate' },
    register: 'pembatalan',
    number: '503/{sequence}/BATAL/{year}',
    opening: ['Sertifikat standar usaha {subject} pada berkas {number} dicabut.'],
    rows: facts,
    closing: ['Alasan pencabutan tertulis pada halaman berkas.'],
    replaces: ['certificate', 'risk-statement'],
  },
  ...objectionLetters('SS'),
]
