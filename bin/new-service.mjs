// Makes a service that is sound from the first minute: bin/new-service NAME [--unit CODE] [--code XX] [--slug SLUG]
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const root = fileURLToPath(new URL('..', import.meta.url))
const templates = join(root, 'bin/templates/service')
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { unit: { type: 'string', default: 'setda' }, code: { type: 'string' }, slug: { type: 'string' } },
})
const [id = ''] = positionals
const words = id.split('-')
const code = values.code ?? initials(words)
const slug = values.slug ?? id

refuseUnless(
  /^[a-z]+(-[a-z]+)*$/.test(id) && id.length <= 40,
  'NAME is English in small letters: bin/new-service tree-felling',
)
refuseUnless(/^[A-Z]{2,4}$/.test(code), '--code is two to four capitals, for the numbers of files: --code PP')
refuseUnless(/^[a-z][a-z0-9-]*$/.test(slug), '--slug is the address in Indonesian: --slug tebang-pohon')
refuseUnless(/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)*$/.test(values.unit), '--unit is the path of a unit: --unit dlh')
const folder = join(root, 'src/services', id)
const law = join(root, 'rules', `${id}.json`)
refuseUnless(!existsSync(folder), `src/services/${id} is already there`)
refuseUnless(!existsSync(law), `rules/${id}.json is already there`)
refuseUnless(!taken('code', code), `code ${code} belongs to another service: add --code`)
refuseUnless(!taken('slug', slug), `address ${slug} belongs to another service: add --slug`)

const camel = words[0] + words.slice(1).map(capital).join('')
const names = {
  id,
  camel,
  code,
  slug,
  unit: values.unit,
  title: capital(words.join(' ')),
  words: words.join(' '),
  today: new Date().toISOString().slice(0, 10),
}
const fill = (text) => text.replace(/\{\{(\w+)\}\}/g, (_place, name) => names[name])

mkdirSync(folder, { recursive: true })
for (const name of readdirSync(templates)) {
  const target = name === 'rules.json.tmpl' ? law : join(folder, name.replace(/\.tmpl$/, ''))
  writeFileSync(target, fill(readFileSync(join(templates, name), 'utf8')))
}
addToList()
run('node_modules/.bin/biome', [
  'check',
  '--write',
  '--diagnostic-level=error',
  `src/services/${id}`,
  'src/services/index.ts',
])
console.log(
  `src/services/${id} is made; read docs/guides/write-a-service.md, begin with its golden.ts and rules/${id}.json`,
)

/** Puts the service at the end of the list in src/services/index.ts. */
function addToList() {
  const file = join(root, 'src/services/index.ts')
  const text = readFileSync(file, 'utf8')
  const list = /(export const shippedServices[^=]*= \[)([^\]]*)(\])/
  refuseUnless(list.test(text), 'src/services/index.ts has no list that I understand; add the service by hand')
  const listed = text.replace(list, (_all, open, inside, close) => {
    const members = inside
      .split(',')
      .map((member) => member.trim())
      .filter(Boolean)
    return `${open}\n  ${[...members, camel].join(',\n  ')},\n${close}`
  })
  const imported = `import { ${camel} } from './${id}/definition.ts'\n`
  const last = [...listed.matchAll(/^import .*\n/gm)].at(-1)
  const at = last ? last.index + last[0].length : 0
  writeFileSync(file, listed.slice(0, at) + imported + listed.slice(at))
}

function taken(key, value) {
  return readdirSync(join(root, 'src/services'), { recursive: true })
    .filter((path) => path.endsWith('.ts'))
    .some((path) => readFileSync(join(root, 'src/services', path), 'utf8').includes(`  ${key}: '${value}',`))
}

function initials(parts) {
  const letters = parts
    .map((part) => part[0] ?? '')
    .join('')
    .toUpperCase()
  return letters.length > 1 ? letters.slice(0, 4) : id.slice(0, 3).toUpperCase()
}

function capital(word) {
  return word.charAt(0).toUpperCase() + word.slice(1)
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
