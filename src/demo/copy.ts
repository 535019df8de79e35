import type { Client } from 'pg'

export { type CopyValue, CopyWriter, copyRows } from '#kernel/db/copy.ts'

/**
 * Runs `load` in one transaction without secondary indexes and foreign keys, and makes these again over
 * all rows at once: much faster than row by row, and nothing is lost when it is killed midway.
 */
export async function bulkLoad<T>(client: Client, tables: readonly string[], load: () => Promise<T>): Promise<T> {
  await client.query('begin')
  try {
    await client.query(`set local maintenance_work_mem = '256MB'; set local statement_timeout = 0`)
    const made = await dropSecondary(client, tables)
    const result = await load()
    for (const statement of made) await client.query(statement)
    await client.query('commit')
    // Vacuum as well: lists are answered from an index alone only once pages are known to be visible to all.
    for (const table of tables) await client.query(`vacuum (analyze) ${table}`)
    return result
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}

/** @returns the statements that make everything again */
async function dropSecondary(client: Client, tables: readonly string[]): Promise<string[]> {
  const keys = await client.query<{ owner: string; name: string; definition: string }>(
    `select conrelid::regclass::text as owner, conname as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and conrelid = any($1::regclass[]) order by 1, 2`,
    [tables],
  )
  const indexes = await client.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
     from pg_index where indrelid = any($1::regclass[]) and not exists
       (select 1 from pg_constraint where conindid = indexrelid and contype in ('p', 'u', 'x')) order by 1`,
    [tables],
  )
  for (const { owner, name } of keys.rows) await client.query(`alter table ${owner} drop constraint ${name}`)
  for (const { name } of indexes.rows) await client.query(`drop index ${name}`)
  return [
    ...indexes.rows.map((index) => index.definition),
    ...keys.rows.map((key) => `alter table ${key.owner} add constraint ${key.name} ${key.definition}`),
  ]
}
