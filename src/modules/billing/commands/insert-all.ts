import { sql } from 'kysely'
import type { WriteHandle } from '#kernel/db/database.ts'

type Row = Readonly<Record<string, unknown>>

/** One statement however many rows; every row has the columns of the first. */
export async function insertAll(tx: WriteHandle, table: string, rows: readonly Row[], end = ''): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = sql.join(Object.keys(first).map((name) => sql.ref(name)))
  const given = sql`jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`
  await sql`insert into ${sql.table(table)} (${columns}) select ${columns} from ${given} ${sql.raw(end)}`.execute(tx)
}
