import type { ServiceInput } from '#modules/services/index.ts'
import { cancelled, endings } from '../endings.ts'
import { objectionStates } from '../objection.ts'

export const days = (rule: string) => ({ rule: `market.stall.${rule}`, per: 'working-day' }) as const
export const objection = { unit: 'diskumdag', to: 'payment' } as const

/** Check, visit, payment, signature. */
export const stallStates: ServiceInput['flow']['states'] = [
  {
    id: 'routing',
    holder: 'engine',
    label: { id: 'Diterima', en: 'Received' },
    sentence: { id: 'Permohonan Anda diterima.', en: 'Your application has been received.' },
  },
  {
    id: 'checking',
    holder: 'office',
    desk: 'services.verify',
    unit: 'diskumdag.pasar',
    deadline: days('check'),
    label: { id: 'Diperiksa', en: 'Being checked' },
    sentence: {
      id: 'Pengelola pasar memeriksa berkas Anda sejak {since}.',
      en: 'The market office has been checking your file since {since}.',
    },
    step: {
      title: { id: 'Pengelola pasar memeriksa berkas', en: 'The market office checks the file' },
      place: { id: 'Bidang Perdagangan dan Pasar', en: 'Market division' },
      time: {
        id: '2 hari kerja; perpanjangan tanpa perubahan langsung ke pembayaran',
        en: '2 working days; a renewal without a change goes straight to payment',
      },
    },
  },
  {
    id: 'returned',
    holder: 'applicant',
    label: { id: 'Dikembalikan', en: 'Sent back' },
    sentence: {
      id: 'Kami menunggu perbaikan dari Anda sejak {since}.',
      en: 'We have been waiting for your correction since {since}.',
    },
  },
  {
    id: 'inspecting',
    holder: 'office',
    desk: 'services.verify',
    unit: 'diskumdag.pasar',
    deadline: days('inspection'),
    appointment: {
      label: { id: 'Peninjauan kios', en: 'Visit to the stall' },
      place: '"Kios " + answers.stallCode',
      minutes: 30,
      within: days('appointment'),
    },
    label: { id: 'Peninjauan kios', en: 'Visit to the stall' },
    sentence: {
      id: 'Petugas mengatur peninjauan kios dengan Anda sejak {since}.',
      en: 'An officer has been arranging a visit to the stall with you since {since}.',
    },
    step: {
      title: { id: 'Kios ditinjau bersama Anda', en: 'The stall is seen together with you' },
      place: { id: 'di kios', en: 'at the stall' },
      time: { id: '4 hari kerja', en: '4 working days' },
    },
  },
  {
    id: 'refusing',
    holder: 'office',
    desk: 'services.sign',
    unit: 'diskumdag',
    deadline: days('issue'),
    label: { id: 'Usul penolakan', en: 'Refusal proposed' },
    sentence: {
      id: 'Kepala dinas mempertimbangkan usul penolakan sejak {since}.',
      en: 'The head of office has been considering a proposed refusal since {since}.',
    },
  },
  {
    id: 'payment',
    holder: 'payment',
    label: { id: 'Menunggu pembayaran', en: 'Waiting for payment' },
    sentence: {
      id: 'Retribusi kios sudah dihitung. Kami menunggu pembayaran Anda sejak {since}.',
      en: 'The stall fee is computed. We have been waiting for your payment since {since}.',
    },
    step: {
      title: { id: 'Anda membayar retribusi setahun', en: 'You pay the fee of one year' },
      place: { id: 'bank, QRIS atau loket', en: 'bank, QRIS or counter' },
      time: { id: 'paling lambat 7 hari kerja', en: 'within 7 working days' },
    },
  },
  {
    id: 'signing',
    holder: 'office',
    desk: 'services.sign',
    unit: 'diskumdag',
    deadline: days('issue'),
    label: { id: 'Menunggu tanda tangan', en: 'Waiting for signature' },
    sentence: {
      id: 'Izin menunggu tanda tangan kepala dinas sejak {since}.',
      en: 'The permit has waited for the head of office’s signature since {since}.',
    },
    step: {
      title: { id: 'Kepala dinas menandatangani', en: 'The head of office signs' },
      place: { id: 'tanda tangan elektronik', en: 'electronic signature' },
      time: { id: '2 hari kerja', en: '2 working days' },
    },
  },
  {
    id: 'issued',
    holder: 'none',
    result: 'granted',
    label: { id: 'Terbit', en: 'Issued' },
    sentence: {
      id: 'Izin pemakaian kios sudah terbit dan berlaku satu tahun.',
      en: 'The stall permit has been issued and holds for one year.',
    },
    step: {
      title: { id: 'Anda menerima izin dan kartu kios', en: 'You receive the permit' },
      place: { id: 'unduh dari halaman berkas', en: 'download it from the file' },
    },
  },
  ...endings,
  cancelled,
  ...objectionStates(objection),
]
