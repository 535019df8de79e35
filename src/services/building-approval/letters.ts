import type { ServiceInput } from '#modules/services/index.ts'
import { objectionLetters } from '../rows/objection.ts'
import { refusalLetter } from '../rows/refusal.ts'

type Letters = NonNullable<ServiceInput['documents']>

const facts: Letters[number]['rows'] = [
  { label: 'Nama bangunan', value: 'answers.buildingName' },
  { label: 'Alamat', value: 'answers.siteAddress' },
  { label: 'Nomor surat tanah', value: 'answers.landNumber' },
  { label: 'Fungsi', value: 'answers.use' },
  { label: 'Pekerjaan', value: 'answers.work' },
  { label: 'Permanensi', value: 'answers.permanence' },
  { label: 'Jumlah lantai', value: 'answers.floors' },
  { label: 'Luas lantai hasil pengukuran', value: 'findings.measuredArea' },
  { label: 'Retribusi', value: 'fee' },
]
const duties = [
  'Pemilik memasang papan proyek, membangun sesuai gambar yang disetujui, dan melaporkan setiap tahap pekerjaan kepada DPUPR.',
  'Sebelum dipakai, bangunan wajib memiliki sertifikat laik fungsi (SLF).',
]

/** The approval, its replacement, refusal and cancellation. */
export const buildingLetters: Letters = [
  {
    id: 'approval',
    on: ['issue'],
    template: 'decision-letter',
    title: { id: 'Persetujuan Bangunan Gedung', en: 'Building approval' },
    register: 'pbg',
    number: '503/{sequence}/PBG/{year}',
    opening: [
      'Berdasarkan telaah teknis dan peninjauan lokasi, persetujuan bangunan gedung diberikan kepada {applicant}.',
    ],
    rows: facts,
    closing: duties,
  },
  {
    id: 'approval-reissued',
    on: ['reissue'],
    template: 'decision-letter',
    title: { id: 'Persetujuan Bangunan Gedung (pengganti)', en: 'Building approval (replacement)' },
    register: 'pbg',
    number: '503/{sequence}/PBG-P/{year}',
    opening: [
      'Surat ini menggantikan persetujuan bangunan gedung {subject} yang terbit sebelumnya pada berkas {number}.',
    ],
    rows: facts,
    closing: duties,
    replaces: ['approval', 'approval-reissued'],
  },
  refusalLetter({
    title: { id: 'Penolakan persetujuan bangunan gedung', en: 'Refusal of a building approval' },
    register: 'penolakan',
    number: '503/{sequence}/TOLAK/{year}',
    rows: facts.slice(0, 2),
  }),
  {
    id: 'cancellation',
    on: ['cancel'],
    template: 'decision-letter',
    title: { id: 'Pembatalan persetujuan bangunan gedung', en: 'Cancellation of a building approval' },
    register: 'pembatalan',
    number: '503/{sequence}/BATAL/{year}',
    opening: ['Persetujuan bangunan gedung {subject} pada berkas {number} dibatalkan.'],
    rows: [{ label: 'Nama bangunan', value: 'answers.buildingName' }],
    closing: ['Alasan pembatalan tertulis pada halaman berkas. Pekerjaan di lokasi dihentikan.'],
    replaces: ['approval', 'approval-reissued'],
  },
  ...objectionLetters('PBG'),
]
