import type { ServiceInput } from '#modules/services/index.ts'
import { withdrawals } from '../rows/endings.ts'
import { lapseUncorrected, resubmit, sendBack } from '../rows/intake.ts'
import { days, examines, handsBack, receives, signs } from '../rows/row.ts'
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
      id: 'Permohonan {number} belum kami jawab dalam waktu yang ditentukan. Anda berhak mengajukan keberatan kepada atasan PPID dari halaman berkas dalam {rule:public-information.objection-within} ({article:public-information.objection-within}). Kami tetap wajib menjawab.',
      en: 'We have not answered request {number} in the time set. You may object to the superior of the PPID on the page of the file within {rule:public-information.objection-within} ({article:public-information.objection-within}). We still have to answer.',
    },
  },
})

const tellAnswered = {
  title: { id: 'Permohonan informasi Anda dijawab', en: 'Your request for information was answered' },
  body: {
    id: 'Jawaban atas permohonan {number} ada di halaman berkas, bersama dokumennya. Tidak sesuai permintaan? Ajukan keberatan di sana dalam {rule:public-information.objection-within}.',
    en: 'The answer to request {number} is on the page of the file, with its documents. Not what you asked for? Object there within {rule:public-information.objection-within}.',
  },
}
const tellExempt = {
  title: { id: 'Informasi yang Anda minta dikecualikan', en: 'The information you asked for is exempt' },
  body: {
    id: 'Permohonan {number} tidak dapat dikabulkan. {reason} Anda dapat mengajukan keberatan kepada atasan PPID di halaman berkas dalam {rule:public-information.objection-within} ({article:public-information.objection-within}).',
    en: 'Request {number} cannot be granted. {reason} You may object to the superior of the PPID on the page of the file within {rule:public-information.objection-within} ({article:public-information.objection-within}).',
  },
}

/** Only what the law exempts is kept back, each time with its ground. */
const keepsBack = (
  own: Pick<Steps[number], 'from' | 'verb' | 'label' | 'done'> & Partial<Steps[number]>,
): Steps[number] =>
  signs({ to: 'refused', key: 't', tone: 'danger', needs: ['reason'], reasons: exemptions, tell: tellExempt, ...own })

const gathered = (from: string): Steps[number] =>
  examines({
    from,
    verb: 'gathered',
    to: 'drafting',
    label: { id: 'Terkumpul, susun jawaban', en: 'Gathered, draft the answer' },
    done: { id: 'Informasi terkumpul', en: 'Information gathered' },
  })

/** @basis UU 14/2008 pasal 22 ayat (7) dan (8); Perki 1/2021 */
export const informationSteps: Steps = [
  receives({
    from: 'received',
    verb: 'register',
    to: 'gathering',
    label: { id: 'Daftar dan teruskan', en: 'Register and forward' },
    done: { id: 'Didaftar, diteruskan ke petugas informasi', en: 'Registered, forwarded to the information officer' },
  }),
  sendBack('received', 'services.receive', 'returned'),
  resubmit('returned', 'received'),
  lapseUncorrected(days('public-information')('correction-within')),
  gathered('gathering'),
  {
    from: 'gathering',
    verb: 'extend',
    to: 'announcing',
    by: 'services.verify',
    key: 'p',
    label: {
      id: 'Perpanjang {rule:public-information.extension}',
      en: 'Extend by {rule:public-information.extension}',
    },
    done: {
      id: 'Jawaban diperpanjang {rule:public-information.extension}',
      en: 'Answer extended by {rule:public-information.extension}',
    },
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
      title: {
        id: 'Jawaban diperpanjang {rule:public-information.extension}',
        en: 'The answer is extended by {rule:public-information.extension}',
      },
      body: {
        id: 'Permohonan {number} memerlukan waktu lebih. Alasannya tertulis pada pemberitahuan di halaman berkas. Perpanjangan hanya satu kali ({article:public-information.extension}).',
        en: 'Request {number} needs more time. The reason is in the notice on the page of the file. There is only one extension ({article:public-information.extension}).',
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
  gathered('extended'),
  examines({
    from: 'drafting',
    verb: 'propose-answer',
    to: 'deciding',
    label: { id: 'Ajukan jawaban ke PPID', en: 'Put the answer to the PPID' },
    done: { id: 'Jawaban diajukan ke PPID', en: 'Answer put to the PPID' },
    form: answerForm,
  }),
  signs({
    from: 'deciding',
    verb: 'answer',
    to: 'answered',
    when: 'findings.scope != "exempt"',
    label: { id: 'Tanda tangani jawaban', en: 'Sign the answer' },
    done: { id: 'Dijawab PPID', en: 'Answered by the PPID' },
    notBy: ['propose-answer'],
    tell: tellAnswered,
  }),
  keepsBack({
    from: 'deciding',
    verb: 'refuse',
    when: 'findings.scope == "exempt"',
    label: {
      id: 'Kecualikan, dengan dasar dan uji konsekuensi',
      en: 'Keep back, with ground and test of consequences',
    },
    done: { id: 'Dikecualikan oleh PPID', en: 'Kept back by the PPID' },
    notBy: ['propose-answer'],
  }),
  handsBack({
    from: 'deciding',
    verb: 'redraft',
    to: 'drafting',
    label: { id: 'Kembalikan untuk disusun ulang', en: 'Return for another draft' },
    done: { id: 'Dikembalikan untuk disusun ulang', en: 'Returned for another draft' },
  }),
  ...['received', 'gathering', 'extended', 'drafting', 'deciding'].map(passDeadline),
  signs({
    from: 'overdue',
    verb: 'answer-late',
    to: 'answered',
    label: { id: 'Jawab sekarang', en: 'Answer now' },
    done: { id: 'Dijawab terlambat', en: 'Answered late' },
    form: [
      { id: 'lateAnswer', kind: 'long-text', min: 20, label: { id: 'Jawaban', en: 'Answer' } },
      { id: 'lateFiles', kind: 'file', required: 'false', label: { id: 'Dokumen', en: 'Documents' } },
    ],
    tell: tellAnswered,
  }),
  keepsBack({
    from: 'overdue',
    verb: 'refuse-late',
    label: { id: 'Kecualikan, dengan dasar', en: 'Keep back, with ground' },
    done: { id: 'Dikecualikan, terlambat', en: 'Kept back, late' },
    form: [
      {
        id: 'lateHarm',
        kind: 'long-text',
        min: 20,
        label: { id: 'Akibat bila dibuka (uji konsekuensi)', en: 'Harm if opened (test of consequences)' },
      },
    ],
  }),
  ...withdrawals(['received', 'returned', 'gathering', 'extended', 'drafting', 'overdue']),
  ...reviewSteps,
]
