// Made by bin/docs from the migrated database. Change the migrations, then run bin/docs.
import type { ColumnType } from 'kysely'

/** Read as Date; written as Date or ISO text. */
type Moment = ColumnType<Date, Date | string, Date | string>
/** A date, as "2026-11-23". */
type Day = string

export interface NoticeTable {
  id: string
  kind: 'birth' | 'death' | 'marriage' | 'divorce' | 'burial'
  partner_id: string
  reference: string
  digest: Buffer
  details_sealed: Buffer
  happened_on: Day
  reported_by: string
  reported_at: Moment
  state: 'unmatched' | 'told' | 'confirmed' | 'declined' | 'registered' | 'refused' | 'withdrawn'
  state_at: Moment
  register_number: string | null
}

export interface StepTable {
  notice_id: string
  ordinal: number
  at: Moment
  verb: string
  state: string
  by_label: string
  reason: string | null
}

export interface SubjectTable {
  notice_id: string
  role: string
  person_id: string
}

declare module '#kernel/db/database.ts' {
  interface Database {
    'notices.notice': NoticeTable
    'notices.step': StepTable
    'notices.subject': SubjectTable
  }
}
