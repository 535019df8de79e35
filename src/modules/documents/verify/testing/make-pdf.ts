import { deflateSync } from 'node:zlib'

/** Objects of a revision by number; a Buffer is written as it is, undefined frees the object. */
export type Objects = Readonly<Record<number, string | Buffer | undefined>>

export interface WriteOptions {
  readonly form?: 'table' | 'stream' | 'object-streams' | undefined
  readonly root?: string | undefined
  /** More for the trailer. */
  readonly trailer?: string | undefined
}

export const stream = (data: Uint8Array, dict = ''): Buffer =>
  Buffer.concat([Buffer.from(`<<${dict}/Length ${data.length}>>\nstream\n`), data, Buffer.from('\nendstream')])

export const packed = (data: Uint8Array, dict = ''): Buffer => stream(deflateSync(data), `${dict}/Filter/FlateDecode`)

/** A letter of some pages; object 1 is the catalog, 2 the pages, 3 the form (empty), 5 the font, 10 and on the pages. */
export function letter(text: string, pages = 1): Record<number, string | Buffer> {
  const kids = Array.from({ length: pages }, (_, index) => `${10 + index * 2} 0 R`)
  const objects: Record<number, string | Buffer> = {
    1: '<</Type/Catalog/Pages 2 0 R/AcroForm 3 0 R>>',
    2: `<</Type/Pages/Kids[${kids.join(' ')}]/Count ${pages}>>`,
    3: '<</Fields[]>>',
    4: '<</Title(Surat)/ModDate(D:20260101000000Z)>>',
    5: '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  }
  for (let page = 0; page < pages; page++) {
    const content = 11 + page * 2
    objects[10 + page * 2] =
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${content} 0 R/Resources<</Font<</F1 5 0 R>>>>>>`
    objects[content] = stream(Buffer.from(`BT /F1 14 Tf 60 760 Td (${text} ${page + 1}) Tj ET`))
  }
  return objects
}

export function writePdf(objects: Objects, options: WriteOptions = {}): Buffer {
  return append(Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1'), objects, options)
}

/** Adds a revision (ISO 32000-2, 7.5.6): the objects, and a cross-reference of the same or another form. */
export function append(file: Buffer, objects: Objects, options: WriteOptions = {}): Buffer {
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(file.toString('latin1', Math.max(0, file.length - 200)))
  const parts: Buffer[] = [file]
  let length = file.length
  const write = (part: string | Buffer) => {
    const bytes = Buffer.from(part as string, 'latin1')
    parts.push(bytes)
    length += bytes.length
  }
  const entries = new Map<number, readonly [kind: number, second: number, third: number]>()
  const inStreams: [number, string][] = []
  let highest = 9000
  for (const [key, value] of Object.entries(objects)) {
    const number = Number(key)
    if (value === undefined) entries.set(number, [0, 0, 65535])
    else if (options.form === 'object-streams' && typeof value === 'string' && !/ByteRange/.test(value)) {
      inStreams.push([number, value])
    } else {
      entries.set(number, [1, length, 0])
      write(`${number} 0 obj\n`)
      write(value)
      write('\nendobj\n')
    }
    highest = Math.max(highest, number)
  }
  if (inStreams.length) {
    // Numbers above all others, and new in every revision.
    const container = highest + 1 + (file.length % 500_000)
    let head = ''
    let body = ''
    for (const [index, [number, value]] of inStreams.entries()) {
      head += `${number} ${body.length} `
      body += `${value}\n`
      entries.set(number, [2, container, index])
    }
    entries.set(container, [1, length, 0])
    const dict = `/Type/ObjStm/N ${inStreams.length}/First ${head.length}`
    write(`${container} 0 obj\n`)
    write(packed(Buffer.from(head + body, 'latin1'), dict))
    write('\nendobj\n')
  }
  const trailer = `/Root ${options.root ?? '1 0 R'}/Info 4 0 R${previous ? `/Prev ${previous[1]}` : ''}${options.trailer ?? ''}`
  const at = length
  if ((options.form ?? 'table') === 'table') writeTable(write, entries, trailer, !previous)
  else writeStream(write, entries, trailer, at)
  write(`startxref\n${at}\n%%EOF\n`)
  return Buffer.concat(parts)
}

type Entries = ReadonlyMap<number, readonly [number, number, number]>

function writeTable(write: (part: string) => void, entries: Entries, trailer: string, first: boolean): void {
  write('xref\n')
  if (first) write('0 1\n0000000000 65535 f \n')
  for (const [number, [kind, second]] of [...entries].sort(([a], [b]) => a - b)) {
    const place = String(second).padStart(10, '0')
    write(`${number} 1\n${place} ${kind ? '00000 n' : '65535 f'} \n`)
  }
  write(`trailer\n<</Size ${Math.max(0, ...entries.keys()) + 1}${trailer}>>\n`)
}

function writeStream(write: (part: string | Buffer) => void, entries: Entries, trailer: string, at: number): void {
  const own = Math.max(9000, ...entries.keys()) + 1
  const rows = [...entries, [own, [1, at, 0]] as const].sort(([a], [b]) => a - b)
  const data = Buffer.alloc(rows.length * 7)
  for (const [index, [, [kind, second, third]]] of rows.entries()) {
    data.writeUInt8(kind, index * 7)
    data.writeUInt32BE(second, index * 7 + 1)
    data.writeUInt16BE(third, index * 7 + 5)
  }
  const dict = `/Type/XRef/W[1 4 2]/Size ${own + 1}/Index[${rows.map(([number]) => `${number} 1`).join(' ')}]${trailer}`
  write(`${own} 0 obj\n`)
  write(packed(data, dict))
  write('\nendobj\n')
}
