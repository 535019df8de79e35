import type { ServiceInput } from '#modules/services/index.ts'
import { reviewSteps } from '../rows/appeal.ts'
import { withdrawals } from '../rows/endings.ts'
import { forward, lapseUncorrected, resubmit, sendBack } from '../rows/intake.ts'
import { issues } from '../rows/issue.ts'
import { refuse } from '../rows/refusal.ts'
import { days, examines, handsBack } from '../rows/row.ts'
import { deathAftermath } from './aftermath.ts'

const sign = {
  verb: 'sign',
  needs: ['no-marks' as const],
  effects: ['population.register-death'],
  tell: {
    title: { id: 'Akta kematian {subject} sudah terbit', en: 'The death certificate of {subject} has been issued' },
    body: {
      id: 'Akta kematian dan kartu keluarga baru sudah terbit. Unduh dan cetak kapan saja dari halaman berkas {number}. Ada salah tulis? Laporkan di sana.',
      en: 'The death certificate and the new family card are ready. Download and print them at any time from file {number}. An error? Report it there.',
    },
  },
}

/** From the report to the certificate. */
export const deathSteps: ServiceInput['flow']['transitions'] = [
  forward,
  sendBack('received', 'services.receive', 'returned'),
  resubmit('returned', 'received'),
  lapseUncorrected(days('civil-registration')('correction-within'), {
    tell: {
      title: { id: 'Laporan Anda gugur', en: 'Your report has lapsed' },
      body: {
        id: 'Perbaikan berkas {number} tidak kami terima dalam {rule:civil-registration.correction-within}, sehingga laporan gugur. Kematiannya tetap perlu dicatat; kirim laporan baru kapan saja.',
        en: 'We did not receive the corrections of file {number} within {rule:civil-registration.correction-within}, so it has lapsed. The death still has to be recorded; send a new report at any time.',
      },
    },
  }),
  examines({
    from: 'verifying',
    verb: 'accept',
    to: 'deciding',
    needs: ['no-marks'],
    label: { id: 'Cocok, teruskan ke kepala dinas', en: 'It matches, forward to the head of office' },
    done: { id: 'Dinyatakan cocok oleh verifikator', en: 'Found right by the verifier' },
  }),
  sendBack('verifying', 'services.verify', 'returned'),
  {
    from: 'verifying',
    verb: 'propose-refusal',
    to: 'deciding',
    by: 'services.verify',
    key: 't',
    label: { id: 'Usulkan penolakan', en: 'Propose a refusal' },
    done: { id: 'Verifikator mengusulkan penolakan', en: 'The verifier proposes a refusal' },
    form: [
      {
        id: 'refusalAdvice',
        kind: 'long-text',
        min: 20,
        label: { id: 'Mengapa laporan ini tidak dapat dikabulkan', en: 'Why this report cannot be granted' },
      },
    ],
  },
  issues({ ...sign, from: 'deciding', notBy: ['accept'] }),
  refuse(
    'deciding',
    { id: 'Laporan Anda ditolak', en: 'Your report was refused' },
    [
      {
        id: 'proof-not-valid',
        label: { id: 'Surat kematian tidak sah', en: 'The death letter is not valid' },
        basis: 'Perpres 96/2018 pasal 45',
      },
      {
        id: 'court-needed',
        label: { id: 'Diperlukan penetapan pengadilan', en: 'A court decision is needed' },
        basis: 'UU 23/2006 pasal 44 ayat (4)',
      },
      {
        id: 'identity-unclear',
        label: { id: 'Identitas yang meninggal tidak jelas', en: 'The identity of the deceased is unclear' },
        basis: 'UU 23/2006 pasal 44 ayat (5)',
      },
      {
        id: 'already-recorded',
        label: { id: 'Kematian ini sudah dicatat', en: 'This death is already recorded' },
        basis: 'Permendagri 108/2019',
      },
    ],
    ['propose-refusal'],
  ),
  handsBack({
    from: 'deciding',
    verb: 'send-back-to-verifier',
    to: 'verifying',
    label: { id: 'Kembalikan ke verifikator', en: 'Return to the verifier' },
    done: { id: 'Dikembalikan ke verifikator', en: 'Returned to the verifier' },
  }),
  ...withdrawals(['received', 'returned', 'verifying']),
  ...deathAftermath,
  ...reviewSteps({ unit: 'disdukcapil', superior: 'setda' }),
  issues({ ...sign, from: 'fulfilling', notBy: ['grant-appeal'] }),
]
