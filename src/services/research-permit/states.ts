import type { ServiceInput } from '#modules/services/index.ts'
import { reviewStates } from '../appeal.ts'
import { cancelled, endings } from '../endings.ts'

const unit = 'dpmptsp'
const workingDays = (rule: string) => ({ rule: `research-permit.${rule}`, per: 'working-day' }) as const

/** Two offices: DPMPTSP takes in and signs, Kesbangpol looks at the impact. */
export const researchStates: ServiceInput['flow']['states'] = [
  {
    id: 'received',
    holder: 'office',
    desk: 'services.receive',
    deadline: workingDays('intake'),
    label: { id: 'Di loket', en: 'At the counter' },
    sentence: {
      id: 'Permohonan Anda di loket {unit} sejak {since}',
      en: 'Your application has been at the counter of {unit} since {since}',
    },
    step: {
      title: { id: 'Loket memeriksa kelengkapan', en: 'The counter checks completeness' },
      place: { id: 'loket DPMPTSP', en: 'counter of DPMPTSP' },
      time: { id: '1 hari kerja', en: '1 working day' },
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
    deadline: workingDays('verification'),
    label: { id: 'Diverifikasi', en: 'Being verified' },
    sentence: {
      id: 'Dokumen Anda diverifikasi DPMPTSP sejak {since}',
      en: 'DPMPTSP has been verifying your papers since {since}',
    },
    step: {
      title: { id: 'Dokumen diverifikasi', en: 'The papers are verified' },
      place: { id: 'DPMPTSP', en: 'DPMPTSP' },
      time: { id: '1 hari kerja', en: '1 working day' },
    },
  },
  {
    id: 'assessing',
    holder: 'office',
    desk: 'services.verify',
    unit: 'bakesbangpol',
    deadline: workingDays('assessment'),
    label: { id: 'Dikaji Kesbangpol', en: 'Assessed by Kesbangpol' },
    sentence: {
      id: 'Badan Kesatuan Bangsa dan Politik mengkaji dampak penelitian sejak {since}',
      en: 'The office for national unity has been assessing the impact of the research since {since}',
    },
    step: {
      title: { id: 'Dampak penelitian dikaji', en: 'The impact of the research is assessed' },
      place: { id: 'Badan Kesatuan Bangsa dan Politik', en: 'office for national unity' },
      time: { id: 'paling lama 2 hari kerja', en: 'within 2 working days' },
    },
  },
  {
    id: 'deciding',
    holder: 'office',
    desk: 'services.sign',
    unit,
    deadline: workingDays('signature'),
    label: { id: 'Menunggu keputusan', en: 'Waiting for the decision' },
    sentence: {
      id: 'Surat menunggu tanda tangan kepala DPMPTSP sejak {since}',
      en: 'The letter has waited for the signature of the head of DPMPTSP since {since}',
    },
    step: {
      title: { id: 'Kepala dinas menandatangani', en: 'The head of office signs' },
      place: { id: 'atas nama bupati', en: 'on behalf of the regent' },
      time: { id: '1 hari kerja', en: '1 working day' },
    },
  },
  {
    id: 'issued',
    holder: 'none',
    result: 'granted',
    label: { id: 'Terbit', en: 'Issued' },
    sentence: {
      id: 'Surat keterangan penelitian sudah terbit. Tunjukkan di tempat penelitian.',
      en: 'The research letter has been issued. Show it at the place of research.',
    },
    step: {
      title: { id: 'Surat Anda terima', en: 'You receive the letter' },
      place: { id: 'unduh dari halaman berkas', en: 'download from the page of the file' },
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
      id: 'Salah tulis pada surat diperiksa sejak {since}',
      en: 'The error in the letter has been looked into since {since}',
    },
  },
  {
    id: 'signing-correction',
    holder: 'office',
    desk: 'services.sign',
    unit,
    label: { id: 'Pembetulan menunggu tanda tangan', en: 'Correction waits for signature' },
    sentence: {
      id: 'Surat yang dibetulkan menunggu tanda tangan sejak {since}',
      en: 'The corrected letter has waited for signature since {since}',
    },
  },
  ...endings,
  cancelled,
  ...reviewStates({ unit, superior: 'setda' }),
]
