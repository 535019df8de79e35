import pg from 'pg'
import type { Config } from '#kernel/config.ts'
import { type EmbeddedServer, startEmbedded } from '#kernel/db/embedded.ts'
import { migrate } from '#kernel/db/migrate.ts'
import {
  appRole,
  ensureDatabase,
  openTenant,
  readTenants,
  type Tenant,
  type TenantDefinition,
} from '#kernel/tenancy/tenants.ts'
import { readRuleFiles, seedRules } from '#modules/rules/index.ts'
import { installedFrom, publishShipped } from '#modules/services/index.ts'
import { migrationSources } from '#modules/sources.ts'
import { installTemplates } from '#modules/templates/index.ts'
import { seedTerritory } from '#modules/territory/index.ts'
import { modules } from './app.ts'
import { shippedServices } from './services/index.ts'

/** The database server and the regions on it, ready to serve. */
export interface Installation {
  readonly definitions: readonly TenantDefinition[]
  readonly embedded: EmbeddedServer | undefined
  openTenants(): Promise<Tenant[]>
  stop(): Promise<void>
}

/** Starts or reaches the database server and brings every region's database up to date. */
export async function install(config: Config, say: (step: string) => void): Promise<Installation> {
  const embedded = config.databaseUrl
    ? undefined
    : await startEmbedded({ dataDir: config.dataDir, secret: config.secret, fsyncOff: config.fsyncOff, onRestart: say })
  if (embedded) say(embedded.adopted ? 'database is running' : 'database started')
  const definitions = readTenants(config, embedded?.url ?? (config.databaseUrl as string))
  try {
    for (const definition of definitions) {
      await ensureDatabase(definition.ownerUrl)
      await prepareDatabase(definition, config, say)
    }
  } catch (error) {
    await embedded?.stop()
    throw error
  }
  return {
    definitions,
    embedded,
    openTenants: () => Promise.all(definitions.map((definition) => openTenant(definition, config))),
    stop: async () => embedded?.stop(),
  }
}

/** Structure, national areas, dated rules and shipped services of one region. Repeating it changes nothing. */
export async function prepareDatabase(
  definition: TenantDefinition,
  config: Pick<Config, 'secret'>,
  say: (step: string) => void,
): Promise<void> {
  const applied = await migrate({
    ownerUrl: definition.ownerUrl,
    sources: migrationSources,
    appRole: appRole(definition, config.secret),
  })
  if (applied) say(`structure: ${applied} migrations`)
  const owner = new pg.Client({ connectionString: definition.ownerUrl, application_name: 'balai-install' })
  await owner.connect()
  try {
    await owner.query('select journal.ensure_partitions(now()::date, 6)')
    await seedTerritory(owner)
    await seedRules(owner)
    await publishShipped(owner, shippedServices, installedParts())
    await installTemplates(owner)
  } finally {
    await owner.end()
  }
}

/** What definitions may refer to. */
export function installedParts() {
  return installedFrom({
    permissions: modules.flatMap((module) => Object.keys(module.permissions)),
    files: readRuleFiles(),
    services: shippedServices,
  })
}
