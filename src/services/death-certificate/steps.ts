import type { ServiceInput } from '#modules/services/index.ts'
import { reviewSteps } from '../appeal.ts'
import { resubmit, sendBack, withdrawals } from '../endings.ts'
import { deathAftermath } from './aftermath.ts'

type Steps = ServiceInput['flow']['transitions']

const sign: Omit<Steps[number], 'from' | 'notBy'> = {
  verb: 'sign',
  to: 'issued',
  by: 'services.sign',
  key: 's',
  tone: 'primary',
  label: { id: 'Tanda tangani dan terbitkan', en: 'Sign and issue' },
  done: { id: 'Ditandatangani dan diterbitkan', en: 'Signed and issued' },
  needs: ['no-marks'],
  stepUp: true,
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
export const deathSteps: Steps = [
  {
    from: 'received',
    verb: 'forward',
    to: 'verifying',
    by: 'services.receive',
    key: 's',
    tone: 'primary',
    label: { id: 'Lengkap, teruskan ke verifikator', en: 'Complete, forward to the verifier' },
    done: { id: 'Diterima loket, diteruskan ke verifikator', en: 'Received, forwarded to the verifier' },
    needs: ['no-marks'],
  },
  sendBack('received', 'services.receive', 'returned'),
  resubmit('returned', 'received'),
  {
    from: 'returned',
    verb: 'lapse',
    to: 'lapsed',
    by: 'clock',
    after: { rule: 'civil-registration.correction-within', per: 'working-day' },
    label: { id: 'Gugur karena tidak diperbaiki', en: 'Lapses without a correction' },
    done: {
      id: 'Gugur, perbaikan tidak datang dalam 10 hari kerja',
      en: 'Lapsed: no correction within 10 working days',
    },
    tell: {
      title: { id: 'Laporan Anda gugur', en: 'Your report has lapsed' },
      body: {
        id: 'Perbaikan berkas {number} tidak kami terima dalam 10 hari kerja, sehingga laporan gugur. Kematiannya tetap perlu dicatat; kirim laporan baru kapan saja.',
        en: 'We did not receive the corrections of file {number} within 10 working days, so it has lapsed. The death still has to be recorded; send a new report at any time.',
      },
    },
  },
  {
    from: 'verifying',
    verb: 'accept',
    to: 'deciding',
    by: 'services.verify',
    key: 's',
    tone: 'primary',
    label: { id: 'Cocok, teruskan ke kepala dinas', en: 'It matches, forward to the head of office' },
    done: { id: 'Dinyatakan cocok oleh verifikator', en: 'Found right by the verifier' },
    needs: ['no-marks'],
  },
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
  { ...sign, from: 'deciding', notBy: ['accept'] },
  {
    from: 'deciding',
    verb: 'refuse',
    to: 'refused',
    by: 'services.sign',
    key: 't',
    tone: 'danger',
    label: { id: 'Tolak dengan alasan', en: 'Refuse with a reason' },
    done: { id: 'Ditolak kepala dinas', en: 'Refused by the head of office' },
    needs: ['reason'],
    notBy: ['propose-refusal'],
    stepUp: true,
    reasons: [
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
    tell: {
      title: { id: 'Laporan Anda ditolak', en: 'Your report was refused' },
      body: {
        id: 'Berkas {number} ditolak. {reason} Anda dapat mengajukan keberatan di halaman berkas dalam 21 hari kerja (UU 30/2014 pasal 77).',
        en: 'File {number} was refused. {reason} You may object on the page of the file within 21 working days (UU 30/2014 art. 77).',
      },
    },
  },
  {
    from: 'deciding',
    verb: 'send-back-to-verifier',
    to: 'verifying',
    by: 'services.sign',
    key: 'k',
    label: { id: 'Kembalikan ke verifikator', en: 'Return to the verifier' },
    done: { id: 'Dikembalikan ke verifikator', en: 'Returned to the verifier' },
    needs: ['reason'],
  },
  ...withdrawals(['received', 'returned', 'verifying']),
  ...deathAftermath,
  ...reviewSteps({ unit: 'disdukcapil', superior: 'setda' }),
  { ...sign, from: 'fulfilling', notBy: ['grant-appeal'] },
]
