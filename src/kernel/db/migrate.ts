import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runMigrations as migrateJobs } from 'graphile-worker'
import pg from 'pg'

/** A folder of numbered SQL files owned by one module; the module's schema bears its name. */
export interface MigrationSource {
  readonly module: string
  readonly schemas: readonly string[]
  readonly folder: string
}

export interface MigrateOptions {
  /** Connection of the owner: the only role that may change structure. */
  readonly ownerUrl: string
  readonly sources: readonly MigrationSource[]
  readonly appRole: { readonly name: string; readonly password: string }
  readonly onStep?: ((step: string) => void) | undefined
}

/** Schemas in which the application's role may add rows but never change or remove them. */
const appendOnly = new Set(['journal'])

/**
 * Brings one database to the newest structure: forward only, each file once and in one transaction,
 * under an advisory lock so that several starting processes do not collide.
 * @returns how many files were applied
 */
export async function migrate(options: MigrateOptions): Promise<number> {
  const client = new pg.Client({ connectionString: options.ownerUrl, application_name: 'balai-migrate' })
  await client.connect()
  let applied = 0
  try {
    await client.query(`select pg_advisory_lock(hashtext('balai-migrate'))`)
    await ensureRole(client, options.appRole)
    await client.query(`create schema if not exists kernel`)
    await client.query(`create table if not exists kernel.migration (
      module text not null, name text not null, hash text not null,
      applied_at timestamptz not null default now(), primary key (module, name))`)
    const done = new Map(
      (await client.query<{ module: string; name: string; hash: string }>('select * from kernel.migration')).rows.map(
        (row) => [`${row.module}/${row.name}`, row.hash],
      ),
    )
    for (const source of options.sources) {
      for (const schema of source.schemas) {
        await client.query(`create schema if not exists ${client.escapeIdentifier(schema)}`)
      }
      for (const file of sqlFiles(source.folder)) {
        const text = readFileSync(join(source.folder, file), 'utf8')
        const hash = createHash('sha256').update(text).digest('hex')
        const known = done.get(`${source.module}/${file}`)
        if (known === hash) continue
        if (known) throw new Error(`${source.module}/${file} was changed after it ran; add a new migration instead`)
        options.onStep?.(`${source.module}/${file}`)
        await applyFile(client, source.module, file, text, hash)
        applied += 1
      }
    }
    await migrateJobs({ connectionString: options.ownerUrl, schema: 'graphile_worker' })
    await grantAll(client, options)
  } finally {
    await client.end()
  }
  return applied
}

/** Number of migration files the database has not yet seen; 0 means ready to serve. */
export async function pendingMigrations(pool: pg.Pool, sources: readonly MigrationSource[]): Promise<number> {
  const rows = await pool.query<{ module: string; name: string }>('select module, name from kernel.migration')
  const done = new Set(rows.rows.map((row) => `${row.module}/${row.name}`))
  return sources.flatMap((source) => sqlFiles(source.folder).filter((file) => !done.has(`${source.module}/${file}`)))
    .length
}

function sqlFiles(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
}

async function applyFile(client: pg.Client, module: string, file: string, text: string, hash: string): Promise<void> {
  await client.query('begin')
  try {
    await client.query(text)
    await client.query('insert into kernel.migration (module, name, hash) values ($1, $2, $3)', [module, file, hash])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${module}/${file} failed: ${(error as Error).message}`, { cause: error })
  }
}

async function ensureRole(client: pg.Client, role: { name: string; password: string }): Promise<void> {
  const known = await client.query('select 1 from pg_roles where rolname = $1', [role.name])
  const name = client.escapeIdentifier(role.name)
  // A new role may nothing by default; only a superuser could take such attributes away again.
  const verb = known.rowCount ? 'alter' : 'create'
  await client.query(`${verb} role ${name} login password ${client.escapeLiteral(role.password)}`)
}

async function grantAll(client: pg.Client, options: MigrateOptions): Promise<void> {
  const role = client.escapeIdentifier(options.appRole.name)
  const schemas = ['kernel', ...new Set(options.sources.flatMap((source) => source.schemas)), 'graphile_worker']
  for (const schema of schemas) {
    const tables = appendOnly.has(schema) ? 'select, insert' : 'select, insert, update, delete'
    await client.query(`grant usage on schema ${schema} to ${role};
      grant ${tables} on all tables in schema ${schema} to ${role};
      grant usage, select on all sequences in schema ${schema} to ${role};
      grant execute on all functions in schema ${schema} to ${role};`)
  }
  await client.query(`revoke insert, update, delete on kernel.migration from ${role}`)
  await allowJobs(client, options.appRole.name)
}

/** graphile-worker protects its tables by row-level security; the role that runs jobs gets a policy on each. */
async function allowJobs(client: pg.Client, role: string): Promise<void> {
  const { rows } = await client.query<{ table: string }>(
    `select c.oid::regclass::text as table from pg_class c
     where c.relnamespace = 'graphile_worker'::regnamespace and c.relrowsecurity
       and not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = $1)`,
    [role],
  )
  for (const { table } of rows) {
    const name = client.escapeIdentifier(role)
    await client.query(`create policy ${name} on ${table} to ${name} using (true) with check (true)`)
  }
}
