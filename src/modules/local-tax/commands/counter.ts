import { sql } from 'kysely'
import type { WriteHandle } from '#kernel/db/database.ts'

/** The next number of a row of its own, under its lock: two at the same moment get two numbers. */
export async function nextOf(tx: WriteHandle, key: string): Promise<bigint> {
  const { rows } = await sql<{ last: string }>`
    insert into local_tax.counter (key, last) values (${key}, 1)
    on conflict (key) do update set last = local_tax.counter.last + 1 returning last::text as last`.execute(tx)
  return BigInt(rows[0]?.last as string)
}
