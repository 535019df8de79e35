import type { ServiceInput } from '#modules/services/index.ts'
import { objectionLetters } from '../rows/objection.ts'
import { refusalLetter } from '../rows/refusal.ts'

type Letters = NonNullable<ServiceInput['documents']>

const score: Letters[number]['rows'] = [
  { label: 'Sekolah atau kampus', value: 'answers.school' },
  { label: 'Jenjang', value: 'answers.level' },
  { label: 'Nilai penghasilan', value: 'answers.incomePoints' },
  { label: 'Nilai prestasi', value: 'answers.achievementPoints' },
  { label: 'Nilai jarak', value: 'answers.distancePoints' },
]

/** The award, the result for those without a place, refusal and cancellation. */
export const scholarshipLetters: Letters = [
  {
    id: 'award-letter',
    on: ['award'],
    template: 'decision-letter',
    title: { id: 'Penetapan penerima beasiswa', en: 'Award of a scholarship' },
    register: 'beasiswa',
    number: '420/{sequence}/BEASISWA/{year}',
    opening: ['{applicant} ditetapkan sebagai penerima beasiswa daerah.'],
    rows: score,
    closing: ['Penerima melaporkan hasil belajar setiap semester.'],
  },
  {
    id: 'no-place',
    on: ['close-reserve'],
    template: 'decision-letter',
    title: { id: 'Hasil seleksi beasiswa', en: 'Result of the selection' },
    register: 'hasil-beasiswa',
    number: '420/{sequence}/HASIL/{year}',
    opening: [
      'Permohonan {applicant} pada berkas {number} benar, tetapi nilainya belum mencapai tempat yang tersedia.',
    ],
    rows: score,
    closing: ['Peringkat seluruh pendaftar diumumkan dengan nama disamarkan.'],
  },
  refusalLetter({
    title: { id: 'Penolakan permohonan beasiswa', en: 'Refusal of a scholarship' },
    register: 'penolakan-beasiswa',
    number: '420/{sequence}/TOLAK/{year}',
    opening: ['Permohonan {applicant} pada berkas {number} tidak dapat diikutkan dalam seleksi.', '{reason}'],
    rows: score.slice(0, 2),
  }),
  {
    id: 'cancellation',
    on: ['cancel'],
    template: 'decision-letter',
    title: { id: 'Pembatalan beasiswa', en: 'Cancellation of a scholarship' },
    register: 'pembatalan-beasiswa',
    number: '420/{sequence}/BATAL/{year}',
    opening: ['Penetapan {applicant} sebagai penerima beasiswa pada berkas {number} dibatalkan.'],
    rows: score.slice(0, 2),
    closing: ['Alasan pembatalan tertulis pada halaman berkas.'],
    replaces: ['award-letter'],
  },
  ...objectionLetters('BEASISWA'),
]
