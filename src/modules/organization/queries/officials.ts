import { sql } from 'kysely'
import type { AnyHandle } from '#kernel/db/database.ts'
import { isId } from '#kernel/ids.ts'

/** An employee (ASN). */
export interface Official {
  readonly id: string
  readonly personId: string
  /** NIP. */
  readonly employeeNumber: string
  /** Name with academic titles, as letters show it. */
  readonly displayName: string
  readonly joinedOn: string
  readonly leftOn: string | undefined
}

interface OfficialRow {
  id: string
  person_id: string
  employee_number: string
  display_name: string
  joined_on: string
  left_on: string | null
}

const officialOf = (row: OfficialRow): Official => ({
  id: row.id,
  personId: row.person_id,
  employeeNumber: row.employee_number,
  displayName: row.display_name,
  joinedOn: row.joined_on,
  leftOn: row.left_on ?? undefined,
})

/** By id or employee number (NIP, spaces ignored). */
export async function findOfficial(db: AnyHandle, idOrNumber: string): Promise<Official | undefined> {
  const row = await db
    .selectFrom('organization.official')
    .selectAll()
    .where(
      isId(idOrNumber) ? 'id' : 'employee_number',
      '=',
      isId(idOrNumber) ? idOrNumber : idOrNumber.replace(/\s/g, ''),
    )
    .executeTakeFirst()
  return row && officialOf(row)
}

export async function findOfficialOfPerson(db: AnyHandle, personId: string): Promise<Official | undefined> {
  const row = await db
    .selectFrom('organization.official')
    .selectAll()
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row && officialOf(row)
}

/** By part of the name or the beginning of the NIP; at most `limit`. */
export async function searchOfficials(db: AnyHandle, text: string, limit = 20): Promise<Official[]> {
  const words = text.trim()
  if (words.length < 2) return []
  const { rows } = await sql<OfficialRow>`select * from organization.official
    where starts_with(employee_number, ${words.replace(/\s/g, '')}) or display_name ilike ${`%${words.replace(/[%_\\]/g, '\\$&')}%`}
    order by display_name limit ${limit}`.execute(db)
  return rows.map(officialOf)
}
