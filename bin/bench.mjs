// Builds the program as for production and the benches beside it, then runs them: node bin/bench.mjs [--quick] [--only NAME]
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadConfigFromFile, build as vite } from 'vite'
import { build } from './build.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const place = join(root, '.build/bench')

await build()
process.env.NODE_ENV = 'production'
rmSync(place, { recursive: true, force: true })
// A copy, so that a build made meanwhile does not take the measured program away.
cpSync(join(root, '.build/server'), join(place, 'server'), { recursive: true })
const loaded = await loadConfigFromFile(
  { command: 'build', mode: 'production', isSsrBuild: true },
  join(root, 'vite.config.ts'),
)
await vite({
  ...loaded?.config,
  root,
  configFile: false,
  logLevel: 'error',
  build: {
    ...loaded?.config.build,
    ssr: true,
    outDir: join(place, 'program'),
    rollupOptions: { input: { bench: join(root, 'bench/main.ts') }, output: { entryFileNames: '[name].js' } },
  },
})
const { main } = await import(join(place, 'program/bench.js'))
process.exitCode = await main(process.argv.slice(2))
