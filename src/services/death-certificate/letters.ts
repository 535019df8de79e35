import type { ServiceInput } from '#modules/services/index.ts'
import { reviewLetters } from '../rows/appeal.ts'
import { refusalLetter } from '../rows/refusal.ts'

/** Decisions besides the certificate itself, which is a paper of the civil register. */
export const deathLetters: ServiceInput['documents'] = [
  refusalLetter({
    title: { id: 'Penolakan pencatatan kematian', en: 'Refusal to record a death' },
    register: 'pencatatan-sipil',
    number: '472.12/{sequence}/Disdukcapil/{year}',
    opening: ['Laporan kematian {subject} oleh {applicant} pada {submitted} tidak dapat dikabulkan.', '{reason}'],
    rows: [
      { label: 'Tanggal meninggal menurut laporan', value: 'answers.diedOn' },
      { label: 'Bukti yang diajukan', value: 'answers.proof' },
    ],
  }),
  {
    id: 'voiding',
    on: ['cancel'],
    template: 'decision-letter',
    title: { id: 'Pembatalan akta kematian', en: 'Voiding of a death certificate' },
    register: 'pencatatan-sipil',
    number: '472.12/{sequence}/Disdukcapil/{year}',
    opening: ['Akta kematian {subject} yang terbit dari berkas {number} dibatalkan.', '{reason}'],
    closing: [
      'Catatan kematian pada register penduduk ditarik kembali dan kartu keluarga diterbitkan dengan susunan semula.',
      'Kutipan akta yang pernah terbit tidak berlaku lagi.',
    ],
  },
  ...reviewLetters('AM'),
]
