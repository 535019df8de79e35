import type { ServiceInput } from '#modules/services/index.ts'
import { days as daysOf, handsBack, signs } from '../rows/row.ts'
import { objectionGrounds } from './grounds.ts'

type Steps = ServiceInput['flow']['transitions']

const days = daysOf('public-information')

const object = (from: string): Steps[number] => ({
  from,
  verb: 'object',
  to: 'objection',
  by: 'applicant',
  ...(from === 'overdue' ? {} : { within: days('objection-within') }),
  // A file that was never answered is not closed, so its promise has to be told anew.
  ...(from === 'overdue' ? { extends: { ...days('objection-answer'), basis: 'UU 14/2008 pasal 36 ayat (2)' } } : {}),
  label: { id: 'Ajukan keberatan', en: 'Object' },
  done: { id: 'Keberatan diajukan', en: 'Objection made' },
  needs: ['reason'],
  reasons: objectionGrounds,
})

const dispute = (from: string): Steps[number] => ({
  from,
  verb: 'open-dispute',
  to: 'disputed',
  by: 'applicant',
  within: days('dispute-within'),
  label: { id: 'Saya membawa sengketa ke Komisi Informasi', en: 'I take the dispute to the Information Commission' },
  done: { id: 'Sengketa dibawa ke Komisi Informasi', en: 'Dispute taken to the Information Commission' },
})

/**
 * Objection to the superior of the PPID, then the Information Commission. Silence is not consent here: the law on
 * public information gives the way to the commission instead.
 * @basis UU 14/2008 pasal 35 sampai 40
 */
export const reviewSteps: Steps = [
  ...['answered', 'refused', 'overdue'].map(object),
  signs({
    from: 'objection',
    verb: 'grant-objection',
    to: 'complying',
    label: { id: 'Kabulkan, perintahkan PPID', en: 'Grant and order the PPID' },
    done: { id: 'Keberatan dikabulkan atasan PPID', en: 'Objection granted by the superior' },
    needs: ['reason'],
    notBy: ['answer', 'refuse', 'answer-late', 'refuse-late'],
    tell: {
      title: { id: 'Keberatan Anda dikabulkan', en: 'Your objection was granted' },
      body: {
        id: 'Keberatan atas permohonan {number} dikabulkan. {reason} PPID diperintahkan memberikan informasinya.',
        en: 'The objection in request {number} was granted. {reason} The PPID was ordered to give the information.',
      },
    },
  }),
  signs({
    from: 'objection',
    verb: 'refuse-objection',
    to: 'objection-refused',
    key: 't',
    tone: 'danger',
    label: { id: 'Tolak keberatan', en: 'Refuse the objection' },
    done: { id: 'Keberatan ditolak atasan PPID', en: 'Objection refused by the superior' },
    needs: ['reason'],
    notBy: ['answer', 'refuse', 'answer-late', 'refuse-late'],
    tell: {
      title: { id: 'Keberatan Anda ditolak', en: 'Your objection was refused' },
      body: {
        id: 'Keberatan atas permohonan {number} ditolak. {reason} Anda dapat membawa sengketa ke Komisi Informasi dalam {rule:public-information.dispute-within} ({article:public-information.dispute-within}).',
        en: 'The objection in request {number} was refused. {reason} You may take the dispute to the Information Commission within {rule:public-information.dispute-within} ({article:public-information.dispute-within}).',
      },
    },
  }),
  {
    from: 'objection',
    verb: 'leave-unanswered',
    to: 'objection-unanswered',
    by: 'clock',
    after: 'deadline',
    label: {
      id: 'Tidak dijawab dalam {rule:public-information.objection-answer}',
      en: 'Not answered within {rule:public-information.objection-answer}',
    },
    done: {
      id: 'Keberatan tidak dijawab dalam {rule:public-information.objection-answer}',
      en: 'Objection not answered within {rule:public-information.objection-answer}',
    },
    tell: {
      title: { id: 'Keberatan Anda tidak dijawab', en: 'Your objection was not answered' },
      body: {
        id: 'Atasan PPID tidak menjawab keberatan atas permohonan {number} dalam {rule:public-information.objection-answer}. Anda dapat membawa sengketa ke Komisi Informasi dalam {rule:public-information.dispute-within} ({article:public-information.dispute-within}).',
        en: 'The superior of the PPID did not answer the objection in request {number} within {rule:public-information.objection-answer}. You may take the dispute to the Information Commission within {rule:public-information.dispute-within} ({article:public-information.dispute-within}).',
      },
    },
  },
  signs({
    from: 'complying',
    verb: 'comply',
    to: 'complied',
    label: { id: 'Serahkan informasi', en: 'Hand over the information' },
    done: { id: 'Informasi diserahkan', en: 'Information handed over' },
    notBy: ['grant-objection', 'obey-ruling'],
    form: [
      { id: 'compliedAnswer', kind: 'long-text', min: 20, label: { id: 'Jawaban', en: 'Answer' } },
      { id: 'compliedFiles', kind: 'file', required: 'false', label: { id: 'Dokumen', en: 'Documents' } },
    ],
    tell: {
      title: { id: 'Informasi yang Anda minta diserahkan', en: 'The information you asked for is handed over' },
      body: {
        id: 'Informasi atas permohonan {number} ada di halaman berkas.',
        en: 'The information of request {number} is on the page of the file.',
      },
    },
  }),
  ...['objection-refused', 'objection-unanswered'].map(dispute),
  {
    from: 'disputed',
    verb: 'obey-ruling',
    to: 'complying',
    by: 'services.sign',
    key: 's',
    tone: 'primary',
    label: { id: 'Putusan atau mediasi: buka informasi', en: 'Ruling or mediation: open it' },
    done: { id: 'Komisi Informasi memutus informasi dibuka', en: 'The commission ruled that it be opened' },
    form: [{ id: 'rulingNumber', kind: 'text', max: 80, label: { id: 'Nomor putusan', en: 'Number of the ruling' } }],
  },
  {
    from: 'disputed',
    verb: 'record-loss',
    to: 'dispute-lost',
    by: 'services.sign',
    key: 't',
    label: { id: 'Putusan: tetap dikecualikan', en: 'Ruling: stays exempt' },
    done: {
      id: 'Komisi Informasi memutus informasi tetap dikecualikan',
      en: 'The commission ruled that it stays exempt',
    },
    needs: ['reason'],
    tell: {
      title: { id: 'Putusan Komisi Informasi', en: 'Ruling of the Information Commission' },
      body: {
        id: 'Komisi Informasi memutus informasi pada permohonan {number} tetap dikecualikan. {reason} Anda dapat menggugat ke pengadilan dalam {rule:public-information.lawsuit-within} ({article:public-information.lawsuit-within}).',
        en: 'The commission ruled that the information of request {number} stays exempt. {reason} You can go to court within {rule:public-information.lawsuit-within} ({article:public-information.lawsuit-within}).',
      },
    },
  },
  {
    from: 'answered',
    verb: 'begin-correction',
    to: 'signing-correction',
    by: 'services.verify',
    key: 'b',
    label: { id: 'Ralat jawaban', en: 'Correct the answer' },
    done: { id: 'Ralat jawaban disiapkan', en: 'Correction prepared' },
    form: [
      { id: 'correctionText', kind: 'long-text', min: 20, label: { id: 'Jawaban yang benar', en: 'The right answer' } },
      {
        id: 'correctionFiles',
        kind: 'file',
        required: 'false',
        label: { id: 'Dokumen yang benar', en: 'Right documents' },
      },
    ],
  },
  signs({
    from: 'signing-correction',
    verb: 'sign-correction',
    to: 'answered',
    label: { id: 'Tanda tangani ralat', en: 'Sign the correction' },
    done: { id: 'Ralat jawaban diterbitkan', en: 'Corrected answer issued' },
    notBy: ['begin-correction'],
    tell: {
      title: { id: 'Jawaban kami ralat', en: 'We have corrected our answer' },
      body: {
        id: 'Jawaban atas permohonan {number} kami ralat. Surat yang lama tidak berlaku lagi.',
        en: 'We have corrected the answer to request {number}. The earlier letter no longer holds.',
      },
    },
  }),
  handsBack({
    from: 'signing-correction',
    verb: 'drop-correction',
    to: 'answered',
    label: { id: 'Jawaban lama sudah benar', en: 'The earlier answer was right' },
    done: { id: 'Ralat tidak diperlukan', en: 'No correction needed' },
  }),
]
