import type { ServiceInput } from '#modules/services/index.ts'
import { cancelled, endings } from '../rows/endings.ts'
import { returned } from '../rows/intake.ts'
import { objectionStates } from '../rows/objection.ts'
import { refusing } from '../rows/refusal.ts'
import { days as daysOf, lasting, office } from '../rows/row.ts'

export const days = daysOf('education.scholarship')
export const objection = { unit: 'disdik', to: 'reserve' } as const

/** Checked, ranked when the period is over, offered, accepted, signed; the next in line waits on the reserve list. */
export const scholarshipStates: ServiceInput['flow']['states'] = [
  office({
    id: 'verifying',
    desk: 'services.verify',
    unit: 'disdik',
    deadline: days('verify'),
    label: { id: 'Diperiksa', en: 'Being checked' },
    sentence: {
      id: 'Dinas pendidikan mencocokkan isian dengan bukti sejak {since}.',
      en: 'The education office has been comparing answers and papers since {since}.',
    },
    step: {
      title: { id: 'Isian dicocokkan dengan bukti', en: 'Answers are compared with papers' },
      place: { id: 'Dinas Pendidikan', en: 'Education office' },
    },
  }),
  returned,
  refusing('disdik', days('sign')),
  {
    id: 'ranking',
    holder: 'allocation',
    label: { id: 'Menunggu peringkat', en: 'Waiting for the ranking' },
    sentence: {
      id: 'Berkas Anda benar dan ikut diperingkat setelah pendaftaran ditutup.',
      en: 'Your file is right and will be ranked when applications have closed.',
    },
    step: {
      title: { id: 'Semua pendaftar diperingkat', en: 'All applicants are ranked' },
      place: {
        id: 'oleh sistem, daftar diumumkan dengan nama disamarkan',
        en: 'by the system; the list is published with masked names',
      },
      time: { id: 'setelah pendaftaran ditutup', en: 'after applications close' },
    },
  },
  {
    id: 'offered',
    holder: 'applicant',
    label: { id: 'Ditawarkan', en: 'Offered' },
    sentence: {
      id: 'Anda mendapat tempat. Kami menunggu jawaban Anda sejak {since}.',
      en: 'You have a place. We have been waiting for your answer since {since}.',
    },
    step: {
      title: { id: 'Anda menerima tawaran', en: 'You accept the place' },
      place: { id: 'di halaman berkas', en: 'on the page of the file' },
      time: lasting(days('accept-within')),
    },
  },
  office({
    id: 'reserve',
    desk: 'services.verify',
    unit: 'disdik',
    deadline: days('reserve'),
    label: { id: 'Cadangan', en: 'Reserve' },
    sentence: {
      id: 'Anda ada dalam daftar cadangan sejak {since}. Bila ada tempat kosong, tawaran diberikan menurut urutan sampai {deadline}.',
      en: 'You have been on the reserve list since {since}. Places that become free are offered in order until {deadline}.',
    },
    step: {
      title: { id: 'Cadangan naik menurut urutan', en: 'Reserves move up in order' },
      place: { id: 'Dinas Pendidikan', en: 'Education office' },
    },
  }),
  office({
    id: 'signing',
    desk: 'services.sign',
    unit: 'disdik',
    deadline: days('sign'),
    label: { id: 'Menunggu tanda tangan', en: 'Waiting for signature' },
    sentence: {
      id: 'Penetapan Anda menunggu tanda tangan kepala dinas sejak {since}.',
      en: 'Your award has waited for the head of office’s signature since {since}.',
    },
    step: {
      title: { id: 'Kepala dinas menetapkan', en: 'The head of office signs the award' },
      place: { id: 'tanda tangan elektronik', en: 'electronic signature' },
    },
  }),
  {
    id: 'awarded',
    holder: 'none',
    result: 'granted',
    label: { id: 'Ditetapkan', en: 'Awarded' },
    sentence: {
      id: 'Anda ditetapkan sebagai penerima beasiswa. Selamat belajar.',
      en: 'You have been awarded the scholarship. Study well.',
    },
  },
  {
    id: 'not-placed',
    holder: 'none',
    result: 'refused',
    label: { id: 'Belum mendapat tempat', en: 'No place' },
    sentence: {
      id: 'Nilai Anda belum mencukupi tempat yang tersedia tahun ini. Peringkat dan batas nilai ada di halaman berkas.',
      en: 'Your points did not reach a place this year. The file shows your rank and the lowest points that did.',
    },
  },
  ...endings,
  cancelled,
  ...objectionStates(objection),
]
