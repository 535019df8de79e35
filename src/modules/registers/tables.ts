// Made by bin/docs from the migrated database. Change the migrations, then run bin/docs.
import type { ColumnType, Generated } from 'kysely'

/** Read as Date; written as Date or ISO text. */
type Moment = ColumnType<Date, Date | string, Date | string>
type MaybeMoment = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
/** A date, as "2026-11-23". */
type Day = string

export interface BlockTable {
  id: string
  register_id: string
  period: string
  first_sequence: number
  last_sequence: number
  unit_path: string
  reserved_at: Moment
  reserved_by: string
  closed_at: MaybeMoment
  closed_by: string | null
}

export interface CounterTable {
  register_id: string
  period: string
  last_sequence: number
}

export interface NumberTable {
  id: string
  register_id: string
  period: string
  sequence: number
  insertion: Generated<string>
  text: string
  status: 'taken' | 'reserved' | 'void'
  dated_on: Day
  unit_path: string
  purpose: string
  object_type: string | null
  object_id: string | null
  block_id: string | null
  late_reason: string | null
  void_reason: string | null
  voided_at: MaybeMoment
  voided_by: string | null
  taken_at: Moment
  taken_by: string
}

export interface PatternTable {
  register_id: string
  valid_from: Day
  pattern: string
  citation: string
  recorded_at: Moment
  recorded_by: string
}

export interface RegisterTable {
  id: string
  key: string
  name_id: string
  name_en: string
  counts_by: 'year' | 'month' | 'always'
  created_at: Moment
  created_by: string
}

declare module '#kernel/db/database.ts' {
  interface Database {
    'registers.block': BlockTable
    'registers.counter': CounterTable
    'registers.number': NumberTable
    'registers.pattern': PatternTable
    'registers.register': RegisterTable
  }
}
