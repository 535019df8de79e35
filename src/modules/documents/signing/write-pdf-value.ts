import { PdfName, PdfRef, PdfStream, PdfString, type PdfValue } from '../verify/pdf/values.ts'

/** Text that goes into the file as it is: a byte range whose numbers are not known yet. */
export class PdfRaw {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

export type WritableDict = ReadonlyMap<string, WritableValue>
export type WritableValue = PdfValue | PdfRaw | WritableDict | readonly WritableValue[]

export const pdfName = (name: string): PdfName => new PdfName(name)

export const pdfDict = (entries: Readonly<Record<string, WritableValue | undefined>>): WritableDict =>
  new Map(Object.entries(entries).filter((entry): entry is [string, WritableValue] => entry[1] !== undefined))

/** Always hexadecimal: a reason such as "/Contents <00>" must not look like a part of the dictionary to a scanner. */
export const pdfText = (value: string): PdfString =>
  new PdfString(Buffer.from(`\u{feff}${value}`, 'utf16le').swap16(), -1, -1, true)

export const pdfStream = (bytes: Uint8Array, entries: Readonly<Record<string, WritableValue>> = {}): PdfStream =>
  new PdfStream(pdfDict(entries) as ReadonlyMap<string, PdfValue>, Buffer.from(bytes))

/** `D:20261123034100Z` (ISO 32000-2, 7.9.4). */
export const pdfDate = (date: Date): PdfString =>
  new PdfString(Buffer.from(`D:${date.toISOString().slice(0, 19).replace(/[-T:]/g, '')}Z`), -1, -1, false)

/** One object as ISO 32000-2, 7.3 writes it. */
export function writePdfValue(value: WritableValue): Buffer {
  if (value instanceof PdfStream) {
    const dict = new Map<string, WritableValue>(value.dict).set('Length', value.raw.length)
    return Buffer.concat([Buffer.from(`${textOf(dict)}\nstream\n`, 'latin1'), value.raw, Buffer.from('\nendstream')])
  }
  return Buffer.from(textOf(value), 'latin1')
}

function textOf(value: WritableValue): string {
  if (value === null) return 'null'
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return numberText(value)
  if (value instanceof PdfName) return nameText(value.name)
  if (value instanceof PdfRef) return `${value.number} ${value.generation} R`
  if (value instanceof PdfString)
    return value.hexadecimal ? `<${value.bytes.toString('hex')}>` : literalText(value.bytes)
  if (value instanceof PdfRaw) return value.text
  if (value instanceof PdfStream) throw new Error('A stream stands in an object of its own')
  if (isWritableDict(value)) {
    return `<<${[...value].map(([key, item]) => `${nameText(key)} ${textOf(item)}`).join(' ')}>>`
  }
  return `[${(value as readonly WritableValue[]).map(textOf).join(' ')}]`
}

const isWritableDict = (value: WritableValue): value is WritableDict => value instanceof Map

/** Without exponent, which PDF does not know. */
function numberText(value: number): string {
  if (Number.isInteger(value)) return value.toFixed(0)
  return value.toFixed(10).replace(/\.?0+$/, '')
}

function nameText(name: string): string {
  return `/${name.replace(/[^!-~]|[#()<>[\]{}/%]/g, (letter) => `#${letter.charCodeAt(0).toString(16).padStart(2, '0')}`)}`
}

function literalText(bytes: Buffer): string {
  return `(${bytes.toString('latin1').replace(/[\\()\r\n]/g, (letter) => `\\${letter.charCodeAt(0).toString(8).padStart(3, '0')}`)})`
}
