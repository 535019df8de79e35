// Made by bin/docs from the migrated database. Change the migrations, then run bin/docs.
import type { ColumnType, Generated } from 'kysely'

/** Read as Date; written as Date or ISO text. */
type Moment = ColumnType<Date, Date | string, Date | string>
type DefaultMoment = ColumnType<Date, Date | string | undefined, Date | string>
type MaybeMoment = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
/** A date, as "2026-11-23". */
type Day = string
/** A decimal number, as text, so that no digit is lost. */
type Decimal = ColumnType<string, string | number, string | number>
/** Read as the value; written as JSON text, because an array would become an array of SQL. */
type Json = ColumnType<unknown, string, string>
type MaybeJson = ColumnType<unknown, string | null | undefined, string | null>

export interface AllotmentTable {
  id: string
  service_id: string
  version: number
  period: string
  places: number
  applicants: number
  cutoff_score: number | null
  rule_text: string
  list_hash: Buffer
  allotted_at: Moment
  actor_label: string
}

export interface AllotmentRowTable {
  allotment_id: string
  rank: number
  case_id: string
  score: number
  tie_break: number
  submitted_at: Moment
  is_granted: boolean
}

export interface AppointmentTable {
  id: string
  case_id: string
  state: string
  unit_id: string
  starts_at: Moment
  ends_at: Moment
  place: string
  official_name: string
  position_id: string | null
  status: 'proposed' | 'agreed' | 'held' | 'missed' | 'moved'
  note: string | null
  created_at: Moment
  decided_at: MaybeMoment
}

export interface AttachmentTable {
  id: string
  owner_id: string
  person_id: string | null
  document: string | null
  field: string
  file_hash: string
  name: string
  media_type: string
  size_bytes: number
  width: number | null
  height: number | null
  uploaded_at: DefaultMoment
  removed_at: MaybeMoment
}

export interface CaseTable {
  id: string
  number: string
  service_id: string
  version: number
  state: string
  unit_id: string
  unit_path: string
  serving_path: string
  territory_code: string
  account_id: string | null
  applicant_person_id: string
  applicant_name: string
  subject_name: string
  answers: Buffer
  readable: Buffer
  known: Buffer | null
  findings: Buffer | null
  branches: MaybeJson
  cost: MaybeJson
  fee_amount: Decimal
  outcome: ColumnType<Record<string, unknown>, string, string>
  rules: MaybeJson
  risk: Generated<number>
  papers_asked: Generated<number>
  papers_known: Generated<number>
  once_key: string | null
  mandate_id: string | null
  parent_case_id: string | null
  previous_case_id: string | null
  rank_score: number | null
  revision: Generated<number>
  submitted_at: Moment
  promised_at: Moment
  first_promised_at: Moment
  entered_at: Moment
  held_by_applicant_since: MaybeMoment
  held_spans: MaybeJson
  next_timer_at: MaybeMoment
  closed_at: MaybeMoment
  valid_to: Day | null
  result: 'granted' | 'refused' | 'withdrawn' | 'lapsed' | 'cancelled' | null
  reported_at: MaybeMoment
}

export interface CaseTokenTable {
  token: string
  case_id: string
}

export interface CoSignatureTable {
  owner_id: string
  field: string
  person_id: string
  status: 'asked' | 'agreed' | 'declined'
  asked_at: Moment
  decided_at: MaybeMoment
}

export interface DefinitionTable {
  service_id: string
  version: number
  slug: string
  body: Json
  hash: Buffer
  valid_from: Day
  published_by: string | null
  published_at: DefaultMoment
}

export interface DraftTable {
  id: string
  service_id: string
  version: number
  account_id: string
  person_id: string
  answers: Buffer
  mandate_id: string | null
  previous_case_id: string | null
  sent_at: MaybeMoment
  seen_pages: Generated<string[]>
  revision: Generated<number>
  created_at: DefaultMoment
  updated_at: DefaultMoment
}

export interface EffectRunTable {
  case_id: string
  number: number
  verb: string
  effect: string
  facts: Json
  run_at: Moment
  undone_at: MaybeMoment
}

export interface MandateTable {
  id: string
  principal_person_id: string
  agent_person_id: string
  service_id: string | null
  status: 'offered' | 'accepted' | 'declined' | 'revoked'
  valid_from: Day
  valid_to: Day
  created_at: Moment
  decided_at: MaybeMoment
}

export interface MarkTable {
  id: string
  case_id: string
  field: string
  note: string
  actor_label: string
  marked_at: Moment
  resolved_at: MaybeMoment
}

export interface MigrationTable {
  id: string
  service_id: string
  from_version: number
  to_version: number
  mapping: Json
  moved: number
  kept: number
  at: Moment
  actor_label: string
}

export interface NoteTable {
  id: string
  case_id: string
  from_applicant: boolean
  author_name: string
  author_label: string
  text: Buffer
  written_at: Moment
  read_at: MaybeMoment
}

export interface SavedViewTable {
  id: string
  account_id: string
  name: string
  filter: Json
  created_at: DefaultMoment
}

export interface StepTable {
  case_id: string
  number: number
  state: string
  verb: string
  branch: string | null
  outcome: string | null
  reason_id: string | null
  actor_label: string
  actor_name: string
  actor_place: string
  position_id: string | null
  person_id: string | null
  reason: string | null
  at: Moment
}

export interface TaskTable {
  id: string
  case_id: string
  state: string
  branch: string | null
  desk: string
  unit_id: string
  unit_path: string
  territory_code: string
  service_id: string
  opened_at: Moment
  due_at: Moment
  order_at: Moment
  warn_at: MaybeMoment
  warned_at: MaybeMoment
  escalated_at: MaybeMoment
  claimed_position_id: string | null
  claimed_person_id: string | null
  claimed_name: string | null
  claimed_at: MaybeMoment
  closed_at: MaybeMoment
  outcome: string | null
  actor_label: string | null
}

export interface PerformanceView {
  service_id: string | null
  unit_id: string | null
  submitted_at: MaybeMoment
  closed_at: MaybeMoment
  first_promised_at: MaybeMoment
  promised_at: MaybeMoment
  result: string | null
}

declare module '#kernel/db/database.ts' {
  interface Database {
    'services.allotment': AllotmentTable
    'services.allotment_row': AllotmentRowTable
    'services.appointment': AppointmentTable
    'services.attachment': AttachmentTable
    'services.case': CaseTable
    'services.case_token': CaseTokenTable
    'services.co_signature': CoSignatureTable
    'services.definition': DefinitionTable
    'services.draft': DraftTable
    'services.effect_run': EffectRunTable
    'services.mandate': MandateTable
    'services.mark': MarkTable
    'services.migration': MigrationTable
    'services.note': NoteTable
    'services.saved_view': SavedViewTable
    'services.step': StepTable
    'services.task': TaskTable
    'services.v_performance': PerformanceView
  }
}
