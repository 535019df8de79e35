import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { type Config, readConfig } from '../config.ts'
import { appRole, openTenant, type Tenant, withDatabase } from '../tenancy/tenants.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Owner connection of the test server, and the secret its roles were made with. */
    testServer: { url: string; secret: string }
  }
}

/** A tenant on its own database, cloned from the migrated template in some 50 ms. */
export interface TestTenant {
  readonly tenant: Tenant
  readonly config: Config
  readonly ownerUrl: string
  close(): Promise<void>
}

export async function testTenant(
  options: { template?: string; id?: string; hosts?: readonly string[] } = {},
): Promise<TestTenant> {
  const server = inject('testServer')
  const database = `test_${randomBytes(6).toString('hex')}`
  const template = options.template ?? 'balai_template'
  // Copying files costs half of what the log of every page would, on a server that keeps nothing anyway.
  await onServer(server.url, `create database ${database} template ${template} strategy file_copy`)
  const dataDir = mkdtempSync(join(tmpdir(), 'balai-test-'))
  const config = {
    ...readConfig({ BALAI_SECRET: server.secret, BALAI_DATA: dataDir, LOG_LEVEL: 'silent' }),
    requestsPerMinute: 100_000,
  }
  const ownerUrl = withDatabase(server.url, database)
  // The application's role belongs to the template; clones share it.
  const definition = { id: options.id ?? 'balai', hosts: options.hosts ?? [] }
  const role = appRole({ ...definition, ownerUrl: withDatabase(server.url, 'balai_template') }, config.secret)
  const opened = await openTenant({ ...definition, ownerUrl }, config, { read: 4, write: 6 }, role)
  return {
    tenant: opened,
    config,
    ownerUrl,
    async close() {
      await opened.close()
      rmSync(dataDir, { recursive: true, force: true })
      await onServer(server.url, `drop database if exists ${database} with (force)`)
    },
  }
}

/** Runs one statement as the owner; several test files may clone at the same moment, so busy templates are retried. */
export async function onServer(url: string, statement: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    try {
      await client.query(statement)
      return
    } catch (error) {
      if ((error as { code?: string }).code !== '55006' || attempt > 100) throw error
      await new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 100))
    } finally {
      await client.end()
    }
  }
}
