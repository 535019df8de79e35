import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { startEmbedded } from '../../src/kernel/db/embedded.ts'
import { migrate } from '../../src/kernel/db/migrate.ts'
import { fromRoot } from '../../src/kernel/paths.ts'
import { appRole, ensureDatabase, withDatabase } from '../../src/kernel/tenancy/tenants.ts'
import { migrationSources } from '../../src/modules/sources.ts'
import { currentAccess, snapshotFile } from '../../test/access/snapshot.ts'
import { generatedFiles, staleFiles } from './files.ts'

/**
 * bin/docs writes what is generated. `--check` only says what is stale, `--into FOLDER` writes elsewhere,
 * `--access` also rewrites the table of rights.
 */
export async function main(options: readonly string[]): Promise<number> {
  const files = await withMigratedDatabase(generatedFiles)
  const into = options.includes('--into') ? options[options.indexOf('--into') + 1] : undefined
  const at = (path: string) => (into ? join(into, path) : fromRoot(path))
  const stale = into ? [...files.keys()] : staleFiles(files)
  if (options.includes('--check')) {
    console.log(stale.length ? `stale, run bin/docs and commit: ${stale.join(', ')}` : 'generated files are current')
    for (const path of stale) showDifference(path, files.get(path) as string)
    return stale.length ? 1 : 0
  }
  for (const path of stale) {
    mkdirSync(dirname(at(path)), { recursive: true })
    writeFileSync(at(path), files.get(path) as string)
    console.log(path)
  }
  if (options.includes('--access')) writeFileSync(snapshotFile, currentAccess())
  return 0
}

/** A throwaway server with the structure of today. */
async function withMigratedDatabase<Result>(use: (url: string) => Promise<Result>): Promise<Result> {
  const dataDir = mkdtempSync(join(tmpdir(), 'balai-docs-'))
  const secret = randomBytes(32)
  const server = await startEmbedded({ dataDir, secret, fsyncOff: true })
  try {
    const ownerUrl = withDatabase(server.url, 'balai_docs')
    await ensureDatabase(ownerUrl)
    await migrate({
      ownerUrl,
      sources: migrationSources,
      appRole: appRole({ id: 'docs', hosts: [], ownerUrl }, secret),
    })
    return await use(ownerUrl)
  } finally {
    await server.remove()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

function showDifference(path: string, text: string): void {
  const committed = existsSync(fromRoot(path)) ? fromRoot(path) : '/dev/null'
  const { stdout } = spawnSync(
    'diff',
    ['-u', '--label', `committed/${path}`, '--label', `generated/${path}`, committed, '-'],
    {
      input: text,
      encoding: 'utf8',
    },
  )
  console.log(stdout)
}
