import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fromRoot, projectRoot } from '../src/kernel/paths.ts'
import type { ModuleEntry } from '../src/modules/map.ts'
import { checkTree } from './architecture/rules.ts'
import { readTree } from './architecture/source-tree.ts'
import { sayViolation } from './architecture/violation.ts'

interface Done {
  readonly code: number | null
  readonly output: string
}

const left = new Set(['node_modules', '.git', '.data', '.build', '.tmp', 'coverage'])
const touched = new Set(['app.ts', 'modules/map.ts'])
let copy: string
let made: Done
let compiled: Done
let documented: Done
let tested: Done

/** A copy of the whole tree, in which the module is made and then judged as a maker would. */
beforeAll(async () => {
  copy = mkdtempSync(join(tmpdir(), 'balai-module-'))
  for (const name of readdirSync(projectRoot)) {
    if (!left.has(name)) cpSync(fromRoot(name), join(copy, name), { recursive: true })
  }
  for (const folder of ['src', 'test', 'bench']) trust(join(copy, folder))
  symlinkSync(fromRoot('node_modules'), join(copy, 'node_modules'))
  made = await run('bin/new-module', ['lanterns', '--layer', '2', '--no-docs'])
  const files = ['domain', 'commands', 'routes'].map((name) => `src/modules/lanterns/${name}.test.ts`)
  const compiling = run('node_modules/.bin/tsc', ['--noEmit'])
  documented = await run('bin/docs', ['--access'])
  tested = await run('node_modules/.bin/vitest', ['run', ...files])
  compiled = await compiling
}, 180_000)
afterAll(() => rmSync(copy, { recursive: true, force: true }))

/** That the rest of the tree compiles is the matter of `bin/check`: here the compiler reads it and judges what the module touches. */
function trust(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(name) || touched.has(name)) continue
    const path = join(folder, name)
    writeFileSync(path, `// @ts-nocheck\n${readFileSync(path, 'utf8')}`)
  }
}

function run(program: string, args: readonly string[]): Promise<Done> {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_ENV|TEST$|VITE)/.test(name)),
  )
  return new Promise((resolve) => {
    const child = spawn(join(copy, program), args, { cwd: copy, env: { ...env, NO_COLOR: '1' } })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (output += part))
    child.on('close', (code) => resolve({ code, output }))
  })
}

const aboutIt = (line: string) => /lanterns|src\/app\.ts|modules\/map\.ts/.test(line)

describe('bin/new-module', () => {
  it('makes a module and says where to begin', () => {
    expect(made).toMatchObject({ code: 0, output: expect.stringContaining('src/modules/lanterns is made') })
    expect(readFileSync(join(copy, 'src/modules/lanterns/README.md'), 'utf8').split('\n').length).toBeLessThanOrEqual(
      21,
    )
  })

  it('that compiles', () => {
    expect(compiled.output.split('\n').filter(aboutIt)).toEqual([])
  })

  it('whose own tests pass', () => {
    expect(tested.code, tested.output).toBe(0)
  })

  it('that keeps the architecture', async () => {
    const { moduleMap } = (await import(/* @vite-ignore */ pathToFileURL(join(copy, 'src/modules/map.ts')).href)) as {
      moduleMap: readonly ModuleEntry[]
    }
    expect(moduleMap.find((entry) => entry.name === 'lanterns')?.layer).toBe(2)
    const found = checkTree(readTree(copy, moduleMap)).map(sayViolation)
    expect(found.filter((line) => line.includes('lanterns'))).toEqual([])
  }, 60_000)

  it('whose table types are those that bin/docs makes, and whose rights are in the table', () => {
    expect(documented.code, documented.output).toBe(0)
    expect(documented.output).not.toContain('src/modules/lanterns/tables.ts')
    expect(readFileSync(join(copy, 'test/access.snapshot.txt'), 'utf8')).toMatch(/\/lanterns +lanterns\.read/)
    expect(readFileSync(join(copy, 'docs/reference/schema.md'), 'utf8')).toContain('### lanterns.lantern')
  })
})
