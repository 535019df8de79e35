import type { Sex } from '#modules/people/index.ts'
import type { Away } from './outcome.ts'

/** Elements by which a person is verified without being shown. */
export const elementNames = ['kkNumber', 'fullName', 'sex', 'birthPlace', 'birthOn', 'motherName', 'address'] as const
export type ElementName = (typeof elementNames)[number]
export type Elements = Readonly<Partial<Record<ElementName, string>>>

/** What the national register says of somebody. Days are ISO days. */
export interface NationalPerson {
  readonly nik: string
  readonly fullName?: string | undefined
  readonly sex?: Sex | undefined
  readonly birthPlace?: string | undefined
  readonly birthOn?: string | undefined
  readonly religion?: string | undefined
  readonly motherName?: string | undefined
  readonly fatherName?: string | undefined
  readonly kkNumber?: string | undefined
  readonly diedOn?: string | undefined
}

/** Known there by that NIK, but not as somebody living once: why it shows nothing more. */
export type Inactive = 'dead' | 'double' | 'inactive'

export type VerifyOutcome =
  | {
      readonly kind: 'verified'
      /** For each element that was sent: the same there, or not; likeness of names and places in per cent. */
      readonly elements: Readonly<Partial<Record<ElementName, { readonly same: boolean; readonly likeness: number }>>>
    }
  | { readonly kind: 'not-found'; readonly words: string }
  | { readonly kind: 'inactive'; readonly why: Inactive; readonly words: string }
  | Away

export type FetchOutcome =
  | { readonly kind: 'found'; readonly person: NationalPerson }
  | { readonly kind: 'not-found'; readonly words: string }
  | { readonly kind: 'inactive'; readonly why: Inactive; readonly words: string }
  | Away

export interface NikWanted {
  /** Under which a repetition gives the same number. */
  readonly requestId: string
  /** Dotted code of the district of first registration. */
  readonly districtCode: string
  readonly birthOn: string
  readonly sex: Sex
}

export interface KkWanted {
  readonly requestId: string
  readonly districtCode: string
  readonly issuedOn: string
}

export type NumberOutcome =
  | { readonly kind: 'granted'; readonly number: string }
  | { readonly kind: 'refused'; readonly words: string }
  | Away

/** What changed of one person or one family; people and families are named by their numbers. */
export interface AnnouncedChange {
  readonly nik?: string | undefined
  readonly kkNumber?: string | undefined
  readonly name?: string | undefined
  /** The event entered this person or family; `after` then holds all of them. */
  readonly entered: boolean
  readonly before: Readonly<Record<string, string | number | null>>
  readonly after: Readonly<Record<string, string | number | null>>
}

/** An event of the population register as it is told. */
export interface Announcement {
  /** Of the event here; under it a repetition changes nothing. */
  readonly eventId: string
  readonly kind: string
  readonly validOn: string
  readonly recordedAt: string
  readonly registerNumber?: string | undefined
  readonly territoryCode: string
  readonly voidsEventId?: string | undefined
  /** What an officer adds when it is sent again. */
  readonly note?: string | undefined
  readonly changes: readonly AnnouncedChange[]
}

/** Why an announcement is refused there; words that were not used before become `other`. */
export const refusalCodes = [
  'unknown-person',
  'name-differs',
  'already-dead',
  'other-family',
  'number-differs',
  'already-registered',
  'duplicate-biometrics',
  'other',
] as const
export type RefusalCode = (typeof refusalCodes)[number]

export type AnnounceOutcome =
  | { readonly kind: 'accepted'; readonly reference: string; readonly differs: readonly NationalPerson[] }
  | {
      readonly kind: 'refused'
      readonly code: RefusalCode
      readonly words: string
      /** What stands there of those concerned. */
      readonly theirs: readonly NationalPerson[]
    }
  | Away

export interface FaceWanted {
  readonly requestId: string
  readonly nik: string
  /** JPEG. */
  readonly image: Uint8Array
}

export type FaceOutcome =
  | { readonly kind: 'compared'; readonly score: number; readonly same: boolean }
  | { readonly kind: 'not-found'; readonly words: string }
  | Away

export interface BiometricPart {
  readonly kind: 'face' | 'fingerprint' | 'iris' | 'signature'
  /** As the recorder names it: "right-thumb", "left-eye". */
  readonly position?: string | undefined
  /** MIME type, or the name of a template format. */
  readonly format: string
  readonly data: Uint8Array
  readonly quality?: number | undefined
}

export interface Enrolment {
  /** Under which a repetition changes nothing. */
  readonly enrolmentId: string
  readonly nik: string
  readonly parts: readonly BiometricPart[]
}

export type HealthOutcome =
  | {
      readonly kind: 'up'
      /** How far its clock is ahead of ours, in seconds. */
      readonly aheadSeconds: number
    }
  | Away

/** The national population register as the rest of the program knows it. Nothing here throws for what it or the network does. */
export interface NationalRegister {
  verifyNik(nik: string, elements: Elements): Promise<VerifyOutcome>
  fetchPerson(nik: string): Promise<FetchOutcome>
  allocateNik(wanted: NikWanted): Promise<NumberOutcome>
  allocateKk(wanted: KkWanted): Promise<NumberOutcome>
  announce(event: Announcement): Promise<AnnounceOutcome>
  verifyFace(wanted: FaceWanted): Promise<FaceOutcome>
  enrolBiometrics(enrolment: Enrolment): Promise<AnnounceOutcome>
  health(now: Temporal.Instant): Promise<HealthOutcome>
}
