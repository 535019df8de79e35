import type { ServiceInput } from '#modules/services/index.ts'
import { correctionStates } from '../rows/aftermath.ts'
import { reviewStates } from '../rows/appeal.ts'
import { cancelled, endings } from '../rows/endings.ts'
import { returned } from '../rows/intake.ts'
import { awaitsSignature, issued } from '../rows/issue.ts'
import { days as daysOf, office } from '../rows/row.ts'
import { correction } from './aftermath.ts'

const unit = 'disdukcapil'
const days = daysOf('civil-registration.death')

/** Where a report of a death can be. */
export const deathStates: ServiceInput['flow']['states'] = [
  office({
    id: 'received',
    desk: 'services.receive',
    deadline: days('counter-time'),
    label: { id: 'Di loket', en: 'At the counter' },
    sentence: {
      id: 'Laporan Anda di loket {unit} sejak {since}',
      en: 'Your report has been at the counter of {unit} since {since}',
    },
    step: {
      title: { id: 'Petugas loket memeriksa kelengkapan', en: 'The counter checks completeness' },
      place: { id: 'loket pelayanan kecamatan', en: 'district service counter' },
    },
  }),
  returned,
  office({
    id: 'verifying',
    desk: 'services.verify',
    unit,
    deadline: days('verification-time'),
    label: { id: 'Diverifikasi', en: 'Being verified' },
    sentence: {
      id: 'Laporan Anda di meja verifikator sejak {since}',
      en: 'Your report has been on the verifier’s desk since {since}',
    },
    step: {
      title: { id: 'Verifikator mencocokkan dengan register', en: 'A verifier compares it with the register' },
      place: { id: 'dinas kependudukan dan pencatatan sipil', en: 'civil registration office' },
    },
  }),
  awaitsSignature(
    { id: 'Akta', en: 'The certificate' },
    {
      id: 'deciding',
      unit,
      deadline: days('signature-time'),
      label: { id: 'Menunggu keputusan', en: 'Waiting for the decision' },
    },
  ),
  issued(
    {
      id: 'Akta kematian dan kartu keluarga baru sudah terbit',
      en: 'The death certificate and the new family card have been issued',
    },
    { id: 'Dokumen Anda terima', en: 'You receive the documents' },
    {
      id: 'unduh dan cetak sendiri, atau cetak di kecamatan',
      en: 'download and print yourself, or at the district',
    },
  ),
  ...correctionStates(correction),
  ...endings,
  cancelled,
  ...reviewStates({ unit, superior: 'setda' }),
]
