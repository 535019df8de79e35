import type { LocalText } from '#kernel/i18n/texts.ts'

/** What goes wrong with an answer, on purpose. */
export const mishaps = [
  'slow',
  'drop-before',
  'drop-after',
  'server-error',
  'server-error-after',
  'html',
  'half-json',
  'maintenance',
  'wrong-answer',
  'answered-twice',
  'delivered-twice',
  'clock-skew',
  'quota',
  'account',
  'redirect',
  'endless',
] as const
export type Mishap = (typeof mishaps)[number]

/** What an administrator of a demo may have the made-up register do. */
export const behaviours = [
  'well',
  'drop-before',
  'drop-after',
  'slow',
  'html',
  'server-error',
  'maintenance',
  'quota',
  'wrong-answer',
] as const
export type Behaviour = (typeof behaviours)[number]

export const isBehaviour = (word: string): word is Behaviour => (behaviours as readonly string[]).includes(word)

export const behaviourTexts: Readonly<Record<Behaviour, LocalText>> = {
  well: { id: 'Menjawab dengan baik', en: 'Answers well' },
  'drop-before': { id: 'Putus sebelum apa pun diterima', en: 'Cuts the line before taking anything' },
  'drop-after': {
    id: 'Menerima, lalu putus sebelum menjawab',
    en: 'Takes it, then cuts the line before answering',
  },
  slow: { id: 'Lambat', en: 'Slow' },
  html: { id: 'Menjawab dengan halaman web', en: 'Answers with a web page' },
  'server-error': { id: 'Galat server (500)', en: 'Server error (500)' },
  maintenance: { id: 'Sedang pemeliharaan, dengan status 200', en: 'Under maintenance, with status 200' },
  quota: { id: 'Kuota habis', en: 'Quota spent' },
  'wrong-answer': { id: 'Menjawab tentang orang lain', en: 'Answers about somebody else' },
}
