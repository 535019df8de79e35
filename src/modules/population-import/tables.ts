// Made by bin/docs from the migrated database. Change the migrations, then run bin/docs.
import type { ColumnType, Generated } from 'kysely'

/** Read as Date; written as Date or ISO text. */
type Moment = ColumnType<Date, Date | string, Date | string>
type MaybeMoment = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
/** A date, as "2026-11-23". */
type Day = string
type MaybeJson = ColumnType<unknown, string | null | undefined, string | null>

export interface ImportTable {
  id: string
  state: 'receiving' | 'inspecting' | 'unreadable' | 'mapping' | 'checking' | 'checked' | 'submitted' | 'entering' | 'paused' | 'entered' | 'stopped' | 'recall-asked' | 'recalling' | 'recalled' | 'discarded'
  file_name: string
  file_size: number
  file_hash: string | null
  note: string
  as_of: Day
  shape: MaybeJson
  sheet: string | null
  heading_row: number | null
  columns_sealed: Buffer | null
  sample_sealed: Buffer | null
  mapping_sealed: Buffer | null
  unreadable: MaybeJson
  counts: MaybeJson
  problems: MaybeJson
  phase: string | null
  done: Generated<number>
  total: Generated<number>
  phase_started_at: MaybeMoment
  entered_to: Generated<number>
  linked_to: Generated<number>
  last_family: Generated<number>
  entered_families: Generated<number>
  entered_people: Generated<number>
  recalled_families: Generated<number>
  decision_note: string | null
  unit_path: string
  made_by_account: string
  made_by: string
  made_at: Moment
  submitted_by_account: string | null
  submitted_by: string | null
  decided_by_account: string | null
  decided_by: string | null
  decided_at: MaybeMoment
  finished_at: MaybeMoment
  forgotten_at: MaybeMoment
  updated_at: Moment
}

export interface PartTable {
  import_id: string
  from_byte: number
  size: number
  hash: string
}

export interface SearchPassTable {
  import_id: string
  to_family: number
}

declare module '#kernel/db/database.ts' {
  interface Database {
    'population_import.import': ImportTable
    'population_import.part': PartTable
    'population_import.search_pass': SearchPassTable
  }
}
