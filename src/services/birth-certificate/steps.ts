import type { ServiceInput } from '#modules/services/index.ts'
import { reviewSteps } from '../rows/appeal.ts'
import { withdrawals } from '../rows/endings.ts'
import { forward, resubmit, sendBack } from '../rows/intake.ts'
import { issues } from '../rows/issue.ts'
import { youMayObject } from '../rows/law.ts'
import { examines, handsBack } from '../rows/row.ts'
import { review } from './states.ts'

const sign = {
  verb: 'sign',
  needs: ['no-marks' as const],
  effects: ['population.register-birth'],
  tell: {
    title: {
      id: 'Akta kelahiran {subject} sudah terbit',
      en: 'The birth certificate of {subject} has been issued',
    },
    body: {
      id: 'Akta kelahiran dan kartu keluarga baru untuk {subject} sudah terbit. Unduh dan cetak kapan saja dari halaman berkas {number}.',
      en: 'The birth certificate and the new family card for {subject} are ready. Download and print them at any time from file {number}.',
    },
  },
}

/** The verifier refuses by himself here; the head of office answers whoever objects. */
export const birthSteps: ServiceInput['flow']['transitions'] = [
  forward,
  sendBack('received', 'services.receive', 'returned'),
  resubmit('returned', 'received'),
  examines({
    from: 'verifying',
    verb: 'accept',
    to: 'signing',
    needs: ['no-marks'],
    label: { id: 'Setujui, teruskan ke kepala dinas', en: 'Accept, forward to the head of office' },
    done: { id: 'Disetujui verifikator', en: 'Accepted by the verifier' },
  }),
  sendBack('verifying', 'services.verify', 'returned'),
  {
    from: 'verifying',
    verb: 'refuse',
    to: 'refused',
    by: 'services.verify',
    key: 't',
    tone: 'danger',
    needs: ['reason'],
    label: { id: 'Tolak dengan alasan', en: 'Refuse with a reason' },
    done: { id: 'Ditolak', en: 'Refused' },
    tell: {
      title: { id: 'Berkas Anda ditolak', en: 'Your application was refused' },
      body: {
        id: `Berkas {number} ditolak. Alasan: {reason} ${youMayObject.id}`,
        en: `File {number} was refused. Reason: {reason} ${youMayObject.en}`,
      },
    },
  },
  issues({ ...sign, from: 'signing', notBy: ['accept'] }),
  handsBack({
    from: 'signing',
    verb: 'send-back-to-verifier',
    to: 'verifying',
    label: { id: 'Kembalikan ke verifikator', en: 'Return to the verifier' },
    done: { id: 'Dikembalikan ke verifikator', en: 'Returned to the verifier' },
  }),
  ...withdrawals(['received', 'returned', 'verifying']),
  ...reviewSteps(review),
  issues({ ...sign, from: 'fulfilling', notBy: ['grant-appeal'] }),
]
