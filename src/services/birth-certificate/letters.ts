import type { ServiceInput } from '#modules/services/index.ts'
import { reviewLetters } from '../rows/appeal.ts'

const common = { register: 'pencatatan-sipil', number: '472.11/{sequence}/Disdukcapil/{year}' }

/** Letters besides the certificate: the decision on a late report, the voiding, and those of a review. */
export const birthLetters: NonNullable<ServiceInput['documents']> = [
  {
    ...common,
    id: 'late-approval',
    on: ['approve-late'],
    template: 'decision-letter',
    // The same words as `lateDecisionTitle` in the effect, which cites the number of this letter on the certificate.
    title: {
      id: 'Keputusan pencatatan kelahiran yang melampaui batas waktu',
      en: 'Decision on a birth reported after the time limit',
    },
    opening: [
      'Kelahiran {subject} dilaporkan {applicant} pada {submitted}, melampaui batas waktu yang ditetapkan undang-undang.',
      'Kepala dinas memutuskan bahwa kelahiran ini dicatat dan aktanya diterbitkan.',
    ],
    rows: [
      { label: 'Nama anak', value: 'answers.childName' },
      { label: 'Tanggal lahir', value: 'answers.birthOn' },
      { label: 'Tempat lahir', value: 'answers.birthPlace' },
    ],
    closing: ['Keputusan ini berdasarkan UU 23/2006 pasal 32 sebagaimana diubah dengan UU 24/2013.'],
  },
  {
    ...common,
    id: 'voiding',
    on: ['cancel'],
    template: 'decision-letter',
    title: { id: 'Pembatalan akta kelahiran', en: 'Voiding of a birth certificate' },
    opening: ['Akta kelahiran {subject} yang terbit dari berkas {number} dibatalkan.', '{reason}'],
    closing: [
      'Catatan kelahiran pada register penduduk ditarik kembali dan kartu keluarga diterbitkan tanpa anak ini.',
      'Kutipan akta yang pernah terbit tidak berlaku lagi.',
    ],
  },
  ...reviewLetters('AL'),
]
