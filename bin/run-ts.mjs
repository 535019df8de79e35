// Runs a TypeScript program of this repository, TSX and path names included:
// node bin/run-ts.mjs bin/generate/main.ts [arguments]. It exports main(arguments) and gives an exit code.
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createServer, loadConfigFromFile } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))
const [program, ...rest] = process.argv.slice(2)
if (!program) {
  console.error('usage: node bin/run-ts.mjs FILE.ts [arguments]')
  process.exit(2)
}

const loaded = await loadConfigFromFile(
  { command: 'serve', mode: 'production', isSsrBuild: true },
  resolve(root, 'vite.config.ts'),
)
const server = await createServer({
  ...loaded?.config,
  configFile: false,
  root,
  appType: 'custom',
  logLevel: 'warn',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true, include: [] },
})
try {
  const { main } = await server.ssrLoadModule(resolve(program))
  process.exitCode = (await main(rest)) ?? 0
} catch (error) {
  server.ssrFixStacktrace(error)
  console.error(error)
  process.exitCode = 1
} finally {
  await server.close()
}
