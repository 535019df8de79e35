// Made by bin/docs from the migrated database. Change the migrations, then run bin/docs.
import type { ColumnType } from 'kysely'

/** Read as Date; written as Date or ISO text. */
type Moment = ColumnType<Date, Date | string, Date | string>
/** A date, as "2026-11-23". */
type Day = string
/** A decimal number, as text, so that no digit is lost. */
type Decimal = ColumnType<string, string | number, string | number>

export interface AwardTable {
  id: string
  case_id: string
  case_number: string
  person_id: string
  school: string
  level: string
  amount: Decimal
  awarded_on: Day
  awarded_at: Moment
  ended_on: Day | null
  end_reason: string | null
}

declare module '#kernel/db/database.ts' {
  interface Database {
    'education.award': AwardTable
  }
}
