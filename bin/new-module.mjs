// Makes a module that is green from the first minute: bin/new-module NAME [--layer N] [--noun WORD] [--no-docs]
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const root = fileURLToPath(new URL('..', import.meta.url))
const templates = join(root, 'bin/templates/module')
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { layer: { type: 'string', default: '3' }, noun: { type: 'string' }, 'no-docs': { type: 'boolean' } },
})
const [name = ''] = positionals
const layer = Number(values.layer)
const noun = values.noun ?? singular(name)
const capital = noun.charAt(0).toUpperCase() + noun.slice(1)

refuseUnless(/^[a-z]{3,30}$/.test(name), 'NAME is one English plural in small letters: bin/new-module permits')
refuseUnless(/^[a-z]{2,30}$/.test(noun) && noun !== name, `the singular of "${name}" is not clear: add --noun WORD`)
refuseUnless([1, 2, 3].includes(layer), '--layer is 1, 2 or 3; layer 4 looks at all and owns no table')
const folder = join(root, 'src/modules', name)
refuseUnless(!existsSync(folder), `src/modules/${name} is already there`)

const fill = (text) => text.replaceAll('{{module}}', name).replaceAll('{{noun}}', noun).replaceAll('{{Noun}}', capital)

for (const path of filesBelow(templates)) {
  const target = join(folder, path.replace(/\.tmpl$/, '').replace('NAME', name))
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, fill(readFileSync(join(templates, path), 'utf8')))
}
const next = addToMap()
addToApp(next)
run('node_modules/.bin/biome', ['check', '--write', '--diagnostic-level=error', `src/modules/${name}`])
if (!values['no-docs']) run('bin/docs', ['--access'])
console.log(`src/modules/${name} is made; begin with its README.md, domain.ts and migrations/0001-${name}.sql`)

/** Puts the entry behind the last one of its layer. @returns name of the module that follows, if any */
function addToMap() {
  const file = join(root, 'src/modules/map.ts')
  const text = readFileSync(file, 'utf8')
  const entries = [...text.matchAll(/^ {2}\{\s+name: '([a-z-]+)',\s+layer: (\d)/gm)]
  const after = entries.find((entry) => Number(entry[2]) > layer)
  const at = after?.index ?? text.lastIndexOf(']')
  const entry = `  { name: '${name}', layer: ${layer}, dependsOn: [], purpose: 'to be said in one line' },\n`
  writeFileSync(file, text.slice(0, at) + entry + text.slice(at))
  return after?.[1]
}

function addToApp(next) {
  const file = join(root, 'src/app.ts')
  const lines = readFileSync(file, 'utf8').split('\n')
  const imported = `import { ${name} } from '#modules/${name}/module.ts'`
  const imports = lines.flatMap((line, index) => (/^import .*'#modules\//.test(line) ? [index] : []))
  const place =
    imports.find((index) => lines[index].replace(/.*'#/, '') > imported.replace(/.*'#/, '')) ?? imports.at(-1) + 1
  lines.splice(place, 0, imported)
  const list = lines.findIndex((line) => line.startsWith('export const modules'))
  const end = lines.findIndex((line, index) => index > list && line.startsWith(']'))
  refuseUnless(list > 0 && end > list, 'src/app.ts has no list of modules that I understand; add the module by hand')
  const before = lines.findIndex((line, index) => index > list && index < end && line.trim() === `${next},`)
  lines.splice(before > 0 ? before : end, 0, `  ${name},`)
  writeFileSync(file, lines.join('\n'))
}

function filesBelow(start, path = '') {
  return readdirSync(join(start, path), { withFileTypes: true }).flatMap((entry) => {
    const inner = path ? `${path}/${entry.name}` : entry.name
    return entry.isDirectory() ? filesBelow(start, inner) : [inner]
  })
}

function singular(plural) {
  if (plural.endsWith('ies')) return `${plural.slice(0, -3)}y`
  return plural.endsWith('s') && !plural.endsWith('ss') ? plural.slice(0, -1) : plural
}

function run(program, args) {
  const done = spawnSync(join(root, program), args, { cwd: root, stdio: 'inherit' })
  if (done.status !== 0) process.exit(done.status ?? 1)
}

function refuseUnless(condition, message) {
  if (condition) return
  console.error(message)
  process.exit(2)
}
