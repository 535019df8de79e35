// Everything about the source that needs no running program: node bin/check.mjs [name ...]
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const tool = (name) => join(root, 'node_modules/.bin', name)
const linesShown = 25

const migrations = [
  'src/kernel/migrations',
  ...readdirSync(join(root, 'src/modules')).map((name) => `src/modules/${name}/migrations`),
]
  .filter((folder) => existsSync(join(root, folder)))
  .flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.sql'))
      .map((name) => `${folder}/${name}`),
  )

/** `absent` tells why a check cannot run on this machine. */
const checks = {
  types: { command: [tool('tsc'), '--noEmit'] },
  style: { command: [tool('biome'), 'check', '--reporter=summary', '--diagnostic-level=warn', '--error-on-warnings'] },
  unused: { command: [tool('knip'), '--no-progress'] },
  migrations: { command: [tool('squawk'), ...migrations], absent: squawkIsAbsent },
  generated: { command: [join(root, 'bin/docs'), '--check'] },
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in checks))
if (unknown.length) {
  console.error(`no check "${unknown.join('", "')}"; there are ${Object.keys(checks).join(', ')}`)
  process.exit(2)
}

let failed = 0
for (const [name, { command, absent }] of Object.entries(checks)) {
  if (asked.length && !asked.includes(name)) continue
  const reason = absent?.()
  if (reason) {
    console.log(`skip  ${name.padEnd(11)} ${reason}`)
    continue
  }
  const start = performance.now()
  const done = spawnSync(command[0], command.slice(1), { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  const isGood = done.status === 0
  console.log(`${isGood ? 'ok   ' : 'FAIL '} ${name.padEnd(11)} ${seconds} s`)
  if (isGood) continue
  failed += 1
  const output = `${done.stdout ?? ''}${done.stderr ?? ''}${done.error?.message ?? ''}`.trim().split('\n')
  const shown = asked.length ? output : output.slice(0, linesShown)
  console.log(shown.map((line) => `      ${line}`).join('\n'))
  if (shown.length < output.length)
    console.log(`      ... ${output.length - shown.length} more lines: npm run check -- ${name}`)
}
process.exitCode = failed ? 1 : 0

/** Its binary is a package of the platform, left out where none is made for it. */
function squawkIsAbsent() {
  const tried = spawnSync(tool('squawk'), ['--version'], { encoding: 'utf8' })
  return tried.status === 0 ? undefined : 'squawk has no binary for this platform; migrations are not linted'
}
