// Made by bin/docs from the migrated database. Change the migrations, then run bin/docs.
import type { ColumnType, Generated } from 'kysely'

type DefaultMoment = ColumnType<Date, Date | string | undefined, Date | string>
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
    'territory.street': StreetTable
  }
}
