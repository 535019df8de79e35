import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { specimenLetter } from '../specimen-letter.ts'
import { birthCertificate } from '../specimens.ts'
import { TypesetError } from '../typeset-error.ts'
import { endTypesetting, previewApart, typesetApart } from './typeset-apart.ts'

const { region, office, signature } = birthCertificate
const letter = { ...specimenLetter({ region, office }, signature), fields: [], values: {} }
const now = new Date('2026-11-23T03:41:00Z')

async function refusalOf(source: string): Promise<TypesetError> {
  const caught = await previewApart({ ...letter, source }).catch((error: unknown) => error)
  if (!(caught instanceof TypesetError)) throw new Error(`not refused: ${source}`)
  return caught
}
const works = async () => (await previewApart({ ...letter, source: 'Sehat #surat.nomor' })).length > 1000

afterAll(endTypesetting)

describe('a body that reaches outside is refused, with the place', () => {
  it.each([
    ['a file of ours', '#include "/lib/letter.typ"'],
    ['a package', 'satu\n#import "@preview/cetz:0.3.0": *'],
    ['a package by another way', '#{\n  let p = "@preview/cetz:0.3.0"\n  import p\n}'],
    ['a file of the machine', '#read("/etc/passwd")'],
    ['a file through the shadowed library', '#std.read("/etc/passwd")'],
    ['its own data', '#json("/document.json")'],
    ['an image', '#image("/etc/issue.png")'],
    ['a drawing that links to a file', '#std.image(bytes("<svg/>"))'],
    ['a program', '#plugin("x.wasm")'],
    ['a program made of bytes', '#plugin(bytes((0, 97, 115, 109)))'],
    ['text that becomes a program', '#eval("1 + 1")'],
    ['what it was started with', '#sys.inputs'],
    ['attachments of the file', '#pdf.attach("x", bytes("y"))'],
    ['the settings of the page', '#set page(width: 10pt)'],
    ['the metadata', '#set document(title: "Surat lain")'],
  ])('%s', async (_, source) => {
    const refused = await refusalOf(source)
    expect(refused.refusal).toBe('faulty')
    expect(refused.faults[0]?.line).toBeGreaterThanOrEqual(1)
    expect(refused.message).not.toContain('root:')
  })
})

describe('a body that takes too much costs its author an answer, never the server', () => {
  it.each([
    ['loops', '#while true {}'],
    ['calls itself', '#let f(n) = f(n + 1)\n#f(1)'],
  ])('%s', async (_, source) => {
    expect((await refusalOf(source)).refusal).toBe('faulty')
    expect(await works()).toBe(true)
  })

  it.each([
    ['doubles a text', '#{ let s = "x"; for _ in range(40) { s = s + s }; s }'],
    ['fills an array', '#range(900000000).len()'],
  ])('%s: its process ends, the next letter has a new one', async (_, source) => {
    expect((await refusalOf(source)).refusal).toBe('too-big')
    expect(await works()).toBe(true)
  })

  it('computes for ever: it is ended in time', async () => {
    const before = Date.now()
    const source = '#let a = range(3000)\n#for x in a { for y in a { for z in a { let q = x * y + z } } }'
    expect((await refusalOf(source)).refusal).toBe('too-long')
    expect(Date.now() - before).toBeLessThan(14_000)
    expect(await works()).toBe(true)
  }, 30_000)

  it('makes pages without end', async () => {
    const refused = await refusalOf('satu\n\n#for _ in range(500) { pagebreak() }\n\ndua')
    expect(refused.refusal).toBe('too-many-pages')
  })
})

it('values are data: markup in them is printed, not run', async () => {
  const fields = [{ key: 'nama', type: 'text' }] as const
  const values = { nama: '#read("/etc/passwd") *tebal* $x$ @ref <script>' }
  const svg = await previewApart({ ...letter, fields, values, source: 'Nama #isian.nama' })
  expect(svg).toContain('<svg')
})

it('a font of the machine is refused in a file that is to be signed', async () => {
  const source = '#text(font: ("DejaVu Sans", "Liberation Sans", "Noto Sans"), fallback: true)[Halo]'
  const pdf = await typesetApart({ ...letter, source }, { now }).catch((error: unknown) => error)
  // Where the machine has none of them our own font is taken, and the file is good.
  if (pdf instanceof TypesetError) expect(pdf.diagnostics.join()).toContain('foreign font')
  else expect((pdf as Uint8Array).length).toBeGreaterThan(1000)
})

it('the same letter and moment give the same bytes, also from another process', async () => {
  const first = await typesetApart({ ...letter, source: 'Isi #surat.hal' }, { now })
  await endTypesetting()
  const second = await typesetApart({ ...letter, source: 'Isi #surat.hal' }, { now })
  expect(Buffer.compare(first, second)).toBe(0)
})

it('the process knows nothing of our environment', async () => {
  process.env['BALAI_TEST_MARK'] = 'rahasia-sekali'
  await works()
  const { execFileSync } = await import('node:child_process')
  const pids = execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(process.pid)], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes('balai-typeset isolated'))
    .map((line) => line.trim().split(' ')[0])
  expect(pids.length).toBe(1)
  expect(readFileSync(`/proc/${pids[0]}/environ`, 'utf8')).not.toContain('rahasia-sekali')
})
