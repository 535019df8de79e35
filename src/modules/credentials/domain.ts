import type { LocalText } from '#kernel/i18n/texts.ts'

/** Kinds of digital cards, in the order in which they are listed. */
export const cardKinds = ['residence', 'birth', 'marriage', 'divorce', 'death'] as const
export type CardKind = (typeof cardKinds)[number]

export function isCardKind(value: string): value is CardKind {
  return (cardKinds as readonly string[]).includes(value)
}

/** Why a card no longer holds. */
export const revocationCauses = [
  'voided',
  'corrected',
  'noted',
  'paper-ended',
  'moved',
  'address-changed',
  'data-changed',
  'marriage-ended',
  'holder-died',
  'removed',
  'lost',
] as const
export type RevocationCause = (typeof revocationCauses)[number]

/** Path of a claim in a card: `['name']`, `['address', 'village']`. */
export type ClaimPath = readonly string[]

export interface ClaimField {
  readonly path: ClaimPath
  readonly label: LocalText
  /** How the value reads: a day, yes or no, or words. */
  readonly reads: 'words' | 'day' | 'yes-no' | 'sex'
}

/** `address.village`, as forms and records name a claim. */
export const fieldName = (path: ClaimPath): string => path.join('.')

/** The last day on which a card holds: it ends with the first moment of the next one. */
export const lastDayOf = (expiresAt: Temporal.Instant): Temporal.Instant => expiresAt.subtract({ seconds: 1 })

export const ageLimits = [17, 18, 21] as const

/** Seconds for which the other side may open what a QR leads to; and for which challenges and codes hold. */
export const showingSeconds = 120
export const nonceSeconds = 300
export const offerSeconds = 600
export const tokenSeconds = 300
export const requestSeconds = 600
export const mostWrongPins = 5
/** For how long others may keep the status list before they ask again. */
export const statusSeconds = 300
