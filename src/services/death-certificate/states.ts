import type { ServiceInput } from '#modules/services/index.ts'
import { reviewStates } from '../appeal.ts'
import { cancelled, endings } from '../endings.ts'

const unit = 'disdukcapil'
const workingDays = (rule: string) => ({ rule: `civil-registration.${rule}`, per: 'working-day' }) as const

/** Where a report of a death can be. */
export const deathStates: ServiceInput['flow']['states'] = [
  {
    id: 'received',
    holder: 'office',
    desk: 'services.receive',
    deadline: workingDays('death.counter-time'),
    label: { id: 'Di loket', en: 'At the counter' },
    sentence: {
      id: 'Laporan Anda di loket {unit} sejak {since}',
      en: 'Your report has been at the counter of {unit} since {since}',
    },
    step: {
      title: { id: 'Petugas loket memeriksa kelengkapan', en: 'The counter checks completeness' },
      place: { id: 'loket pelayanan kecamatan', en: 'district service counter' },
      time: { id: 'hari yang sama', en: 'same day' },
    },
  },
  {
    id: 'returned',
    holder: 'applicant',
    label: { id: 'Dikembalikan', en: 'Sent back' },
    sentence: {
      id: 'Kami menunggu perbaikan dari Anda sejak {since}',
      en: 'We have been waiting for your correction since {since}',
    },
  },
  {
    id: 'verifying',
    holder: 'office',
    desk: 'services.verify',
    unit,
    deadline: workingDays('death.verification-time'),
    label: { id: 'Diverifikasi', en: 'Being verified' },
    sentence: {
      id: 'Laporan Anda di meja verifikator sejak {since}',
      en: 'Your report has been on the verifier’s desk since {since}',
    },
    step: {
      title: { id: 'Verifikator mencocokkan dengan register', en: 'A verifier compares it with the register' },
      place: { id: 'dinas kependudukan dan pencatatan sipil', en: 'civil registration office' },
      time: { id: 'hari yang sama', en: 'same day' },
    },
  },
  {
    id: 'deciding',
    holder: 'office',
    desk: 'services.sign',
    unit,
    deadline: workingDays('death.signature-time'),
    label: { id: 'Menunggu keputusan', en: 'Waiting for the decision' },
    sentence: {
      id: 'Akta menunggu tanda tangan kepala dinas sejak {since}',
      en: 'The certificate has waited for the head of office’s signature since {since}',
    },
    step: {
      title: { id: 'Kepala dinas menandatangani', en: 'The head of office signs' },
      place: { id: 'tanda tangan elektronik', en: 'electronic signature' },
      time: { id: 'paling lambat 1 hari kerja', en: 'within 1 working day' },
    },
  },
  {
    id: 'issued',
    holder: 'none',
    result: 'granted',
    label: { id: 'Terbit', en: 'Issued' },
    sentence: {
      id: 'Akta kematian dan kartu keluarga baru sudah terbit',
      en: 'The death certificate and the new family card have been issued',
    },
    step: {
      title: { id: 'Dokumen Anda terima', en: 'You receive the documents' },
      place: {
        id: 'unduh dan cetak sendiri, atau cetak di kecamatan',
        en: 'download and print yourself, or at the district',
      },
    },
  },
  {
    id: 'correcting',
    holder: 'office',
    desk: 'services.verify',
    unit,
    deadline: workingDays('amendment-time'),
    label: { id: 'Dibetulkan', en: 'Being corrected' },
    sentence: {
      id: 'Salah tulis pada akta sedang diperiksa sejak {since}',
      en: 'The error on the certificate has been looked into since {since}',
    },
  },
  {
    id: 'signing-correction',
    holder: 'office',
    desk: 'services.sign',
    unit,
    label: { id: 'Pembetulan menunggu tanda tangan', en: 'Correction waits for signature' },
    sentence: {
      id: 'Pembetulan akta menunggu tanda tangan kepala dinas sejak {since}',
      en: 'The corrected certificate has waited for signature since {since}',
    },
  },
  ...endings,
  cancelled,
  ...reviewStates({ unit, superior: 'setda' }),
]
