// Made by bin/docs from the migrated database. Change the migrations, then run bin/docs.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

/** Read as Date; written as Date or ISO text. */
type Moment = ColumnType<Date, Date | string, Date | string>
type MaybeMoment = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
/** A date, as "2026-11-23". */
type Day = string
/** Read as the value; written as JSON text, because an array would become an array of SQL. */
type Json = ColumnType<unknown, string, string>

export interface BlockUseTable {
  kind: string
  prefix: string
  last: number
}

export interface DependencyTable {
  message_id: string
  after_id: string
}

export interface DifferenceTable {
  id: string
  kind: string
  state: string
  message_id: string | null
  number_request_id: string | null
  person_id: string | null
  family_id: string | null
  person_name: string
  territory_code: string
  words: string | null
  sides_sealed: Buffer
  opened_at: Moment
  updated_at: Moment
  until: Day | null
  proposed_by: string | null
  chosen: Generated<string[]>
  correction_event_id: string | null
  closed_at: MaybeMoment
}

export interface DifferenceStepTable {
  difference_id: string
  ordinal: number
  verb: string
  to_state: string
  by_account: string | null
  by_label: string
  note: string | null
  at: Moment
}

export interface MessageTable {
  id: string
  kind: 'event' | 'biometrics'
  event_kind: string
  territory_code: string
  valid_on: Day
  register_number: string | null
  reason: string
  voids_id: string | null
  recorded_at: Moment
  place: GeneratedAlways<number>
  state: Generated<'waiting' | 'sending' | 'held' | 'accepted' | 'closed'>
  attempts: Generated<number>
  sent_at: MaybeMoment
  next_try_at: MaybeMoment
  problem: string | null
  detail: string | null
  note: string | null
  is_corrected: Generated<boolean>
  reference: string | null
  settled_at: MaybeMoment
}

export interface MessageSubjectTable {
  message_id: string
  ordinal: number
  person_id: string | null
  family_id: string | null
  entered: Generated<boolean>
  before: Json
  after: Json
}

export interface NumberBlockTable {
  id: string
  kind: 'nik' | 'kk'
  district_code: string
  first: number
  last: number
  letter: string
  added_at: Moment
  added_by: string
  ended_at: MaybeMoment
}

export interface NumberRequestTable {
  id: string
  key: string
  kind: 'nik' | 'kk'
  district_code: string
  day: Day
  sex: 'male' | 'female' | null
  case_id: string | null
  state: 'waiting' | 'granted' | 'used' | 'withdrawn'
  source: 'own' | 'national' | 'block' | null
  number_sealed: Buffer | null
  requested_at: Moment
  granted_at: MaybeMoment
  used_at: MaybeMoment
  attempts: Generated<number>
  next_try_at: MaybeMoment
  problem: string | null
}

export interface SettingTable {
  only_row: Generated<boolean>
  mode: 'off' | 'simulator' | 'live'
  numbers: Generated<'own' | 'national'>
  gateway_url: string | null
  gateway_token_sealed: Buffer | null
  verify_url: string | null
  verify_customer: string | null
  verify_user: string | null
  verify_password_sealed: Buffer | null
  verify_ip: string | null
  name_threshold: Generated<number>
  face_threshold: Generated<number>
  changed_at: Moment
  changed_by: string
}

export interface SimulationTable {
  only_row: Generated<boolean>
  behaviour: string
  set_at: Moment
}

export interface StatusTable {
  only_row: Generated<boolean>
  state: 'untried' | 'up' | 'down'
  since: Moment
  last_ok_at: MaybeMoment
  faults: Generated<number>
  fault: string | null
  detail: string | null
  next_try_at: MaybeMoment
}

export interface SubjectTable {
  id: string
  message_id: string
}

declare module '#kernel/db/database.ts' {
  interface Database {
    'national_register.block_use': BlockUseTable
    'national_register.dependency': DependencyTable
    'national_register.difference': DifferenceTable
    'national_register.difference_step': DifferenceStepTable
    'national_register.message': MessageTable
    'national_register.message_subject': MessageSubjectTable
    'national_register.number_block': NumberBlockTable
    'national_register.number_request': NumberRequestTable
    'national_register.setting': SettingTable
    'national_register.simulation': SimulationTable
    'national_register.status': StatusTable
    'national_register.subject': SubjectTable
  }
}
