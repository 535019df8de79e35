import { sql } from 'kysely'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { Home } from './patterns.ts'

/** Where people live and what their last name sounds like. */
export async function findHomes(db: AnyHandle, personIds: readonly string[]): Promise<(Home & { personId: string })[]> {
  const { rows } = await sql<{
    id: string
    family_id: string | null
    village_code: string | null
    rt: string | null
    rw: string | null
    street: string[]
    last_name: string | null
  }>`select p.id, p.family_id, f.village_code, ltrim(f.rt, '0') as rt, ltrim(f.rw, '0') as rw,
      coalesce(people.street_words(f.address), '{}') as street,
      (select people.name_key(words[cardinality(words)]) from people.name_words(p.full_name) words
        where cardinality(words) > 1) as last_name
    from people.person p left join people.family f on f.id = p.family_id
    where p.id = any(${[...personIds]}::uuid[])`.execute(db)
  return rows.map((row) => ({
    personId: row.id,
    familyId: row.family_id ?? undefined,
    villageCode: row.village_code ?? undefined,
    rt: row.rt ?? undefined,
    rw: row.rw ?? undefined,
    street: row.street,
    lastName: row.last_name ?? undefined,
  }))
}
