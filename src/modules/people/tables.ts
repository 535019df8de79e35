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

export interface CheckFindingTable {
  id: string
  person_id: string
  code: string
  severity: 'refuse' | 'warn'
  say_id: string
  say_en: string
  territory_code: string
  state: Generated<'open' | 'marked' | 'corrected' | 'right'>
  found_at: Moment
  changed_at: Moment
  changed_by: string | null
  note: string | null
}

export interface DuplicateCandidateTable {
  id: string
  person_a: string
  person_b: string
  score: number
  reasons: string[]
  territory_code: string
  state: Generated<'open' | 'field-check' | 'proposed' | 'joined' | 'different'>
  found_by: 'entry' | 'review'
  found_at: Moment
  verdict: 'same' | 'different' | null
  keep_person_id: string | null
  proposed_by: string | null
  event_id: string | null
  changed_at: Moment
}

export interface DuplicateStepTable {
  candidate_id: string
  ordinal: number
  at: Moment
  actor_label: string
  act: 'found' | 'propose-same' | 'propose-different' | 'field-check' | 'confirm' | 'reject' | 'undo'
  reason: string
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

export interface ReadingTable {
  account_id: string
  at: Moment
  person_id: string
  purpose: string
  marks: Generated<string[]>
  reader_label: string
  unit_path: string
}

export interface ReadingAlarmTable {
  id: string
  account_id: string
  reader_label: string
  unit_path: string
  pattern: string
  severity: 'notice' | 'alarm' | 'stop'
  day: Day
  counted: number
  threshold: number
  first_at: Moment
  last_at: Moment
  state: Generated<'new' | 'explained' | 'accepted' | 'misuse'>
  explanation: string | null
  explained_at: MaybeMoment
  judged_by: string | null
  judged_at: MaybeMoment
  judgement: string | null
}

export interface ReviewTable {
  id: string
  kind: 'duplicates' | 'contradictions'
  started_at: Moment
  started_by: string
  reached: Generated<string>
  seen: Generated<number>
  found: Generated<number>
  finished_at: MaybeMoment
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

export interface CardMateView {
  person_id: string | null
  mate_id: string | null
}

export interface EventSubjectView {
  id: string | null
  kind: string | null
  valid_on: Day | null
  recorded_at: MaybeMoment
  territory_code: string | null
  person_id: string | null
  sex: string | null
}

export interface PersonNameView {
  id: string | null
  full_name: string | null
}

export interface ResidentView {
  village_code: string | null
  family_id: string | null
  sex: string | null
  birth_on: Day | null
  has_birth_certificate: boolean | null
}

declare module '#kernel/db/database.ts' {
  interface Database {
    'people.change': ChangeTable
    'people.check_finding': CheckFindingTable
    'people.duplicate_candidate': DuplicateCandidateTable
    'people.duplicate_step': DuplicateStepTable
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
    'people.reading': ReadingTable
    'people.reading_alarm': ReadingAlarmTable
    'people.review': ReviewTable
    'people.staged_family': StagedFamilyTable
    'people.staged_number': StagedNumberTable
    'people.staged_person': StagedPersonTable
    'people.staged_problem': StagedProblemTable
    'people.v_card_mate': CardMateView
    'people.v_event_subject': EventSubjectView
    'people.v_person_name': PersonNameView
    'people.v_resident': ResidentView
  }
}
