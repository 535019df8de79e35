import type { AnyHandle } from '#kernel/db/database.ts'
import { type Behaviour, isBehaviour } from './mishaps.ts'

/** How the made-up register behaves now; written in the database, so that every process sees the same. */
export async function behaviourOf(db: AnyHandle): Promise<Behaviour> {
  const row = await db.selectFrom('national_register.simulation').select('behaviour').executeTakeFirst()
  return row && isBehaviour(row.behaviour) ? row.behaviour : 'well'
}
