/**
 * Makes the fonts of all printed documents from the Plus Jakarta Sans variable font.
 * Run after an update of that package: `node templates/fonts/make-fonts.ts`.
 *
 * The family gets a name of its own (the OFL allows it, no name is reserved): Typst also searches
 * the machine's fonts, and a "Plus Jakarta Sans" installed there would change the bytes of our letters.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import subsetFont from 'subset-font'

const SOURCE = join(
  dirname(createRequire(import.meta.url).resolve('@fontsource-variable/plus-jakarta-sans/package.json')),
  'files',
)
const WEIGHTS = { 400: 'Regular', 500: 'Medium', 600: 'SemiBold', 700: 'Bold' }
/** Each subset is a family, tried in this order by the templates. */
const SUBSETS = { latin: 'Balai Sans', 'latin-ext': 'Balai Sans Ext', vietnamese: 'Balai Sans Viet' }

type Tables = Map<string, Buffer>

function readTables(font: Buffer): Tables {
  const tables: Tables = new Map()
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const entry = 12 + 16 * i
    const offset = font.readUInt32BE(entry + 8)
    tables.set(font.toString('latin1', entry, entry + 4), font.subarray(offset, offset + font.readUInt32BE(entry + 12)))
  }
  return tables
}

function checksum(table: Buffer): number {
  const padded = Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)])
  let sum = 0
  for (let i = 0; i < padded.length; i += 4) sum = (sum + padded.readUInt32BE(i)) >>> 0
  return sum
}

/** Writes an sfnt file (OpenType 1.9, "Organization of an OpenType Font"), tables in tag order. */
function writeFont(tables: Tables): Buffer {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1))
  const head = Buffer.from(tables.get('head') as Buffer)
  head.writeUInt32BE(0, 8)
  const log = Math.floor(Math.log2(sorted.length))
  const directory = Buffer.alloc(12 + 16 * sorted.length)
  directory.writeUInt32BE(0x00010000, 0)
  directory.writeUInt16BE(sorted.length, 4)
  directory.writeUInt16BE(16 << log, 6)
  directory.writeUInt16BE(log, 8)
  directory.writeUInt16BE(16 * sorted.length - (16 << log), 10)
  const parts: Buffer[] = [directory]
  let offset = directory.length
  let headOffset = 0
  for (const [index, [tag, original]] of sorted.entries()) {
    const table = tag === 'head' ? head : original
    if (tag === 'head') headOffset = offset
    const entry = 12 + 16 * index
    directory.write(tag, entry, 'latin1')
    directory.writeUInt32BE(checksum(table), entry + 4)
    directory.writeUInt32BE(offset, entry + 8)
    directory.writeUInt32BE(table.length, entry + 12)
    const padding = Buffer.alloc((4 - (table.length % 4)) % 4)
    parts.push(table, padding)
    offset += table.length + padding.length
  }
  const font = Buffer.concat(parts)
  font.writeUInt32BE((0xb1b0afba - checksum(font)) >>> 0, headOffset + 8)
  return font
}

/** A name table of Windows Unicode records, keeping the copyright line that the OFL requires. */
function nameTable(copyright: Buffer, family: string, style: string): Buffer {
  const postscript = `${family.replaceAll(' ', '')}-${style}`
  const utf16 = (text: string) => Buffer.from(text, 'utf16le').swap16()
  const bold = style === 'Regular' || style === 'Bold'
  const names: [number, Buffer][] = [
    [0, copyright],
    [1, utf16(bold ? family : `${family} ${style}`)],
    [2, utf16(bold ? style : 'Regular')],
    [3, utf16(`Balai;${postscript}`)],
    [4, utf16(`${family} ${style}`)],
    [5, utf16('Version 2.071, from Plus Jakarta Sans')],
    [6, utf16(postscript)],
    [13, utf16('SIL Open Font License, Version 1.1')],
    [16, utf16(family)],
    [17, utf16(style)],
  ]
  const header = Buffer.alloc(6 + 12 * names.length)
  header.writeUInt16BE(names.length, 2)
  header.writeUInt16BE(header.length, 4)
  let offset = 0
  for (const [index, [id, text]] of names.entries()) {
    const at = 6 + 12 * index
    for (const [i, value] of [3, 1, 0x409, id, text.length, offset].entries()) header.writeUInt16BE(value, at + 2 * i)
    offset += text.length
  }
  return Buffer.concat([header, ...names.map(([, text]) => text)])
}

function readCopyright(table: Buffer): Buffer {
  const storage = table.readUInt16BE(4)
  for (let at = 6; at < 6 + 12 * table.readUInt16BE(2); at += 12) {
    if (table.readUInt16BE(at + 6) !== 0) continue
    const start = storage + table.readUInt16BE(at + 10)
    return table.subarray(start, start + table.readUInt16BE(at + 8))
  }
  throw new Error('The source font has no copyright line')
}

/** Code points with a glyph, from the cmap subtable of format 4 or 12. */
function codePoints(cmap: Buffer): number[] {
  const found = new Set<number>()
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const at = cmap.readUInt32BE(4 + 8 * i + 4)
    const format = cmap.readUInt16BE(at)
    if (format === 12) {
      for (let g = 0; g < cmap.readUInt32BE(at + 12); g++) {
        const group = at + 16 + 12 * g
        for (let c = cmap.readUInt32BE(group); c <= cmap.readUInt32BE(group + 4); c++) found.add(c)
      }
    }
    if (format === 4) {
      const size = cmap.readUInt16BE(at + 6)
      for (let s = 0; s < size; s += 2) {
        const end = cmap.readUInt16BE(at + 14 + s)
        const start = cmap.readUInt16BE(at + 16 + size + s)
        const delta = cmap.readUInt16BE(at + 16 + 2 * size + s)
        const rangeAt = at + 16 + 3 * size + s
        const range = cmap.readUInt16BE(rangeAt)
        for (let c = start; c <= end && c !== 0xffff; c++) {
          const glyph = range === 0 ? (c + delta) & 0xffff : cmap.readUInt16BE(rangeAt + range + 2 * (c - start))
          if (glyph !== 0) found.add(c)
        }
      }
    }
  }
  return [...found]
}

function ranges(points: Iterable<number>): [number, number][] {
  const result: [number, number][] = []
  for (const point of [...points].sort((a, b) => a - b)) {
    const last = result.at(-1)
    if (last && last[1] === point - 1) last[1] = point
    else result.push([point, point])
  }
  return result
}

/** By family, because Typst shapes a cluster (base and marks) with one font only. */
const coverage: Record<string, [number, number][]> = {}
for (const [subset, family] of Object.entries(SUBSETS)) {
  const source = await readFile(join(SOURCE, `plus-jakarta-sans-${subset}-wght-normal.woff2`))
  for (const [weight, style] of Object.entries(WEIGHTS)) {
    const instance = await subsetFont(source, undefined, {
      targetFormat: 'sfnt',
      keepAllGlyphs: true,
      noHinting: true,
      variationAxes: { wght: Number(weight) },
      dropTables: ['STAT', 'gasp'],
    })
    const tables = readTables(instance)
    tables.set('name', nameTable(readCopyright(tables.get('name') as Buffer), family, style))
    coverage[family] = ranges(codePoints(tables.get('cmap') as Buffer))
    const file = `${family.toLowerCase().replaceAll(' ', '-')}-${weight}.ttf`
    await writeFile(join(import.meta.dirname, file), writeFont(tables))
  }
}
await writeFile(join(import.meta.dirname, 'coverage.json'), `${JSON.stringify(coverage)}\n`)
await writeFile(join(import.meta.dirname, 'OFL.txt'), await readFile(join(dirname(SOURCE), 'LICENSE')))
