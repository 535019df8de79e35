// Made by bin/docs from the migrated database. Change the migrations, then run bin/docs.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

/** Read as Date; written as Date or ISO text. */
type Moment = ColumnType<Date, Date | string, Date | string>
type DefaultMoment = ColumnType<Date, Date | string | undefined, Date | string>
type MaybeMoment = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
/** A date, as "2026-11-23". */
type Day = string
/** Read as the value; written as JSON text, because an array would become an array of SQL. */
type Json = ColumnType<unknown, string, string>

export interface ChangeTable {
  event_id: string
  ordinal: number
  person_id: string | null
  family_id: string | null
  valid_on: Day
  entered: Generated<boolean>
  before: Json
  after: Json
}

export interface EventTable {
  id: string
  kind: string
  valid_on: Day
  recorded_at: Moment
  source_kind: 'case' | 'import' | 'national' | 'desk' | 'notice' | 'move'
  source_id: string | null
  register_number: string | null
  reason: string
  territory_code: string
  voids_event_id: string | null
  voided_at: MaybeMoment
}

export interface FamilyTable {
  id: string
  kk_number_sealed: Buffer
  kk_number_print: Buffer
  head_person_id: string | null
  status: Generated<'active' | 'moved' | 'closed'>
  household_id: string | null
  address: string
  rt: string
  rw: string
  village_code: string
  postal_code: string | null
  version: Generated<number>
  issued_on: Day
  closed_on: Day | null
  updated_at: DefaultMoment
}

export interface FamilyVersionTable {
  family_id: string
  version: number
  composition: Buffer
  reason: string
  valid_from: Moment
}

export interface HouseholdTable {
  id: string
  address: string
  rt: string
  rw: string
  village_code: string
  postal_code: string | null
  opened_on: Day
  closed_on: Day | null
}

export interface KkSequenceTable {
  prefix: string
  last: number
}

export interface NameSoundTable {
  key: string
  near: string[]
  people: Generated<number>
}

export interface NameWordTable {
  word: string
  key: string
  people: Generated<number>
}

export interface NikSequenceTable {
  prefix: string
  last: number
}

export interface PersonTable {
  id: string
  nik_sealed: Buffer
  nik_print: Buffer
  full_name: string
  sex: 'male' | 'female'
  birth_place: string
  birth_on: Day
  religion: string
  education: string
  occupation: string
  marital_status: 'single' | 'married' | 'married-unrecorded' | 'divorced' | 'widowed'
  blood_type: string | null
  citizenship: Generated<string>
  family_id: string | null
  family_relation: 'head' | 'husband' | 'wife' | 'child' | 'son-in-law' | 'grandchild' | 'parent' | 'parent-in-law' | 'relative' | 'helper' | 'other'
  family_order: Generated<number>
  mother_person_id: string | null
  father_person_id: string | null
  mother_name: string | null
  father_name: string | null
  birth_certificate_number: string | null
  marriage_certificate_number: string | null
  married_on: Day | null
  divorce_certificate_number: string | null
  divorced_on: Day | null
  spouse_person_id: string | null
  died_on: Day | null
  status: Generated<'active' | 'moved' | 'dead' | 'duplicate' | 'void'>
  check_reason: string | null
  duplicate_of: string | null
  registered_at: DefaultMoment
  updated_at: DefaultMoment
}

export interface PersonSearchTable {
  person_id: string
  full_name: string
  sex: string
  birth_on: Day
  mother_name: string | null
  village_code: string
  status: string
  is_checked: boolean
  name_key: string
  tokens: string[]
}

export interface StagedFamilyTable {
  import_id: string
  family_no: number
  family_id: string
  event_id: string
  kk_number_sealed: Buffer
  kk_number_print: Buffer
  kk_hint: string
  address: string
  rt: string
  rw: string
  village_code: string
  postal_code: string | null
  first_row: number
  verdict: Generated<'waiting' | 'good' | 'bad' | 'known' | 'entered'>
}

export interface StagedNumberTable {
  import_id: string
  kind: 'nik' | 'kk'
  prefix: string
  last: number
}

export interface StagedPersonTable {
  import_id: string
  family_no: number
  row_number: number
  person_id: string
  nik_sealed: Buffer
  nik_print: Buffer
  nik_hint: string
  full_name: string
  sex: string
  birth_place: string
  birth_on: Day
  religion: string
  education: string
  occupation: string
  marital_status: string
  blood_type: string | null
  citizenship: string
  family_relation: string
  mother_print: Buffer | null
  father_print: Buffer | null
  mother_name: string | null
  father_name: string | null
  birth_certificate_number: string | null
  marriage_certificate_number: string | null
  married_on: Day | null
}

export interface StagedProblemTable {
  id: GeneratedAlways<number>
  import_id: string
  row_number: number
  family_no: number | null
  severity: 'error' | 'warning'
  code: string
  field: string
  shown: string | null
  other_row: number | null
}

export interface PersonNameView {
  id: string | null
  full_name: string | null
}

declare module '#kernel/db/database.ts' {
  interface Database {
    'people.change': ChangeTable
    'people.event': EventTable
    'people.family': FamilyTable
    'people.family_version': FamilyVersionTable
    'people.household': HouseholdTable
    'people.kk_sequence': KkSequenceTable
    'people.name_sound': NameSoundTable
    'people.name_word': NameWordTable
    'people.nik_sequence': NikSequenceTable
    'people.person': PersonTable
    'people.person_search': PersonSearchTable
    'people.staged_family': StagedFamilyTable
    'people.staged_number': StagedNumberTable
    'people.staged_person': StagedPersonTable
    'people.staged_problem': StagedProblemTable
    'people.v_person_name': PersonNameView
  }
}
