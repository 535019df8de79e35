/** Where one signature lies in a file: offsets in bytes, end exclusive. */
export interface SignatureDictionary {
  /** Of the array behind /ByteRange, brackets included. */
  readonly byteRangeStart: number
  readonly byteRangeEnd: number
  /** Of the hexadecimal string behind /Contents, angle brackets included. */
  readonly contentsStart: number
  readonly contentsEnd: number
  /** What the file claims; not checked here. */
  readonly byteRange: readonly [number, number, number, number]
  /** The dictionary's own text without the contents, for /M and the like. */
  readonly text: string
}

const BYTE_RANGE = /\/ByteRange\s*(\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\])/g
const CONTENTS = /\/Contents\s*(<[0-9A-Fa-f\s]*>)/g

const SIGNATURE_TYPE = /\/Type\s*\/(?:Sig|DocTimeStamp)\b/

/**
 * Signature dictionaries as they lie in the file, in order. A scan rather than a parse: it needs no trust in a cross
 * reference table that someone may have rewritten, and a signature must stand in plain bytes anyway (ISO 32000-2,
 * 12.8.1: its dictionary is a direct object with its contents unencrypted).
 */
export function findSignatures(pdf: Uint8Array): SignatureDictionary[] {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1')
  const found: SignatureDictionary[] = []
  for (const match of text.matchAll(BYTE_RANGE)) {
    const start = text.lastIndexOf(' obj', match.index)
    const end = text.indexOf('endobj', match.index)
    if (start === -1 || end === -1) continue
    const object = text.slice(start, end)
    if (!SIGNATURE_TYPE.test(object)) continue
    const contents = [...object.matchAll(CONTENTS)]
    const [only] = contents
    // Two /Contents in one dictionary is a known attack; neither is believed.
    if (contents.length !== 1 || only === undefined) continue
    const hex = only[1] as string
    const contentsStart = start + only.index + only[0].length - hex.length
    const byteRangeStart = match.index + match[0].length - (match[1] as string).length
    found.push({
      byteRangeStart,
      byteRangeEnd: match.index + match[0].length,
      contentsStart,
      contentsEnd: contentsStart + hex.length,
      byteRange: [Number(match[2]), Number(match[3]), Number(match[4]), Number(match[5])],
      text: object.replace(hex, '<>'),
    })
  }
  return found
}

export function findLastSignature(pdf: Uint8Array): SignatureDictionary | undefined {
  return findSignatures(pdf).at(-1)
}
