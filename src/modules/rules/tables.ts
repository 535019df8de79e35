// Made by bin/docs from the migrated database. Change the migrations, then run bin/docs.
import type { ColumnType, Generated } from 'kysely'

/** Read as Date; written as Date or ISO text. */
type Moment = ColumnType<Date, Date | string, Date | string>
type DefaultMoment = ColumnType<Date, Date | string | undefined, Date | string>
/** A date, as "2026-11-23". */
type Day = string
/** Read as the value; written as JSON text, because an array would become an array of SQL. */
type Json = ColumnType<unknown, string, string>

export interface HolidayTable {
  day: Day
  region: Generated<string>
  kind: 'national' | 'joint' | 'regional'
  name_id: string
  name_en: string
  citation: string
  status: 'verified' | 'unverified' | 'disputed'
  recorded_at: DefaultMoment
  recorded_by: string | null
}

export interface OpeningHoursTable {
  region: Generated<string>
  weekday: number
  opens: string
  closes: string
  citation: string
  valid_from: Day
  valid_to: Day | null
}

export interface RuleTable {
  id: Generated<string>
  key: string
  region: Generated<string>
  value: Json
  unit: string
  title_id: string
  title_en: string
  citation: string
  article: string | null
  status: 'verified' | 'unverified' | 'disputed'
  source: string | null
  valid_from: Day
  valid_to: Day | null
  recorded_at: DefaultMoment
  recorded_by: string | null
}

export interface VerificationTable {
  id: string
  rule_id: string
  status: 'verified' | 'unverified' | 'disputed'
  note: string
  actor_name: string
  actor_label: string
  verified_at: Moment
}

declare module '#kernel/db/database.ts' {
  interface Database {
    'rules.holiday': HolidayTable
    'rules.opening_hours': OpeningHoursTable
    'rules.rule': RuleTable
    'rules.verification': VerificationTable
  }
}
