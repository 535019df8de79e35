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

/** Reads the build manifest once. @throws when the browser bundle was not built */
export function readAssets(): Assets {
  if (known) return known
  const file = fromRoot('.build/client/.vite/manifest.json')
  if (!existsSync(file)) throw new Error('the browser bundle is missing: run "npm start" or "node bin/build.mjs"')
  const entries = Object.values(JSON.parse(readFileSync(file, 'utf8')) as Record<string, ManifestEntry>)
  const files = entries.filter((entry) => entry.isEntry).flatMap((entry) => [entry.file, ...(entry.css ?? [])])
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
