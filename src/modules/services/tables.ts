import type { ColumnType, Generated } from 'kysely'

type Moment = ColumnType<Date, string | Date, string | Date>
type MaybeMoment = ColumnType<Date | null, string | Date | null, string | Date | null>

export interface DefinitionTable {
  service_id: string
  version: number
  slug: string
  body: unknown
  hash: Buffer
  valid_from: string
  published_at: Generated<Date>
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
  created_at: Generated<Date>
  updated_at: Generated<Date>
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
  rules: ColumnType<unknown, string, string>
  revision: Generated<number>
  submitted_at: Moment
  promised_at: Moment
  first_promised_at: Moment
  entered_at: Moment
  held_by_applicant_since: MaybeMoment
  closed_at: MaybeMoment
  result: string | null
}

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
  uploaded_at: Generated<Date>
  removed_at: MaybeMoment
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

export interface MarkTable {
  id: string
  case_id: string
  field: string
  note: string
  actor_label: string
  marked_at: Moment
  resolved_at: MaybeMoment
}

export interface CaseTokenTable {
  token: string
  case_id: string
}

declare module '#kernel/db/database.ts' {
  interface Database {
    'services.definition': DefinitionTable
    'services.draft': DraftTable
    'services.case': CaseTable
    'services.attachment': AttachmentTable
    'services.step': StepTable
    'services.mark': MarkTable
    'services.case_token': CaseTokenTable
  }
}
