import type { ServiceInput } from '#modules/services/index.ts'
import { objectionLetters, objectionStates, objectionSteps } from './objection.ts'

type State = ServiceInput['flow']['states'][number]
type Step = ServiceInput['flow']['transitions'][number]
type Letter = NonNullable<ServiceInput['documents']>[number]

interface Review {
  /** Path of the unit whose head decides, and whose objections he answers. */
  readonly unit: string
  /** Path of the unit of his superior, who decides appeals. */
  readonly superior: string
}

/** What follows a granted objection or appeal has a time of its own in the law. */
const fulfilObjection = {
  rule: 'administrative-review.objection-fulfil',
  per: 'working-day',
  basis: 'UU 30/2014 pasal 77 ayat (7)',
} as const
const fulfilAppeal = {
  rule: 'administrative-review.appeal-fulfil',
  per: 'working-day',
  basis: 'UU 30/2014 pasal 78 ayat (7)',
} as const
const silence = 'UU 30/2014 pasal 78 ayat (5)'

/**
 * Objection to whoever refused, appeal to his superior, and the decision that must follow when either is granted.
 * @basis UU 30/2014 pasal 75 sampai 78
 */
export function reviewStates({ unit, superior }: Review): State[] {
  return [
    ...objectionStates({ unit, to: 'fulfilling' }),
    {
      id: 'appeal',
      holder: 'office',
      desk: 'services.sign',
      unit: superior,
      deadline: { rule: 'administrative-review.appeal-answer', per: 'working-day' },
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
        time: { id: 'paling lama 10 hari kerja', en: 'within 10 working days' },
      },
    },
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
    {
      id: 'fulfilling',
      holder: 'office',
      desk: 'services.sign',
      unit,
      deadline: { rule: 'administrative-review.objection-fulfil', per: 'working-day' },
      label: { id: 'Dikabulkan, menunggu tanda tangan', en: 'Granted, waiting for signature' },
      sentence: {
        id: 'Keberatan atau banding Anda dikabulkan. Dokumennya menunggu tanda tangan sejak {since}.',
        en: 'Your objection or appeal was granted. The document has waited for signature since {since}.',
      },
    },
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
      within: { rule: 'administrative-review.appeal-within', per: 'working-day' },
      needs: ['reason'],
      label: { id: 'Ajukan banding', en: 'Appeal' },
      done: { id: 'Banding diajukan', en: 'Appeal made' },
    },
    {
      from: 'appeal',
      verb: 'grant-appeal',
      to: 'fulfilling',
      by: 'services.sign',
      key: 's',
      tone: 'primary',
      needs: ['reason'],
      notBy: ['refuse', 'refuse-objection'],
      stepUp: true,
      label: { id: 'Kabulkan banding', en: 'Grant the appeal' },
      done: { id: 'Banding dikabulkan', en: 'Appeal granted' },
      tell: {
        title: { id: 'Banding Anda dikabulkan', en: 'Your appeal was granted' },
        body: {
          id: 'Banding pada berkas {number} dikabulkan. {reason} Dokumennya segera diterbitkan.',
          en: 'The appeal in file {number} was granted. {reason} The document will be issued shortly.',
        },
      },
    },
    {
      from: 'appeal',
      verb: 'refuse-appeal',
      to: 'appeal-refused',
      by: 'services.sign',
      key: 't',
      tone: 'danger',
      needs: ['reason'],
      notBy: ['refuse', 'refuse-objection'],
      stepUp: true,
      label: { id: 'Tolak banding', en: 'Refuse the appeal' },
      done: { id: 'Banding ditolak', en: 'Appeal refused' },
      tell: {
        title: { id: 'Banding Anda ditolak', en: 'Your appeal was refused' },
        body: {
          id: 'Banding pada berkas {number} ditolak. {reason} Anda masih dapat menggugat ke Pengadilan Tata Usaha Negara (UU 30/2014 pasal 76).',
          en: 'The appeal in file {number} was refused. {reason} You can still go to the Administrative Court (UU 30/2014 art. 76).',
        },
      },
    },
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
        id: 'Banding dianggap dikabulkan karena tidak dijawab dalam 10 hari kerja',
        en: 'Appeal counts as granted: no answer within 10 working days',
      },
      tell: {
        title: { id: 'Banding Anda dianggap dikabulkan', en: 'Your appeal counts as granted' },
        body: {
          id: 'Banding pada berkas {number} tidak dijawab dalam 10 hari kerja, sehingga menurut hukum dikabulkan (UU 30/2014 pasal 78). Dokumennya diterbitkan paling lama 5 hari kerja.',
          en: 'The appeal in file {number} was not answered within 10 working days and is granted by law (UU 30/2014 art. 78). The document is issued within 5 working days.',
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
      closing: ['Pejabat yang menolak wajib menetapkan keputusan sesuai banding ini paling lama 5 hari kerja.'],
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
        'Banding {applicant} atas keputusan pada berkas {number} tidak diselesaikan dalam 10 hari kerja.',
        `Menurut ${silence} banding itu dianggap dikabulkan. Surat ini terbit dengan segel elektronik, tanpa tindakan pejabat.`,
      ],
      closing: ['Pejabat yang menolak wajib menetapkan keputusan sesuai banding ini paling lama 5 hari kerja.'],
    },
  ]
}
