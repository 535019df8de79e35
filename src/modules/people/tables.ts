import type { ColumnType, Generated } from 'kysely'

export interface PersonTable {
  id: string
  nik_sealed: Buffer
  nik_print: Buffer
  full_name: string
  sex: string
  birth_place: string
  birth_on: string
  religion: string
  education: string
  occupation: string
  marital_status: string
  blood_type: string | null
  citizenship: Generated<string>
  family_id: string | null
  family_relation: string
  family_order: Generated<number>
  mother_person_id: string | null
  father_person_id: string | null
  mother_name: string | null
  father_name: string | null
  birth_certificate_number: string | null
  marriage_certificate_number: string | null
  married_on: string | null
  died_on: string | null
  registered_at: ColumnType<Date, string | undefined, string>
  updated_at: ColumnType<Date, string | undefined, string>
}

export interface FamilyTable {
  id: string
  kk_number_sealed: Buffer
  kk_number_print: Buffer
  head_person_id: string | null
  address: string
  rt: string
  rw: string
  village_code: string
  postal_code: string | null
  version: Generated<number>
  issued_on: string
  closed_on: string | null
  updated_at: ColumnType<Date, string | undefined, string>
}

export interface FamilyVersionTable {
  family_id: string
  version: number
  composition: Buffer
  reason: string
  valid_from: ColumnType<Date, string, string>
}

export interface NikSequenceTable {
  prefix: string
  last: number
}

export interface KkSequenceTable {
  prefix: string
  last: number
}

declare module '#kernel/db/database.ts' {
  interface Database {
    'people.person': PersonTable
    'people.family': FamilyTable
    'people.family_version': FamilyVersionTable
    'people.nik_sequence': NikSequenceTable
    'people.kk_sequence': KkSequenceTable
  }
}
