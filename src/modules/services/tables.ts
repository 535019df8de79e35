// Made by bin/docs from the migrated database. Change the migrations, then run bin/docs.
import type { ColumnType, Generated } from 'kysely'

/** Read as Date; written as Date or ISO text. */
type Moment = ColumnType<Date, Date | string, Date | string>
type DefaultMoment = ColumnType<Date, Date | string | undefined, Date | string>
type MaybeMoment = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
/** A date, as "2026-11-23". */
type Day = string
/** Read as the value; written as JSON text, because an array would become an array of SQL. */
type Json = ColumnType<unknown, string, string>
type MaybeJson = ColumnType<unknown, string | null | undefined, string | null>

export interface AttachmentTable {
  id: string
  owner_id: string
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
  waiting_for: string | null
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
  outcome: ColumnType<Record<string, unknown>, string, string>
  rules: MaybeJson
  revision: Generated<number>
  submitted_at: Moment
  promised_at: Moment
  first_promised_at: Moment
  entered_at: Moment
  held_by_applicant_since: MaybeMoment
  closed_at: MaybeMoment
  result: 'granted' | 'refused' | 'withdrawn' | null
}

export interface CaseTokenTable {
  token: string
  case_id: string
}

export interface DefinitionTable {
  service_id: string
  version: number
  slug: string
  body: Json
  hash: Buffer
  valid_from: Day
  published_at: DefaultMoment
}

export interface DraftTable {
  id: string
  service_id: string
  version: number
  account_id: string
  person_id: string
  answers: Buffer
  seen_pages: Generated<string[]>
  revision: Generated<number>
  created_at: DefaultMoment
  updated_at: DefaultMoment
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

export interface StepTable {
  case_id: string
  number: number
  state: string
  verb: string
  actor_label: string
  actor_name: string
  actor_place: string
  position_id: string | null
  reason: string | null
  at: Moment
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
    'services.attachment': AttachmentTable
    'services.case': CaseTable
    'services.case_token': CaseTokenTable
    'services.definition': DefinitionTable
    'services.draft': DraftTable
    'services.mark': MarkTable
    'services.step': StepTable
    'services.v_performance': PerformanceView
  }
}
