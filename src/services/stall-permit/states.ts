import type { ServiceInput } from '#modules/services/index.ts'
import { cancelled, endings } from '../rows/endings.ts'
import { returned, routing } from '../rows/intake.ts'
import { awaitsSignature, issued } from '../rows/issue.ts'
import { objectionStates } from '../rows/objection.ts'
import { payment } from '../rows/payment.ts'
import { refusing } from '../rows/refusal.ts'
import { days as daysOf, office } from '../rows/row.ts'

export const days = daysOf('market.stall')
export const objection = { unit: 'diskumdag', to: 'payment' } as const

/** Check, visit, payment, signature. */
export const stallStates: ServiceInput['flow']['states'] = [
  routing,
  office({
    id: 'checking',
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
        id: '{rule:market.stall.check}; perpanjangan tanpa perubahan langsung ke pembayaran',
        en: '{rule:market.stall.check}; a renewal without a change goes straight to payment',
      },
    },
  }),
  returned,
  office({
    id: 'inspecting',
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
    },
  }),
  refusing('diskumdag', days('issue')),
  payment(
    days('payment-within'),
    { id: 'Retribusi kios sudah dihitung.', en: 'The stall fee is computed.' },
    {
      id: 'Anda membayar retribusi selama {rule:market.stall.validity}',
      en: 'You pay the fee of {rule:market.stall.validity}',
    },
  ),
  awaitsSignature({ id: 'Izin', en: 'The permit' }, { unit: 'diskumdag', deadline: days('issue') }),
  issued(
    {
      id: 'Izin pemakaian kios sudah terbit dan berlaku {rule:market.stall.validity}.',
      en: 'The stall permit has been issued and holds for {rule:market.stall.validity}.',
    },
    { id: 'Anda menerima izin dan kartu kios', en: 'You receive the permit' },
  ),
  ...endings,
  cancelled,
  ...objectionStates(objection),
]
