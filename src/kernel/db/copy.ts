import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type { ClientBase } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

export type CopyValue = string | number | boolean | null | Buffer

/** Rows for one table in PostgreSQL's COPY text format: some ten times as fast as inserts. */
export class CopyWriter {
  private readonly stream: ReturnType<typeof copyFrom>
  private pending = ''
  rows = 0

  /** @param columns in the order in which rows are given */
  constructor(client: ClientBase, table: string, columns: readonly string[]) {
    this.stream = client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`))
  }

  add(values: readonly CopyValue[]): void {
    this.addLine(values.map(copyText).join('\t'))
  }

  /** A row already in COPY text, without its line end. */
  addLine(line: string): void {
    this.pending += line
    this.pending += '\n'
    this.rows += 1
  }

  /** Hands over what has been added and lets the server work on it; call it every few hundred rows. */
  async flush(): Promise<void> {
    const chunk = this.pending
    this.pending = ''
    if (chunk && !this.stream.write(chunk)) await once(this.stream, 'drain')
    await new Promise(setImmediate)
  }

  /** Rows already in COPY text, line ends included. */
  async write(lines: Buffer): Promise<void> {
    if (!this.stream.write(lines)) await once(this.stream, 'drain')
  }

  async end(): Promise<void> {
    await this.flush()
    this.stream.end()
    await finished(this.stream)
  }
}

export async function copyRows(
  client: ClientBase,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly CopyValue[]>,
): Promise<number> {
  const writer = new CopyWriter(client, table, columns)
  for (const row of rows) {
    writer.add(row)
    if (writer.rows % 500 === 0) await writer.flush()
  }
  await writer.end()
  return writer.rows
}

/** Rows in COPY text, kept as bytes until they are sent: thousands of lines weigh nothing on the heap. */
export class CopyLines {
  private text = ''
  private chunks: Buffer[] = []

  add(line: string): void {
    this.text += line
    this.text += '\n'
    if (this.text.length > 65_536) this.pack()
  }

  /** What was added since the last time. */
  take(): readonly Buffer[] {
    if (this.text) this.pack()
    const { chunks } = this
    this.chunks = []
    return chunks
  }

  private pack(): void {
    this.chunks.push(Buffer.from(this.text))
    this.text = ''
  }
}

export function copyText(value: CopyValue): string {
  if (value === null) return '\\N'
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`
  if (typeof value === 'string') return /[\\\t\n\r]/.test(value) ? escaped(value) : value
  return String(value)
}

function escaped(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r')
}
