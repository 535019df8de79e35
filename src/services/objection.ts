import type { ServiceInput } from '#modules/services/index.ts'

type State = ServiceInput['flow']['states'][number]
type Step = ServiceInput['flow']['transitions'][number]
type Letter = NonNullable<ServiceInput['documents']>[number]

interface Objection {
  /** Path of the unit whose head decided and now answers. */
  readonly unit: string
  /** Where the file goes when the objection is granted. */
  readonly to: string
  /** Effects of granting it, when that gives what was applied for at once. */
  readonly effects?: readonly string[]
}

const answerWithin = { rule: 'objection.answer-within', per: 'working-day' } as const
const basis = 'UU 30/2014 pasal 77 ayat (5)'

/**
 * The objection to a refusal, answered by the official who refused.
 * @basis UU 30/2014 pasal 75 sampai 78
 */
export function objectionStates({ unit }: Objection): State[] {
  return [
    {
      id: 'objection',
      holder: 'office',
      desk: 'services.sign',
      unit,
      deadline: answerWithin,
      label: { id: 'Keberatan', en: 'Objection' },
      sentence: {
        id: 'Keberatan Anda ada pada pimpinan sejak {since}. Tanpa jawaban sampai {deadline}, keberatan dianggap dikabulkan.',
        en: 'Your objection has been with the head of office since {since}. Without an answer by {deadline} it counts as granted.',
      },
      step: {
        title: { id: 'Bila ditolak: keberatan dijawab', en: 'If refused: an objection is answered' },
        place: { id: 'kepala dinas', en: 'head of office' },
        time: { id: 'paling lama 10 hari kerja', en: 'within 10 working days' },
      },
    },
    {
      id: 'objection-refused',
      holder: 'none',
      result: 'refused',
      label: { id: 'Keberatan ditolak', en: 'Objection refused' },
      sentence: {
        id: 'Keberatan Anda ditolak. Anda dapat mengajukan banding kepada atasan kepala dinas dalam 10 hari kerja.',
        en: 'Your objection was refused. You may appeal to the superior of the head of office within 10 working days.',
      },
    },
  ]
}

/** @basis UU 30/2014 pasal 77: 21 hari kerja untuk mengajukan, 10 hari kerja untuk menjawab, diam berarti dikabulkan */
export function objectionSteps({ to, effects = [] }: Objection): Step[] {
  return [
    {
      from: 'refused',
      verb: 'object',
      to: 'objection',
      by: 'applicant',
      within: { rule: 'objection.submit-within', per: 'working-day' },
      needs: ['reason'],
      label: { id: 'Ajukan keberatan', en: 'Object' },
      done: { id: 'Keberatan diajukan', en: 'Objection made' },
    },
    {
      from: 'objection',
      verb: 'grant-objection',
      to,
      by: 'services.sign',
      key: 's',
      tone: 'primary',
      needs: ['reason'],
      stepUp: true,
      effects: [...effects],
      label: { id: 'Kabulkan keberatan', en: 'Grant the objection' },
      done: { id: 'Keberatan dikabulkan', en: 'Objection granted' },
      tell: {
        title: { id: 'Keberatan Anda dikabulkan', en: 'Your objection was granted' },
        body: {
          id: 'Keberatan atas berkas {number} dikabulkan. {reason} Langkah berikutnya ada di halaman berkas.',
          en: 'The objection in file {number} was granted. {reason} See the file for the next step.',
        },
      },
    },
    {
      from: 'objection',
      verb: 'refuse-objection',
      to: 'objection-refused',
      by: 'services.sign',
      key: 't',
      tone: 'danger',
      needs: ['reason'],
      stepUp: true,
      label: { id: 'Tolak keberatan', en: 'Refuse the objection' },
      done: { id: 'Keberatan ditolak', en: 'Objection refused' },
      tell: {
        title: { id: 'Keberatan Anda ditolak', en: 'Your objection was refused' },
        body: {
          id: 'Keberatan atas berkas {number} ditolak. {reason} Anda dapat mengajukan banding kepada atasan kepala dinas dalam 10 hari kerja (UU 30/2014 pasal 78).',
          en: 'The objection in file {number} was refused. {reason} You may appeal to the superior of the head of office within 10 working days (UU 30/2014 art. 78).',
        },
      },
    },
    {
      from: 'objection',
      verb: 'grant-objection-by-silence',
      to,
      by: 'clock',
      after: 'deadline',
      tacit: { basis },
      effects: [...effects],
      label: { id: 'Keberatan dianggap dikabulkan', en: 'The objection counts as granted' },
      done: {
        id: 'Keberatan dianggap dikabulkan karena tidak dijawab dalam 10 hari kerja',
        en: 'Objection counts as granted: no answer within 10 working days',
      },
      tell: {
        title: { id: 'Keberatan Anda dianggap dikabulkan', en: 'Your objection counts as granted' },
        body: {
          id: 'Keberatan atas berkas {number} tidak dijawab dalam 10 hari kerja, sehingga menurut hukum dikabulkan (UU 30/2014 pasal 77).',
          en: 'The objection in file {number} was not answered within 10 working days and is granted by law (UU 30/2014 art. 77).',
        },
      },
    },
  ]
}

/** The answer as a letter; of silence a sealed one. `code` stands in its number, as "PBG". */
export function objectionLetters(code: string): Letter[] {
  const common = {
    template: 'decision-letter',
    register: 'keberatan',
    number: `188/{sequence}/KBR-${code}/{year}`,
  } as const
  return [
    {
      ...common,
      id: 'objection-granted',
      on: ['grant-objection'],
      title: { id: 'Keputusan atas keberatan: dikabulkan', en: 'Decision on an objection: granted' },
      opening: ['Keberatan {applicant} atas keputusan pada berkas {number} telah diperiksa dan dikabulkan.'],
      closing: ['Permohonan dilanjutkan sesuai keputusan ini.'],
    },
    {
      ...common,
      id: 'objection-refused',
      on: ['refuse-objection'],
      title: { id: 'Keputusan atas keberatan: ditolak', en: 'Decision on an objection: refused' },
      opening: [
        'Keberatan {applicant} atas keputusan pada berkas {number} telah diperiksa dan tidak dapat dikabulkan.',
      ],
      closing: [
        'Alasan keputusan ini tertulis pada halaman berkas. Banding dapat diajukan kepada atasan pejabat dalam 10 hari kerja (UU 30/2014 pasal 78).',
      ],
    },
    {
      ...common,
      id: 'objection-by-silence',
      on: ['grant-objection-by-silence'],
      title: { id: 'Keberatan dikabulkan menurut hukum', en: 'Objection granted by law' },
      opening: [
        'Keberatan {applicant} atas keputusan pada berkas {number} tidak diselesaikan dalam 10 hari kerja.',
        `Menurut ${basis} keberatan itu dianggap dikabulkan. Surat ini terbit dengan segel elektronik, tanpa tindakan pejabat.`,
      ],
      closing: ['Permohonan dilanjutkan sesuai keputusan ini.'],
    },
  ]
}

/** @basis UU 30/2014 pasal 75 sampai 78 */
export const objectionLaw = {
  citation: 'UU 30/2014 pasal 75 sampai 78',
  about: {
    id: 'keberatan dan banding: 21 hari kerja untuk mengajukan, 10 hari kerja untuk menjawab',
    en: 'objection and appeal: 21 working days to object, 10 working days to answer',
  },
}
