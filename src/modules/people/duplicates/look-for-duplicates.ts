import { sql } from 'kysely'
import type { AnyHandle } from '#kernel/db/database.ts'
import { pairsBornBetween } from './pairs-of-days.ts'
import type { FoundPair } from './record-duplicates.ts'

const peopleAtOnce = 3000

/** The next days of birth after `from`, with some thousand people. */
export async function lookForDuplicates(
  db: AnyHandle,
  from: string,
): Promise<{ reached: string | undefined; seen: number; pairs: FoundPair[] }> {
  const { rows } = await sql<{ first: string | null; last: string | null; seen: number }>`
    select min(birth_on) as first, max(birth_on) as last, count(*)::int as seen from (
      select birth_on from people.person_search where birth_on > ${from || '-infinity'}::date
      order by birth_on limit ${peopleAtOnce}) next`.execute(db)
  const { first, last, seen = 0 } = rows[0] ?? {}
  if (!first || !last) return { reached: undefined, seen: 0, pairs: [] }
  return { reached: last, seen, pairs: await pairsBornBetween(db, first, last) }
}
