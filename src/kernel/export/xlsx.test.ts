import { execFile, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ExportColumn, ExportTable } from './table.ts'
import { writeXlsx } from './xlsx.ts'

const run = promisify(execFile)
/** The other program; where it is not installed, what it would read is not looked at. */
const hasReader = spawnSync('python3', ['-V']).status === 0
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'balai-xlsx-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** Another program reads the file: every part as well-formed XML, every cell with its type and format. */
const reader = `
import json, sys, zipfile, xml.etree.ElementTree as ET
m = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None
parts = {n: ET.fromstring(z.read(n)) for n in z.namelist()}
formats = [x.get('numFmtId') for x in parts['xl/styles.xml'].find(m + 'cellXfs')]
sheets = []
for s in parts['xl/workbook.xml'].find(m + 'sheets'):
    n = 'xl/worksheets/sheet%s.xml' % s.get('sheetId')
    root = parts[n]
    rows = [[[c.get('r'), c.get('t') or 'n', formats[int(c.get('s'))], ''.join(c.itertext())] for c in r] for r in root.iter(m + 'row')]
    pane = root.find('%ssheetViews/%ssheetView/%spane' % (m, m, m))
    sheets.append({'name': s.get('name'), 'rows': rows[:int(sys.argv[2])], 'count': len(rows), 'pane': pane.get('state'),
      'widths': [float(c.get('width')) for c in root.iter(m + 'col')], 'filter': root.find(m + 'autoFilter').get('ref')})
print(json.dumps({'sheets': sheets, 'names': sorted(z.namelist())}))
`
interface Read {
  readonly names: readonly string[]
  readonly sheets: readonly {
    readonly name: string
    readonly rows: readonly (readonly [at: string, type: string, format: string, text: string][])[]
    readonly count: number
    readonly pane: string
    readonly widths: readonly number[]
    readonly filter: string
  }[]
}

async function readBack<Row>(table: ExportTable<Row>, sheetRows?: number, most = 20): Promise<Read> {
  const path = join(folder, `${createHash('md5').update(String(Math.random())).digest('hex')}.xlsx`)
  await pipeline(writeXlsx(table, sheetRows), createWriteStream(path))
  const { stdout } = await run('python3', ['-c', reader, path, String(most)], { maxBuffer: 1 << 26 })
  return JSON.parse(stdout) as Read
}

interface Person {
  readonly name: string
  readonly nik: string
  readonly sen: bigint
  readonly n: number
  readonly day: Temporal.PlainDate
  readonly at: Temporal.Instant
}
const columns: readonly ExportColumn<Person>[] = [
  { label: 'Nama', kind: 'text', width: 40, value: (row) => row.name },
  { label: 'NIK', kind: 'text', value: (row) => row.nik },
  { label: 'Jumlah', kind: 'money', value: (row) => row.sen },
  { label: 'N', kind: 'number', value: (row) => row.n },
  { label: 'Hari', kind: 'day', value: (row) => row.day },
  { label: 'Saat', kind: 'moment', value: (row) => row.at },
]
const person = (name: string): Person => ({
  name,
  nik: '9901026203840007',
  sen: 125_000_050n,
  n: 42,
  day: Temporal.PlainDate.from('2026-11-23'),
  at: Temporal.Instant.from('2026-11-23T05:00:00Z'),
})
const zone = 'Asia/Jakarta'

describe('a list as a workbook', () => {
  it.runIf(hasReader)(
    'has typed cells, a heading that stays, widths and filters, as another program reads it',
    async () => {
      const { sheets, names } = await readBack({ title: 'Daftar: [uji]', columns, rows: [person('Sekar')], zone })
      const [sheet] = sheets
      expect([sheet?.name, sheet?.pane, sheet?.filter]).toEqual(['Daftar   uji', 'frozen', 'A1:F2'])
      expect(sheet?.widths).toEqual([40, 24, 18, 10, 12, 17])
      expect(sheet?.rows[1]).toEqual([
        ['A2', 'inlineStr', '49', 'Sekar'],
        ['B2', 'inlineStr', '49', '9901026203840007'],
        ['C2', 'n', '4', '1250000.50'],
        ['D2', 'n', '0', '42'],
        // 23 November 2026 is day 46349 of the spreadsheet calendar; 05.00 universal time is noon in Jakarta.
        ['E2', 'n', '164', '46349'],
        ['F2', 'n', '165', '46349.50000000'],
      ])
      expect(names).toContain('[Content_Types].xml')
    },
  )

  it.runIf(hasReader)('keeps hostile names as plain text in well-formed XML', async () => {
    const hostile = ['=1+1', '<script>&"', 'a\u0000b\u0008c', '_x0041_', '\uD800', 'x'.repeat(40_000), 'dua\r\nbaris']
    const { sheets } = await readBack({ title: 'Uji', columns, rows: hostile.map(person), zone })
    const texts = sheets[0]?.rows.slice(1).map((row) => row[0]?.[3])
    expect(sheets[0]?.rows.slice(1).every((row) => row[0]?.[1] === 'inlineStr')).toBe(true)
    expect(texts?.slice(0, 5)).toEqual(['=1+1', '<script>&"', 'abc', '_x005F_x0041_', '\uFFFD'])
    expect([texts?.[5]?.length, texts?.[6]]).toEqual([32_767, 'dua_x000D_\nbaris'])
  })

  it.runIf(hasReader)('goes on in another sheet when one is full, and stands without any row', async () => {
    const many = await readBack({ title: 'Uji', columns, rows: Array.from({ length: 7 }, () => person('A')), zone }, 4)
    expect(many.sheets.map(({ name, count }) => [name, count])).toEqual([
      ['Uji', 4],
      ['Uji 2', 4],
      ['Uji 3', 2],
    ])
    const none = await readBack({ title: '', columns, rows: [], zone })
    expect(none.sheets.map(({ name, count }) => [name, count])).toEqual([['Data', 1]])
  })

  it.runIf(hasReader)(
    'holds a hundred thousand rows without holding them in memory',
    async () => {
      let most = 0
      async function* rows() {
        for (let n = 0; n < 100_000; n += 1) {
          if (n % 500 === 0) {
            await new Promise((resolve) => setImmediate(resolve))
            most = Math.max(most, process.memoryUsage().arrayBuffers)
          }
          yield person(`Warga ${n} ${'nama '.repeat(10)}`)
        }
      }
      const before = process.memoryUsage().arrayBuffers
      const { sheets } = await readBack({ title: 'Besar', columns, rows: rows(), zone }, undefined, 1)
      expect(sheets[0]?.count).toBe(100_001)
      // The sheet alone is some fifty million bytes; only a few pieces of it are ever there at once.
      expect(most - before).toBeLessThan(24_000_000)
    },
    60_000,
  )

  it('stops reading when whoever asked goes away', async () => {
    let read = 0
    let ended = false
    async function* endless() {
      try {
        for (;;) {
          read += 1
          if (read % 100 === 0) await new Promise((resolve) => setImmediate(resolve))
          yield person(`Warga ${read}`)
        }
      } finally {
        ended = true
      }
    }
    const file = writeXlsx({ title: 'Uji', columns, rows: endless(), zone })
    await once(file, 'readable')
    file.read()
    file.destroy()
    await once(file, 'close')
    await new Promise((resolve) => setTimeout(resolve, 50))
    const then = read
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect([ended, read]).toEqual([true, then])
  })

  it('fails as a whole when a row cannot be read', async () => {
    async function* broken() {
      yield person('Sekar')
      throw new Error('the database is away')
    }
    const file = writeXlsx({ title: 'Uji', columns, rows: broken(), zone })
    await expect(pipeline(file, createWriteStream(join(folder, 'broken.xlsx')))).rejects.toThrow('database is away')
  })
})
