// Made by bin/docs from the migrated database. Change the migrations, then run bin/docs.
import type { ColumnType, Generated } from 'kysely'

/** Read as Date; written as Date or ISO text. */
type Moment = ColumnType<Date, Date | string, Date | string>
type DefaultMoment = ColumnType<Date, Date | string | undefined, Date | string>
/** A date, as "2026-11-23". */
type Day = string
/** Read as the value; written as JSON text, because an array would become an array of SQL. */
type Json = ColumnType<unknown, string, string>

export interface AreaTable {
  code: string
  parent_code: string | null
  level: string
  name: string
  search_name: string
  own: Generated<boolean>
}

export interface BoundaryTable {
  area_code: string
  outline: Json
  centre_longitude: number
  centre_latitude: number
}

export interface LoadedSourceTable {
  name: string
  version: string
  loaded_at: DefaultMoment
}

export interface NeighbourhoodTable {
  id: string
  village_code: string
  rw: string
  rt: string
  head_name: string | null
  opened_on: Day
  closed_on: Day | null
  closed_reason: string | null
  successor_id: string | null
}

export interface NeighbourhoodHistoryTable {
  neighbourhood_id: string
  number: number
  at: Moment
  what: 'opened' | 'head-named' | 'closed' | 'reopened'
  by_name: string
  note: string | null
}

export interface StreetTable {
  id: string
  village_code: string
  name: string
}

declare module '#kernel/db/database.ts' {
  interface Database {
    'territory.area': AreaTable
    'territory.boundary': BoundaryTable
    'territory.loaded_source': LoadedSourceTable
    'territory.neighbourhood': NeighbourhoodTable
    'territory.neighbourhood_history': NeighbourhoodHistoryTable
    'territory.street': StreetTable
  }
}
