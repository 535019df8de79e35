import { sql } from 'kysely'
import type { WriteHandle } from '#kernel/db/database.ts'
import { registerNumber } from '../domain.ts'

/** The next number of a register on a day; the row lock lasts until the decision is stored, so there is no gap. */
export async function takeRegisterNumber(tx: WriteHandle, prefix: string): Promise<string> {
  const { rows } = await sql<{
    last: number
  }>`insert into population.register_number as r (prefix, last) values (${prefix}, 1)
    on conflict (prefix) do update set last = r.last + 1 returning last`.execute(tx)
  return registerNumber(prefix, rows[0]?.last as number)
}
