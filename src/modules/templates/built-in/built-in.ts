import type { Act, LetterRecipient, LetterValues } from '#modules/documents/index.ts'
import type { LetterKind } from '../kinds.ts'
import type { TemplateColumn, TemplateContent, TemplateField } from '../template.ts'

/** What a specimen letter says beside the values of its fields. */
export interface Specimen {
  readonly values: LetterValues
  readonly number?: string | undefined
  readonly subject?: string | undefined
  readonly about?: string | undefined
  readonly attachmentsNote?: string | undefined
  readonly recipients?: readonly LetterRecipient[] | undefined
  readonly copies?: readonly string[] | undefined
}

/** A template that is shipped; its body is `templates/naskah/<key>.typ`. */
export interface BuiltIn {
  readonly key: LetterKind
  readonly content: Omit<TemplateContent, 'source'>
  readonly specimen: Specimen
}

type More = Partial<Omit<TemplateField, 'key' | 'type' | 'label'>>

const field =
  (type: TemplateField['type'], required: boolean) =>
  (key: string, id: string, en: string, more: More = {}): TemplateField => ({
    key,
    type,
    label: { id, en },
    required,
    ...more,
  })

export const text = field('text', true)
export const textMaybe = field('text', false)
export const words = field('paragraph', true)
export const wordsMaybe = field('paragraph', false)
export const day = field('date', true)
export const dayMaybe = field('date', false)
export const number = field('number', true)
export const moneyMaybe = field('money', false)
export const list = field('list', true)
export const listMaybe = field('list', false)
export const official = field('official', true)
export const rows = field('table', true)
export const rowsMaybe = field('table', false)
export const choice = field('choice', true)

export const column = (key: string, id: string, en: string, type: TemplateColumn['type'] = 'text'): TemplateColumn => ({
  key,
  label: { id, en },
  type,
})

export const hint = (id: string, en: string) => ({ hint: { id, en } })

/** The usual letter of correspondence: numbered as outgoing, one signer. */
export const letter = (kind: LetterKind, id: string, en: string, act: Act = 'routine') =>
  ({
    name: { id, en },
    kind,
    layout: 'correspondence',
    letterhead: 'unit',
    paper: 'a4',
    act,
    register: 'surat-keluar',
    signers: [{}],
  }) as const

/** The usual letter with a title of its own. */
export const titled = (kind: LetterKind, id: string, en: string, register: string, act: Act = 'routine') =>
  ({
    name: { id, en },
    kind,
    layout: 'titled',
    title: id,
    letterhead: 'unit',
    paper: 'a4',
    act,
    register,
    signers: [{}],
  }) as const

export const staff = {
  name: 'Laras Prameswari, S.Sos.',
  employeeNumber: '198905142014022003',
  rank: 'Penata, III/c',
  position: 'Analis Kebijakan Ahli Muda',
} as const
export const staffTwo = {
  name: 'Bagus Raharja, S.Kom.',
  employeeNumber: '199201032018011002',
  rank: 'Penata Muda, III/a',
  position: 'Pranata Komputer Ahli Pertama',
} as const
