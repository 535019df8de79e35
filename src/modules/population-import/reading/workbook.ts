import { StringDecoder } from 'node:string_decoder'
import { mostColumns, type RawRow, rowsAtOnce } from './raw-row.ts'
import { SharedStrings } from './shared-strings.ts'
import type { ByteSource } from './stored-file.ts'
import { Unreadable } from './unreadable.ts'
import { decodeXml, xmlText } from './xml-text.ts'
import { readZip, unpack, unpackText, type ZipEntry } from './zip.ts'

/** A sheet of a million people with forty columns unpacks to some three gigabytes. */
const mostSheetBytes = 8 * 1024 ** 3
const mostStringBytes = 3 * 1024 ** 3
const longestRow = 4 * 1024 * 1024

interface Sheet {
  readonly name: string
  readonly entry: ZipEntry
}

/** A workbook (ECMA-376) of which one sheet is read from beginning to end, never whole. */
export interface Workbook {
  readonly sheets: readonly string[]
  rows(sheet: string | undefined): AsyncGenerator<RawRow[]>
}

/** @throws Unreadable */
export async function openWorkbook(source: ByteSource): Promise<Workbook> {
  const entries = await readZip(source)
  const book = entries.get('xl/workbook.xml')
  if (!book) throw new Unreadable(entries.has('content.xml') ? 'open-document' : 'not-a-table')
  const text = plainTags(await unpackText(source, book))
  const relations = entries.get('xl/_rels/workbook.xml.rels')
  const targets = targetsOf(relations ? plainTags(await unpackText(source, relations)) : '')
  const sheets = [...text.matchAll(/<sheet\s([^>]*)>/g)].flatMap(([, attributes = '']): Sheet[] => {
    const target = targets.get(attribute(attributes, 'r:id') ?? attribute(attributes, 'id') ?? '')
    const entry = target && entries.get(target.startsWith('/') ? target.slice(1) : `xl/${target}`)
    return entry ? [{ name: decodeXml(attribute(attributes, 'name') ?? ''), entry }] : []
  })
  if (sheets.length === 0) throw new Unreadable('damaged')
  const styles = entries.get('xl/styles.xml')
  const dateStyles = styles ? dateStylesOf(plainTags(await unpackText(source, styles))) : []
  const isFrom1904 = /<workbookPr[^>]*date1904="(1|true)"/.test(text)
  const shared = [...entries.values()].find((entry) => /^xl\/sharedStrings\.xml$/i.test(entry.name))
  return {
    sheets: sheets.map((sheet) => sheet.name),
    async *rows(name) {
      const sheet = sheets.find((one) => one.name === name) ?? (sheets[0] as Sheet)
      const strings = shared ? await SharedStrings.read(unpack(source, shared, mostStringBytes)) : undefined
      yield* sheetRows(unpack(source, sheet.entry, mostSheetBytes), { strings, dateStyles, isFrom1904 })
    },
  }
}

const attribute = (attributes: string, name: string): string | undefined =>
  new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1]

/** Some programs write every tag with a prefix of the same name space. */
const plainTags = (xml: string): string =>
  xml.includes('<x:') ? xml.replaceAll('<x:', '<').replaceAll('</x:', '</') : xml

function targetsOf(xml: string): ReadonlyMap<string, string> {
  return new Map(
    [...xml.matchAll(/<Relationship\s([^>]*)>/g)].map(([, attributes = '']) => [
      attribute(attributes, 'Id') ?? '',
      attribute(attributes, 'Target') ?? '',
    ]),
  )
}

/** Which cell styles show a number as a day. */
function dateStylesOf(xml: string): boolean[] {
  const own = new Map(
    [...xml.matchAll(/<numFmt\s([^>]*)>/g)].map(([, attributes = '']) => [
      Number(attribute(attributes, 'numFmtId')),
      decodeXml(attribute(attributes, 'formatCode') ?? ''),
    ]),
  )
  const formats = /<cellXfs[\s\S]*?<\/cellXfs>/.exec(xml)?.[0] ?? ''
  return [...formats.matchAll(/<xf\s([^>]*)>/g)].map(([, attributes = '']) => {
    const id = Number(attribute(attributes, 'numFmtId'))
    const code = own.get(id)
    if (code === undefined) return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
    return /[dmy]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '')) && !/^general$/i.test(code)
  })
}

interface CellFacts {
  readonly strings: SharedStrings | undefined
  readonly dateStyles: readonly boolean[]
  readonly isFrom1904: boolean
}

async function* sheetRows(chunks: AsyncGenerator<Buffer>, facts: CellFacts): AsyncGenerator<RawRow[]> {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  let number = 0
  let rows: RawRow[] = []
  for await (const chunk of chunks) {
    const text = plainTags(rest + decoder.write(chunk))
    const complete = text.lastIndexOf('</row>')
    if (complete < 0) {
      rest = text
      if (rest.length > longestRow) throw new Unreadable('damaged', number)
      continue
    }
    let at = 0
    while (at < complete) {
      const from = text.indexOf('<row', at)
      if (from < 0 || from > complete) break
      const tagEnd = text.indexOf('>', from)
      const given = Number(/\sr="(\d+)"/.exec(text.slice(from, tagEnd))?.[1])
      number = given > 0 ? given : number + 1
      if (text[tagEnd - 1] === '/') {
        at = tagEnd + 1
        continue
      }
      const to = text.indexOf('</row>', tagEnd)
      rows.push(readRow(text, tagEnd + 1, to, number, facts))
      at = to + 6
      if (rows.length >= rowsAtOnce) {
        yield rows
        rows = []
      }
    }
    rest = text.slice(Math.max(at, complete + 6))
  }
  if (rows.length) yield rows
}

function readRow(xml: string, start: number, end: number, number: number, facts: CellFacts): RawRow {
  const cells: string[] = []
  let kinds = ''
  let at = start
  for (;;) {
    const from = xml.indexOf('<c', at)
    if (from < 0 || from >= end) break
    const tagEnd = xml.indexOf('>', from)
    if (tagEnd < 0 || tagEnd > end) break
    const isBare = xml[tagEnd - 1] === '/'
    const tag = xml.slice(from + 2, isBare ? tagEnd - 1 : tagEnd)
    let column = columnOf(tag)
    if (column < 0) column = cells.length
    if (column >= mostColumns) throw new Unreadable('too-many-columns', number)
    let bodyEnd = tagEnd
    if (!isBare) {
      bodyEnd = xml.indexOf('</c>', tagEnd)
      if (bodyEnd < 0 || bodyEnd > end) throw new Unreadable('damaged', number)
    }
    while (cells.length < column) {
      cells.push('')
      kinds += 't'
    }
    const [text, kind] = isBare ? ['', 't'] : cellText(tag, xml.slice(tagEnd + 1, bodyEnd), facts)
    cells[column] = text
    kinds = kinds.slice(0, column) + kind
    at = bodyEnd + (isBare ? 1 : 4)
  }
  return { number, cells, kinds }
}

/** Column of `r="AB12"`, from 0; -1 when the cell does not say. */
function columnOf(tag: string): number {
  const at = tag.indexOf(' r="')
  if (at < 0) return -1
  let column = 0
  for (let i = at + 4; i < tag.length; i += 1) {
    const code = tag.charCodeAt(i)
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column - 1
}

function cellText(tag: string, body: string, facts: CellFacts): [text: string, kind: 't' | 'n' | 'd'] {
  const type = /\st="(\w+)"/.exec(tag)?.[1]
  if (type === 'inlineStr') return [xmlText(body), 't']
  const from = body.indexOf('<v')
  const open = from < 0 ? -1 : body.indexOf('>', from)
  const to = open < 0 ? -1 : body.indexOf('</v>', open)
  if (to < 0) return ['', 't']
  const value = body.slice(open + 1, to)
  switch (type) {
    case 's':
      if (!facts.strings) throw new Unreadable('damaged')
      return [facts.strings.get(Number(value)), 't']
    case 'str':
      return [decodeXml(value), 't']
    case 'b':
      return [value === '1' ? 'TRUE' : 'FALSE', 't']
    case 'e':
      return ['', 't']
    case 'd':
      return [value.slice(0, 10), 'd']
    default: {
      const style = Number(/\ss="(\d+)"/.exec(tag)?.[1] ?? 0)
      const day = facts.dateStyles[style] ? dayOfSerial(Number(value), facts.isFrom1904) : undefined
      return day ? [day, 'd'] : [value, 'n']
    }
  }
}

const dayMs = 86_400_000
const epoch1900 = Date.UTC(1899, 11, 30)
const epoch1904 = Date.UTC(1904, 0, 1)

/** Days since the epoch of the workbook as an ISO day. Before March 1900 spreadsheet programs count one day wrong. */
function dayOfSerial(serial: number, isFrom1904: boolean): string | undefined {
  if (!(serial >= (isFrom1904 ? 0 : 61) && serial < 2_958_466)) return undefined
  return new Date((isFrom1904 ? epoch1904 : epoch1900) + Math.floor(serial) * dayMs).toISOString().slice(0, 10)
}
