import { inflateSync } from 'node:zlib'
import { type Budget, damaged, PdfRefusal } from './refusal.ts'
import { integerOf, isArray, isDict, nameOf, type PdfStream } from './values.ts'

/** The bytes of a structural stream (cross-reference, object stream): plain or Flate, with a PNG predictor at most. */
export function unfilter(stream: PdfStream, budget: Budget): Buffer {
  const filter = single(stream.dict.get('Filter'))
  if (filter === undefined || filter === null) return stream.raw
  if (nameOf(filter) !== 'FlateDecode') throw damaged(`A structural stream has the filter ${nameOf(filter)}`)
  const parameters = single(stream.dict.get('DecodeParms'))
  const bytes = inflate(stream.raw, budget)
  if (!isDict(parameters)) return bytes
  const predictor = integerOf(parameters.get('Predictor')) ?? 1
  if (predictor === 1) return bytes
  const colors = integerOf(parameters.get('Colors')) ?? 1
  const bits = integerOf(parameters.get('BitsPerComponent')) ?? 8
  const columns = integerOf(parameters.get('Columns')) ?? 1
  if (predictor < 10 || colors !== 1 || bits !== 8 || columns < 1 || columns > 1000) {
    throw damaged('A structural stream has an unusual predictor')
  }
  return undoPng(bytes, columns)
}

function single(value: Parameters<typeof nameOf>[0]) {
  if (!isArray(value)) return value
  if (value.length > 1) throw damaged('A structural stream has several filters')
  return value[0]
}

function inflate(raw: Buffer, budget: Budget): Buffer {
  try {
    const bytes = inflateSync(raw, { maxOutputLength: budget.inflatable })
    budget.spendInflated(bytes.length)
    return bytes
  } catch (error) {
    if (error instanceof PdfRefusal) throw error
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ERR_BUFFER_TOO_LARGE') throw new PdfRefusal('too-complex', 'A stream unpacks to too much')
    throw damaged('A stream cannot be unpacked')
  }
}

/** PNG filters 0 to 4, one byte a sample (W3C PNG, 9). */
function undoPng(bytes: Buffer, columns: number): Buffer {
  const rows = Math.floor(bytes.length / (columns + 1))
  const out = Buffer.alloc(rows * columns)
  for (let row = 0; row < rows; row++) {
    const kind = bytes[row * (columns + 1)] as number
    if (kind > 4) throw damaged('A row of a stream has an unknown predictor')
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column
      const left = column > 0 ? (out[at - 1] as number) : 0
      const up = row > 0 ? (out[at - columns] as number) : 0
      const upLeft = row > 0 && column > 0 ? (out[at - columns - 1] as number) : 0
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, upLeft)][kind] as number
      out[at] = ((bytes[row * (columns + 1) + 1 + column] as number) + guess) & 0xff
    }
  }
  return out
}

function paeth(left: number, up: number, upLeft: number): number {
  const estimate = left + up - upLeft
  const [a, b, c] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - upLeft)] as const
  return a <= b && a <= c ? left : b <= c ? up : upLeft
}
