import { readFileSync } from 'node:fs'
import pg from 'pg'
import { z } from 'zod'
import { isZone, type Zone } from '../clock/clock.ts'
import type { Config } from '../config.ts'
import { ColumnCipher, deriveKey } from '../crypto/keys.ts'
import { openPools, type Pools } from '../db/pools.ts'
import { createFileStore, type FileStore } from '../files/store.ts'

/** What the administrator of the installation declares for one regional government. */
export interface TenantDefinition {
  readonly id: string
  /** Host names that lead here; empty means every host (a single-region installation). */
  readonly hosts: readonly string[]
  /** Owner connection to this region's own database. */
  readonly ownerUrl: string
}

/** Name, zone and colours as the region set them. */
export interface TenantProfile {
  readonly name: string
  readonly shortName: string
  readonly motto: string
  readonly zone: Zone
  readonly accent: string
  readonly accentDeep: string
  readonly accentWash: string
  readonly isDemo: boolean
}

/** One regional government at run time: its own database, keys and files. */
export interface Tenant {
  readonly id: string
  readonly hosts: readonly string[]
  readonly pools: Pools
  readonly appUrl: string
  readonly cipher: ColumnCipher
  readonly files: FileStore
  profile: TenantProfile
  /** A key of this tenant for one purpose. */
  key(purpose: string): Buffer
  close(): Promise<void>
}

const tenantsFile = z.array(
  z.object({
    id: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/),
    hosts: z.array(z.string().min(1)).min(1),
    database: z
      .string()
      .regex(/^[a-z][a-z0-9_]{1,60}$/)
      .optional(),
    databaseUrl: z.url().optional(),
  }),
)

/**
 * The regions of this installation: those of BALAI_TENANTS (a JSON file), or one that answers every host.
 * @param serverUrl owner connection of the database server
 */
export function readTenants(config: Config, serverUrl: string): TenantDefinition[] {
  if (!config.tenantsFile) {
    const ownerUrl = config.databaseUrl ?? withDatabase(serverUrl, 'balai')
    return [{ id: 'balai', hosts: [], ownerUrl }]
  }
  const list = tenantsFile.parse(JSON.parse(readFileSync(config.tenantsFile, 'utf8')))
  const hosts = list.flatMap((tenant) => tenant.hosts.map((host) => host.toLowerCase()))
  const twice = hosts.find((host, index) => hosts.indexOf(host) !== index)
  if (twice) throw new Error(`${config.tenantsFile}: host ${twice} leads to two regions`)
  return list.map((tenant) => ({
    id: tenant.id,
    hosts: tenant.hosts.map((host) => host.toLowerCase()),
    ownerUrl:
      tenant.databaseUrl ?? withDatabase(serverUrl, tenant.database ?? `balai_${tenant.id.replaceAll('-', '_')}`),
  }))
}

export function withDatabase(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.toString()
}

/** Makes the tenant's database when the server does not have it yet. */
export async function ensureDatabase(ownerUrl: string): Promise<void> {
  const name = decodeURIComponent(new URL(ownerUrl).pathname.slice(1))
  const client = new pg.Client({ connectionString: withDatabase(ownerUrl, 'postgres') })
  try {
    await client.connect()
    const known = await client.query('select 1 from pg_database where datname = $1', [name])
    if (!known.rowCount) await client.query(`create database ${client.escapeIdentifier(name)}`)
  } catch (error) {
    // A given server may not let us into `postgres`; then the database itself must already be there.
    const direct = new pg.Client({ connectionString: ownerUrl })
    await direct.connect().catch(() => {
      throw error
    })
    await direct.end()
  } finally {
    await client.end().catch(() => {})
  }
}

/** Name and password of the role under which the program runs; it owns nothing and cannot alter structure. */
export function appRole(definition: TenantDefinition, secret: Buffer): { name: string; password: string } {
  const database = decodeURIComponent(new URL(definition.ownerUrl).pathname.slice(1))
  return {
    name: `${database}_app`.slice(0, 63),
    password: deriveKey(secret, `app-role:${database}`).toString('base64url'),
  }
}

export async function openTenant(
  definition: TenantDefinition,
  config: Config,
  poolSize?: { read: number; write: number },
  role: { name: string; password: string } = appRole(definition, config.secret),
): Promise<Tenant> {
  const url = new URL(definition.ownerUrl)
  url.username = role.name
  url.password = role.password
  const appUrl = url.toString()
  const pools = openPools(appUrl, poolSize)
  return {
    id: definition.id,
    hosts: definition.hosts,
    pools,
    appUrl,
    cipher: new ColumnCipher(config.secret, definition.id),
    files: createFileStore(config, definition.id),
    profile: await readProfile(pools),
    key: (purpose) => deriveKey(config.secret, `${definition.id}:${purpose}`),
    close: () => pools.close(),
  }
}

const unnamed: TenantProfile = {
  name: 'Pemerintah Daerah',
  shortName: 'Daerah',
  motto: 'Semua layanan, satu balai',
  zone: 'Asia/Jakarta',
  accent: '#0d5a4d',
  accentDeep: '#083c34',
  accentWash: '#e9f1ec',
  isDemo: false,
}

/** The region's profile, or neutral values before an administrator has set it. */
export async function readProfile(pools: Pools): Promise<TenantProfile> {
  const { rows } = await pools.readPool.query('select * from kernel.tenant_profile')
  const row = rows[0]
  if (!row) return unnamed
  return {
    name: row.name,
    shortName: row.short_name,
    motto: row.motto,
    zone: isZone(row.time_zone) ? row.time_zone : 'Asia/Jakarta',
    accent: row.accent,
    accentDeep: row.accent_deep,
    accentWash: row.accent_wash,
    isDemo: row.is_demo,
  }
}

/** Names the region. Runs as the owner, at installation. */
export async function writeProfile(owner: pg.Client, profile: TenantProfile): Promise<void> {
  await owner.query(
    `insert into kernel.tenant_profile (name, short_name, motto, time_zone, accent, accent_deep, accent_wash, is_demo)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (only_row) do update set name = excluded.name, short_name = excluded.short_name, motto = excluded.motto,
       time_zone = excluded.time_zone, accent = excluded.accent, accent_deep = excluded.accent_deep,
       accent_wash = excluded.accent_wash, is_demo = excluded.is_demo, updated_at = now()`,
    [
      profile.name,
      profile.shortName,
      profile.motto,
      profile.zone,
      profile.accent,
      profile.accentDeep,
      profile.accentWash,
      profile.isDemo,
    ],
  )
}

/** The region that a host name leads to. */
export function tenantForHost(tenants: readonly Tenant[], host: string | undefined): Tenant | undefined {
  const name = (host ?? '').toLowerCase().replace(/:\d+$/, '')
  return tenants.find((tenant) => tenant.hosts.includes(name)) ?? tenants.find((tenant) => tenant.hosts.length === 0)
}
