import type { ServiceInput } from '#modules/services/index.ts'
import { correctionSteps, takeBack } from '../rows/aftermath.ts'
import { reviewSteps } from '../rows/appeal.ts'
import { asksNumbers } from '../rows/ask-numbers.ts'
import { withdrawals } from '../rows/endings.ts'
import { forward, lapseUncorrected, resubmit, sendBack } from '../rows/intake.ts'
import { issues } from '../rows/issue.ts'
import { youMayObject } from '../rows/law.ts'
import { days, examines, handsBack, signs } from '../rows/row.ts'
import { courtVoidedCertificate } from '../rows/voiding.ts'
import { correction, review } from './states.ts'

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
const steps: ServiceInput['flow']['transitions'] = [
  forward,
  sendBack('received', 'services.receive', 'returned'),
  resubmit('returned', 'received'),
  examines({
    from: 'verifying',
    verb: 'accept',
    to: 'signing',
    when: `answers.isLate != "yes"`,
    needs: ['no-marks'],
    label: { id: 'Setujui, teruskan ke kepala dinas', en: 'Accept, forward to the head of office' },
    done: { id: 'Disetujui verifikator', en: 'Accepted by the verifier' },
  }),
  examines({
    from: 'verifying',
    verb: 'accept-late',
    to: 'late-decision',
    when: `answers.isLate == "yes"`,
    key: 'l',
    needs: ['no-marks'],
    label: { id: 'Cocok, ajukan keputusan terlambat lapor', en: 'It matches; ask for the decision on a late report' },
    done: {
      id: 'Cocok, diajukan untuk keputusan terlambat lapor',
      en: 'Found right, sent for the decision on lateness',
    },
  }),
  signs({
    from: 'late-decision',
    verb: 'approve-late',
    to: 'signing',
    label: { id: 'Setujui pencatatan terlambat', en: 'Allow the late entry' },
    done: { id: 'Kepala dinas menyetujui pencatatan terlambat', en: 'The head of office allowed the late entry' },
    notBy: ['accept-late'],
  }),
  handsBack({
    from: 'late-decision',
    verb: 'send-back-to-verifier',
    to: 'verifying',
    label: { id: 'Kembalikan ke verifikator', en: 'Return to the verifier' },
    done: { id: 'Dikembalikan ke verifikator', en: 'Returned to the verifier' },
  }),
  lapseUncorrected(days('civil-registration')('correction-within'), {
    tell: {
      title: { id: 'Laporan Anda gugur', en: 'Your report has lapsed' },
      body: {
        id: 'Perbaikan berkas {number} tidak kami terima dalam {rule:civil-registration.correction-within}, sehingga laporan gugur. Kelahirannya tetap perlu dicatat; kirim laporan baru kapan saja.',
        en: 'We did not receive the corrections of file {number} within {rule:civil-registration.correction-within}, so it has lapsed. The birth still has to be entered; send a new report at any time.',
      },
    },
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
  issues({ ...sign, from: 'signing', notBy: ['accept', 'accept-late'] }),
  handsBack({
    from: 'signing',
    verb: 'send-back-to-verifier',
    to: 'verifying',
    label: { id: 'Kembalikan ke verifikator', en: 'Return to the verifier' },
    done: { id: 'Dikembalikan ke verifikator', en: 'Returned to the verifier' },
  }),
  ...withdrawals(['received', 'returned', 'verifying']),
  ...correctionSteps(correction),
  {
    from: 'issued',
    verb: 'begin-correction',
    to: 'correcting',
    by: 'services.verify',
    key: 'b',
    label: { id: 'Betulkan salah tulis', en: 'Correct an error' },
    done: { id: 'Kantor menemukan salah tulis', en: 'The office found an error' },
    needs: ['reason'],
    tell: {
      title: { id: 'Kami membetulkan akta Anda', en: 'We are correcting your certificate' },
      body: {
        id: 'Ada salah tulis pada akta dari berkas {number}. {reason} Yang benar menyusul tanpa biaya.',
        en: 'There is an error in the certificate of file {number}. {reason} The right one follows, free of charge.',
      },
    },
  },
  takeBack({
    verb: 'cancel',
    label: { id: 'Batalkan akta', en: 'Void the certificate' },
    done: { id: 'Akta dibatalkan', en: 'Certificate voided' },
    undoes: ['sign'],
    reasons: [
      courtVoidedCertificate,
      {
        id: 'registered-twice',
        label: { id: 'Anak ini sudah punya akta kelahiran lain', en: 'The child already has another certificate' },
        basis: 'Permendagri 108/2019 (contrarius actus)',
      },
    ],
    tell: {
      title: { id: 'Akta kelahiran {subject} dibatalkan', en: 'The birth certificate of {subject} was voided' },
      body: {
        id: 'Akta dari berkas {number} dibatalkan. {reason} Kartu keluarga yang benar sudah terbit di halaman berkas.',
        en: 'The certificate of file {number} was voided. {reason} The right family card is on the page of the file.',
      },
    },
  }),
  ...reviewSteps(review),
  issues({ ...sign, from: 'fulfilling', notBy: ['grant-appeal'] }),
]

export const birthSteps: ServiceInput['flow']['transitions'] = steps.map(asksNumbers)
