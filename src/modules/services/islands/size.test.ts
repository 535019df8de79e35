import { gzipSync } from 'node:zlib'
import { build, type Rolldown } from 'vite'
import { beforeAll, expect, it } from 'vitest'
import { fromRoot } from '#kernel/paths.ts'

let chunks: Rolldown.OutputChunk[]
const sizeOf = (code: string) => gzipSync(code, { level: 9 }).length / 1024
const named = (name: string) => chunks.find((chunk) => chunk.name === name) as Rolldown.OutputChunk

beforeAll(async () => {
  const built = (await build({
    configFile: fromRoot('vite.config.ts'),
    logLevel: 'silent',
    build: { write: false, rollupOptions: { input: { islands: fromRoot('src/islands.ts') } } },
  })) as Rolldown.RolldownOutput
  chunks = built.output.filter((part): part is Rolldown.OutputChunk => part.type === 'chunk')
}, 60_000)

it('the expression language is fetched only by pages that have something to decide', () => {
  const entry = named('islands')
  expect(entry.imports).toEqual([])
  expect(entry.dynamicImports).toContain(named('live-form').fileName)
  expect(sizeOf(entry.code)).toBeLessThan(3)
})

it('nothing of the server travels to the browser, although both read the same modules', () => {
  for (const chunk of chunks) {
    expect(chunk.code.includes('browser-external'), chunk.fileName).toBe(false)
    const own = chunk.moduleIds.filter((id) => /\/src\/kernel\/(db|command|files|jobs)\//.test(id))
    expect(own, chunk.fileName).toEqual([])
  }
})

it('what a page of a form fetches besides stays small on a prepaid phone', () => {
  const whole = (name: string): number => {
    const chunk = named(name)
    const shared = chunk.imports.map((file) => chunks.find((other) => other.fileName === file)?.code ?? '')
    return (
      sizeOf(chunk.code) +
      shared.filter((code) => code !== named('islands').code).reduce((sum, code) => sum + sizeOf(code), 0)
    )
  }
  expect(whole('live-form')).toBeLessThan(40)
  for (const name of ['map-picker', 'row-group', 'signature-pad']) expect(whole(name), name).toBeLessThan(3)
})
