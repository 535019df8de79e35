import { existsSync, readFileSync } from 'node:fs'
import { fromRoot } from '../paths.ts'

/** Addresses of the built style sheet and script, with their content hash. */
export interface Assets {
  readonly css: readonly string[]
  readonly js: readonly string[]
  /** Preloaded, because the first paint needs them. */
  readonly fonts: readonly string[]
}

interface ManifestEntry {
  readonly file: string
  readonly css?: readonly string[]
  readonly isEntry?: boolean
}

export const assetFolder = fromRoot('.build/client/assets')

let known: Assets | undefined
let workers: ReadonlyMap<string, string> = new Map()
let built: readonly string[] = []

/** Service workers are entries of the build that no page loads as a script. */
const isWorker = (source: string) => source.endsWith('-worker.ts')

/** Reads the build manifest once. @throws when the browser bundle was not built */
export function readAssets(): Assets {
  if (known) return known
  const file = fromRoot('.build/client/.vite/manifest.json')
  if (!existsSync(file)) throw new Error('the browser bundle is missing: run "npm start" or "node bin/build.mjs"')
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<string, ManifestEntry>
  const entries = Object.values(manifest)
  workers = new Map(
    Object.entries(manifest)
      .filter(([source]) => isWorker(source))
      .map(([source, entry]) => [source, fromRoot('.build/client', entry.file)]),
  )
  built = Object.entries(manifest)
    .filter(([source]) => !isWorker(source))
    .flatMap(([, entry]) => [entry.file, ...(entry.css ?? [])])
    .map((name) => `/${name}`)
  const files = Object.entries(manifest)
    .filter(([source, entry]) => entry.isEntry && !isWorker(source))
    .map(([, entry]) => entry)
    .flatMap((entry) => [entry.file, ...(entry.css ?? [])])
  known = {
    css: files.filter((name) => name.endsWith('.css')).map((name) => `/${name}`),
    js: files.filter((name) => name.endsWith('.js')).map((name) => `/${name}`),
    fonts: entries
      .map((entry) => entry.file)
      .filter((name) => name.endsWith('.woff2'))
      .map((name) => `/${name}`),
  }
  return known
}

/** Every built file, for a page that has to work without a network. */
export function listAssets(): readonly string[] {
  readAssets()
  return [...new Set(built)]
}

/**
 * The script of a service worker, which must be served from the folder it works for.
 * @param source its file as the build knows it: `src/modules/documents/islands/offline-worker.ts`
 */
export function readWorker(source: string): string {
  readAssets()
  const file = workers.get(source)
  if (!file) throw new Error(`${source} is no worker of the browser bundle`)
  return readFileSync(file, 'utf8')
}

/** The script of a service worker that keeps one page on the device, with the files it loads, in a store of its own. */
export function readPageWorker(kept: { readonly store: string; readonly page: string }): string {
  return `self.kept=${JSON.stringify({ store: kept.store, page: kept.page })};\n${readWorker('src/ui/islands/page-worker.ts')}`
}
