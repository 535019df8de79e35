import type { ServiceInput } from '#modules/services/index.ts'
import { certificateCorrection, correctionStates } from '../rows/aftermath.ts'
import { reviewStates } from '../rows/appeal.ts'
import { cancelled, endings } from '../rows/endings.ts'
import { returned } from '../rows/intake.ts'
import { awaitsSignature, issued } from '../rows/issue.ts'
import { youMayObject } from '../rows/law.ts'
import { days as daysOf, lasting, office } from '../rows/row.ts'
import { correctionForm } from './correction-form.ts'

const unit = 'disdukcapil'
const days = daysOf('civil-registration.birth')
/** Who answers an objection, and who an appeal. */
export const review = { unit, superior: 'setda' }

export const correction = certificateCorrection('population.correct-birth', correctionForm)

/** From the counter to the signature of the head of the civil-registry office, as offices really work. */
export const birthStates: ServiceInput['flow']['states'] = [
  office({
    id: 'received',
    desk: 'services.receive',
    label: { id: 'Di loket', en: 'At the counter' },
    sentence: {
      id: 'Berkas Anda di loket {unit} sejak {since}',
      en: 'Your file has been at the counter of {unit} since {since}',
    },
    step: {
      title: { id: 'Petugas loket memeriksa kelengkapan', en: 'The counter checks completeness' },
      place: { id: 'Loket pelayanan kecamatan', en: 'District service counter' },
      time: lasting(days('counter-time')),
    },
  }),
  returned,
  office({
    id: 'verifying',
    desk: 'services.verify',
    unit,
    label: { id: 'Diverifikasi', en: 'Being verified' },
    sentence: {
      id: 'Berkas Anda di meja verifikator sejak {since}',
      en: 'Your file has been on the verifier’s desk since {since}',
    },
    step: {
      title: { id: 'Verifikator mencocokkan dengan register', en: 'A verifier matches it with the register' },
      place: { id: 'Dinas kependudukan dan pencatatan sipil', en: 'Civil registration office' },
      time: lasting(days('verification-time')),
    },
  }),
  office({
    id: 'late-decision',
    desk: 'services.sign',
    unit,
    label: { id: 'Keputusan terlambat lapor', en: 'Decision on a late report' },
    sentence: {
      id: 'Kepala dinas memutuskan laporan yang melewati batas waktu sejak {since}.',
      en: 'The head of office has been deciding on the late report since {since}.',
    },
    step: {
      title: {
        id: 'Bila dilaporkan melewati batas waktu: keputusan kepala dinas',
        en: 'If reported after the time limit: decision of the head of office',
      },
      place: { id: 'tanda tangan elektronik', en: 'electronic signature' },
      time: lasting(days('late-decision-time')),
    },
  }),
  awaitsSignature({ id: 'Akta', en: 'The certificate' }, { unit, step: { time: lasting(days('signature-time')) } }),
  issued(
    {
      id: 'Akta dan kartu keluarga baru sudah terbit',
      en: 'The certificate and the new family card have been issued',
    },
    { id: 'Dokumen Anda terima', en: 'You receive the documents' },
    {
      id: 'unduh dan cetak sendiri, atau cetak di kecamatan',
      en: 'download and print yourself, or at the district',
    },
  ),
  {
    id: 'refused',
    holder: 'none',
    result: 'refused',
    label: { id: 'Ditolak', en: 'Refused' },
    sentence: {
      id: `Berkas ini ditolak. ${youMayObject.id}`,
      en: `This application was refused. ${youMayObject.en}`,
    },
  },
  ...endings.filter((state) => state.id !== 'refused'),
  cancelled,
  ...correctionStates(correction),
  ...reviewStates(review),
]
