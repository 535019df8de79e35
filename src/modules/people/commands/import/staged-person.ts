import type { FamilyRelation, KkNumber, MaritalStatus, Nik, Sex } from '../../domain.ts'

/** Where the family of an imported row lives. */
export interface StagedPlace {
  readonly address: string
  readonly rt: string
  readonly rw: string
  readonly villageCode: string
  readonly postalCode: string | undefined
}

/** One person of a file under import, read and found without error by itself. */
export interface StagedPerson {
  /** As a spreadsheet counts, so that the row can be found again. */
  readonly row: number
  readonly nik: Nik
  readonly kkNumber: KkNumber
  readonly fullName: string
  readonly sex: Sex
  readonly birthPlace: string
  /** ISO day. */
  readonly birthOn: string
  readonly religion: string
  readonly education: string
  readonly occupation: string
  readonly maritalStatus: MaritalStatus
  readonly bloodType: string | undefined
  readonly citizenship: string
  readonly relation: FamilyRelation
  readonly motherNik: Nik | undefined
  readonly fatherNik: Nik | undefined
  readonly motherName: string | undefined
  readonly fatherName: string | undefined
  readonly birthCertificateNumber: string | undefined
  readonly marriageCertificateNumber: string | undefined
  readonly marriedOn: string | undefined
  readonly place: StagedPlace
}

/** What is wrong or remarkable in one row. */
export interface StagedProblem {
  readonly row: number
  /** The family card that the row names, when it can be read: an error there keeps the whole family out. */
  readonly kkNumber: KkNumber | undefined
  readonly severity: 'error' | 'warning'
  /** What it is, in words that the importing module has texts for. */
  readonly code: string
  readonly field: string
  /** The value, masked. */
  readonly shown: string | undefined
}

/** What the register itself finds when all rows are there. */
export type StagedFinding =
  | 'nik-twice'
  | 'nik-registered'
  | 'kk-registered'
  | 'no-head'
  | 'two-heads'
  | 'large-family'
  | 'older-than-mother'
  | 'older-than-father'
  | 'young-mother'
  | 'young-father'
  | 'births-too-close'
  | 'old-mother'
  | 'mother-is-man'
  | 'father-is-woman'
  | 'same-person-twice'
  | 'overtaken'
