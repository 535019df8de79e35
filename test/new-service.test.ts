import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fromRoot, projectRoot } from '../src/kernel/paths.ts'

interface Done {
  readonly code: number | null
  readonly output: string
}

const left = new Set(['node_modules', '.git', '.data', '.build', '.tmp', 'coverage'])
const folder = 'src/services/tree-felling'
let copy: string
let made: Done
let again: Done
let proved: Done
let extended: Done
let broken: Done

/** A copy of the whole tree, in which a service is made, then changed as the guide says, then spoilt. */
beforeAll(async () => {
  copy = mkdtempSync(join(tmpdir(), 'balai-service-'))
  for (const name of readdirSync(projectRoot)) {
    if (!left.has(name)) cpSync(fromRoot(name), join(copy, name), { recursive: true })
  }
  symlinkSync(fromRoot('node_modules'), join(copy, 'node_modules'))
  made = await run('bin/new-service', ['tree-felling', '--unit', 'dlh', '--slug', 'tebang-pohon', '--code', 'TPN'])
  again = await run('bin/new-service', ['tree-felling', '--code', 'TPX', '--slug', 'lain'])
  proved = await prove()
  extend()
  extended = await prove()
  change('definition.ts', "['answers.trees']", "['answers.trees - 5']")
  broken = await prove()
}, 240_000)
afterAll(() => rmSync(copy, { recursive: true, force: true }))

function prove(): Promise<Done> {
  return run('node_modules/.bin/vitest', [
    'run',
    'src/modules/services/definition/definition.test.ts',
    '-t',
    'tree-felling',
  ])
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

function change(file: string, from: string, to: string): void {
  const path = join(copy, folder, file)
  const text = readFileSync(path, 'utf8')
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`)
  writeFileSync(path, text.replace(from, to))
}

/** The three changes of docs/guides/write-a-service.md: a field, a condition, a line of the fee. */
function extend(): void {
  change(
    'form.ts',
    "{ id: 'proof'",
    `{ id: 'trees', kind: 'number', min: 1, max: 50, label: { id: 'Jumlah pohon', en: 'Trees' } },
          {
            id: 'reason',
            kind: 'long-text',
            when: 'answers.trees > 10',
            label: { id: 'Mengapa sebanyak itu', en: 'Why so many' },
          },
          { id: 'proof'`,
  )
  change(
    'definition.ts',
    'cost: [',
    `cost: [
    {
      id: 'seedlings',
      label: { id: 'Bibit pengganti', en: 'Seedlings to replace them' },
      rule: 'tree-felling.seedling',
      times: ['answers.trees'],
    },
    `,
  )
  change(
    '../../../rules/tree-felling.json',
    '[',
    `[
  {
    "key": "tree-felling.seedling", "value": 5000, "unit": "rupiah",
    "titleId": "Bibit pengganti tiap pohon", "titleEn": "A seedling for each tree",
    "citation": "Perda 1/2026 (rekaan)", "status": "unverified", "validFrom": "2026-01-01"
  },`,
  )
  change('golden.ts', "purpose: 'Keterangan untuk sekolah',", "purpose: 'Pohon rapuh', trees: 2,")
  change('golden.ts', 'purpose: answers.purpose }', 'purpose: answers.purpose, trees: 2 }')
  change('golden.ts', 'fee: 0', 'fee: 10000')
}

describe('bin/new-service', () => {
  it('makes a service, lists it, and says where to begin', () => {
    expect(made).toMatchObject({ code: 0, output: expect.stringContaining(`${folder} is made`) })
    expect(readFileSync(join(copy, 'src/services/index.ts'), 'utf8')).toMatch(/\n {2}treeFelling,\n\]/)
  })

  it('never writes over one that is there', () => {
    expect(again).toMatchObject({ code: 2, output: expect.stringContaining('already there') })
  })

  it('that is proved sound, with its golden cases', () => {
    expect(proved.code, proved.output).toBe(0)
    expect(proved.output).toMatch(/4 passed/)
  })

  it('to which a field, a condition and a line of the fee are added as the guide says', () => {
    expect(extended.code, extended.output).toBe(0)
  })

  it('whose fee cannot fall below zero unseen', () => {
    expect(broken.code).toBe(1)
    expect(broken.output).toContain('fee-negative')
  })
})
