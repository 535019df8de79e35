import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import { deriveKey } from '../crypto/keys.ts'
import { type EmbeddedPlace, embeddedPlace, type Identity, serverEnv } from './embedded-place.ts'

/** A PostgreSQL server that this program starts and stops itself. */
export interface EmbeddedServer {
  /** Owner connection string to database `postgres`. */
  readonly url: string
  /** True when the server was already running: left by a killed process, or started by one that still runs. */
  readonly adopted: boolean
  /** Process of the server as it is now. */
  readonly pid: number
  /** Stops the server, unless another living process of this program started it. */
  stop(mode?: 'fast' | 'immediate'): Promise<void>
  /** Stops at once and deletes the cluster, wherever it was placed. For tests and benches. */
  remove(): Promise<void>
}

export interface EmbeddedOptions {
  readonly dataDir: string
  readonly secret: Buffer
  readonly fsyncOff?: boolean | undefined
  readonly settings?: Readonly<Record<string, string>> | undefined
  /** Hears that the server had died and was started again, or why it could not be. */
  readonly onRestart?: ((what: string) => void) | undefined
}

const port = 5432
const looksEveryMs = 500

/**
 * Initialises (first time), starts or takes over the PostgreSQL server in `dataDir`, and starts it again
 * when it dies while this process runs. It listens on a socket only; nothing on the network reaches it.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const place = embeddedPlace(options.dataDir)
  const password = deriveKey(options.secret, 'embedded-owner').toString('hex')
  const host = encodeURIComponent(place.socketDir)
  const url = `postgresql://balai_owner:${password}@localhost:${port}/postgres?host=${host}`
  if (!existsSync(join(place.cluster, 'PG_VERSION'))) initCluster(place, password)

  const running = runningPid(place.cluster)
  if (running) await untilReady(place, running)
  const isGuest = running !== undefined && startedByAnother(place)
  const pid = running ?? (await startServer(place, options))
  if (!isGuest) writeFileSync(startedByFile(place), String(process.pid))
  const watch = isGuest ? undefined : watchServer(place, options, pid)
  return {
    url,
    adopted: running !== undefined,
    get pid() {
      return watch?.pid() ?? pid
    },
    async stop(mode) {
      await watch?.end()
      if (!isGuest) await stopServer(place, mode)
    },
    async remove() {
      await watch?.end()
      await stopServer(place, 'immediate')
      for (const folder of [place.home, place.socketDir]) rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Starts a server that died (killed, out of memory) again, as long as this process lives. */
function watchServer(place: EmbeddedPlace, options: EmbeddedOptions, first: number) {
  let pid = first
  let restarting: Promise<void> | undefined
  const look = () => {
    const running = runningPid(place.cluster)
    if (running !== undefined) pid = running
    else if (!restarting) restarting = restart().finally(() => (restarting = undefined))
  }
  const restart = async () => {
    try {
      pid = await startServer(place, options)
      options.onRestart?.('the database server had died and was started again')
    } catch (error) {
      options.onRestart?.(`the database server died: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  const timer = setInterval(look, looksEveryMs)
  timer.unref()
  return {
    pid: () => pid,
    async end() {
      clearInterval(timer)
      await restarting
    },
  }
}

const startedByFile = (place: EmbeddedPlace) => join(place.home, 'started-by')

/** Whether the process that started the server still lives: then the server is not ours to stop. */
function startedByAnother(place: EmbeddedPlace): boolean {
  const file = startedByFile(place)
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  return pid > 0 && pid !== process.pid && isProcess(pid, 'node')
}

const patienceMs = 600_000

/** @returns the server's process once it accepts connections; after a crash that may take a while */
async function startServer(place: EmbeddedPlace, options: EmbeddedOptions): Promise<number> {
  for (const until = Date.now() + patienceMs; ; ) {
    const running = runningPid(place.cluster)
    if (running !== undefined && saysReady(place, running)) return running
    const logged = existsSync(place.log) ? statSync(place.log).size : 0
    const child = spawnServer(place, options)
    const pid = child.pid
    if (pid && (await isReady(place, child, until))) return pid
    const said = existsSync(place.log) ? readFileSync(place.log, 'utf8').slice(logged).trim() : ''
    // Processes of a server that was killed hold on to its memory for a moment.
    const isHeld = /still in use|lock file .* already exists/.test(said)
    if (!isHeld || Date.now() > until) {
      throw new Error(`PostgreSQL did not start; see ${place.log}\n${said.split('\n').slice(-8).join('\n')}`)
    }
    await pause(200)
  }
}

const megabyte = 2 ** 20

function memoryOfMachine(): number {
  const limit = process.constrainedMemory()
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem()
}

/**
 * An eighth of the machine for the database's own memory, half counted upon in all: other programs run beside it.
 * @param bytes memory of the machine
 */
export function memorySettings(bytes: number): { shared_buffers: string; effective_cache_size: string } {
  const own = Math.min(Math.max(bytes / 8, 128 * megabyte), 8192 * megabyte)
  return {
    shared_buffers: `${Math.round(own / megabyte)}MB`,
    effective_cache_size: `${Math.round(Math.max(bytes / 2, own) / megabyte)}MB`,
  }
}

/** For tests, of which several run at once on data that nobody misses. */
const unsafeButFast = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '128MB',
}

function spawnServer(place: EmbeddedPlace, options: EmbeddedOptions): ChildProcess {
  const settings: Record<string, string> = {
    listen_addresses: '',
    unix_socket_directories: place.socketDir,
    port: String(port),
    max_connections: '120',
    ...memorySettings(memoryOfMachine()),
    work_mem: '8MB',
    maintenance_work_mem: '256MB',
    max_wal_size: '2GB',
    random_page_cost: '1.1',
    timezone: 'UTC',
    log_timezone: 'UTC',
    logging_collector: 'off',
    ...(options.fsyncOff ? unsafeButFast : {}),
    ...options.settings,
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  // A process group of its own: Ctrl-C in the terminal reaches this program, which then stops the server in order.
  const child = spawn(
    '/bin/sh',
    ['-c', 'exec "$0" "$@" >>"$BALAI_PG_LOG" 2>&1', join(place.native, 'bin/postgres'), '-D', place.cluster, ...flags],
    {
      ...place.identity,
      detached: true,
      stdio: 'ignore',
      cwd: place.cluster,
      env: serverEnv(place.native, { BALAI_PG_LOG: place.log }),
    },
  )
  child.on('error', () => {})
  child.unref()
  return child
}

/** False when the process ended instead. */
async function isReady(place: EmbeddedPlace, child: ChildProcess, until: number): Promise<boolean> {
  while (Date.now() < until) {
    if (child.exitCode !== null || child.signalCode !== null) return false
    if (saysReady(place, child.pid)) return true
    await pause(25)
  }
  return false
}

async function untilReady(place: EmbeddedPlace, pid: number): Promise<void> {
  for (const until = Date.now() + patienceMs; Date.now() < until; ) {
    if (saysReady(place, pid)) return
    if (runningPid(place.cluster) !== pid) break
    await pause(25)
  }
  throw new Error(`PostgreSQL in ${place.cluster} did not become ready; see ${place.log}`)
}

/** Line 8 of postmaster.pid is the server's own word that it accepts connections; line 1 says whose word it is. */
function saysReady(place: EmbeddedPlace, pid: number | undefined): boolean {
  const file = join(place.cluster, 'postmaster.pid')
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready'
}

/** Made under another name and renamed when complete: one killed half way is thrown away and made anew. */
function initCluster({ identity, native, cluster, home }: EmbeddedPlace, password: string): void {
  const making = `${cluster}.making`
  for (const folder of [making, cluster]) rmSync(folder, { recursive: true, force: true })
  const passwordFile = join(home, 'initial-password')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if ('uid' in identity) chownSync(passwordFile, (identity as Identity).uid, (identity as Identity).gid)
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
  const access = ['-U', 'balai_owner', `--pwfile=${passwordFile}`, '--auth=scram-sha-256']
  const made = spawnSync(join(native, 'bin/initdb'), ['-D', making, ...access, ...locale], {
    ...identity,
    cwd: home,
    env: serverEnv(native),
    encoding: 'utf8',
  })
  rmSync(passwordFile, { force: true })
  if (made.status !== 0) {
    rmSync(making, { recursive: true, force: true })
    throw new Error(`initdb failed: ${made.error?.message ?? ''}${made.stderr}${made.stdout}`)
  }
  renameSync(making, cluster)
}

function runningPid(cluster: string): number | undefined {
  const file = join(cluster, 'postmaster.pid')
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0
  return pid > 0 && isProcess(pid, 'postgres') ? pid : undefined
}

/** After a restart of the machine a recorded number may belong to another program. */
function isProcess(pid: number, program: string): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // It lives, but is another user's.
    if ((error as { code?: string }).code !== 'EPERM') return false
  }
  const command = `/proc/${pid}/cmdline`
  return !existsSync('/proc/self/cmdline') || (existsSync(command) && readFileSync(command, 'utf8').includes(program))
}

async function stopServer(place: EmbeddedPlace, mode: 'fast' | 'immediate' = 'fast'): Promise<void> {
  const pgCtl = spawn(join(place.native, 'bin/pg_ctl'), ['stop', '-D', place.cluster, '-m', mode, '-w', '-t', '60'], {
    ...place.identity,
    cwd: place.cluster,
    stdio: 'ignore',
    env: serverEnv(place.native),
  })
  await new Promise<void>((resolve) => pgCtl.once('exit', () => resolve()))
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
