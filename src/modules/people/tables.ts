// Made by bin/docs from the migrated database. Change the migrations, then run bin/docs.
import type { ColumnType, Generated } from 'kysely'

/** Read as Date; written as Date or ISO text. */
type Moment = ColumnType<Date, Date | string, Date | string>
type DefaultMoment = ColumnType<Date, Date | string | undefined, Date | string>
/** A date, as "2026-11-23". */
type Day = string

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
  issued_on: Day
  closed_on: Day | null
  updated_at: DefaultMoment
}

export interface FamilyVersionTable {
  family_id: string
  version: number
  composition: Buffer
  reason: string
  valid_from: Moment
}

export interface KkSequenceTable {
  prefix: string
  last: number
}

export interface NikSequenceTable {
  prefix: string
  last: number
}

export interface PersonTable {
  id: string
  nik_sealed: Buffer
  nik_print: Buffer
  full_name: string
  sex: 'male' | 'female'
  birth_place: string
  birth_on: Day
  religion: string
  education: string
  occupation: string
  marital_status: 'single' | 'married' | 'married-unrecorded' | 'divorced' | 'widowed'
  blood_type: string | null
  citizenship: Generated<string>
  family_id: string | null
  family_relation: 'head' | 'husband' | 'wife' | 'child' | 'son-in-law' | 'grandchild' | 'parent' | 'parent-in-law' | 'relative' | 'helper' | 'other'
  family_order: Generated<number>
  mother_person_id: string | null
  father_person_id: string | null
  mother_name: string | null
  father_name: string | null
  birth_certificate_number: string | null
  marriage_certificate_number: string | null
  married_on: Day | null
  died_on: Day | null
  registered_at: DefaultMoment
  updated_at: DefaultMoment
}

declare module '#kernel/db/database.ts' {
  interface Database {
    'people.family': FamilyTable
    'people.family_version': FamilyVersionTable
    'people.kk_sequence': KkSequenceTable
    'people.nik_sequence': NikSequenceTable
    'people.person': PersonTable
  }
}
