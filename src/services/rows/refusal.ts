import { objectionMay, youMayObject } from './law.ts'
import { type Letter, office, type Reasons, type State, type Step, type Text } from './row.ts'

/** The head of office considers a refusal that was proposed. */
export function refusing(unit: string, deadline: State['deadline']): State {
  return office({
    id: 'refusing',
    desk: 'services.sign',
    unit,
    deadline,
    label: { id: 'Usul penolakan', en: 'Refusal proposed' },
    sentence: {
      id: 'Kepala dinas mempertimbangkan usul penolakan sejak {since}.',
      en: 'The head of office has been considering a proposed refusal since {since}.',
    },
  })
}

/** An examiner cannot recommend it; only the head of office refuses. */
export function proposeRefusal(from: string): Step {
  return {
    from,
    verb: 'propose-refusal',
    to: 'refusing',
    by: 'services.verify',
    key: 't',
    tone: 'danger',
    needs: ['reason'],
    label: { id: 'Usulkan penolakan', en: 'Propose a refusal' },
    done: { id: 'Penolakan diusulkan', en: 'Refusal proposed' },
  }
}

/** @param title of the message: what was refused */
export function refuse(from: string, title: Text, reasons: Reasons, notBy: readonly string[] = []): Step {
  return {
    from,
    verb: 'refuse',
    to: 'refused',
    by: 'services.sign',
    key: 't',
    tone: 'danger',
    stepUp: true,
    needs: ['reason'],
    notBy: [...notBy],
    reasons,
    label: { id: 'Tolak dan tanda tangani', en: 'Refuse and sign' },
    done: { id: 'Ditolak kepala dinas', en: 'Refused by the head of office' },
    tell: {
      title,
      body: {
        id: `Berkas {number} ditolak. {reason} ${youMayObject.id}`,
        en: `File {number} was refused. {reason} ${youMayObject.en}`,
      },
    },
  }
}

/** The refusal in writing, with its reason and the way to object. */
export function refusalLetter(own: Pick<Letter, 'title' | 'register' | 'number' | 'rows'> & Partial<Letter>): Letter {
  return {
    id: 'refusal',
    on: ['refuse'],
    template: 'decision-letter',
    opening: ['Permohonan {applicant} pada berkas {number} tidak dapat disetujui.', '{reason}'],
    closing: [objectionMay],
    ...own,
  }
}
