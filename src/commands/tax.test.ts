import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { computeTax } from './tax.ts'

const folder = mkdtempSync(join(tmpdir(), 'balai-pajak-'))
afterAll(() => rmSync(folder, { recursive: true }))
afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = undefined
})

async function run(content: unknown): Promise<unknown> {
  const file = join(folder, 'soal.json')
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  let said = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += String(text)
    return true
  })
  await computeTax(['hitung', '--file', file])
  return JSON.parse(said)
}

const question = { kind: 'land.transfer', date: '2026-06-30', input: { gross: 1_500_000_000 } }

describe('balai pajak hitung', () => {
  it('answers one question like the API', async () => {
    expect(await run(question)).toMatchObject({ total: 37_500_000, official: false, region: '' })
    expect(process.exitCode).toBeUndefined()
  })

  it('answers the right ones of many and says what is wrong with the others', async () => {
    const wrong = { ...question, date: '2026-02-30' }
    const answers = (await run([question, wrong, { ...question, kind: 'x' }, 5])) as object[]
    expect(answers[0]).toMatchObject({ total: 37_500_000 })
    expect(answers[1]).toMatchObject({ errors: [{ path: 'date' }] })
    expect(answers[2]).toMatchObject({ errors: [{ path: 'kind' }] })
    expect(answers[3]).toMatchObject({ errors: [{ path: '' }] })
    expect(process.exitCode).toBe(1)
  })

  it('of an empty list is an empty list', async () => {
    expect(await run([])).toEqual([])
  })

  it('says when there is no file, no JSON or no task', async () => {
    await expect(run('{')).rejects.toThrow('holds no JSON')
    await expect(computeTax(['hitung', '--file', join(folder, 'none.json')])).rejects.toThrow('there is no file')
    await expect(computeTax([])).rejects.toThrow('pajak hitung --file')
  })
})
