import type { ColumnType } from 'kysely'

export interface RegisterNumberTable {
  prefix: string
  last: number
}

export interface BirthTable {
  id: string
  number: string
  kind: string
  person_id: string
  case_id: string
  mother_person_id: string | null
  father_person_id: string | null
  born_at: ColumnType<Date | null, string | null, string | null>
  born_on: string
  facility: string
  birth_kind: string
  child_order: number
  weight_kg: string | null
  parentage: string
  proof: string
  registered_at: ColumnType<Date, string, string>
}

declare module '#kernel/db/database.ts' {
  interface Database {
    'population.register_number': RegisterNumberTable
    'population.birth': BirthTable
  }
}
