import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import pg from 'pg'
import pino from 'pino'
import { type Browser, chromium } from 'playwright-core'
import { afterEach, beforeEach, inject } from 'vitest'
import { startApp } from '../../src/app.ts'
import { demoSeed } from '../../src/commands/demo.ts'
import { loadDemo } from '../../src/demo/load-demo.ts'
import { prepareDatabase } from '../../src/install.ts'
import { readConfig } from '../../src/kernel/config.ts'
import { projectRoot } from '../../src/kernel/paths.ts'
import { appRole, openTenant, type Tenant, withDatabase } from '../../src/kernel/tenancy/tenants.ts'
import { type TestTenant, testTenant } from '../../src/kernel/testing/database.ts'

const template = 'balai_demo_template'
const building = 'balai_demo_building'

/** The whole program over a demo region of its own: 600 people, 60 files, the employees of the guide. */
export interface World extends TestTenant {
  /** Where it answers. By the name localhost, without which browsers offer no passkeys. */
  readonly url: string
  readonly tenant: Tenant
  rows<Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]>
}

export async function openWorld(): Promise<World> {
  await ensureDemoTemplate()
  const place = await testTenant({ template })
  const app = await startApp({
    config: place.config,
    tenants: [place.tenant],
    log: pino({ level: place.config.logLevel }),
    withJobs: true,
  })
  const address = await app.server.listen({ port: 0, host: '127.0.0.1' })
  // The simulators of banks and messengers call the program back where it listens.
  Object.assign(place.config, { port: Number(new URL(address).port) })
  return {
    ...place,
    url: `http://localhost:${new URL(address).port}`,
    rows: async (text, values = []) => (await place.tenant.pools.writePool.query(text, [...values])).rows,
    async close() {
      await app.stop()
      await place.close()
    },
  }
}

/** The tests of this block are steps of one story: after one that failed, those behind it fail at once. */
export function inOrder(): void {
  let broken: string | undefined
  beforeEach(() => {
    if (broken) throw new Error(`an earlier step failed: ${broken}`)
  })
  afterEach(({ task }) => {
    if (task.result?.state === 'fail') broken ??= task.name
  })
}

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** Made by the first test file that asks; the others wait for it, then clone it in some 100 ms. */
async function ensureDemoTemplate(): Promise<void> {
  const server = inject('testServer')
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtext($1))`, [template])
    const made = await client.query('select 1 from pg_database where datname = $1', [template])
    if (made.rowCount) return
    buildClient()
    await client.query(`drop database if exists ${building} with (force)`)
    await cloneTemplate(client)
    await fillDemo(withDatabase(server.url, building), server)
    await client.query(`alter database ${building} rename to ${template}`)
  } finally {
    await client.end()
  }
}

/** The style sheet and the islands; does nothing when they are fresh, as after `npm test`. */
function buildClient(): void {
  const done = spawnSync(process.execPath, ['bin/build.mjs'], { cwd: projectRoot, encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`the build failed:\n${done.stdout}${done.stderr}`)
}

/** Other test files clone it too, and PostgreSQL lets only one do so at a time. */
async function cloneTemplate(client: pg.Client): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await client.query(`create database ${building} template balai_template strategy file_copy`)
      return
    } catch (error) {
      if ((error as { code?: string }).code !== '55006' || attempt > 200) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

async function fillDemo(ownerUrl: string, server: { url: string; secret: string }): Promise<void> {
  const config = readConfig({ BALAI_SECRET: server.secret, BALAI_DATA: tmpdir(), LOG_LEVEL: 'silent' })
  const definition = { id: 'balai', hosts: [], ownerUrl }
  await prepareDatabase(definition, config, () => {})
  const role = appRole({ ...definition, ownerUrl: withDatabase(server.url, 'balai_template') }, config.secret)
  const tenant = await openTenant(definition, config, { read: 2, write: 2 }, role)
  try {
    const now = Temporal.Now.instant()
    await loadDemo({ tenant, ownerUrl, config, people: 600, cases: 60, walks: 0, seed: demoSeed, now })
  } finally {
    await tenant.close()
  }
}
