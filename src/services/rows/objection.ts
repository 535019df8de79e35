import { appealMay, youMayAppeal } from './law.ts'
import { days, type Letter, office, type State, type Step, signs } from './row.ts'

interface Objection {
  /** Path of the unit whose head decided and now answers. */
  readonly unit: string
  /** Where the file goes when the objection is granted. */
  readonly to: string
  /** Effects of granting it, when that gives what was applied for at once. */
  readonly effects?: readonly string[]
}

const review = days('administrative-review')
const answered = '{rule:administrative-review.objection-answer}'
const basis = 'UU 30/2014 pasal 77 ayat (5)'

/**
 * The objection to a refusal, answered by the official who refused.
 * @basis UU 30/2014 pasal 75 sampai 78
 */
export function objectionStates({ unit }: Objection): State[] {
  return [
    office({
      id: 'objection',
      desk: 'services.sign',
      unit,
      deadline: review('objection-answer'),
      label: { id: 'Keberatan', en: 'Objection' },
      sentence: {
        id: 'Keberatan Anda ada pada pimpinan sejak {since}. Tanpa jawaban sampai {deadline}, keberatan dianggap dikabulkan.',
        en: 'Your objection has been with the head of office since {since}. Without an answer by {deadline} it counts as granted.',
      },
      step: {
        title: { id: 'Bila ditolak: keberatan dijawab', en: 'If refused: an objection is answered' },
        place: { id: 'kepala dinas', en: 'head of office' },
      },
    }),
    {
      id: 'objection-refused',
      holder: 'none',
      result: 'refused',
      label: { id: 'Keberatan ditolak', en: 'Objection refused' },
      sentence: {
        id: `Keberatan Anda ditolak. ${youMayAppeal.id}`,
        en: `Your objection was refused. ${youMayAppeal.en}`,
      },
    },
  ]
}

/** @basis UU 30/2014 pasal 77: waktu mengajukan dan menjawab adalah aturan bertanggal, diam berarti dikabulkan */
export function objectionSteps({ to, effects = [] }: Objection): Step[] {
  return [
    {
      from: 'refused',
      verb: 'object',
      to: 'objection',
      by: 'applicant',
      within: review('objection-within'),
      needs: ['reason'],
      label: { id: 'Ajukan keberatan', en: 'Object' },
      done: { id: 'Keberatan diajukan', en: 'Objection made' },
    },
    signs({
      from: 'objection',
      verb: 'grant-objection',
      to,
      needs: ['reason'],
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
    }),
    signs({
      from: 'objection',
      verb: 'refuse-objection',
      to: 'objection-refused',
      key: 't',
      tone: 'danger',
      needs: ['reason'],
      label: { id: 'Tolak keberatan', en: 'Refuse the objection' },
      done: { id: 'Keberatan ditolak', en: 'Objection refused' },
      tell: {
        title: { id: 'Keberatan Anda ditolak', en: 'Your objection was refused' },
        body: {
          id: `Keberatan atas berkas {number} ditolak. {reason} ${youMayAppeal.id}`,
          en: `The objection in file {number} was refused. {reason} ${youMayAppeal.en}`,
        },
      },
    }),
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
        id: `Keberatan dianggap dikabulkan karena tidak dijawab dalam ${answered}`,
        en: `Objection counts as granted: no answer within ${answered}`,
      },
      tell: {
        title: { id: 'Keberatan Anda dianggap dikabulkan', en: 'Your objection counts as granted' },
        body: {
          id: `Keberatan atas berkas {number} tidak dijawab dalam ${answered}, sehingga menurut hukum dikabulkan (UU 30/2014 pasal 77).`,
          en: `The objection in file {number} was not answered within ${answered} and is granted by law (UU 30/2014 art. 77).`,
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
      closing: [`Alasan keputusan ini tertulis pada halaman berkas. ${appealMay}`],
    },
    {
      ...common,
      id: 'objection-by-silence',
      on: ['grant-objection-by-silence'],
      title: { id: 'Keberatan dikabulkan menurut hukum', en: 'Objection granted by law' },
      opening: [
        `Keberatan {applicant} atas keputusan pada berkas {number} tidak diselesaikan dalam ${answered}.`,
        `Menurut ${basis} keberatan itu dianggap dikabulkan. Surat ini terbit dengan segel elektronik, tanpa tindakan pejabat.`,
      ],
      closing: ['Permohonan dilanjutkan sesuai keputusan ini.'],
    },
  ]
}
