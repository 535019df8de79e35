import pg from 'pg'
import type { Region } from './stage.ts'

/**
 * Reads what lists and searches touch into the database's memory, as on a server that has run for a day. A region
 * that was only just written would be measured by the disk below it.
 * @param without pattern of tables that nobody reads in the course of the day
 */
export async function warm({ ownerUrl }: Region, schema: string, without: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('create extension if not exists pg_prewarm')
    await client.query('set statement_timeout = 0')
    await client.query(
      `select pg_prewarm(c.oid) from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = $1 and c.relkind in ('r', 'i') and c.relname not like $2`,
      [schema, without],
    )
  } finally {
    await client.end()
  }
}
