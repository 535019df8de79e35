import { type FileShape, mostColumns, type RawRow, rowsAtOnce } from './raw-row.ts'
import type { ByteSource } from './stored-file.ts'
import { Unreadable } from './unreadable.ts'

const longestCell = 100_000
const sampleBytes = 256 * 1024
const separators = ['\t', ';', ',', '|'] as const

/** Encoding and separator of a text file, from its bytes. @throws Unreadable for what is no text */
export async function textShape(source: ByteSource): Promise<FileShape> {
  const head = await source.read(0, sampleBytes)
  const encoding = await encodingOf(source, head)
  const text = new TextDecoder(encoding).decode(head)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what no text holds
  const odd = text.match(/[\0-\x08\x0E-\x1F\uFFFD]/g)?.length ?? 0
  if (odd > 3 + text.length / 500) throw new Unreadable('not-a-table')
  return { kind: 'csv', encoding, separator: separatorOf(text) }
}

async function encodingOf(source: ByteSource, head: Buffer): Promise<NonNullable<FileShape['encoding']>> {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  // Without a mark: every second byte of plain letters is zero.
  const zeros = [0, 0]
  for (let at = 0; at < Math.min(head.length, 4096); at += 1) {
    if (head[at] === 0) zeros[at % 2] = (zeros[at % 2] as number) + 1
  }
  const half = Math.min(head.length, 4096) / 2
  if ((zeros[1] as number) > half * 0.6) return 'utf-16le'
  if ((zeros[0] as number) > half * 0.6) return 'utf-16be'
  // One wrong byte anywhere means an older encoding, so the whole file is looked at.
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of source.chunks()) decoder.decode(chunk, { stream: true })
    decoder.decode()
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}

/** What divides the first lines into the same number of cells, the most of them. */
function separatorOf(text: string): NonNullable<FileShape['separator']> {
  const said = /^\uFEFF?sep=([\t;,|])/i.exec(text)?.[1]
  if (said) return said as ','
  const lines = text
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim())
    .slice(0, 30)
  const count = (separator: string) => {
    const cells = lines.map((line) => line.replace(/"[^"]*"/g, '').split(separator).length)
    const usual = cells[Math.floor(cells.length / 2)] ?? 1
    return usual < 2 ? 0 : usual + cells.filter((n) => n === usual).length / 100
  }
  return separators.reduce((best, one) => (count(one) > count(best) ? one : best), separators[0])
}

/** The rows of a text file (RFC 4180 and what people make of it), as they come. */
export async function* textRows(source: ByteSource, shape: FileShape): AsyncGenerator<RawRow[]> {
  const decoder = new TextDecoder(shape.encoding ?? 'utf-8')
  const reader = new RowReader(shape.separator ?? ',')
  for await (const chunk of source.chunks()) {
    for (let from = 0; from < chunk.length; from += sampleBytes) {
      yield* reader.read(decoder.decode(chunk.subarray(from, from + sampleBytes), { stream: true }))
    }
  }
  yield* reader.read(decoder.decode(), true)
}

class RowReader {
  private rest = ''
  private quoteIn = ''
  private quoteAt = -1
  private number = 0
  private rows: RawRow[] = []

  constructor(private readonly separator: string) {}

  *read(text: string, isLast = false): Generator<RawRow[]> {
    let data = this.rest + text
    // Old line ends of one sign only; a lone one at the end may belong to a pair.
    if (data.includes('\r')) {
      const held = !isLast && data.endsWith('\r') ? '\r' : ''
      data = (held ? data.slice(0, -1) : data).replaceAll('\r\n', '\n').replaceAll('\r', '\n') + held
    }
    let at = 0
    while (at < data.length) {
      const end = this.rowEnd(data, at, isLast)
      if (end < 0) break
      this.take(data.slice(at, end))
      at = end + 1
      if (this.rows.length >= rowsAtOnce) yield this.hand()
    }
    this.rest = data.slice(at)
    if (this.rest.length > longestCell * 4) throw new Unreadable('quote-not-closed', this.number + 1)
    if (isLast && this.rows.length) yield this.hand()
  }

  private hand(): RawRow[] {
    const rows = this.rows
    this.rows = []
    return rows
  }

  /** Where the row that begins here ends; -1 when more has to come. */
  private rowEnd(data: string, from: number, isLast: boolean): number {
    const line = data.indexOf('\n', from)
    const quote = this.nextQuote(data, from)
    const last = isLast ? data.length : -1
    if (quote < 0 || (line >= 0 && line < quote)) return line >= 0 ? line : last
    let at = from
    while (at < data.length) {
      if (data[at] === '"') {
        at = closingQuote(data, at + 1)
        if (at < 0) {
          if (isLast) throw new Unreadable('quote-not-closed', this.number + 1)
          return -1
        }
      }
      // To the end of this cell, or of the row.
      const separator = data.indexOf(this.separator, at)
      const end = data.indexOf('\n', at)
      if (end < 0 && separator < 0) return last
      if (separator < 0 || (end >= 0 && end < separator)) return end
      at = separator + 1
    }
    return last
  }

  /** Looked for once in each piece of the file: most files have none, and looking again for every row would cost more than all else. */
  private nextQuote(data: string, from: number): number {
    if (this.quoteIn !== data || (this.quoteAt >= 0 && this.quoteAt < from)) {
      this.quoteIn = data
      this.quoteAt = data.indexOf('"', from)
    }
    return this.quoteAt
  }

  private take(line: string): void {
    this.number += 1
    const text = this.number === 1 ? line.replace(/^\uFEFF/, '') : line
    if (this.number === 1 && /^sep=.$/i.test(text)) return
    const cells = text.includes('"') ? splitQuoted(text, this.separator) : text.split(this.separator)
    if (cells.length > mostColumns) throw new Unreadable('too-many-columns', this.number)
    this.rows.push({ number: this.number, cells })
  }
}

/** Behind the quotation mark that closes; -1 when there is none. */
function closingQuote(data: string, from: number): number {
  let at = from
  for (;;) {
    const quote = data.indexOf('"', at)
    if (quote < 0) return -1
    if (data[quote + 1] !== '"') return quote + 1
    at = quote + 2
  }
}

function splitQuoted(line: string, separator: string): string[] {
  const cells: string[] = []
  let at = 0
  for (;;) {
    if (line[at] === '"') {
      const end = closingQuote(line, at + 1)
      const close = end < 0 ? line.length + 1 : end
      const next = line.indexOf(separator, close - 1 < line.length ? close : line.length)
      // What stands behind the closing mark up to the separator is kept: nobody meant to lose it.
      cells.push(line.slice(at + 1, close - 1).replaceAll('""', '"') + line.slice(close, next < 0 ? line.length : next))
      if (next < 0) return cells
      at = next + 1
    } else {
      const next = line.indexOf(separator, at)
      cells.push(line.slice(at, next < 0 ? line.length : next))
      if (next < 0) return cells
      at = next + 1
    }
  }
}
