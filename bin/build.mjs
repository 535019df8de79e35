// Builds the browser bundle and the server bundle, when anything they are made of has changed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const stamp = join(root, '.build/stamp')

/** Builds what is stale, in a process of its own: a bundler takes 700 MB, which a server should not keep. */
export function buildBeside({ quiet = false } = {}) {
  if (isFresh(fingerprintOf())) return
  const done = spawnSync(process.execPath, [fileURLToPath(import.meta.url), ...(quiet ? ['--quiet'] : [])], {
    stdio: 'inherit',
  })
  if (done.status !== 0) process.exit(done.status ?? 1)
}

/** Builds what is stale. @returns true when something was built */
export async function build({ quiet = false } = {}) {
  const fingerprint = fingerprintOf()
  if (isFresh(fingerprint)) return false
  if (!quiet) console.log('Balai: building')
  const { build: vite } = await import('vite')
  process.env.NODE_ENV = 'production'
  await vite({ root, configFile: join(root, 'vite.config.ts') })
  await vite({ root, configFile: join(root, 'vite.config.ts'), build: { ssr: true } })
  compressAssets(join(root, '.build/client/assets'))
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, fingerprint)
  return true
}

const isFresh = (fingerprint) => existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint

function fingerprintOf() {
  const hash = createHash('sha256')
  const visit = (path) => {
    const stat = statSync(path)
    if (stat.isDirectory()) for (const name of readdirSync(path).sort()) visit(join(path, name))
    else if (!/\.test\.tsx?$/.test(path)) hash.update(`${path.slice(root.length)} ${stat.size} ${stat.mtimeMs}\n`)
  }
  for (const part of ['src', 'vite.config.ts', 'package-lock.json']) visit(join(root, part))
  return hash.digest('hex')
}

function compressAssets(folder) {
  for (const name of readdirSync(folder)) {
    if (!/\.(css|js|svg)$/.test(name)) continue
    const bytes = readFileSync(join(folder, name))
    writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }))
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes))
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build({ quiet: process.argv.includes('--quiet') })
