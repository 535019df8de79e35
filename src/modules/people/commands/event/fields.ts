import type { FamilyRelation, FamilyStatus, MaritalStatus, PersonStatus, Sex } from '../../domain.ts'
import type { Family, Person } from '../../queries/rows.ts'

/** What events may change of a person, and in which column it stands. The NIK is for life: no event changes it. */
export const personColumns = {
  fullName: 'full_name',
  sex: 'sex',
  birthPlace: 'birth_place',
  birthOn: 'birth_on',
  religion: 'religion',
  education: 'education',
  occupation: 'occupation',
  maritalStatus: 'marital_status',
  bloodType: 'blood_type',
  citizenship: 'citizenship',
  familyId: 'family_id',
  familyRelation: 'family_relation',
  familyOrder: 'family_order',
  motherId: 'mother_person_id',
  fatherId: 'father_person_id',
  motherName: 'mother_name',
  fatherName: 'father_name',
  birthCertificateNumber: 'birth_certificate_number',
  marriageCertificateNumber: 'marriage_certificate_number',
  marriedOn: 'married_on',
  divorceCertificateNumber: 'divorce_certificate_number',
  divorcedOn: 'divorced_on',
  spouseId: 'spouse_person_id',
  diedOn: 'died_on',
  status: 'status',
  checkReason: 'check_reason',
  duplicateOf: 'duplicate_of',
} as const satisfies Partial<Record<keyof Person, string>>

export const familyColumns = {
  headPersonId: 'head_person_id',
  status: 'status',
  householdId: 'household_id',
  address: 'address',
  rt: 'rt',
  rw: 'rw',
  villageCode: 'village_code',
  postalCode: 'postal_code',
  closedOn: 'closed_on',
} as const satisfies Partial<Record<keyof Family, string>>

export type PersonField = keyof typeof personColumns
export type FamilyField = keyof typeof familyColumns

/** New values of some fields; undefined empties a field. */
export type PersonFacts = { readonly [field in PersonField]?: Person[field] | undefined }
export type FamilyFacts = { readonly [field in FamilyField]?: Family[field] | undefined }

/** As stored in the history: what is empty is null. */
export type StoredFacts = Readonly<Record<string, string | number | null>>

/** What a family card does not print: changing it makes no new version. */
const unprinted: readonly string[] = [
  'spouseId',
  'birthCertificateNumber',
  'marriageCertificateNumber',
  'divorceCertificateNumber',
  'divorcedOn',
  'motherId',
  'fatherId',
  'checkReason',
  'duplicateOf',
] satisfies readonly PersonField[]

export function isPrinted(field: string): boolean {
  return !unprinted.includes(field)
}

/** The fields whose value really changes. */
export function differences<Subject extends Person | Family>(
  subject: Subject,
  facts: PersonFacts | FamilyFacts,
): { readonly before: StoredFacts; readonly after: StoredFacts } {
  const before: Record<string, string | number | null> = {}
  const after: Record<string, string | number | null> = {}
  for (const [field, value] of Object.entries(facts)) {
    const present = (subject as unknown as Record<string, string | number | undefined>)[field]
    if (present === value) continue
    before[field] = present ?? null
    after[field] = value ?? null
  }
  return { before, after }
}

/** Columns and their new values, for an update. */
export function columnValues(
  columns: Readonly<Record<string, string>>,
  facts: StoredFacts,
): Record<string, string | number | null> {
  return Object.fromEntries(
    Object.entries(facts).map(([field, value]) => {
      const column = columns[field]
      if (!column) throw new RangeError(`no event changes ${field}`)
      return [column, value]
    }),
  )
}

/** Facts of a history row as fields of the present row: null is undefined. */
export function factsOf(stored: StoredFacts): Record<string, string | number | undefined> {
  return Object.fromEntries(Object.entries(stored).map(([field, value]) => [field, value ?? undefined]))
}

/** Somebody who is entered in the register by an event. */
export interface NewPerson {
  /** Allocated in the district of the family when left out; given for who has one from elsewhere. */
  readonly nik?: string | undefined
  /** District of first registration, for who joins no family. */
  readonly districtCode?: string | undefined
  readonly fullName: string
  readonly sex: Sex
  readonly birthPlace: string
  /** ISO day. */
  readonly birthOn: string
  readonly religion: string
  readonly education: string
  readonly occupation: string
  readonly maritalStatus?: MaritalStatus | undefined
  readonly bloodType?: string | undefined
  readonly citizenship?: string | undefined
  readonly familyId?: string | undefined
  readonly relation: FamilyRelation
  readonly motherId?: string | undefined
  readonly fatherId?: string | undefined
  readonly motherName?: string | undefined
  readonly fatherName?: string | undefined
  readonly birthCertificateNumber?: string | undefined
  readonly marriageCertificateNumber?: string | undefined
  readonly marriedOn?: string | undefined
  readonly diedOn?: string | undefined
  readonly status?: PersonStatus | undefined
}

/** A family card that is opened by an event. */
export interface NewFamily {
  /** Allocated in the district when left out. */
  readonly kkNumber?: string | undefined
  /** The dwelling; a new one is noted when left out. */
  readonly householdId?: string | undefined
  readonly address: string
  readonly rt: string
  readonly rw: string
  readonly villageCode: string
  readonly postalCode?: string | undefined
  readonly status?: FamilyStatus | undefined
}
