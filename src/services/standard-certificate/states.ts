import type { ServiceInput } from '#modules/services/index.ts'
import { cancelled, endings } from '../rows/endings.ts'
import { returned, routing } from '../rows/intake.ts'
import { issued } from '../rows/issue.ts'
import { objectionStates } from '../rows/objection.ts'
import { days as daysOf, office } from '../rows/row.ts'

export const days = daysOf('business-risk.certificate')
export const register = 'licensing.register-standard-certificate'
export const objection = { unit: 'dpmptsp', to: 'issued', effects: [register] } as const

/** Low and medium-low risk are granted at once; medium-high is inspected, and silence grants it. */
export const certificateStates: ServiceInput['flow']['states'] = [
  routing,
  office({
    id: 'received',
    desk: 'services.receive',
    unit: 'dpmptsp',
    deadline: days('intake'),
    label: { id: 'Di loket', en: 'At the counter' },
    sentence: {
      id: 'Berkas Anda diperiksa kelengkapannya di DPMPTSP sejak {since}.',
      en: 'DPMPTSP has been checking your file since {since}.',
    },
    step: {
      title: { id: 'Kelengkapan diperiksa', en: 'Completeness is checked' },
      place: { id: 'DPMPTSP, hanya risiko menengah tinggi', en: 'DPMPTSP, medium-high risk only' },
      time: {
        id: '{rule:business-risk.certificate.intake}; risiko rendah dan menengah rendah seketika',
        en: '{rule:business-risk.certificate.intake}; low and medium-low risk at once',
      },
    },
  }),
  returned,
  office({
    id: 'inspecting',
    desk: 'services.verify',
    unit: 'dpmptsp',
    deadline: days('inspection'),
    appointment: {
      label: { id: 'Pemeriksaan tempat usaha', en: 'Inspection of the place' },
      place: 'answers.businessAddress.street',
      minutes: 90,
      within: days('appointment'),
    },
    label: { id: 'Pemeriksaan', en: 'Inspection' },
    sentence: {
      id: 'Petugas mengatur pemeriksaan tempat usaha dengan Anda sejak {since}.',
      en: 'Officers have been arranging the inspection with you since {since}.',
    },
    step: {
      title: { id: 'Tempat usaha diperiksa', en: 'The place of business is inspected' },
      place: { id: 'di tempat usaha, dengan janji temu', en: 'at the business, by appointment' },
    },
  }),
  office({
    id: 'signing',
    desk: 'services.sign',
    unit: 'dpmptsp',
    deadline: days('sign'),
    label: { id: 'Menunggu keputusan', en: 'Waiting for the decision' },
    sentence: {
      id: 'Sertifikat menunggu keputusan kepala DPMPTSP sejak {since}. Tanpa keputusan sampai batas janji, sertifikat terbit menurut hukum.',
      en: 'The certificate has waited for the head of DPMPTSP since {since}. Without a decision by the promised day it is issued by law.',
    },
    step: {
      title: { id: 'Kepala DPMPTSP memutus', en: 'The head of DPMPTSP decides' },
      place: { id: 'tanda tangan elektronik', en: 'electronic signature' },
    },
  }),
  issued(
    {
      id: 'Usaha Anda boleh beroperasi. Sertifikat standar, atau keterangan risiko rendahnya, sudah terbit.',
      en: 'Your business may operate. The standard certificate, or the statement of low risk, has been issued.',
    },
    { id: 'Anda menerima sertifikat', en: 'You receive the certificate' },
  ),
  ...endings,
  cancelled,
  ...objectionStates(objection),
]
