import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { senToNumeric } from '../money/money.ts'
import type { ExportColumn, ExportTable } from './table.ts'
import { columnName, escapeText, formats, sheetFoot, sheetHead, sheetName, workbookParts } from './workbook-parts.ts'

/** As many rows as a sheet can hold; a longer list goes on in the next sheet. */
const mostRows = 1_048_576
const longestText = 32_767
const chunkLength = 65_536
const formula = /^[=+\-@\t\r\n]/

/**
 * A workbook (ECMA-376) that is written while its rows are read. Destroying the stream ends the reading of rows.
 * @param sheetRows rows of one sheet with its heading, smaller only in tests
 */
export function writeXlsx<Row>(table: ExportTable<Row>, sheetRows = mostRows): Readable {
  const zip = new ZipFile()
  const out = zip.outputStream as Readable
  const rows = asyncIteratorOf(table.rows)
  const names: string[] = []
  let source: Readable | undefined

  const addSheet = (first: IteratorResult<Row>) => {
    const n = names.length + 1
    const name = sheetName(table.title)
    names.push(n === 1 ? name : `${name} ${n}`)
    let rest: IteratorResult<Row> = first
    const sheet = sheetOf(table, rows, first, sheetRows, (next) => {
      rest = next
    })
    source = Readable.from(sheet, { objectMode: false })
    source.once('end', () => (rest.done ? finish() : addSheet(rest)))
    source.once('error', (error) => out.destroy(error))
    zip.addReadStream(source, `xl/worksheets/sheet${n}.xml`)
  }
  const finish = () => {
    for (const [path, text] of workbookParts(names)) zip.addBuffer(Buffer.from(text), path)
    zip.end()
  }
  zip.on('error', (error: Error) => out.destroy(error))
  // Whoever waits for the file has gone: nothing more is read for him.
  out.once('close', () => {
    if (source && !source.destroyed) source.destroy()
    rows.return?.()?.catch(() => {})
  })
  rows.next().then(addSheet, (error: Error) => out.destroy(error))
  return out
}

/** One sheet. `goOn` is given the row that no longer fitted, or the end of the list. */
async function* sheetOf<Row>(
  table: ExportTable<Row>,
  rows: AsyncIterator<Row>,
  first: IteratorResult<Row>,
  sheetRows: number,
  goOn: (next: IteratorResult<Row>) => void,
): AsyncGenerator<Buffer> {
  const { columns, zone } = table
  const letters = columns.map((_, index) => columnName(index))
  const titles = columns.map((column, index) => textCell(`${letters[index]}1`, column.label, formats.heading))
  let text = `${sheetHead(columns)}<row r="1">${titles.join('')}</row>`
  let n = 1
  let next = first
  while (!next.done && n < sheetRows) {
    n += 1
    const row = next.value
    text += `<row r="${n}">${columns.map((column, index) => cellOf(`${letters[index]}${n}`, column, row, zone)).join('')}</row>`
    if (text.length >= chunkLength) {
      yield Buffer.from(text)
      text = ''
    }
    next = await rows.next()
  }
  yield Buffer.from(text + sheetFoot(columns.length, n))
  goOn(next)
}

function cellOf<Row>(at: string, column: ExportColumn<Row>, row: Row, zone: string): string {
  switch (column.kind) {
    case 'text': {
      const text = column.value(row)
      return text ? textCell(at, text, formula.test(text) ? formats.quoted : formats.text) : ''
    }
    case 'number':
      return numberCell(at, column.value(row)?.toString(), formats.number)
    case 'money': {
      const amount = column.value(row)
      return numberCell(at, amount === undefined ? undefined : senToNumeric(amount), formats.money)
    }
    case 'day':
      return dayCell(at, column.value(row))
    case 'moment':
      return momentCell(at, column.value(row)?.toZonedDateTimeISO(zone))
  }
}

function textCell(at: string, text: string, format: number): string {
  return `<c r="${at}" s="${format}" t="inlineStr"><is><t xml:space="preserve">${escapeText(text.slice(0, longestText))}</t></is></c>`
}

function numberCell(at: string, digits: string | undefined, format: number): string {
  return digits === undefined ? '' : `<c r="${at}" s="${format}"><v>${digits}</v></c>`
}

const epoch = Temporal.PlainDate.from('1899-12-30')
/** Before this day spreadsheet programs count one day too few, for the 29 February 1900 that never was. */
const firstDay = Temporal.PlainDate.from('1900-03-01')

function dayCell(at: string, day: Temporal.PlainDate | undefined): string {
  if (!day) return ''
  if (Temporal.PlainDate.compare(day, firstDay) < 0) return textCell(at, day.toString(), formats.text)
  return numberCell(at, String(epoch.until(day).days), formats.day)
}

function momentCell(at: string, moment: Temporal.ZonedDateTime | undefined): string {
  if (!moment) return ''
  const days = epoch.until(moment.toPlainDate()).days
  const seconds = moment.hour * 3600 + moment.minute * 60 + moment.second
  return numberCell(at, (days + seconds / 86_400).toFixed(8), formats.moment)
}

function asyncIteratorOf<Row>(rows: AsyncIterable<Row> | Iterable<Row>): AsyncIterator<Row> {
  if (Symbol.asyncIterator in rows) return rows[Symbol.asyncIterator]()
  const iterator = rows[Symbol.iterator]()
  return {
    next: async () => iterator.next(),
    return: async () => iterator.return?.() ?? { done: true, value: undefined },
  }
}
