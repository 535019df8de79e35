import type { ServiceInput } from '#modules/services/index.ts'
import { takeBack, tellLost } from '../rows/aftermath.ts'
import { withdrawals } from '../rows/endings.ts'
import { lapseUncorrected, resubmit, sendBack } from '../rows/intake.ts'
import { issues } from '../rows/issue.ts'
import { objectionSteps } from '../rows/objection.ts'
import { payOrLapse } from '../rows/payment.ts'
import { proposeRefusal, refuse } from '../rows/refusal.ts'
import { examines } from '../rows/row.ts'
import { days, objection } from './states.ts'

/** A renewal without a change goes straight to the bill; everything else is checked and seen first. */
export const stallSteps: ServiceInput['flow']['transitions'] = [
  {
    from: 'routing',
    verb: 'renew-unchanged',
    to: 'payment',
    by: 'engine',
    when: 'answers.renewal == "yes" && answers.unchanged == "yes"',
    label: { id: 'Langsung ke pembayaran', en: 'Straight to payment' },
    done: {
      id: 'Perpanjangan tanpa perubahan: tidak perlu peninjauan',
      en: 'Renewal without a change: no visit needed',
    },
  },
  {
    from: 'routing',
    verb: 'ask-check',
    to: 'checking',
    by: 'engine',
    label: { id: 'Ke pemeriksaan', en: 'To the check' },
    done: { id: 'Diteruskan ke pengelola pasar', en: 'Forwarded to the market office' },
  },
  examines({
    from: 'checking',
    verb: 'accept',
    to: 'inspecting',
    needs: ['no-marks'],
    label: { id: 'Berkas benar, atur peninjauan', en: 'File is right, arrange the visit' },
    done: { id: 'Berkas benar', en: 'File found right' },
  }),
  sendBack('checking', 'services.verify', 'returned'),
  proposeRefusal('checking'),
  resubmit('returned', 'checking'),
  lapseUncorrected(days('correction-within')),
  examines({
    from: 'inspecting',
    verb: 'report-inspection',
    to: 'payment',
    afterAppointment: true,
    needs: ['no-marks'],
    label: { id: 'Kios layak, hitung retribusi', en: 'Stall is fit, compute the fee' },
    done: { id: 'Kios ditinjau dan layak', en: 'Stall seen and fit' },
    form: [
      { id: 'stallPhoto', kind: 'photo', label: { id: 'Foto kios', en: 'Photo of the stall' } },
      {
        id: 'fireSafe',
        kind: 'yes-no',
        when: 'answers.cooking == "yes"',
        label: { id: 'Api dan gas aman, alat pemadam ada', en: 'Fire and gas are safe, an extinguisher is there' },
        checks: [
          {
            holds: 'findings.fireSafe == "yes"',
            say: {
              id: 'Kios dengan api atau gas yang tidak aman tidak dapat dinyatakan layak. Usulkan penolakan dengan temuan Anda.',
              en: 'A stall whose fire or gas is not safe cannot be found fit. Propose a refusal with what you found.',
            },
            basis: 'Permendag 21/2021 pasal 12',
          },
        ],
      },
      {
        id: 'stallNote',
        kind: 'long-text',
        max: 1000,
        required: 'false',
        label: { id: 'Catatan peninjauan', en: 'Note of the visit' },
      },
    ],
    tell: {
      title: { id: 'Retribusi kios sudah dihitung', en: 'The stall fee is computed' },
      body: {
        id: 'Kios Anda layak. Kode bayar ada pada berkas {number}; tanpa pembayaran dalam {rule:market.stall.payment-within} permohonan gugur.',
        en: 'Your stall is fit. File {number} has the code to pay by; without payment within {rule:market.stall.payment-within} the application lapses.',
      },
    },
  }),
  proposeRefusal('inspecting'),
  refuse('refusing', { id: 'Permohonan kios Anda ditolak', en: 'Your application was refused' }, [
    {
      id: 'wrong-zone',
      label: { id: 'Dagangan tidak sesuai zona kios', en: 'The goods do not fit the zone' },
      basis: 'Perbup pengelolaan pasar (zonasi)',
    },
    {
      id: 'not-fit',
      label: { id: 'Kios atau peralatan tidak aman', en: 'The stall or its equipment is not safe' },
      basis: 'Permendag 21/2021 pasal 12',
    },
    {
      id: 'passed-on',
      label: { id: 'Kios akan dipakai orang lain', en: 'Somebody else will use the stall' },
      basis: 'Perbup pengelolaan pasar (larangan memindahtangankan)',
    },
  ]),
  ...payOrLapse(days('payment-within'), {
    id: 'Kios dapat diminta pedagang lain.',
    en: 'Other traders may ask for the stall.',
  }),
  issues({
    from: 'signing',
    verb: 'issue',
    bulk: true,
    effects: ['licensing.let-stall'],
    tell: {
      title: { id: 'Izin kios Anda sudah terbit', en: 'Your stall permit is issued' },
      body: {
        id: 'Izin pemakaian kios pada berkas {number} sudah terbit. Pasang di kios; kami mengingatkan sebelum masanya habis.',
        en: 'The stall permit of file {number} has been issued. Put it up at the stall; we remind you before it runs out.',
      },
    },
  }),
  takeBack({
    verb: 'cancel',
    undoes: ['issue'],
    reasons: [
      {
        id: 'unused',
        label: { id: 'Kios tidak dipakai', en: 'The stall is not used' },
        basis: 'Perbup pengelolaan pasar (pencabutan)',
      },
      {
        id: 'passed-on',
        label: { id: 'Kios dipindahtangankan', en: 'The stall was passed on' },
        basis: 'Perbup pengelolaan pasar (pencabutan)',
      },
    ],
    label: { id: 'Cabut izin', en: 'Withdraw the permit' },
    done: { id: 'Izin dicabut', en: 'Permit taken back' },
    tell: tellLost(
      { id: 'Izin kios Anda dicabut', en: 'Your stall permit was taken back' },
      { id: 'Izin pada berkas {number} dicabut.', en: 'The permit of file {number} was taken back.' },
    ),
  }),
  ...withdrawals(['checking', 'returned', 'inspecting', 'payment']),
  ...objectionSteps(objection),
]
