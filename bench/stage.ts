import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type Config, readConfig } from '#kernel/config.ts'
import { type EmbeddedServer, startEmbedded } from '#kernel/db/embedded.ts'
import {
  ensureDatabase,
  openTenant,
  type Tenant,
  type TenantDefinition,
  withDatabase,
} from '#kernel/tenancy/tenants.ts'
import { loadDemo } from '../src/demo/load-demo.ts'
import { prepareDatabase } from '../src/install.ts'

interface Size {
  readonly people: number
  readonly cases: number
  readonly services?: number
}

/** A filled region on a database of its own. */
export interface Region {
  readonly tenant: Tenant
  readonly ownerUrl: string
  readonly cases: number
}

/**
 * Everything a run leaves on the machine: one folder, one PostgreSQL with normal durability, child
 * processes. All of it is gone when the process ends, also when it is interrupted.
 */
export class Stage {
  readonly folder = mkdtempSync(join(tmpdir(), 'balai-bench-'))
  readonly secret = randomBytes(32)
  readonly config: Config
  private server: EmbeddedServer | undefined
  private readonly children = new Set<ChildProcess>()
  private readonly groups = new WeakSet<ChildProcess>()
  private readonly open = new Map<string, Promise<Region>>()

  constructor(private readonly say: (line: string) => void) {
    this.config = readConfig({
      BALAI_DATA: join(this.folder, 'data'),
      BALAI_SECRET: this.secret.toString('hex'),
      LOG_LEVEL: 'silent',
    })
    mkdirSync(this.config.dataDir, { recursive: true })
    process.on('exit', () => this.clear())
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      // A server for which another folder was chosen is ended by itself only.
      process.on(signal, () => void (this.server?.remove() ?? Promise.resolve()).finally(() => process.exit(130)))
    }
  }

  /** A region by name, loaded when it is first asked for. */
  region(name: string, size: Size): Promise<Region> {
    const known = this.open.get(name)
    if (known) return known
    const made = this.fill(name, size)
    this.open.set(name, made)
    return made
  }

  /**
   * A region and a second database that holds exactly the same, for doing the same work in two ways. Whoever held the
   * region before holds it closed.
   */
  async twins(name: string): Promise<[Region, Region]> {
    const region = await this.open.get(name)
    if (!region || !this.server) throw new Error(`region "${name}" was not opened`)
    await region.tenant.close()
    const twin = `bench_${name}_twin`
    const admin = new pg.Client({ connectionString: withDatabase(this.server.url, 'postgres') })
    await admin.connect()
    try {
      await admin.query(`create database ${twin} template bench_${name}`)
    } finally {
      await admin.end()
    }
    const reopened = await this.openRegion(region.ownerUrl, region.cases)
    const second = await this.openRegion(withDatabase(this.server.url, twin), region.cases)
    this.open.set(name, Promise.resolve(reopened))
    this.open.set(`${name} (twin)`, Promise.resolve(second))
    return [reopened, second]
  }

  /** Puts the schema in order, which also gives the program its rights on this database, and connects to it. */
  private async openRegion(ownerUrl: string, cases: number): Promise<Region> {
    const definition: TenantDefinition = { id: 'balai', hosts: [], ownerUrl }
    await prepareDatabase(definition, this.config, () => {})
    return { tenant: await openTenant(definition, this.config), ownerUrl, cases }
  }

  private async fill(name: string, { people, cases, services = 1 }: Size): Promise<Region> {
    this.server ??= await startEmbedded({ dataDir: this.config.dataDir, secret: this.secret })
    const ownerUrl = withDatabase(this.server.url, `bench_${name}`)
    const started = performance.now()
    await ensureDatabase(ownerUrl)
    const region = await this.openRegion(ownerUrl, cases)
    const { tenant } = region
    await loadDemo({
      tenant,
      ownerUrl,
      config: this.config,
      people,
      cases,
      services,
      seed: 'bench',
      now: Temporal.Now.instant(),
    })
    await tenant.pools.writePool.query('select 1')
    this.say(
      `region "${name}": ${people} people, ${cases} cases of ${services} services, loaded in ${((performance.now() - started) / 1000).toFixed(0)} s`,
    )
    return region
  }

  /** Starts a program that ends with this one at the latest. */
  spawn(
    command: string,
    args: readonly string[],
    env: Readonly<Record<string, string>> = {},
    options: { detached?: boolean } = {},
  ): ChildProcess {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], TMPDIR: tmpdir(), NODE_ENV: 'production', ...env },
      ...options,
    })
    this.children.add(child)
    if (options.detached) this.groups.add(child)
    child.once('exit', () => this.children.delete(child))
    return child
  }

  /** Ends every program that a bench left running. */
  async endChildren(): Promise<void> {
    const open = [...this.children]
    const ended = open.map((child) => new Promise((resolve) => child.once('exit', resolve)))
    for (const child of open) child.kill('SIGKILL')
    await Promise.all(ended)
  }

  async close(): Promise<void> {
    for (const region of this.open.values()) await (await region.catch(() => undefined))?.tenant.close()
    await this.endChildren()
    await this.server?.remove()
    this.server = undefined
    this.clear()
  }

  private clear(): void {
    for (const child of this.children) {
      try {
        // What was started as the head of a group goes with everything it started itself.
        process.kill(this.groups.has(child) ? -(child.pid as number) : (child.pid as number), 'SIGKILL')
      } catch {}
    }
    for (const data of existsSync(this.folder) ? readdirSync(this.folder) : []) endDatabase(join(this.folder, data))
    this.server = undefined
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
}

/** The postmaster then ends its own children at once, without writing anything more. */
function endDatabase(dataDir: string): void {
  try {
    process.kill(
      Number(readFileSync(join(dataDir, 'database/postgres/postmaster.pid'), 'utf8').split('\n')[0]),
      'SIGQUIT',
    )
  } catch {}
}
