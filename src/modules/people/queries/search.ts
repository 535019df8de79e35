import { type RawBuilder, sql } from 'kysely'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { areasByCode, codesDownTo, findOwnRegion, isWithin } from '#modules/territory/index.ts'
import { parseNik } from '../domain.ts'
import { findFamilyByKkNumber, getFamily } from './families.ts'
import { findPersonByNik } from './persons.ts'
import type { Person } from './rows.ts'
import { isSelective, searchByTokens } from './search-by-tokens.ts'
import { conditionsOf } from './search-conditions.ts'
import { readCursor, writeCursor } from './search-cursor.ts'
import {
  type FoundPeople,
  type FoundPerson,
  type PeopleSearch,
  type RankedPage,
  type SearchRow,
  searchColumns,
} from './search-terms.ts'

export {
  type AgeGroup,
  ageGroups,
  type FoundPeople,
  type FoundPerson,
  type PeopleSearch,
  type SearchStatus,
  searchStatuses,
} from './search-terms.ts'

export const peoplePageSize = 50

/**
 * One person by NIK, a family by KK number, people by name and whatever else is known of them with the best fit
 * first, or everybody in order of the alphabet.
 * @param cursor `next` of the page before
 */
export async function searchPeople(
  tenant: Tenant,
  db: AnyHandle,
  search: PeopleSearch,
  cursor?: string,
  pageSize: number = peoplePageSize,
): Promise<FoundPeople> {
  if (parseNik(search.text)) return withNames(db, await byNumber(tenant, db, search))
  const own = (await findOwnRegion(db))?.code ?? ''
  const found = isSelective(search)
    ? await searchByTokens(db, search, own, cursor, pageSize)
    : await byAlphabet(db, search, own, cursor, pageSize)
  return withNames(db, found)
}

async function byAlphabet(
  db: AnyHandle,
  search: PeopleSearch,
  own: string,
  cursor: string | undefined,
  pageSize: number,
): Promise<RankedPage> {
  const after = readCursor(cursor)
  const conditions = conditionsOf(search, own)
  if (after) conditions.push(sql`(s.full_name, s.person_id) > (${after.name}, ${after.id}::uuid)`)
  const { rows } = await sql<SearchRow>`
    select ${searchColumns} from people.person_search s
    where ${sql.join([sql`true`, ...conditions], sql` and `)}
    order by s.full_name, s.person_id limit ${pageSize + 1}`.execute(db)
  const shown = rows.slice(0, pageSize)
  const last = shown.at(-1)
  const next = rows.length > pageSize && last ? writeCursor({ score: 0, name: last.full_name, id: last.id }) : undefined
  return { rows: shown.map((row) => ({ ...row, why: [] })), next, tooMany: false }
}

/** A number leads to its holder whatever became of him: who died, moved, or was entered twice;
 * then the record that stays is shown as well. */
async function byNumber(tenant: Tenant, db: AnyHandle, search: PeopleSearch): Promise<RankedPage> {
  const person = await findPersonByNik(tenant, db, search.text)
  const family = person ? undefined : await findFamilyByKkNumber(tenant, db, search.text)
  const who: RawBuilder<unknown> | undefined = person
    ? sql`s.person_id in (${person.id}::uuid, ${person.duplicateOf ?? person.id}::uuid)`
    : family && sql`s.person_id in (select id from people.person where family_id = ${family.id}::uuid)`
  if (!who) return { rows: [], next: undefined, tooMany: false }
  const { rows } = await sql<SearchRow>`
    select ${searchColumns} from people.person_search s where ${who} order by s.birth_on limit 250`.execute(db)
  const own = (await findOwnRegion(db))?.code ?? ''
  const mayRead = (row: SearchRow) =>
    search.territories.some((territory) => isWithin(row.village_code || own, territory))
  return { rows: rows.filter(mayRead).map((row) => ({ ...row, why: [] })), next: undefined, tooMany: false }
}

/** Where authority over a person's data lies: the village of the family, or the region for who has none. */
export async function territoryOf(db: AnyHandle, person: Person): Promise<string> {
  if (person.familyId) return (await getFamily(db, person.familyId)).villageCode
  return (await findOwnRegion(db))?.code ?? ''
}

async function withNames(db: AnyHandle, page: RankedPage): Promise<FoundPeople> {
  const areas = await areasByCode(db, [...new Set(page.rows.flatMap((row) => codesDownTo(row.village_code)))])
  const rows = page.rows.map((row): FoundPerson => {
    const [, , district, village] = codesDownTo(row.village_code)
    return {
      id: row.id,
      fullName: row.full_name,
      sex: row.sex,
      birthOn: row.birth_on,
      village: areas.get(village ?? '')?.name ?? '',
      district: areas.get(district ?? '')?.name ?? '',
      status: row.status,
      isChecked: row.is_checked,
      why: row.why,
    }
  })
  return { ...page, rows }
}
