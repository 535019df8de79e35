import { senToNumeric } from '../money/money.ts'
import type { ExportColumn, ExportTable } from './table.ts'

/** What a spreadsheet program would run as a formula, also in its wide forms. */
const formula = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/
const chunkLength = 16_384

/** CSV (RFC 4180) with a byte order mark, so that spreadsheet programs read it as UTF-8. */
export async function* writeCsv<Row>(table: ExportTable<Row>): AsyncGenerator<Buffer> {
  let text = `\uFEFF${line(table.columns.map((column) => textCell(column.label)))}`
  for await (const row of table.rows) {
    text += line(table.columns.map((column) => cellOf(column, row, table.zone)))
    if (text.length < chunkLength) continue
    yield Buffer.from(text)
    text = ''
  }
  if (text) yield Buffer.from(text)
}

const line = (cells: readonly string[]) => `${cells.join(',')}\r\n`

function cellOf<Row>(column: ExportColumn<Row>, row: Row, zone: string): string {
  switch (column.kind) {
    case 'text':
      return textCell(column.value(row) ?? '')
    case 'number':
      return column.value(row)?.toString() ?? ''
    case 'money': {
      const amount = column.value(row)
      return amount === undefined ? '' : senToNumeric(amount)
    }
    case 'day':
      return column.value(row)?.toString() ?? ''
    case 'moment':
      return (
        column
          .value(row)
          ?.toZonedDateTimeISO(zone)
          .toPlainDateTime()
          .toString({ smallestUnit: 'minute' })
          .replace('T', ' ') ?? ''
      )
  }
}

/** A text that a spreadsheet program would take for a formula is made plain text by an apostrophe. */
function textCell(text: string): string {
  const plain = text.toWellFormed().replaceAll('\0', '')
  const safe = formula.test(plain) ? `'${plain}` : plain
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
