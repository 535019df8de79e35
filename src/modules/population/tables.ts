// Made by bin/docs from the migrated database. Change the migrations, then run bin/docs.
import type { ColumnType, Generated } from 'kysely'

/** Read as Date; written as Date or ISO text. */
type Moment = ColumnType<Date, Date | string, Date | string>
type MaybeMoment = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
/** A date, as "2026-11-23". */
type Day = string
type Json = ColumnType<unknown, string, string>
type MaybeJson = ColumnType<unknown, string | null | undefined, string | null>
type MaybeDecimal = ColumnType<string | null, string | number | null | undefined, string | number | null>

export interface BirthTable {
  id: string
  number: string
  kind: 'LU' | 'LT' | 'LN'
  person_id: string
  case_id: string
  case_number: string
  event_id: string
  mother_person_id: string | null
  father_person_id: string | null
  born_at: MaybeMoment
  born_on: Day
  facility: string
  birth_kind: string
  child_order: number | null
  weight_kg: MaybeDecimal
  parentage: 'married' | 'unrecorded' | 'mother-only' | 'foundling'
  proof: string
  body: Json
  registered_at: Moment
  corrected_at: MaybeMoment
  voided_at: MaybeMoment
  voided_reason: string | null
}

export interface DeathTable {
  id: string
  number: string
  person_id: string
  case_id: string
  event_id: string
  reporter_person_id: string
  reporter_kind: 'family' | 'relative' | 'neighbourhood-head' | 'institution'
  died_on: Day
  died_time: string | null
  place: string
  place_kind: string
  cause: string
  proof: 'doctor' | 'village' | 'police' | 'court' | 'neighbourhood'
  proof_number: string | null
  is_late: boolean
  widowed_person_id: string | null
  registered_at: Moment
  corrected_at: MaybeMoment
  voided_at: MaybeMoment
  voided_reason: string | null
}

export interface EntryTable {
  id: string
  register: string
  number: string
  case_id: string
  event_id: string | null
  happened_on: Day
  territory_code: string
  is_late: Generated<boolean>
  details: MaybeJson
  registered_at: Moment
  corrected_at: MaybeMoment
  voided_at: MaybeMoment
  voided_reason: string | null
}

export interface EntryPersonTable {
  entry_id: string
  role: string
  person_id: string
}

export interface MarginalNoteTable {
  id: string
  person_id: string
  birth_id: string | null
  case_id: string
  register_number: string
  note: string
  noted_on: Day
  noted_at: Moment
  voided_at: MaybeMoment
}

export interface RegisterNumberTable {
  prefix: string
  last: number
}

declare module '#kernel/db/database.ts' {
  interface Database {
    'population.birth': BirthTable
    'population.death': DeathTable
    'population.entry': EntryTable
    'population.entry_person': EntryPersonTable
    'population.marginal_note': MarginalNoteTable
    'population.register_number': RegisterNumberTable
  }
}
