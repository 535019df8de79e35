import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { pageFile } from '../compile.ts'
import { getTypecase } from '../compiler.ts'
import { birthCertificate, familyCard } from '../specimens.ts'
import { TypesetError } from '../typeset-error.ts'
import { endBeside, pdfBeside, svgBeside } from './typeset-beside.ts'

const now = new Date('2026-11-23T03:41:00Z')
const birth = async () => pageFile(await getTypecase(), 'birth-certificate', birthCertificate)
const card = async () => pageFile(await getTypecase(), 'family-card', familyCard)
const titleOf = (pdf: Uint8Array) => /<dc:title>.*?<rdf:li[^>]*>([^<]*)/s.exec(Buffer.from(pdf).toString('utf8'))?.[1]

it('sets what is asked for at the same time without mixing it', async () => {
  const [births, cards] = [await birth(), await card()]
  const alone = [
    await pdfBeside({ template: 'birth-certificate', page: births }, { now }),
    await pdfBeside({ template: 'family-card', page: cards }, { now }),
  ]
  const many = await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      index % 2
        ? pdfBeside({ template: 'family-card', page: cards }, { now })
        : pdfBeside({ template: 'birth-certificate', page: births }, { now }),
    ),
  )
  for (const [index, pdf] of many.entries()) expect(Buffer.compare(pdf, alone[index % 2] as Uint8Array)).toBe(0)
  expect(titleOf(alone[0] as Uint8Array)).not.toBe(titleOf(alone[1] as Uint8Array))
})

it('says what was wrong with one document and goes on with the next', async () => {
  const broken = pdfBeside({ template: 'birth-certificate', page: '{"title":"tanpa isi"}' }, { now })
  const next = svgBeside({ template: 'birth-certificate', page: await birth() })
  const error = await broken.catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(TypesetError)
  expect((error as TypesetError).diagnostics.join()).not.toBe('')
  expect(await next).toContain('<svg')
})

it('a process that is killed costs nothing: what it was setting is set by another', async () => {
  const page = await birth()
  await endBeside()
  const many = Array.from({ length: 12 }, () => pdfBeside({ template: 'birth-certificate', page }, { now }))
  await many[0]
  const killed = settingProcesses()
  expect(killed.length).toBeGreaterThan(0)
  for (const pid of killed) process.kill(pid, 'SIGKILL')
  for (const pdf of await Promise.all(many)) expect(pdf).toBeInstanceOf(Uint8Array)
  expect(await pdfBeside({ template: 'birth-certificate', page }, { now })).toBeInstanceOf(Uint8Array)
  expect(settingProcesses().filter((pid) => killed.includes(pid))).toEqual([])
})

function settingProcesses(): number[] {
  return execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(process.pid)], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes('balai-typeset own'))
    .map((line) => Number(line.trim().split(' ')[0]))
}
