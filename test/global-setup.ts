import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../src/kernel/db/embedded.ts'
import { migrate } from '../src/kernel/db/migrate.ts'
import { appRole, ensureDatabase, withDatabase } from '../src/kernel/tenancy/tenants.ts'
import { migrationSources } from '../src/modules/sources.ts'

/** One PostgreSQL for the whole run (durability off), with a migrated template that test files clone. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'balai-pg-'))
  const secret = randomBytes(32)
  const server = await startEmbedded({ dataDir, secret, fsyncOff: true })
  const ownerUrl = withDatabase(server.url, 'balai_template')
  try {
    await ensureDatabase(ownerUrl)
    await migrate({
      ownerUrl,
      sources: migrationSources,
      appRole: appRole({ id: 'balai', hosts: [], ownerUrl }, secret),
    })
  } catch (error) {
    await server.remove()
    throw error
  }
  project.provide('testServer', { url: server.url, secret: secret.toString('hex') })
  return async () => {
    await server.remove()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
