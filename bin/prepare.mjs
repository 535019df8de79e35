// Runs on whatever Node the machine has, before anything is installed: makes node_modules complete.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const wanted = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex')
const stamp = join(root, 'node_modules/.balai-installed')
const node = join(root, 'node_modules/.bin', process.platform === 'win32' ? 'node.cmd' : 'node')

const isReady = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && existsSync(node)

export function prepare() {
  if (isReady()) return
  console.log('Balai: installing packages (first start, about a minute)')
  // Not `npm ci`: it refuses a lock file without the native parts of other platforms, which not every registry mirror
  // has. This installs exactly what the lock file says and leaves it as it is.
  run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'])
  // Newer npm versions hold back install scripts; these two are ours to allow (package.json, allowScripts).
  if (!existsSync(node)) run('npm', ['rebuild', 'node', '--foreground-scripts'])
  if (!existsSync(node)) {
    rmSync(stamp, { force: true })
    throw new Error('the Node runtime of this project could not be installed')
  }
  writeFileSync(stamp, wanted)
}

function run(command, args) {
  const done = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  if (done.status !== 0) process.exit(done.status ?? 1)
}

prepare()
