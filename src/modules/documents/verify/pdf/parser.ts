import { damaged, PdfRefusal } from './refusal.ts'
import { PdfName, PdfRef, PdfString, type PdfValue } from './values.ts'

const DEEPEST = 60
const WHITE = new Uint8Array(256)
for (const byte of [0, 9, 10, 12, 13, 32]) WHITE[byte] = 1
const DELIMITER = new Uint8Array(256)
for (const letter of '()<>[]{}/%') DELIMITER[letter.charCodeAt(0)] = 1
const NUMBER = /^[+-]?(?:\d{1,15}(?:\.\d{0,15})?|\.\d{1,15})$/
const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 }

/**
 * Reads objects as ISO 32000-2, 7.2 and 7.3 write them, and nothing else. Where viewers guess, it refuses: what two
 * programs read differently is what forged documents are made of. A key that stands twice in a dictionary is refused.
 */
export class PdfParser {
  readonly bytes: Buffer
  /** Nothing from here on is read. */
  readonly end: number
  position: number
  /** False inside an object stream, where places mean nothing to the file. */
  private readonly placed: boolean

  constructor(bytes: Buffer, position: number, end: number, placed = true) {
    this.bytes = bytes
    this.position = position
    this.end = end
    this.placed = placed
  }

  skipSpace(): void {
    while (this.position < this.end) {
      const byte = this.bytes[this.position] as number
      if (WHITE[byte]) this.position++
      else if (byte === 0x25) this.skipComment()
      else return
    }
  }

  private skipComment(): void {
    while (this.position < this.end && this.bytes[this.position] !== 10 && this.bytes[this.position] !== 13) {
      this.position++
    }
  }

  /** The next run of regular characters; "" at a delimiter or the end. */
  word(): string {
    this.skipSpace()
    const start = this.position
    while (this.position < this.end) {
      const byte = this.bytes[this.position] as number
      if (WHITE[byte] || DELIMITER[byte]) break
      this.position++
    }
    if (this.position - start > 128) throw damaged('A word is too long')
    return this.bytes.toString('latin1', start, this.position)
  }

  expect(word: string): void {
    if (this.word() !== word) throw damaged(`"${word}" is missing at ${this.position}`)
  }

  integer(): number {
    const word = this.word()
    if (!/^\d{1,15}$/.test(word)) throw damaged(`A whole number is missing at ${this.position}`)
    return Number(word)
  }

  value(depth = 0): PdfValue {
    if (depth > DEEPEST) throw new PdfRefusal('too-complex', 'Its objects are nested too deeply')
    this.skipSpace()
    if (this.position >= this.end) throw damaged('It ends within an object')
    switch (this.bytes[this.position]) {
      case 0x2f:
        return this.name()
      case 0x28:
        return this.literalString()
      case 0x5b:
        return this.array(depth)
      case 0x3c:
        return this.bytes[this.position + 1] === 0x3c ? this.dict(depth) : this.hexString()
      default:
        return this.plain()
    }
  }

  private plain(): PdfValue {
    const word = this.word()
    if (word === 'null') return null
    if (word === 'true') return true
    if (word === 'false') return false
    if (!NUMBER.test(word)) throw damaged(`Something unreadable stands at ${this.position}`)
    if (/^\d{1,10}$/.test(word)) {
      const after = this.position
      const generation = this.word()
      if (/^\d{1,5}$/.test(generation) && this.word() === 'R') return new PdfRef(Number(word), Number(generation))
      this.position = after
    }
    return Number(word)
  }

  private name(): PdfName {
    this.position++
    const start = this.position
    while (this.position < this.end) {
      const byte = this.bytes[this.position] as number
      if (WHITE[byte] || DELIMITER[byte]) break
      this.position++
    }
    const raw = this.bytes.toString('latin1', start, this.position)
    // `/#42yteRange` is the same name as `/ByteRange`.
    return new PdfName(
      raw.includes('#')
        ? raw.replace(/#([0-9A-Fa-f]{2})/g, (_all: string, hex: string) =>
            String.fromCharCode(Number.parseInt(hex, 16)),
          )
        : raw,
    )
  }

  private array(depth: number): readonly PdfValue[] {
    this.position++
    const values: PdfValue[] = []
    for (;;) {
      this.skipSpace()
      if (this.bytes[this.position] === 0x5d && this.position < this.end) {
        this.position++
        return values
      }
      values.push(this.value(depth + 1))
    }
  }

  private dict(depth: number): ReadonlyMap<string, PdfValue> {
    this.position += 2
    const entries = new Map<string, PdfValue>()
    for (;;) {
      this.skipSpace()
      if (this.position + 1 >= this.end) throw damaged('It ends within a dictionary')
      if (this.bytes[this.position] === 0x3e && this.bytes[this.position + 1] === 0x3e) {
        this.position += 2
        return entries
      }
      if (this.bytes[this.position] !== 0x2f) throw damaged(`A key is missing at ${this.position}`)
      const { name } = this.name()
      if (entries.has(name)) throw damaged(`The key ${name} stands twice in one dictionary`)
      entries.set(name, this.value(depth + 1))
    }
  }

  private hexString(): PdfString {
    const start = this.position
    const close = this.bytes.indexOf(0x3e, start)
    if (close === -1 || close >= this.end) throw damaged('A string has no end')
    const digits = this.bytes.toString('latin1', start + 1, close).replace(/[\0\t\n\f\r ]+/g, '')
    if (!/^[0-9A-Fa-f]*$/.test(digits)) throw damaged(`A string is not hexadecimal at ${start}`)
    this.position = close + 1
    return this.string(Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex'), start, true)
  }

  private literalString(): PdfString {
    const start = this.position++
    const out: number[] = []
    for (let open = 1; ; ) {
      if (this.position >= this.end) throw damaged('A string has no end')
      const byte = this.bytes[this.position++] as number
      if (byte === 0x5c) this.escape(out)
      else if (byte === 0x28) {
        out.push(byte)
        open++
      } else if (byte === 0x29) {
        if (--open === 0) break
        out.push(byte)
      } else out.push(byte)
    }
    return this.string(Buffer.from(out), start, false)
  }

  private escape(out: number[]): void {
    const letter = String.fromCharCode(this.bytes[this.position++] ?? 0)
    if (/[0-7]/.test(letter)) {
      let octal = letter
      while (octal.length < 3 && /[0-7]/.test(String.fromCharCode(this.bytes[this.position] ?? 0))) {
        octal += String.fromCharCode(this.bytes[this.position++] as number)
      }
      out.push(Number.parseInt(octal, 8) & 0xff)
    } else if (letter === '\r') {
      if (this.bytes[this.position] === 10) this.position++
    } else if (letter !== '\n') out.push(ESCAPES[letter] ?? letter.charCodeAt(0))
  }

  private string(bytes: Buffer, start: number, hexadecimal: boolean): PdfString {
    return new PdfString(bytes, this.placed ? start : -1, this.placed ? this.position : -1, hexadecimal)
  }
}
