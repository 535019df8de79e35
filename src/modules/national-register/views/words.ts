import type { Locale } from '#kernel/i18n/texts.ts'
import type { Tone } from '#ui/index.ts'
import { type DifferenceKind, type DifferenceState, faultTexts, isFault, type MessageState } from '../domain.ts'
import { nationalTexts } from '../texts.ts'
import { differenceTexts } from '../texts-difference.ts'

export const differenceTones: Readonly<Record<DifferenceState, Tone>> = {
  open: 'late',
  waiting: 'neutral',
  resent: 'soon',
  proposed: 'soon',
  corrected: 'good',
  'ours-accepted': 'good',
  closed: 'neutral',
}

export const messageTones: Readonly<Record<MessageState, Tone>> = {
  waiting: 'neutral',
  sending: 'soon',
  held: 'late',
  accepted: 'good',
  closed: 'neutral',
}

const eventNames: Readonly<Record<string, { readonly id: string; readonly en: string }>> = {
  entry: { id: 'Pencatatan baru', en: 'Entry' },
  birth: { id: 'Kelahiran', en: 'Birth' },
  stillbirth: { id: 'Lahir mati', en: 'Stillbirth' },
  death: { id: 'Kematian', en: 'Death' },
  marriage: { id: 'Perkawinan', en: 'Marriage' },
  divorce: { id: 'Perceraian', en: 'Divorce' },
  annulment: { id: 'Pembatalan perkawinan', en: 'Annulment of a marriage' },
  'divorce-annulment': { id: 'Pembatalan perceraian', en: 'Annulment of a divorce' },
  recognition: { id: 'Pengakuan anak', en: 'Recognition of a child' },
  legitimation: { id: 'Pengesahan anak', en: 'Legitimation of a child' },
  adoption: { id: 'Pengangkatan anak', en: 'Adoption' },
  'adoption-annulment': { id: 'Pembatalan pengangkatan anak', en: 'Annulment of an adoption' },
  'name-change': { id: 'Perubahan nama', en: 'Change of name' },
  'sex-change': { id: 'Perubahan jenis kelamin', en: 'Change of sex' },
  'data-change': { id: 'Perubahan data', en: 'Change of data' },
  'citizenship-change': { id: 'Perubahan kewarganegaraan', en: 'Change of citizenship' },
  'family-new': { id: 'Kartu keluarga baru', en: 'New family card' },
  'family-split': { id: 'Pisah kartu keluarga', en: 'Split of a family card' },
  'family-join': { id: 'Menumpang kartu keluarga', en: 'Joining a family card' },
  'family-renewed': { id: 'Kartu keluarga diganti', en: 'Renewed family card' },
  'head-change': { id: 'Ganti kepala keluarga', en: 'Change of head' },
  'move-within': { id: 'Pindah di dalam daerah', en: 'Move within the region' },
  'move-out': { id: 'Pindah keluar', en: 'Move out' },
  'move-in': { id: 'Pindah datang', en: 'Move in' },
  'departure-abroad': { id: 'Pindah ke luar negeri', en: 'Departure abroad' },
  'return-from-abroad': { id: 'Datang dari luar negeri', en: 'Return from abroad' },
  correction: { id: 'Pembetulan', en: 'Correction' },
  cancellation: { id: 'Pembatalan', en: 'Cancellation' },
  merge: { id: 'Penggabungan data ganda', en: 'Merge of duplicates' },
  check: { id: 'Pemeriksaan data', en: 'Data check' },
  biometrics: { id: 'Perekaman biometrik', en: 'Biometrics' },
}

export const eventName = (kind: string | undefined, locale: Locale): string | undefined =>
  kind === undefined ? undefined : (eventNames[kind]?.[locale] ?? kind)

const kinds: readonly string[] = [
  'unknown-person',
  'name-differs',
  'already-dead',
  'other-family',
  'number-differs',
  'already-registered',
  'duplicate-biometrics',
  'other',
  'data-differs',
  'no-clear-answer',
]

/** Why a message has not gone, in words. */
export function problemWords(problem: string | undefined, locale: Locale): string | undefined {
  if (!problem) return undefined
  if (isFault(problem)) return faultTexts[problem][locale]
  if (problem === 'nothing-to-tell') return nationalTexts(locale)('message.nothing')
  return kinds.includes(problem) ? differenceTexts(locale)(`kinds.${problem as DifferenceKind}`) : problem
}
