import { objectionLetters, objectionStates, objectionSteps } from './objection.ts'
import { days, type Letter, office, type State, type Step, signs } from './row.ts'

interface Review {
  /** Path of the unit whose head decides, and whose objections he answers. */
  readonly unit: string
  /** Path of the unit of his superior, who decides appeals. */
  readonly superior: string
}

const review = days('administrative-review')
/** What follows a granted objection or appeal has a time of its own in the law. */
const fulfilObjection = { ...review('objection-fulfil'), basis: 'UU 30/2014 pasal 77 ayat (7)' }
const fulfilAppeal = { ...review('appeal-fulfil'), basis: 'UU 30/2014 pasal 78 ayat (7)' }
const answered = '{rule:administrative-review.appeal-answer}'
const fulfilled = '{rule:administrative-review.appeal-fulfil}'
const fulfilSentence = `Pejabat yang menolak wajib menetapkan keputusan sesuai banding ini paling lama ${fulfilled}.`
const silence = 'UU 30/2014 pasal 78 ayat (5)'

/**
 * Objection to whoever refused, appeal to his superior, and the decision that must follow when either is granted.
 * @basis UU 30/2014 pasal 75 sampai 78
 */
export function reviewStates({ unit, superior }: Review): State[] {
  return [
    ...objectionStates({ unit, to: 'fulfilling' }),
    office({
      id: 'appeal',
      desk: 'services.sign',
      unit: superior,
      deadline: review('appeal-answer'),
      label: { id: 'Banding', en: 'Appeal' },
      sentence: {
        id: 'Banding Anda ada pada {unit} sejak {since}. Tanpa jawaban sampai {deadline}, banding dianggap dikabulkan.',
        en: 'Your appeal has been with {unit} since {since}. Without an answer by {deadline} it counts as granted.',
      },
      step: {
        title: {
          id: 'Bila keberatan ditolak: banding dijawab',
          en: 'If the objection is refused: an appeal is answered',
        },
        place: { id: 'atasan kepala dinas', en: 'superior of the head of office' },
      },
    }),
    {
      id: 'appeal-refused',
      holder: 'none',
      result: 'refused',
      label: { id: 'Banding ditolak', en: 'Appeal refused' },
      sentence: {
        id: 'Banding Anda ditolak. Anda masih dapat menggugat ke Pengadilan Tata Usaha Negara.',
        en: 'Your appeal was refused. You can still go to the Administrative Court.',
      },
    },
    office({
      id: 'fulfilling',
      desk: 'services.sign',
      unit,
      deadline: review('objection-fulfil'),
      label: { id: 'Dikabulkan, menunggu tanda tangan', en: 'Granted, waiting for signature' },
      sentence: {
        id: 'Keberatan atau banding Anda dikabulkan. Dokumennya menunggu tanda tangan sejak {since}.',
        en: 'Your objection or appeal was granted. The document has waited for signature since {since}.',
      },
    }),
  ]
}

export function reviewSteps({ unit }: Review): Step[] {
  return [
    ...objectionSteps({ unit, to: 'fulfilling' }).map((row) =>
      row.verb === 'grant-objection-by-silence' ? { ...row, extends: fulfilObjection } : row,
    ),
    {
      from: 'objection-refused',
      verb: 'appeal',
      to: 'appeal',
      by: 'applicant',
      within: review('appeal-within'),
      needs: ['reason'],
      label: { id: 'Ajukan banding', en: 'Appeal' },
      done: { id: 'Banding diajukan', en: 'Appeal made' },
    },
    signs({
      from: 'appeal',
      verb: 'grant-appeal',
      to: 'fulfilling',
      needs: ['reason'],
      notBy: ['refuse', 'refuse-objection'],
      label: { id: 'Kabulkan banding', en: 'Grant the appeal' },
      done: { id: 'Banding dikabulkan', en: 'Appeal granted' },
      tell: {
        title: { id: 'Banding Anda dikabulkan', en: 'Your appeal was granted' },
        body: {
          id: 'Banding pada berkas {number} dikabulkan. {reason} Dokumennya segera diterbitkan.',
          en: 'The appeal in file {number} was granted. {reason} The document will be issued shortly.',
        },
      },
    }),
    signs({
      from: 'appeal',
      verb: 'refuse-appeal',
      to: 'appeal-refused',
      key: 't',
      tone: 'danger',
      needs: ['reason'],
      notBy: ['refuse', 'refuse-objection'],
      label: { id: 'Tolak banding', en: 'Refuse the appeal' },
      done: { id: 'Banding ditolak', en: 'Appeal refused' },
      tell: {
        title: { id: 'Banding Anda ditolak', en: 'Your appeal was refused' },
        body: {
          id: 'Banding pada berkas {number} ditolak. {reason} Anda masih dapat menggugat ke Pengadilan Tata Usaha Negara (UU 30/2014 pasal 76).',
          en: 'The appeal in file {number} was refused. {reason} You can still go to the Administrative Court (UU 30/2014 art. 76).',
        },
      },
    }),
    {
      from: 'appeal',
      verb: 'grant-appeal-by-silence',
      to: 'fulfilling',
      by: 'clock',
      after: 'deadline',
      tacit: { basis: silence },
      extends: fulfilAppeal,
      label: { id: 'Banding dianggap dikabulkan', en: 'The appeal counts as granted' },
      done: {
        id: `Banding dianggap dikabulkan karena tidak dijawab dalam ${answered}`,
        en: `Appeal counts as granted: no answer within ${answered}`,
      },
      tell: {
        title: { id: 'Banding Anda dianggap dikabulkan', en: 'Your appeal counts as granted' },
        body: {
          id: `Banding pada berkas {number} tidak dijawab dalam ${answered}, sehingga menurut hukum dikabulkan (UU 30/2014 pasal 78). Dokumennya diterbitkan paling lama ${fulfilled}.`,
          en: `The appeal in file {number} was not answered within ${answered} and is granted by law (UU 30/2014 art. 78). The document is issued within ${fulfilled}.`,
        },
      },
    },
  ]
}

/** The answers as letters; of silence a sealed one. `code` stands in their numbers, as "AK". */
export function reviewLetters(code: string): Letter[] {
  const common = {
    template: 'decision-letter',
    register: 'banding',
    number: `188/{sequence}/BDG-${code}/{year}`,
  } as const
  return [
    ...objectionLetters(code),
    {
      ...common,
      id: 'appeal-granted',
      on: ['grant-appeal'],
      title: { id: 'Keputusan atas banding: dikabulkan', en: 'Decision on an appeal: granted' },
      opening: ['Banding {applicant} atas keputusan pada berkas {number} telah diperiksa dan dikabulkan.', '{reason}'],
      closing: [fulfilSentence],
    },
    {
      ...common,
      id: 'appeal-refused',
      on: ['refuse-appeal'],
      title: { id: 'Keputusan atas banding: ditolak', en: 'Decision on an appeal: refused' },
      opening: [
        'Banding {applicant} atas keputusan pada berkas {number} telah diperiksa dan tidak dapat dikabulkan.',
        '{reason}',
      ],
      closing: ['Gugatan dapat diajukan ke Pengadilan Tata Usaha Negara (UU 30/2014 pasal 76 ayat (3)).'],
    },
    {
      ...common,
      id: 'appeal-by-silence',
      on: ['grant-appeal-by-silence'],
      title: { id: 'Banding dikabulkan menurut hukum', en: 'Appeal granted by law' },
      opening: [
        `Banding {applicant} atas keputusan pada berkas {number} tidak diselesaikan dalam ${answered}.`,
        `Menurut ${silence} banding itu dianggap dikabulkan. Surat ini terbit dengan segel elektronik, tanpa tindakan pejabat.`,
      ],
      closing: [fulfilSentence],
    },
  ]
}
