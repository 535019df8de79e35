import { describe, expect, it } from 'vitest'
import { writeXlsx } from '#kernel/export/xlsx.ts'
import { inspectFile } from '../checking/inspect-file.ts'
import { provedOrder } from '../mapping/dates.ts'
import { guessMapping } from '../mapping/mapping.ts'
import { shapeOf, tableRows } from './open-table.ts'
import type { ByteSource } from './stored-file.ts'
import { Unreadable } from './unreadable.ts'

/** A file in pieces that end anywhere. */
function fileOf(bytes: Buffer, piece = 7): ByteSource {
  return {
    size: bytes.length,
    read: async (from, length) => bytes.subarray(from, from + length),
    async *chunks(from = 0, to = bytes.length) {
      for (let at = from; at < to; at += piece) yield bytes.subarray(at, Math.min(to, at + piece))
    },
  }
}

async function cellsOf(bytes: Buffer, piece?: number) {
  const source = fileOf(bytes, piece)
  const shape = await shapeOf(source)
  const rows: (readonly string[])[] = []
  for await (const batch of tableRows(source, shape, shape.sheets?.[0])) rows.push(...batch.map((row) => row.cells))
  return { shape, rows }
}

const reasonOf = async (bytes: Buffer) =>
  cellsOf(bytes, 65_536).then(
    () => 'read',
    (error: unknown) => (error instanceof Unreadable ? error.reason : error),
  )

describe('a text file', () => {
  const table = [
    ['NIK', 'NAMA', 'ALAMAT'],
    ['9901020101800001', "Ma'ruf", 'Jl. "Baru" 3; RT 1'],
    ['9901020101800002', 'Sitì', 'baris satu\nbaris dua'],
  ]
  const quoted = (separator: string, end: string) =>
    table
      .map((row) => row.map((cell) => (/["\n;]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(separator))
      .join(end) + end

  it.each([
    ['commas, UTF-8', Buffer.from(quoted(',', '\n'))],
    ['semicolons, a mark at the beginning', Buffer.from(`\uFEFF${quoted(';', '\r\n')}`)],
    ['tabs, UTF-16 little-endian', Buffer.from(`\uFEFF${quoted('\t', '\r\n')}`, 'utf16le')],
    ['tabs, UTF-16 big-endian', Buffer.from(`\uFEFF${quoted('\t', '\r\n')}`, 'utf16le').swap16()],
    ['semicolons, Windows-1252', Buffer.from(quoted(';', '\r\n'), 'latin1')],
    ['a line that says the separator', Buffer.from(`sep=;\r\n${quoted(';', '\r\n')}`)],
  ])('is read with %s, however it is cut', async (_name, bytes) => {
    for (const piece of [1, 5, 64, 100_000]) expect((await cellsOf(bytes, piece)).rows).toEqual(table)
  })

  it('keeps the number of each row as a spreadsheet counts, empty ones and all', async () => {
    const source = fileOf(Buffer.from('a;b\n\n"x\ny";2\n3;4'))
    const numbers: number[] = []
    for await (const batch of tableRows(source, await shapeOf(source), undefined))
      numbers.push(...batch.map((row) => row.number))
    expect(numbers).toEqual([1, 3, 4])
  })

  it('that is none is refused with the reason', async () => {
    expect(await reasonOf(Buffer.alloc(0))).toBe('empty')
    expect(await reasonOf(Buffer.from('%PDF-1.7 ...'))).toBe('not-a-table')
    expect(await reasonOf(Buffer.from('<html><table><tr><td>NIK</td></tr></table>'))).toBe('web-page')
    expect(await reasonOf(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toBe('old-excel')
    expect(await reasonOf(Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256)))).toBe('not-a-table')
    expect(await reasonOf(Buffer.from('PK\x03\x04 and then nothing of a workbook'))).toBe('damaged')
    expect(await reasonOf(Buffer.from(`a;"b\n${'1;2\n'.repeat(10)}`))).toBe('quote-not-closed')
    expect(await reasonOf(Buffer.from(`a;"b\n${'1;2\n'.repeat(200_000)}`))).toBe('quote-not-closed')
  })
})

describe('a workbook', () => {
  interface Row {
    readonly name: string
    readonly n: number
    readonly born: string
  }
  const rows: Row[] = [
    { name: 'Ni’mah & <Sari>', n: 12, born: '1980-03-25' },
    { name: '  dua  kata ', n: 0, born: '2004-02-29' },
  ]
  const made = async (count = 1): Promise<Buffer> => {
    const many = Array.from({ length: count }, () => rows).flat()
    const book = writeXlsx<Row>({
      title: 'Penduduk',
      zone: 'Asia/Jakarta',
      rows: many,
      columns: [
        { label: 'NAMA', kind: 'text', value: (row) => row.name },
        { label: 'N', kind: 'number', value: (row) => row.n },
        { label: 'TGL_LHR', kind: 'day', value: (row) => Temporal.PlainDate.from(row.born) },
      ],
    })
    const chunks: Buffer[] = []
    for await (const chunk of book) chunks.push(chunk as Buffer)
    return Buffer.concat(chunks)
  }

  it('is read sheet by sheet, dates as days, however it is cut', async () => {
    const bytes = await made()
    for (const piece of [3, 1000, 100_000]) {
      const { shape, rows: read } = await cellsOf(bytes, piece)
      expect(shape).toEqual({ kind: 'xlsx', sheets: ['Penduduk'] })
      expect(read).toEqual([
        ['NAMA', 'N', 'TGL_LHR'],
        ['Ni’mah & <Sari>', '12', '1980-03-25'],
        ['  dua  kata ', '0', '2004-02-29'],
      ])
    }
  })

  it('of many rows comes in batches', async () => {
    const source = fileOf(await made(3000), 65_536)
    let most = 0
    let count = 0
    for await (const batch of tableRows(source, await shapeOf(source), undefined)) {
      most = Math.max(most, batch.length)
      count += batch.length
    }
    expect([count, most]).toEqual([6001, 500])
  })

  it('that is cut off is damaged, and never half read in silence', async () => {
    const bytes = await made(200)
    expect(await reasonOf(bytes.subarray(0, bytes.length - 30))).toBe('damaged')
    const spoiled = Buffer.from(bytes)
    spoiled.fill(0xff, 60, 400)
    expect(await reasonOf(spoiled)).toBe('damaged')
  })
})

describe('what a file shows', () => {
  const inspect = async (text: string) => {
    const source = fileOf(Buffer.from(text), 1000)
    return inspectFile(source, await shapeOf(source), undefined)
  }

  it('begins under its headings, whatever stands above them', async () => {
    const seen = await inspect(
      'DAFTAR PENDUDUK;;\nDesa Sukamaju;;\nNO. KK;Nama Lengkap;TGL LHR\n1;2;3\n9901;Sekar;01/02/1990\n',
    )
    expect([seen.headingRow, seen.rows]).toEqual([3, 1])
    expect(guessMapping(seen.columns.map((column) => column.heading)).columns).toEqual({
      kkNumber: 0,
      fullName: 1,
      birthOn: 2,
    })
  })

  it('without headings has columns by number', async () => {
    const seen = await inspect('9901020101800001;Sekar\n9901020101800002;Budi\n')
    expect([seen.headingRow, seen.rows, seen.columns[1]?.heading]).toEqual([0, 2, 'Kolom 2'])
  })

  it('proves the order of dates from the whole column', async () => {
    const order = async (...dates: string[]) => {
      const seen = await inspect(`NIK;TGL_LHR\n${dates.map((date) => `1;${date}`).join('\n')}\n`)
      return seen.columns[1]?.dates && provedOrder(seen.columns[1].dates)
    }
    expect(await order('01/02/1990', '25/02/1990')).toBe('dmy')
    expect(await order('01/02/1990', '02/25/1990')).toBe('mdy')
    expect(await order('01/02/1990', '25/02/1990', '02/25/1990')).toBe('mixed')
    expect(await order('01/02/1990', '03/02/1990')).toBe('unknown')
    expect(await order('1990-02-01', '3 Agustus 1990', '05/05/1990')).toBe('clear')
  })

  it('has rows', async () => {
    expect(await inspect('NIK;NAMA\n\n').catch((error: Unreadable) => error.reason)).toBe('no-rows')
  })
})
