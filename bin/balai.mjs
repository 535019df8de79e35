import { join } from 'node:path'
import { buildBeside } from './build.mjs'

buildBeside({ quiet: true })
const { main } = await import(join(import.meta.dirname, '../.build/server/main.js'))
await main(process.argv.slice(2))
