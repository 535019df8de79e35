import type { PdfParser } from './parser.ts'
import { damaged } from './refusal.ts'
import { type PdfDict, PdfStream } from './values.ts'

/** The stream behind a dictionary; its length must be exactly what it says. */
export function readStream(parser: PdfParser, dict: PdfDict, length: number | undefined): PdfStream {
  parser.expect('stream')
  const { bytes } = parser
  if (bytes[parser.position] === 13) parser.position++
  if (bytes[parser.position] !== 10) throw damaged('A stream does not begin on a line of its own')
  const start = parser.position + 1
  if (length === undefined || length < 0 || start + length > parser.end) throw damaged('A stream has a wrong length')
  parser.position = start + length
  parser.expect('endstream')
  return new PdfStream(dict, bytes.subarray(start, start + length))
}
