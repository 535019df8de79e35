// Made by bin/docs from the migrated database. Change the migrations, then run bin/docs.
import type { ColumnType, Generated } from 'kysely'

/** Read as Date; written as Date or ISO text. */
type Moment = ColumnType<Date, Date | string, Date | string>
type MaybeMoment = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
/** A date, as "2026-11-23". */
type Day = string
/** Read as the value; written as JSON text, because an array would become an array of SQL. */
type Json = ColumnType<unknown, string, string>
type MaybeJson = ColumnType<unknown, string | null | undefined, string | null>
type MaybeDecimal = ColumnType<string | null, string | number | null | undefined, string | number | null>

export interface BiometricCaptureTable {
  id: string
  card_id: string
  item: string
  attempt: number
  outcome: 'accepted' | 'poor' | 'missing'
  quality: number | null
  codes: Generated<string[]>
  format: string | null
  data: Buffer | null
  reason: string | null
  device: string
  taken_at: Moment
  taken_by: string
}

export interface BirthTable {
  id: string
  number: string
  kind: 'LU' | 'LT' | 'LN'
  person_id: string
  case_id: string
  case_number: string
  event_id: string
  mother_person_id: string | null
  father_person_id: string | null
  born_at: MaybeMoment
  born_on: Day
  facility: string
  birth_kind: string
  child_order: number | null
  weight_kg: MaybeDecimal
  parentage: 'married' | 'unrecorded' | 'mother-only' | 'foundling'
  proof: string
  body: Json
  registered_at: Moment
  corrected_at: MaybeMoment
  voided_at: MaybeMoment
  voided_reason: string | null
}

export interface BlankDayTable {
  kind: 'ktp-el' | 'kia'
  day: Day
  opening: number
  expected: number
  counted: number
  note: string | null
  closed_by: string
  closed_at: Moment
}

export interface BlankMovementTable {
  id: string
  kind: 'ktp-el' | 'kia'
  moved_on: Day
  what: 'received' | 'used' | 'spoiled' | 'found' | 'missing'
  count: number
  card_id: string | null
  note: string | null
  by_name: string
  at: Moment
}

export interface DeathTable {
  id: string
  number: string
  person_id: string
  case_id: string
  event_id: string
  reporter_person_id: string
  reporter_kind: 'family' | 'relative' | 'neighbourhood-head' | 'institution'
  died_on: Day
  died_time: string | null
  place: string
  place_kind: string
  cause: string
  proof: 'doctor' | 'village' | 'police' | 'court' | 'neighbourhood'
  proof_number: string | null
  is_late: boolean
  widowed_person_id: string | null
  registered_at: Moment
  corrected_at: MaybeMoment
  voided_at: MaybeMoment
  voided_reason: string | null
}

export interface EntryTable {
  id: string
  register: string
  number: string
  case_id: string
  event_id: string | null
  happened_on: Day
  territory_code: string
  is_late: Generated<boolean>
  details: MaybeJson
  registered_at: Moment
  corrected_at: MaybeMoment
  voided_at: MaybeMoment
  voided_reason: string | null
}

export interface EntryPersonTable {
  entry_id: string
  role: string
  person_id: string
}

export interface IdentityCardTable {
  id: string
  kind: 'ktp-el' | 'kia'
  person_id: string
  holder_name: string
  case_id: string | null
  case_number: string | null
  print_number: number
  reason: 'first' | 'lost' | 'damaged' | 'changed' | 'birth' | 'photo'
  state: Generated<'requested' | 'recorded' | 'queued' | 'printed' | 'failed' | 'ready' | 'sent' | 'handed-over' | 'ended' | 'cancelled'>
  code: string
  with_photo: boolean
  biometrics: 'none' | 'waiting' | 'recorded'
  enrolment_id: string | null
  serial: string | null
  village_code: string
  delivery: 'pick-up' | 'delivery'
  delivery_address: string | null
  batch_id: string | null
  failures: Generated<number>
  note: string | null
  place: string | null
  courier: string | null
  receipt_number: string | null
  receiver_name: string | null
  receiver_relation: string | null
  receiver_proof: string | null
  expires_on: Day | null
  requested_at: Moment
  state_at: Moment
  ended_reason: string | null
}

export interface IdentityCardStepTable {
  card_id: string
  number: number
  verb: string
  state: string
  at: Moment
  by_name: string
  note: string | null
}

export interface MarginalNoteTable {
  id: string
  person_id: string
  birth_id: string | null
  case_id: string
  register_number: string
  note: string
  noted_on: Day
  noted_at: Moment
  voided_at: MaybeMoment
}

export interface MarriageNoticeTable {
  case_id: string
  husband_name: string
  wife_name: string
  husband_place: string
  wife_place: string
  place: string
  married_on: Day
  announced_on: Day
  until_on: Day
}

export interface PeerTable {
  region_code: string
  name: string
  base_url: string
  keys: Json
  fingerprint: string
  state: Generated<'waiting' | 'active' | 'suspended'>
  state_reason: string | null
  added_by: string
  added_at: Moment
  changed_by: string
  changed_at: Moment
}

export interface PrintBatchTable {
  id: string
  kind: 'ktp-el' | 'kia'
  number: string
  cards: number
  made_at: Moment
  made_by: string
  closed_at: MaybeMoment
}

export interface RegisterNumberTable {
  prefix: string
  last: number
}

export interface TransferTable {
  id: string
  direction: 'out' | 'in'
  channel: 'peer' | 'letter' | 'abroad'
  state: 'asked' | 'drafted' | 'sent' | 'accepted' | 'withdrawing' | 'announced' | 'claimed' | 'registered' | 'settled' | 'refused' | 'lapsed' | 'cancelled' | 'withdrawn'
  peer_code: string | null
  number: string | null
  case_id: string | null
  event_id: string | null
  family_id: string | null
  head_name: string
  people_count: number
  other_place: string
  village_code: string
  moved_on: Day
  valid_to: Day | null
  package: Buffer | null
  package_print: Buffer | null
  claim: Buffer | null
  seq: Generated<number>
  confirmed_seq: Generated<number>
  peer_seq: Generated<number>
  next_attempt_at: MaybeMoment
  attempts: Generated<number>
  trouble: string | null
  reason: string | null
  peer_word: string | null
  withdrawing_since: MaybeMoment
  end_as: 'stay' | 'gone' | null
  end_reason: string | null
  end_by: string | null
  end_account: string | null
  created_at: Moment
  changed_at: Moment
}

export interface TransferHistoryTable {
  transfer_id: string
  number: number
  at: Moment
  what: string
  by_name: string
  note: string | null
}

export interface TransferPersonTable {
  transfer_id: string
  person_id: string
  is_open: boolean
}

export interface CertificateView {
  register: string | null
  entry_id: string | null
  number: string | null
  person_id: string | null
  role: string | null
  subject_person_id: string | null
  happened_on: Day | null
  registered_at: MaybeMoment
  details: MaybeJson
}

export interface MarginView {
  person_id: string | null
  note: string | null
  noted_at: MaybeMoment
}

declare module '#kernel/db/database.ts' {
  interface Database {
    'population.biometric_capture': BiometricCaptureTable
    'population.birth': BirthTable
    'population.blank_day': BlankDayTable
    'population.blank_movement': BlankMovementTable
    'population.death': DeathTable
    'population.entry': EntryTable
    'population.entry_person': EntryPersonTable
    'population.identity_card': IdentityCardTable
    'population.identity_card_step': IdentityCardStepTable
    'population.marginal_note': MarginalNoteTable
    'population.marriage_notice': MarriageNoticeTable
    'population.peer': PeerTable
    'population.print_batch': PrintBatchTable
    'population.register_number': RegisterNumberTable
    'population.transfer': TransferTable
    'population.transfer_history': TransferHistoryTable
    'population.transfer_person': TransferPersonTable
    'population.v_certificate': CertificateView
    'population.v_margin': MarginView
  }
}
