import type { ServiceInput } from '#modules/services/index.ts'
import { reviewLetters } from '../rows/appeal.ts'
import { refusalLetter } from '../rows/refusal.ts'

const corrected = (finding: string, answer: string) =>
  `fact(findings, "${finding}") != "" ? fact(findings, "${finding}") : answers.${answer}`

/** The letter to show at the place of research, and the decisions around it. */
export const researchLetters: ServiceInput['documents'] = [
  {
    id: 'permit',
    on: ['sign', 'grant-by-silence', 'sign-correction'],
    template: 'decision-letter',
    title: { id: 'Surat keterangan penelitian', en: 'Research letter' },
    register: 'surat-keterangan-penelitian',
    number: '070/{sequence}/SKP/{month}/{year}',
    opening: [
      'Berdasarkan permohonan {number} pada {submitted}, dengan ini diterangkan bahwa {applicant} akan melakukan penelitian:',
    ],
    rows: [
      { label: 'Judul', value: corrected('correctTitle', 'title') },
      { label: 'Sebagai', value: 'answers.researcherKind' },
      { label: 'Lembaga', value: 'answers.researcherKind == "individual" ? "Perseorangan" : answers.institution' },
      { label: 'Tempat', value: corrected('correctPlaces', 'places') },
      { label: 'Mulai', value: 'answers.startOn' },
      { label: 'Selesai', value: 'answers.endOn' },
      { label: 'Jumlah anggota tim', value: 'string(answers.team.size() + 1)' },
    ],
    closing: [
      'Peneliti menaati peraturan perundang-undangan dan adat setempat, tidak menyimpang dari proposal, dan melapor kepada pimpinan tempat penelitian.',
      'Setelah selesai, peneliti menyampaikan laporan hasil penelitian kepada Bupati melalui Badan Kesatuan Bangsa dan Politik.',
      'Surat ini berlaku sampai {validTo} dan dapat diperpanjang sebelum berakhir.',
    ],
    replaces: ['permit'],
  },
  refusalLetter({
    title: { id: 'Penolakan surat keterangan penelitian', en: 'Refusal of a research letter' },
    register: 'surat-keterangan-penelitian',
    number: '070/{sequence}/SKP/{month}/{year}',
    opening: [
      'Permohonan {applicant} untuk penelitian "{subject}" pada {submitted} tidak dapat dikabulkan.',
      '{reason}',
    ],
  }),
  {
    id: 'revocation',
    on: ['revoke'],
    template: 'decision-letter',
    title: { id: 'Pencabutan surat keterangan penelitian', en: 'Revocation of a research letter' },
    register: 'surat-keterangan-penelitian',
    number: '070/{sequence}/SKP/{month}/{year}',
    opening: [
      'Surat keterangan penelitian untuk "{subject}" dari berkas {number} dicabut dan tidak berlaku lagi.',
      '{reason}',
    ],
    closing: ['Penelitian dihentikan sejak surat ini ditandatangani.'],
  },
  ...reviewLetters('SKP'),
]
