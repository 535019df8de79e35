import type { ServiceInput } from '#modules/services/index.ts'
import { resubmit, sendBack, withdrawals } from '../endings.ts'
import { answerForm } from './answer-form.ts'
import { exemptions } from './grounds.ts'
import { reviewSteps } from './review-steps.ts'

type Steps = ServiceInput['flow']['transitions']

/** The answer is late: the applicant is told what he may do, and the PPID still has to answer. */
const passDeadline = (from: string): Steps[number] => ({
  from,
  verb: 'pass-deadline',
  to: 'overdue',
  by: 'clock',
  after: 'promise',
  label: { id: 'Batas waktu lewat', en: 'The time is over' },
  done: { id: 'Batas waktu jawaban lewat', en: 'The time for the answer is over' },
  tell: {
    title: { id: 'Kami terlambat menjawab', en: 'Our answer is late' },
    body: {
      id: 'Permohonan {number} belum kami jawab dalam waktu yang ditentukan. Anda berhak mengajukan keberatan kepada atasan PPID dari halaman berkas dalam 30 hari kerja (UU 14/2008 pasal 35 dan 36). Kami tetap wajib menjawab.',
      en: 'We have not answered request {number} in the time set. You may object to the superior of the PPID on the page of the file within 30 working days (UU 14/2008 art. 35 and 36). We still have to answer.',
    },
  },
})

const tellAnswered = {
  title: { id: 'Permohonan informasi Anda dijawab', en: 'Your request for information was answered' },
  body: {
    id: 'Jawaban atas permohonan {number} ada di halaman berkas, bersama dokumennya. Tidak sesuai permintaan? Ajukan keberatan di sana dalam 30 hari kerja.',
    en: 'The answer to request {number} is on the page of the file, with its documents. Not what you asked for? Object there within 30 working days.',
  },
}
const tellExempt = {
  title: { id: 'Informasi yang Anda minta dikecualikan', en: 'The information you asked for is exempt' },
  body: {
    id: 'Permohonan {number} tidak dapat dikabulkan. {reason} Anda dapat mengajukan keberatan kepada atasan PPID di halaman berkas dalam 30 hari kerja (UU 14/2008 pasal 36).',
    en: 'Request {number} cannot be granted. {reason} You may object to the superior of the PPID on the page of the file within 30 working days (UU 14/2008 art. 36).',
  },
}

/** @basis UU 14/2008 pasal 22 ayat (7) dan (8); Perki 1/2021 */
export const informationSteps: Steps = [
  {
    from: 'received',
    verb: 'register',
    to: 'gathering',
    by: 'services.receive',
    key: 's',
    tone: 'primary',
    label: { id: 'Daftar dan teruskan', en: 'Register and forward' },
    done: { id: 'Didaftar, diteruskan ke petugas informasi', en: 'Registered, forwarded to the information officer' },
    needs: ['no-marks'],
  },
  sendBack('received', 'services.receive', 'returned'),
  resubmit('returned', 'received'),
  {
    from: 'returned',
    verb: 'lapse',
    to: 'lapsed',
    by: 'clock',
    after: { rule: 'public-information.correction-within', per: 'working-day' },
    label: { id: 'Gugur karena tidak dilengkapi', en: 'Lapses without completion' },
    done: { id: 'Gugur, tidak dilengkapi dalam 10 hari kerja', en: 'Lapsed: not completed within 10 working days' },
    tell: {
      title: { id: 'Permohonan Anda gugur', en: 'Your request has lapsed' },
      body: {
        id: 'Permohonan {number} tidak dilengkapi dalam 10 hari kerja. Anda dapat mengajukan yang baru kapan saja.',
        en: 'Request {number} was not completed within 10 working days. You can send a new one at any time.',
      },
    },
  },
  {
    from: 'gathering',
    verb: 'gathered',
    to: 'drafting',
    by: 'services.verify',
    key: 's',
    tone: 'primary',
    label: { id: 'Terkumpul, susun jawaban', en: 'Gathered, draft the answer' },
    done: { id: 'Informasi terkumpul', en: 'Information gathered' },
  },
  {
    from: 'gathering',
    verb: 'extend',
    to: 'announcing',
    by: 'services.verify',
    key: 'p',
    label: { id: 'Perpanjang 7 hari kerja', en: 'Extend by 7 working days' },
    done: { id: 'Jawaban diperpanjang 7 hari kerja', en: 'Answer extended by 7 working days' },
    extends: { rule: 'public-information.extension', per: 'working-day', basis: 'UU 14/2008 pasal 22 ayat (8)' },
    form: [
      {
        id: 'extensionReason',
        kind: 'long-text',
        min: 20,
        max: 600,
        label: { id: 'Alasan perpanjangan, untuk pemohon', en: 'Reason of the extension, for the applicant' },
        hint: {
          id: 'Misalnya: dokumen tersebar di delapan kecamatan. Tercetak pada pemberitahuan.',
          en: 'Such as: the documents lie in eight districts. Printed on the notice.',
        },
      },
    ],
    tell: {
      title: { id: 'Jawaban diperpanjang 7 hari kerja', en: 'The answer is extended by 7 working days' },
      body: {
        id: 'Permohonan {number} memerlukan waktu lebih. Alasannya tertulis pada pemberitahuan di halaman berkas. Perpanjangan hanya satu kali (UU 14/2008 pasal 22 ayat (8)).',
        en: 'Request {number} needs more time. The reason is in the notice on the page of the file. There is only one extension (UU 14/2008 art. 22(8)).',
      },
    },
  },
  {
    from: 'announcing',
    verb: 'announce-extension',
    to: 'extended',
    by: 'engine',
    label: { id: 'Terbitkan pemberitahuan', en: 'Issue the notice' },
    done: { id: 'Pemberitahuan perpanjangan diterbitkan', en: 'Notice of extension issued' },
  },
  {
    from: 'extended',
    verb: 'gathered',
    to: 'drafting',
    by: 'services.verify',
    key: 's',
    tone: 'primary',
    label: { id: 'Terkumpul, susun jawaban', en: 'Gathered, draft the answer' },
    done: { id: 'Informasi terkumpul', en: 'Information gathered' },
  },
  {
    from: 'drafting',
    verb: 'propose-answer',
    to: 'deciding',
    by: 'services.verify',
    key: 's',
    tone: 'primary',
    label: { id: 'Ajukan jawaban ke PPID', en: 'Put the answer to the PPID' },
    done: { id: 'Jawaban diajukan ke PPID', en: 'Answer put to the PPID' },
    form: answerForm,
  },
  {
    from: 'deciding',
    verb: 'answer',
    to: 'answered',
    when: 'findings.scope != "exempt"',
    by: 'services.sign',
    key: 's',
    tone: 'primary',
    label: { id: 'Tanda tangani jawaban', en: 'Sign the answer' },
    done: { id: 'Dijawab PPID', en: 'Answered by the PPID' },
    notBy: ['propose-answer'],
    stepUp: true,
    tell: tellAnswered,
  },
  {
    from: 'deciding',
    verb: 'refuse',
    to: 'refused',
    when: 'findings.scope == "exempt"',
    by: 'services.sign',
    key: 't',
    tone: 'danger',
    label: {
      id: 'Kecualikan, dengan dasar dan uji konsekuensi',
      en: 'Keep back, with ground and test of consequences',
    },
    done: { id: 'Dikecualikan oleh PPID', en: 'Kept back by the PPID' },
    needs: ['reason'],
    reasons: exemptions,
    notBy: ['propose-answer'],
    stepUp: true,
    tell: tellExempt,
  },
  {
    from: 'deciding',
    verb: 'redraft',
    to: 'drafting',
    by: 'services.sign',
    key: 'k',
    label: { id: 'Kembalikan untuk disusun ulang', en: 'Return for another draft' },
    done: { id: 'Dikembalikan untuk disusun ulang', en: 'Returned for another draft' },
    needs: ['reason'],
  },
  ...['received', 'gathering', 'extended', 'drafting', 'deciding'].map(passDeadline),
  {
    from: 'overdue',
    verb: 'answer-late',
    to: 'answered',
    by: 'services.sign',
    key: 's',
    tone: 'primary',
    label: { id: 'Jawab sekarang', en: 'Answer now' },
    done: { id: 'Dijawab terlambat', en: 'Answered late' },
    stepUp: true,
    form: [
      { id: 'lateAnswer', kind: 'long-text', min: 20, label: { id: 'Jawaban', en: 'Answer' } },
      { id: 'lateFiles', kind: 'file', required: 'false', label: { id: 'Dokumen', en: 'Documents' } },
    ],
    tell: tellAnswered,
  },
  {
    from: 'overdue',
    verb: 'refuse-late',
    to: 'refused',
    by: 'services.sign',
    key: 't',
    tone: 'danger',
    label: { id: 'Kecualikan, dengan dasar', en: 'Keep back, with ground' },
    done: { id: 'Dikecualikan, terlambat', en: 'Kept back, late' },
    needs: ['reason'],
    reasons: exemptions,
    stepUp: true,
    form: [
      {
        id: 'lateHarm',
        kind: 'long-text',
        min: 20,
        label: { id: 'Akibat bila dibuka (uji konsekuensi)', en: 'Harm if opened (test of consequences)' },
      },
    ],
    tell: tellExempt,
  },
  ...withdrawals(['received', 'returned', 'gathering', 'extended', 'drafting', 'overdue']),
  ...reviewSteps,
]
