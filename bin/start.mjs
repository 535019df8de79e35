// `npm start`: builds what is stale, then serves the demo region.
import { join } from 'node:path'
import { buildBeside } from './build.mjs'

buildBeside()
const { main } = await import(join(import.meta.dirname, '../.build/server/main.js'))
await main(['serve', '--demo', ...process.argv.slice(2)])
