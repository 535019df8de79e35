import { sql } from 'kysely'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { Person } from './rows.ts'

/**
 * Why two people may not marry each other.
 * @basis UU 1/1974 pasal 8 huruf a (garis lurus), b (menyamping), c (semenda)
 */
export type Kinship = 'direct-line' | 'siblings' | 'aunt-or-uncle' | 'great-aunt-or-uncle' | 'step' | 'in-law'

/** Parents, grandparents and their parents: how far the law looks. */
const generations = 3

interface Ancestor {
  readonly root: string
  readonly id: string
  readonly depth: number
}

/** How two people are related as far as the register knows their parents. Cousins may marry and are not named. */
export async function findKinship(db: AnyHandle, one: Person, other: Person): Promise<Kinship | undefined> {
  const spouses = await spousesOf(db, [one, other])
  const roots = [...new Set([one.id, other.id, ...spouses.values()].flat())]
  const ancestors = await listAncestors(db, roots)
  const of = (root: string) => ancestors.filter((row) => row.root === root)
  const isAbove = (elder: string, younger: string) => of(younger).some((row) => row.id === elder)
  if (isAbove(one.id, other.id) || isAbove(other.id, one.id)) return 'direct-line'
  const blood = collateral(of(one.id), of(other.id))
  if (blood) return blood
  for (const [person, partner] of [
    [one, other],
    [other, one],
  ] as const) {
    for (const former of spouses.get(person.id) ?? []) {
      if (former === partner.id) continue
      if (isAbove(former, partner.id)) return 'step'
      if (isAbove(partner.id, former)) return 'in-law'
    }
  }
  return undefined
}

/** Whoever is or was married to each: the spouse in his own row, and those whose rows name him. */
async function spousesOf(db: AnyHandle, people: readonly Person[]): Promise<Map<string, string[]>> {
  const found = new Map(people.map((person) => [person.id, person.spouseId ? [person.spouseId] : []]))
  const { rows } = await sql<{ id: string; of: string }>`
    select id, spouse_person_id as of from people.person
    where spouse_person_id = any(${people.map((person) => person.id)}::uuid[])`.execute(db)
  for (const { id, of } of rows) found.set(of, [...new Set([...(found.get(of) ?? []), id])])
  return found
}

function collateral(one: readonly Ancestor[], other: readonly Ancestor[]): Kinship | undefined {
  const shared = one.flatMap((mine) =>
    other.filter((theirs) => theirs.id === mine.id).map((theirs) => [mine.depth, theirs.depth].sort().join()),
  )
  if (shared.includes('1,1')) return 'siblings'
  if (shared.includes('1,2')) return 'aunt-or-uncle'
  return shared.includes('1,3') ? 'great-aunt-or-uncle' : undefined
}

async function listAncestors(db: AnyHandle, roots: readonly string[]): Promise<readonly Ancestor[]> {
  const { rows } = await sql<Ancestor>`
    with recursive above (root, id, depth) as (
      select person.id, parent.id, 1
      from people.person person
      join people.person parent on parent.id in (person.mother_person_id, person.father_person_id)
      where person.id = any(${roots}::uuid[])
      union all
      select above.root, parent.id, above.depth + 1
      from above
      join people.person person on person.id = above.id
      join people.person parent on parent.id in (person.mother_person_id, person.father_person_id)
      where above.depth < ${generations}
    )
    select root, id, depth from above`.execute(db)
  return rows
}
