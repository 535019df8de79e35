import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { areasByCode, codesDownTo, findOwnRegion, isWithin } from '#modules/territory/index.ts'
import { parseNik, type Sex } from '../domain.ts'
import { getFamily } from './families.ts'
import { findPersonByNik } from './persons.ts'
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

export interface PeopleSearch {
  /** A NIK in any way of writing, or parts of a name. */
  readonly text: string
  /** Area codes within which the reader may see people; "" is everywhere. */
  readonly territories: readonly string[]
  /** Any area: a village, or a district with all its villages. */
  readonly area?: string | undefined
  readonly sex?: Sex | undefined
  readonly ageGroup?: AgeGroup | undefined
  readonly today: Temporal.PlainDate
}

export interface FoundPerson {
  readonly id: string
  readonly fullName: string
  readonly sex: Sex
  readonly birthOn: string
  readonly village: string
  readonly district: string
  readonly died: boolean
}

export interface FoundPeople {
  readonly rows: readonly FoundPerson[]
  /** Where the next page begins; undefined on the last. */
  readonly next: string | undefined
}

export const peoplePageSize = 50

/**
 * Living people by name in order of the alphabet, or one person by NIK (also of the dead).
 * @param cursor `next` of the page before
 */
export async function searchPeople(
  tenant: Tenant,
  db: AnyHandle,
  search: PeopleSearch,
  cursor?: string,
  pageSize: number = peoplePageSize,
): Promise<FoundPeople> {
  if (parseNik(search.text)) return byNik(tenant, db, search)
  const words = search.text.trim().split(/\s+/).filter(Boolean).slice(0, mostWords)
  const { rows } = await sql<Row>`
    select p.id, p.full_name, p.sex, p.birth_on, f.village_code, false as died
    from ${peopleNamed(words)} p join people.family f on f.id = p.family_id
    where p.died_on is null ${sql.join(conditions(search, readCursor(cursor)), sql` `)}
    order by p.full_name, p.id limit ${pageSize + 1}`.execute(db)
  const shown = rows.slice(0, pageSize)
  const last = shown.at(-1)
  const next = rows.length > pageSize && last ? writeCursor(last) : undefined
  return { rows: await withNames(db, shown), next }
}

interface Row {
  id: string
  full_name: string
  sex: Sex
  birth_on: string
  village_code: string
  died: boolean
}

const mostWords = 6

/**
 * Words of three letters and more go through the trigram index first: left to itself the planner walks
 * the alphabet and reads 700,000 people before it reaches the first Siti. Shorter ones are so common that
 * walking the alphabet finds a page at once.
 */
function peopleNamed(words: readonly string[]): RawBuilder<unknown> {
  if (words.length === 0) return sql`people.person`
  const named = sql.join(
    words.map((word) => sql`full_name ilike ${`%${word.replace(/[%_\\]/g, '\\$&')}%`}`),
    sql` and `,
  )
  const found = sql`select * from people.person where ${named}`
  return words.some((word) => word.length >= 3) ? sql`(${found} offset 0)` : sql`(${found})`
}

function conditions(search: PeopleSearch, after: Cursor | undefined): RawBuilder<unknown>[] {
  const found: RawBuilder<unknown>[] = []
  const { territories, area, sex, ageGroup, today } = search
  if (!territories.includes('')) {
    found.push(sql`and (${sql.join([sql`false`, ...territories.map((code) => inArea(code))], sql` or `)})`)
  }
  if (area) found.push(sql`and ${inArea(area)}`)
  if (sex) found.push(sql`and p.sex = ${sex}`)
  if (ageGroup) {
    const [from, to] = ageGroups[ageGroup]
    const [latest, before] = [today.subtract({ years: from }), today.subtract({ years: to + 1 })]
    found.push(sql`and p.birth_on <= ${latest.toString()} and p.birth_on > ${before.toString()}`)
  }
  if (after) found.push(sql`and (p.full_name, p.id) > (${after[0]}, ${after[1]}::uuid)`)
  return found
}

function inArea(code: string): RawBuilder<boolean> {
  return sql<boolean>`(f.village_code = ${code} or starts_with(f.village_code, ${`${code}.`}))`
}

async function byNik(tenant: Tenant, db: AnyHandle, search: PeopleSearch): Promise<FoundPeople> {
  const person = await findPersonByNik(tenant, db, search.text)
  if (!person) return { rows: [], next: undefined }
  const place = await territoryOf(db, person)
  if (!search.territories.some((territory) => isWithin(place, territory))) return { rows: [], next: undefined }
  const row = { ...person, full_name: person.fullName, birth_on: person.birthOn, died: person.diedOn !== undefined }
  return { rows: await withNames(db, [{ ...row, village_code: place }]), next: undefined }
}

/** Where authority over a person's data lies: the village of the family, or the region for who has none. */
export async function territoryOf(db: AnyHandle, person: Person): Promise<string> {
  if (person.familyId) return (await getFamily(db, person.familyId)).villageCode
  return (await findOwnRegion(db))?.code ?? ''
}

async function withNames(db: AnyHandle, rows: readonly Row[]): Promise<FoundPerson[]> {
  const areas = await areasByCode(db, [...new Set(rows.flatMap((row) => codesDownTo(row.village_code)))])
  return rows.map((row) => {
    const [, , district, village] = codesDownTo(row.village_code)
    return {
      id: row.id,
      fullName: row.full_name,
      sex: row.sex,
      birthOn: row.birth_on,
      village: areas.get(village ?? '')?.name ?? '',
      district: areas.get(district ?? '')?.name ?? '',
      died: row.died,
    }
  })
}

const cursorShape = z.tuple([z.string(), z.uuid()])
type Cursor = z.infer<typeof cursorShape>

function writeCursor(row: Row): string {
  return Buffer.from(JSON.stringify([row.full_name, row.id])).toString('base64url')
}

/** A cursor that was tampered with begins at the first page. */
function readCursor(text: string | undefined): Cursor | undefined {
  if (!text) return undefined
  try {
    return cursorShape.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))).data
  } catch {
    return undefined
  }
}
