import { integerOf, isArray, type PdfDict, PdfString } from '../pdf/values.ts'

/** The bytes that a signature is about: everything before `gapStart` and from `gapEnd` to `end`. */
export interface Coverage {
  readonly gapStart: number
  readonly gapEnd: number
  readonly end: number
}

/**
 * Reads /ByteRange: two ranges, from the first byte on, that leave out exactly the string of /Contents and nothing
 * else. Signatures that leave out more, or move the rest elsewhere, are forgeries (universal signature forgery,
 * signature wrapping). @throws Error saying what is wrong
 */
export function readCoverage(signature: PdfDict, fileLength: number): Coverage {
  const contents = signature.get('Contents')
  if (!(contents instanceof PdfString) || !contents.hexadecimal || contents.start < 0) {
    throw new Error('Contents is no hexadecimal string of the file itself')
  }
  const range = signature.get('ByteRange')
  if (!isArray(range) || range.length !== 4) throw new Error('The byte range is not four numbers')
  const [start, length, resume, rest] = range.map(integerOf)
  if (start === undefined || length === undefined || resume === undefined || rest === undefined) {
    throw new Error('The byte range is not four whole numbers')
  }
  if (start !== 0) throw new Error('The byte range does not begin at the first byte')
  if (length !== contents.start || resume !== contents.end) {
    throw new Error('The byte range leaves out more or less than the signature')
  }
  if (rest <= 0 || resume + rest > fileLength) throw new Error('The byte range ends after the file')
  return { gapStart: contents.start, gapEnd: contents.end, end: resume + rest }
}

/**
 * The CMS in /Contents: plain digits without white space, then only the zeros of the reserve. @throws Error
 */
export function readContents(bytes: Buffer, { gapStart, gapEnd }: Coverage): Buffer {
  const text = bytes.toString('latin1', gapStart + 1, gapEnd - 1)
  if (text.length % 2 || !/^[0-9A-Fa-f]*$/.test(text)) throw new Error('Contents is not plain hexadecimal')
  const all = Buffer.from(text, 'hex')
  const lengthBytes = (all[1] ?? 0) & 0x7f
  const long = (all[1] ?? 0) >= 0x80
  if (all[0] !== 0x30 || (long && (lengthBytes < 1 || lengthBytes > 4)) || all.length < 8) throw new Error('Not DER')
  const end = long ? 2 + lengthBytes + all.readUIntBE(2, lengthBytes) : 2 + lengthBytes
  if (end > all.length || all.subarray(end).some((byte) => byte !== 0)) throw new Error('Bytes follow the CMS')
  return all.subarray(0, end)
}
