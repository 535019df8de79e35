// Made by bin/docs from the migrated database. Change the migrations, then run bin/docs.
import type { ColumnType } from 'kysely'

/** Read as Date; written as Date or ISO text. */
type Moment = ColumnType<Date, Date | string, Date | string>
/** A date, as "2026-11-23". */
type Day = string

export interface CensusTable {
  counted_on: Day
  counted_at: Moment
  people: number
  families: number
}

export interface FlowTable {
  month: Day
  village_code: string
  kind: 'birth' | 'death' | 'in' | 'out' | 'marriage' | 'divorce'
  sex: 'male' | 'female'
  people: number
  late: number
  delay_days: number
}

export interface HouseholdCountTable {
  counted_on: Day
  village_code: string
  families: number
}

export interface PopulationTable {
  counted_on: Day
  village_code: string
  sex: 'male' | 'female'
  age_from: number
  people: number
  with_birth_certificate: number
}

declare module '#kernel/db/database.ts' {
  interface Database {
    'demography.census': CensusTable
    'demography.flow': FlowTable
    'demography.household_count': HouseholdCountTable
    'demography.population': PopulationTable
  }
}
