import { describe, expect, it } from 'vitest'
import { writeCsv } from './csv.ts'
import type { ExportColumn } from './table.ts'

const zone = 'Asia/Jakarta'
async function csvOf<Row>(columns: readonly ExportColumn<Row>[], rows: readonly Row[]): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of writeCsv({ title: 'Uji', columns, rows, zone })) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}
const name = [{ label: 'Nama', kind: 'text', value: (row: string) => row }] as const

describe('a list as CSV', () => {
  it('begins with the mark by which spreadsheet programs know UTF-8, and ends each line as RFC 4180 says', async () => {
    expect(await csvOf(name, ['Sekar'])).toBe('\uFEFFNama\r\nSekar\r\n')
  })

  it('quotes commas, quotation marks and line breaks', async () => {
    expect(await csvOf(name, ['a, "b"', 'dua\nbaris'])).toBe('\uFEFFNama\r\n"a, ""b"""\r\n"dua\nbaris"\r\n')
  })

  it('lets no cell run as a formula', async () => {
    const hostile = ['=1+1', '+62', '-2', '@SUM(A1)', '\t=1', '\r=1', '＝1+1', '=HYPERLINK("http://jahat.example","x")']
    const [, ...lines] = (await csvOf(name, hostile)).split('\r\n')
    expect(lines.slice(0, 5)).toEqual(["'=1+1", "'+62", "'-2", "'@SUM(A1)", "'\t=1"])
    expect(lines.join('\n')).toContain(`"'=HYPERLINK(""http://jahat.example"",""x"")"`)
    expect(lines.join('\n')).toContain("'＝1+1")
  })

  it('writes money, days and moments so that programs read them, and leaves out what is not there', async () => {
    interface Row {
      readonly sen: bigint | undefined
      readonly n: number | undefined
      readonly day: string | undefined
      readonly at: string | undefined
    }
    const columns: readonly ExportColumn<Row>[] = [
      { label: 'Jumlah', kind: 'money', value: (row) => row.sen },
      { label: 'N', kind: 'number', value: (row) => row.n },
      { label: 'Hari', kind: 'day', value: (row) => (row.day ? Temporal.PlainDate.from(row.day) : undefined) },
      { label: 'Saat', kind: 'moment', value: (row) => (row.at ? Temporal.Instant.from(row.at) : undefined) },
    ]
    const text = await csvOf(columns, [
      { sen: -125_000_050n, n: 3, day: '2026-11-23', at: '2026-11-23T01:30:00Z' },
      { sen: undefined, n: undefined, day: undefined, at: undefined },
    ])
    expect(text.split('\r\n').slice(1, 3)).toEqual(['-1250000.50,3,2026-11-23,2026-11-23 08:30', ',,,'])
  })

  it('reads no further than what was taken', async () => {
    let read = 0
    async function* endless() {
      try {
        for (;;) {
          read += 1
          yield `baris ${read} ${'x'.repeat(200)}`
        }
      } finally {
        read = -read
      }
    }
    const lines = writeCsv({ title: 'Uji', columns: name, rows: endless(), zone })
    await lines.next()
    await lines.return(undefined)
    expect(read).toBeLessThan(0)
    expect(-read).toBeLessThan(200)
  })
})
