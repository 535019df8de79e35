import type { FileShape, RawRow } from './raw-row.ts'
import type { ByteSource } from './stored-file.ts'
import { textRows, textShape } from './text-table.ts'
import { Unreadable } from './unreadable.ts'
import { openWorkbook } from './workbook.ts'

/** Finds out what a file is by its bytes, whatever its name says. @throws Unreadable */
export async function shapeOf(source: ByteSource): Promise<FileShape> {
  if (source.size === 0) throw new Unreadable('empty')
  const head = await source.read(0, 512)
  if (head.length > 4 && head.readUInt32BE(0) === 0x504b0304)
    return { kind: 'xlsx', sheets: (await openWorkbook(source)).sheets }
  if (head.length >= 8 && head.readUInt32BE(0) === 0xd0cf11e0) throw new Unreadable('old-excel')
  const start = head
    .toString('latin1')
    .replace(/^\xEF\xBB\xBF/, '')
    .trimStart()
  if (/^<(!doctype html|html|table|meta|\?xml)/i.test(start)) throw new Unreadable('web-page')
  // Compressed without being a workbook.
  if (head[0] === 0x1f && head[1] === 0x8b) throw new Unreadable('not-a-table')
  if (/^(%PDF|\x89PNG|\xFF\xD8\xFF|GIF8|Rar!|7z\xBC\xAF|[{[]\s*["{[])/.test(start)) throw new Unreadable('not-a-table')
  return textShape(source)
}

/** The rows of a file in batches, from its first; empty ones are left out. */
export async function* tableRows(
  source: ByteSource,
  shape: FileShape,
  sheet: string | undefined,
): AsyncGenerator<RawRow[]> {
  const rows = shape.kind === 'xlsx' ? (await openWorkbook(source)).rows(sheet) : textRows(source, shape)
  for await (const batch of rows) {
    const filled = batch.filter((row) => row.cells.some((cell) => cell !== '' && cell.trim() !== ''))
    if (filled.length) yield filled
  }
}
