import type { ServiceInput } from '#modules/services/index.ts'
import { correctionStates } from '../rows/aftermath.ts'
import { reviewStates } from '../rows/appeal.ts'
import { cancelled, endings } from '../rows/endings.ts'
import { returned } from '../rows/intake.ts'
import { awaitsSignature, issued } from '../rows/issue.ts'
import { days as daysOf, office } from '../rows/row.ts'
import { correction } from './aftermath.ts'

const unit = 'dpmptsp'
const days = daysOf('research-permit')

/** Two offices: DPMPTSP takes in and signs, Kesbangpol looks at the impact. */
export const researchStates: ServiceInput['flow']['states'] = [
  office({
    id: 'received',
    desk: 'services.receive',
    deadline: days('intake'),
    label: { id: 'Di loket', en: 'At the counter' },
    sentence: {
      id: 'Permohonan Anda di loket {unit} sejak {since}',
      en: 'Your application has been at the counter of {unit} since {since}',
    },
    step: {
      title: { id: 'Loket memeriksa kelengkapan', en: 'The counter checks completeness' },
      place: { id: 'loket DPMPTSP', en: 'counter of DPMPTSP' },
    },
  }),
  returned,
  office({
    id: 'verifying',
    desk: 'services.verify',
    unit,
    deadline: days('verification'),
    label: { id: 'Diverifikasi', en: 'Being verified' },
    sentence: {
      id: 'Dokumen Anda diverifikasi DPMPTSP sejak {since}',
      en: 'DPMPTSP has been verifying your papers since {since}',
    },
    step: {
      title: { id: 'Dokumen diverifikasi', en: 'The papers are verified' },
      place: { id: 'DPMPTSP', en: 'DPMPTSP' },
    },
  }),
  office({
    id: 'assessing',
    desk: 'services.verify',
    unit: 'bakesbangpol',
    deadline: days('assessment'),
    label: { id: 'Dikaji Kesbangpol', en: 'Assessed by Kesbangpol' },
    sentence: {
      id: 'Badan Kesatuan Bangsa dan Politik mengkaji dampak penelitian sejak {since}',
      en: 'The office for national unity has been assessing the impact of the research since {since}',
    },
    step: {
      title: { id: 'Dampak penelitian dikaji', en: 'The impact of the research is assessed' },
      place: { id: 'Badan Kesatuan Bangsa dan Politik', en: 'office for national unity' },
    },
  }),
  awaitsSignature(
    { id: 'Surat', en: 'The letter' },
    {
      id: 'deciding',
      unit,
      deadline: days('signature'),
      label: { id: 'Menunggu keputusan', en: 'Waiting for the decision' },
      step: { place: { id: 'atas nama bupati', en: 'on behalf of the regent' } },
    },
  ),
  issued(
    {
      id: 'Surat keterangan penelitian sudah terbit. Tunjukkan di tempat penelitian.',
      en: 'The research letter has been issued. Show it at the place of research.',
    },
    { id: 'Surat Anda terima', en: 'You receive the letter' },
  ),
  ...correctionStates(correction),
  ...endings,
  cancelled,
  ...reviewStates({ unit, superior: 'setda' }),
]
