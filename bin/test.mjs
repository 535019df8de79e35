// `npm test`: a browser when there is none, a fresh build, every test once, and a last line that says how it went.
// node bin/test.mjs [file or name filter ...]
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from './build.mjs'
import { ensureChromium } from './chromium.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const chromium = ensureChromium()
if (!chromium) process.exit(1)
await build()

const folder = mkdtempSync(join(tmpdir(), 'balai-run-'))
const result = join(folder, 'result.json')
// Every test file runs in a process of its own; what one has compiled of the packages the others read.
const env = {
  ...process.env,
  CHROMIUM_PATH: chromium,
  NODE_ENV: 'test',
  NODE_COMPILE_CACHE: join(folder, 'compiled'),
}
const run = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${result}`,
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit', env },
)
const { passed, failed, skipped } = countTests(result, run.status)
rmSync(folder, { recursive: true, force: true })
process.exitCode = failed ? 1 : 0
console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`)

/** Numbers from Vitest's own account. What kept tests from running counts as a failure too. */
function countTests(file, status) {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 }
  const report = JSON.parse(readFileSync(file, 'utf8'))
  // A file that could not be loaded, or whose preparation failed, has no failed test of its own.
  const broken = report.testResults.filter(
    (one) => one.status === 'failed' && !one.assertionResults.some((test) => test.status === 'failed'),
  )
  const failed = report.numFailedTests + broken.length
  return {
    passed: report.numPassedTests,
    // An error outside every test ends the run with a code and leaves the numbers clean.
    failed: failed || (status === 0 ? 0 : 1),
    skipped: report.numPendingTests + report.numTodoTests,
  }
}
