import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { keepWorkBeside, runBeside } from './program-beside.ts'

let folder = ''
let program = ''
const begun = (): string[] => {
  try {
    return readFileSync(join(folder, 'begun'), 'utf8').trim().split('\n')
  } catch {
    return []
  }
}
const isAlive = (pid: string | undefined) => {
  try {
    return process.kill(Number(pid), 0)
  } catch {
    return false
  }
}
const never = new Promise<void>(() => {})
const within = { timeout: 20_000, interval: 50 }

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'balai-beside-'))
  const file = join(folder, 'program.mjs')
  // "work" goes on until told to stop; everything else ends with the number it is given.
  writeFileSync(
    file,
    `import { appendFileSync } from 'node:fs'
     export async function main([verb, code]) {
       if (verb !== 'work') process.exit(Number(code))
       process.on('SIGTERM', () => process.exit(0))
       process.on('disconnect', () => process.exit(0))
       appendFileSync(${JSON.stringify(join(folder, 'begun'))}, process.pid + '\\n')
       setInterval(() => {}, 1000)
     }`,
  )
  program = pathToFileURL(file).href
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the jobs in a process beside', () => {
  it('is started again after it was killed, and not after it was stopped', async () => {
    const beside = keepWorkBeside(program, pino({ level: 'silent' }))
    await vi.waitFor(() => expect(begun()).toHaveLength(1), within)
    expect(beside.isAlive()).toBe(true)
    process.kill(Number(begun()[0]), 'SIGKILL')
    await vi.waitFor(() => expect(beside.isAlive()).toBe(false), within)
    await vi.waitFor(() => expect(begun()).toHaveLength(2), within)
    expect(beside.isAlive()).toBe(true)
    await beside.stop()
    expect([isAlive(begun()[1]), beside.isAlive()]).toEqual([false, false])
    await new Promise((resolve) => setTimeout(resolve, 2500))
    expect(begun()).toHaveLength(2)
  }, 60_000)
})

describe('a program run to its end', () => {
  it('says when it failed', async () => {
    await expect(runBeside(program, ['demo', '0'], never)).resolves.toBeUndefined()
    await expect(runBeside(program, ['demo', '3'], never)).rejects.toThrow('"balai demo" ended with 3')
  })

  it('is ended when nobody wants it any more', async () => {
    await expect(runBeside(program, ['work'], new Promise((resolve) => setTimeout(resolve, 500)))).resolves.toBe(
      undefined,
    )
    await vi.waitFor(() => expect(isAlive(begun().at(-1))).toBe(false), within)
  })
})
