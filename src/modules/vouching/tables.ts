// Made by bin/docs from the migrated database. Change the migrations, then run bin/docs.
import type { ColumnType } from 'kysely'

/** Read as Date; written as Date or ISO text. */
type Moment = ColumnType<Date, Date | string, Date | string>
type MaybeMoment = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
/** A date, as "2026-11-23". */
type Day = string
/** Read as the value; written as JSON text, because an array would become an array of SQL. */
type Json = ColumnType<unknown, string, string>

export interface ConsentTable {
  id: string
  partner_id: string
  reference: string
  person_id: string | null
  nik_print: Buffer
  purpose: string
  fields: string[]
  note: string
  state: 'asked' | 'given' | 'refused' | 'withdrawn'
  asked_at: Moment
  answer_until: Moment
  decided_at: MaybeMoment
  valid_until: Day
}

export interface QuestionTable {
  id: string
  partner_id: string
  key_id: string
  reference: string
  digest: Buffer
  person_id: string | null
  purpose: string
  consent_id: string | null
  fields: string[]
  answer: Json
  asked_at: Moment
}

declare module '#kernel/db/database.ts' {
  interface Database {
    'vouching.consent': ConsentTable
    'vouching.question': QuestionTable
  }
}
