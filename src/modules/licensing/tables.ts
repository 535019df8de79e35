// Made by bin/docs from the migrated database. Change the migrations, then run bin/docs.
import type { ColumnType } from 'kysely'

/** Read as Date; written as Date or ISO text. */
type Moment = ColumnType<Date, Date | string, Date | string>
/** A date, as "2026-11-23". */
type Day = string
/** A decimal number, as text, so that no digit is lost. */
type Decimal = ColumnType<string, string | number, string | number>
/** Read as the value; written as JSON text, because an array would become an array of SQL. */
type Json = ColumnType<unknown, string, string>
type MaybeDecimal = ColumnType<string | null, string | number | null | undefined, string | number | null>

export interface ApprovalTable {
  id: string
  kind: 'building-approval' | 'standard-certificate' | 'risk-statement'
  case_id: string
  case_number: string
  holder_person_id: string
  subject: string
  territory_code: string
  lat: MaybeDecimal
  lon: MaybeDecimal
  details: Json
  granted_on: Day
  granted_at: Moment
  ended_on: Day | null
  end_reason: string | null
}

export interface StallTable {
  code: string
  market: string
  block: string
  area_m2: Decimal
  zone: 'wet' | 'dry' | 'food' | 'service'
  closed_on: Day | null
}

export interface TenureTable {
  id: string
  stall_code: string
  case_id: string
  case_number: string
  holder_person_id: string
  goods: string
  from_on: Day
  to_on: Day
  ended_on: Day | null
  end_reason: string | null
  renews: string | null
  recorded_at: Moment
}

declare module '#kernel/db/database.ts' {
  interface Database {
    'licensing.approval': ApprovalTable
    'licensing.stall': StallTable
    'licensing.tenure': TenureTable
  }
}
