import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Database, ReadHandle } from './database.ts'

/** bigint columns as text would surprise arithmetic; counts and sequences here stay below 2^53. */
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} does not fit a number; cast it to text in SQL`)
  return value
})
/** Dates stay "2026-11-23": a Date would shift them by the server's zone. */
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)

export interface Pools {
  /** Read-only at the server. */
  readonly read: ReadHandle
  readonly write: Kysely<Database>
  readonly writePool: pg.Pool
  readonly readPool: pg.Pool
  close(): Promise<void>
}

/** Opens the read and the write pool of one tenant, both under the application's role. */
export function openPools(url: string, size: { read: number; write: number } = { read: 10, write: 10 }): Pools {
  const readPool = pool(url, size.read, '-c default_transaction_read_only=on -c statement_timeout=15000')
  const writePool = pool(url, size.write, '-c statement_timeout=30000 -c idle_in_transaction_session_timeout=60000')
  return {
    read: new Kysely<Database>({ dialect: new PostgresDialect({ pool: readPool }) }),
    write: new Kysely<Database>({ dialect: new PostgresDialect({ pool: writePool }) }),
    readPool,
    writePool,
    async close() {
      await Promise.all([readPool.end(), writePool.end()])
    },
  }
}

function pool(url: string, max: number, options: string): pg.Pool {
  const made = new pg.Pool({
    connectionString: url,
    max,
    options,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    application_name: 'balai',
  })
  // A connection that breaks (server killed), idle or in use, is dropped by the pool; without listeners it would end the process.
  made.on('error', () => {})
  made.on('connect', (client) => client.on('error', () => {}))
  return made
}

/** True for errors that say the server is away or going away, not that the statement is wrong. */
export function isDatabaseAway(error: unknown): boolean {
  const code = (error as { code?: unknown })?.code
  if (typeof code === 'string') {
    return (
      /^(08|57P0[123]|53300)/.test(code) ||
      ['ECONNREFUSED', 'ENOENT', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'].includes(code)
    )
  }
  const message = error instanceof Error ? error.message : ''
  return /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable/.test(
    message,
  )
}
