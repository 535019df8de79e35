import { PdfParser } from './parser.ts'
import { readStream } from './read-stream.ts'
import { type Budget, damaged, PdfRefusal } from './refusal.ts'
import { unfilter } from './unfilter.ts'
import { integerOf, isArray, isDict, nameOf, type PdfDict, PdfRef } from './values.ts'

/** Where an object stands. An object that is freed, or never mentioned, is null. */
export type Entry =
  | { readonly kind: 'free' }
  | { readonly kind: 'at'; readonly offset: number; readonly generation: number }
  | { readonly kind: 'in'; readonly stream: number; readonly index: number }

export interface CrossReference {
  readonly entries: ReadonlyMap<number, Entry>
  /** Of the newest section. */
  readonly trailer: PdfDict
  /** Offsets of the sections, newest first. */
  readonly sections: readonly number[]
}

const MOST_SECTIONS = 400
const FREE: Entry = { kind: 'free' }

/** Reads the chain of cross-reference tables and streams that ends the first `end` bytes (ISO 32000-2, 7.5.4, 7.5.8). */
export function readCrossReference(bytes: Buffer, end: number, budget: Budget): CrossReference {
  const entries = new Map<number, Entry>()
  const sections: number[] = []
  let trailer: PdfDict | undefined
  const seen = new Set<number>()
  const add = (number: number, entry: Entry) => {
    budget.spendEntry()
    if (!entries.has(number)) entries.set(number, entry)
  }
  let next: number | undefined = lastSection(bytes, end)
  while (next !== undefined) {
    if (seen.has(next)) throw damaged('Its cross-reference sections lead in a circle')
    if (seen.size >= MOST_SECTIONS) throw new PdfRefusal('too-complex', 'It has too many revisions')
    seen.add(next)
    sections.push(next)
    const section = readSection(bytes, next, end, add, budget)
    trailer ??= section
    const hybrid = section.get('XRefStm')
    if (hybrid !== undefined) {
      const at = integerOf(hybrid)
      if (at === undefined || seen.has(at)) throw damaged('XRefStm leads nowhere')
      seen.add(at)
      readSection(bytes, at, end, add, budget)
    }
    const previous = section.get('Prev')
    if (previous !== undefined && integerOf(previous) === undefined) throw damaged('Prev is no number')
    next = integerOf(previous)
  }
  if (!trailer) throw damaged('It has no trailer')
  if (trailer.has('Encrypt')) throw new PdfRefusal('encrypted', 'It is encrypted')
  return { entries, trailer, sections }
}

/** `startxref N %%EOF` must be the last thing there is. */
function lastSection(bytes: Buffer, end: number): number {
  const tailStart = Math.max(0, end - 1024)
  const tail = bytes.toString('latin1', tailStart, end)
  const match = /startxref[\0\t\n\f\r ]+(\d{1,10})[\0\t\n\f\r ]+%%EOF[\t\n\r ]*$/.exec(tail)
  if (!match) throw damaged('It does not end with startxref and %%EOF')
  return Number(match[1])
}

function readSection(
  bytes: Buffer,
  offset: number,
  end: number,
  add: (number: number, entry: Entry) => void,
  budget: Budget,
): PdfDict {
  if (offset >= end) throw damaged('A cross-reference section lies outside of the file')
  const parser = new PdfParser(bytes, offset, end)
  return parser.word() === 'xref' ? readTable(parser, add) : readXrefStream(bytes, offset, end, add, budget)
}

function readTable(parser: PdfParser, add: (number: number, entry: Entry) => void): PdfDict {
  for (;;) {
    const word = parser.word()
    if (word === 'trailer') break
    if (!/^\d{1,10}$/.test(word)) throw damaged('A cross-reference table cannot be read')
    const first = Number(word)
    const count = parser.integer()
    for (let index = 0; index < count; index++) {
      const offset = parser.integer()
      const generation = parser.integer()
      const kind = parser.word()
      if (kind === 'n') add(first + index, { kind: 'at', offset, generation })
      else if (kind === 'f') add(first + index, FREE)
      else throw damaged('An entry of the cross-reference table cannot be read')
    }
  }
  const trailer = parser.value()
  if (!isDict(trailer)) throw damaged('The trailer is no dictionary')
  return trailer
}

function readXrefStream(
  bytes: Buffer,
  offset: number,
  end: number,
  add: (number: number, entry: Entry) => void,
  budget: Budget,
): PdfDict {
  const parser = new PdfParser(bytes, offset, end)
  parser.integer()
  parser.integer()
  parser.expect('obj')
  const dict = parser.value()
  if (!isDict(dict) || nameOf(dict.get('Type')) !== 'XRef') throw damaged('There is no cross-reference at its offset')
  if (dict.get('Length') instanceof PdfRef) throw damaged('The length of a cross-reference stream is indirect')
  const data = unfilter(readStream(parser, dict, integerOf(dict.get('Length'))), budget)
  const widths = dict.get('W')
  const [kindWidth, secondWidth, thirdWidth] = isArray(widths) ? widths.map(integerOf) : []
  if (!isWidth(kindWidth) || !isWidth(secondWidth) || !isWidth(thirdWidth)) throw damaged('W cannot be read')
  const stated = dict.get('Index')
  const index = isArray(stated) ? stated.map(integerOf) : [0, integerOf(dict.get('Size'))]
  let at = 0
  const field = (width: number, absent: number) => {
    if (width === 0) return absent
    if (at + width > data.length) throw damaged('A cross-reference stream is too short')
    const value = data.readUIntBE(at, width)
    at += width
    return value
  }
  for (let pair = 0; pair + 1 < index.length; pair += 2) {
    const first = index[pair]
    const count = index[pair + 1]
    if (first === undefined || count === undefined || first < 0 || count < 0) throw damaged('Index cannot be read')
    if (kindWidth + secondWidth + thirdWidth === 0 && count > 0) throw damaged('W is empty')
    for (let step = 0; step < count; step++) {
      const kind = field(kindWidth, 1)
      const second = field(secondWidth, 0)
      const third = field(thirdWidth, 0)
      if (kind === 0) add(first + step, FREE)
      else if (kind === 1) add(first + step, { kind: 'at', offset: second, generation: third })
      else if (kind === 2) add(first + step, { kind: 'in', stream: second, index: third })
      else throw damaged('A cross-reference entry has an unknown kind')
    }
  }
  return dict
}

function isWidth(width: number | undefined): width is number {
  return width !== undefined && width >= 0 && width <= 6
}
