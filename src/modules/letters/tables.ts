// Made by bin/docs from the migrated database. Change the migrations, then run bin/docs.
import type { ColumnType, GeneratedAlways } from 'kysely'

/** Read as Date; written as Date or ISO text. */
type Moment = ColumnType<Date, Date | string, Date | string>
type MaybeMoment = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
/** Read as the value; written as JSON text, because an array would become an array of SQL. */
type Json = ColumnType<unknown, string, string>

export interface ApprovalTable {
  id: string
  letter_id: string
  step: number
  position_id: string
  role: 'paraf' | 'signature'
  version: number
  content_hash: string
  person_id: string
  account_id: string
  name: string
  manner: 'definitif' | 'plt' | 'plh'
  given_at: Moment
  voided_at: MaybeMoment
  voided_why: 'edited' | 'returned' | 'recalled' | null
}

export interface BatchTable {
  id: string
  position_id: string
  person_id: string
  account_id: string
  made_by: string
  state: 'proposed' | 'running' | 'stopped' | 'done'
  total: number
  made_at: Moment
  confirmed_at: MaybeMoment
  ended_at: MaybeMoment
}

export interface BatchItemTable {
  batch_id: string
  ordinal: number
  letter_id: string
  version: number
  content_hash: string
  state: 'waiting' | 'signed' | 'checked' | 'failed'
  fault_id: string | null
  fault_en: string | null
  tried_at: MaybeMoment
}

export interface ChainTemplateTable {
  id: string
  unit_path: string
  name: string
  steps: Json
  made_at: Moment
  made_by: string
  retired_at: MaybeMoment
  retired_by: string | null
}

export interface HistoryTable {
  id: string
  letter_id: string
  at: Moment
  what: string
  version: number
  by_label: string
  by_account: string | null
  facts: Json
  words_sealed: Buffer | null
}

export interface LetterTable {
  id: string
  unit_path: string
  office: GeneratedAlways<string>
  kind: string
  template_key: string
  template_version_id: string
  act: string
  state: 'draft' | 'returned' | 'running' | 'signing' | 'issued' | 'abandoned' | 'void' | 'withdrawn'
  version: number
  content_hash: string
  security: 'biasa' | 'terbatas' | 'rahasia' | 'sangat-rahasia'
  urgency: 'biasa' | 'segera' | 'amat-segera'
  head_sealed: Buffer
  search_text: string | null
  number: string | null
  number_id: string | null
  document_id: string | null
  drafter_person_id: string
  drafter_account_id: string
  drafter_position_id: string | null
  drafter_label: string
  merge_id: string | null
  created_at: Moment
  changed_at: Moment
  issued_at: MaybeMoment
}

export interface MergeTable {
  id: string
  unit_path: string
  template_version_id: string
  name: string
  count: number
  made_at: Moment
  made_by: string
  account_id: string
}

export interface StepTable {
  letter_id: string
  step: number
  role: 'paraf' | 'signature'
  kind: 'hierarchy' | 'coordination' | null
  needed: number
}

export interface StepPostTable {
  letter_id: string
  step: number
  position_id: string
  ordinal: number
  mandate_id: string | null
  skipped_at: MaybeMoment
  skipped_by: string | null
  skip_reason: string | null
}

export interface TurnTable {
  letter_id: string
  step: number
  position_id: string
  role: 'paraf' | 'signature'
  urgency_rank: number
  since: Moment
}

export interface VersionTable {
  letter_id: string
  version: number
  content_hash: string
  content_sealed: Buffer
  changed: string[]
  made_at: Moment
  made_by: string
  made_by_account: string
}

export interface WorkingCopyTable {
  letter_id: string
  tab: string
  account_id: string
  made_by: string
  base_version: number
  content_sealed: Buffer
  saved_at: Moment
}

declare module '#kernel/db/database.ts' {
  interface Database {
    'letters.approval': ApprovalTable
    'letters.batch': BatchTable
    'letters.batch_item': BatchItemTable
    'letters.chain_template': ChainTemplateTable
    'letters.history': HistoryTable
    'letters.letter': LetterTable
    'letters.merge': MergeTable
    'letters.step': StepTable
    'letters.step_post': StepPostTable
    'letters.turn': TurnTable
    'letters.version': VersionTable
    'letters.working_copy': WorkingCopyTable
  }
}
