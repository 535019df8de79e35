import type { ColumnType, Generated } from 'kysely'

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
  outline: unknown
  centre_longitude: number
  centre_latitude: number
}

export interface StreetTable {
  id: string
  village_code: string
  name: string
}

export interface LoadedSourceTable {
  name: string
  version: string
  loaded_at: ColumnType<Date, string | undefined, string>
}

declare module '#kernel/db/database.ts' {
  interface Database {
    'territory.area': AreaTable
    'territory.boundary': BoundaryTable
    'territory.street': StreetTable
    'territory.loaded_source': LoadedSourceTable
  }
}
