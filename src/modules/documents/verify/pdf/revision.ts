import { type CrossReference, type Entry, readCrossReference } from './cross-reference.ts'
import { PdfParser } from './parser.ts'
import { readStream } from './read-stream.ts'
import { type Budget, damaged, PdfRefusal } from './refusal.ts'
import { unfilter } from './unfilter.ts'
import { integerOf, isDict, nameOf, type PdfDict, PdfRef, PdfStream, type PdfValue } from './values.ts'

interface ObjectStream {
  readonly data: Buffer
  readonly numbers: readonly number[]
  readonly offsets: readonly number[]
}

/** A file as it was when it had `end` bytes: one of its revisions, read on its own. */
export class Revision {
  readonly bytes: Buffer
  readonly end: number
  readonly cross: CrossReference
  readonly budget: Budget
  private readonly loaded = new Map<number, PdfValue>()
  private readonly streams = new Map<number, ObjectStream>()
  private readonly loading = new Set<number>()

  constructor(bytes: Buffer, end: number, budget: Budget) {
    if (bytes.toString('latin1', 0, 5) !== '%PDF-') throw new PdfRefusal('not-pdf', 'It does not begin with %PDF-')
    this.bytes = bytes
    this.end = end
    this.budget = budget
    this.cross = readCrossReference(bytes, end, budget)
  }

  entry(number: number): Entry | undefined {
    return this.cross.entries.get(number)
  }

  get catalog(): PdfDict {
    const catalog = this.resolve(this.cross.trailer.get('Root'))
    if (!isDict(catalog) || nameOf(catalog.get('Type')) !== 'Catalog') throw damaged('It has no catalog')
    return catalog
  }

  /** Follows references; what is missing or freed is null. */
  resolve(value: PdfValue | undefined): PdfValue {
    let current = value ?? null
    for (let hops = 0; current instanceof PdfRef; hops++) {
      if (hops > 20) throw damaged('References lead in a circle')
      current = this.load(current)
    }
    return current
  }

  dict(value: PdfValue | undefined): PdfDict | undefined {
    const found = this.resolve(value)
    return isDict(found) ? found : undefined
  }

  load(ref: PdfRef): PdfValue {
    const entry = this.entry(ref.number)
    if (!entry || entry.kind === 'free') return null
    if (entry.kind === 'at' ? entry.generation !== ref.generation : ref.generation !== 0) return null
    const known = this.loaded.get(ref.number)
    if (known !== undefined) return known
    if (this.loading.has(ref.number)) throw damaged('An object needs itself to be read')
    this.loading.add(ref.number)
    this.budget.spendObject()
    const value =
      entry.kind === 'at' ? this.readAt(ref.number, entry.offset, entry.generation) : this.readIn(ref, entry)
    this.loading.delete(ref.number)
    this.loaded.set(ref.number, value)
    return value
  }

  private readAt(number: number, offset: number, generation: number): PdfValue {
    if (offset >= this.end) throw damaged(`Object ${number} lies outside of the file`)
    const parser = new PdfParser(this.bytes, offset, this.end)
    if (parser.integer() !== number || parser.integer() !== generation) throw damaged(`Object ${number} is elsewhere`)
    parser.expect('obj')
    let value = parser.value()
    const after = parser.position
    if (isDict(value) && parser.word() === 'stream') {
      parser.position = after
      value = readStream(parser, value, integerOf(this.resolve(value.get('Length'))))
    } else parser.position = after
    parser.expect('endobj')
    return value
  }

  private readIn(ref: PdfRef, entry: { readonly stream: number; readonly index: number }): PdfValue {
    const stream = this.objectStream(entry.stream)
    if (stream.numbers[entry.index] !== ref.number) throw damaged(`Object ${ref.number} is not in its stream`)
    const parser = new PdfParser(stream.data, stream.offsets[entry.index] as number, stream.data.length, false)
    return parser.value()
  }

  private objectStream(number: number): ObjectStream {
    const known = this.streams.get(number)
    if (known) return known
    const entry = this.entry(number)
    if (entry?.kind !== 'at') throw damaged(`Object stream ${number} is missing`)
    const stream = this.load(new PdfRef(number, entry.generation))
    if (!(stream instanceof PdfStream) || nameOf(stream.dict.get('Type')) !== 'ObjStm') {
      throw damaged(`Object ${number} is no object stream`)
    }
    const count = integerOf(this.resolve(stream.dict.get('N')))
    const first = integerOf(this.resolve(stream.dict.get('First')))
    if (count === undefined || count < 0 || first === undefined || first < 0)
      throw damaged('An object stream is damaged')
    const data = unfilter(stream, this.budget)
    const parser = new PdfParser(data, 0, Math.min(first, data.length), false)
    const numbers: number[] = []
    const offsets: number[] = []
    for (let index = 0; index < count; index++) {
      this.budget.spendEntry()
      numbers.push(parser.integer())
      offsets.push(first + parser.integer())
    }
    const made = { data, numbers, offsets }
    this.streams.set(number, made)
    return made
  }
}
