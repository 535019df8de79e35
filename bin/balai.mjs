import { join } from 'node:path'
import { build } from './build.mjs'

await build({ quiet: true })
const { main } = await import(join(import.meta.dirname, '../.build/server/main.js'))
await main(process.argv.slice(2))
