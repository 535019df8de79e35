import { sql } from 'kysely'
import type { Sex } from '../domain.ts'
import type { FoundBy } from '../names/likeness.ts'
import type { Person } from './rows.ts'

/** Ages in full years, both included. */
export const ageGroups = {
  '0-4': [0, 4],
  '5-16': [5, 16],
  '17-25': [17, 25],
  '26-59': [26, 59],
  '60-': [60, 200],
} as const

export type AgeGroup = keyof typeof ageGroups

/** Whom a search is for: a status of the register, those whose data are under check, or everybody ever entered. */
export const searchStatuses = ['active', 'moved', 'dead', 'duplicate', 'void', 'checked', 'any'] as const
export type SearchStatus = (typeof searchStatuses)[number]

export interface PeopleSearch {
  /** A NIK or KK number in any way of writing, or words of a name in any spelling. */
  readonly text: string
  /** Area codes within which the reader may see people; "" is everywhere. */
  readonly territories: readonly string[]
  /** Any area: a village, or a district with all its villages. */
  readonly area?: string | undefined
  readonly sex?: Sex | undefined
  readonly ageGroup?: AgeGroup | undefined
  /** Living residents when left out. */
  readonly status?: SearchStatus | undefined
  /** Words of the mother's name. */
  readonly mother?: string | undefined
  /** ISO day. */
  readonly birthOn?: string | undefined
  readonly birthYear?: number | undefined
  /** Words of the address. */
  readonly street?: string | undefined
  readonly rt?: string | undefined
  readonly rw?: string | undefined
  readonly today: Temporal.PlainDate
}

export interface FoundPerson {
  readonly id: string
  readonly fullName: string
  readonly sex: Sex
  readonly birthOn: string
  readonly village: string
  readonly district: string
  readonly status: Person['status']
  /** The data of this person are under check. */
  readonly isChecked: boolean
  /** Where the name differs from what was typed; empty when it does not. */
  readonly why: readonly FoundBy[]
}

export interface FoundPeople {
  readonly rows: readonly FoundPerson[]
  /** Where the next page begins; undefined on the last. */
  readonly next: string | undefined
  /** More people fit than are looked through: the best of them are shown, and another word helps. */
  readonly tooMany: boolean
}

/** A person as the search table has it. */
export interface SearchRow {
  readonly id: string
  readonly full_name: string
  readonly mother_name: string | null
  readonly sex: Sex
  readonly birth_on: string
  readonly village_code: string
  readonly status: Person['status']
  readonly is_checked: boolean
}

export interface RankedRow extends SearchRow {
  readonly why: readonly FoundBy[]
}

export interface RankedPage {
  readonly rows: readonly RankedRow[]
  readonly next: string | undefined
  readonly tooMany: boolean
}

export const searchColumns = sql.raw(
  's.person_id as id, s.full_name, s.mother_name, s.sex, s.birth_on, s.village_code, s.status, s.is_checked',
)
