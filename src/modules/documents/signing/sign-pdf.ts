import { createHash } from 'node:crypto'
import { PdfRefusal } from '../verify/pdf/refusal.ts'
import { createDetachedCms } from './cms.ts'
import { PdfUpdate } from './pdf-update.ts'
import { SignPdfError } from './sign-pdf-error.ts'
import { type FieldPlacement, fillSignatureField, officialFields, timeStampFields } from './signature-field.ts'
import type { DocumentSigner } from './signer.ts'
import { PdfRaw, pdfDate, pdfDict, pdfName, pdfText, type WritableDict, type WritableValue } from './write-pdf-value.ts'

export { SignPdfError } from './sign-pdf-error.ts'

/** Gives a token of RFC 3161 over bytes with this SHA-256; undefined when there is none to be had now. */
export type Stamp = (digest: Uint8Array) => Promise<Uint8Array | undefined>

export interface SignPdfOptions {
  readonly reason: string
  readonly location: string
  /** Of the person, as the certificate has it: /Name of the signature. */
  readonly name: string
  /** The claimed time of signing, kept in /M to the second. A time stamp (B-T) proves it. */
  readonly signedAt: Date
  /** Unique in the file, or an empty field of it; default the first empty one, else `Tanda Tangan 1`, 2 ... */
  readonly fieldName?: string
  /** Without it the widget has no size. */
  readonly placement?: FieldPlacement
  /** Empty fields made beside this one, for those who sign later. */
  readonly furtherFields?: number
  /** Makes the signature B-T. */
  readonly stamp?: Stamp
  /** Bytes kept free for the CMS; the default has room for certificates and a time stamp. */
  readonly reserve?: number
}

const RESERVE = 8192
const STAMP_RESERVE = 8192
/** Wide enough for files up to 10 GB; replaced by the true offsets, padded with spaces. */
const RANGE_HOLE = '[0 9999999999 9999999999 9999999999]'

/**
 * Adds a PAdES signature (ETSI EN 319 142-1), B-B or with a stamp B-T, as an incremental update: what was there, earlier
 * signatures included, keeps its bytes.
 * @throws SignPdfError when the file cannot be read or extended, the field is signed, or the reserve is too small
 */
export async function signPdf(pdf: Uint8Array, signer: DocumentSigner, options: SignPdfOptions): Promise<Buffer> {
  const prepared = prepare(pdf, options.reserve ?? RESERVE, (value) => ({
    value: {
      Type: pdfName('Sig'),
      Filter: pdfName('Adobe.PPKLite'),
      SubFilter: pdfName('ETSI.CAdES.detached'),
      ...value,
      M: pdfDate(options.signedAt),
      Name: pdfText(options.name),
      Reason: pdfText(options.reason),
      Location: pdfText(options.location),
    },
    field: {
      series: officialFields,
      name: options.fieldName,
      placement: options.placement,
      further: options.furtherFields,
    },
  }))
  return fill(prepared, await createDetachedCms(prepared.digest, signer, options.stamp))
}

/**
 * Adds a document time stamp over the whole file (ISO 32000-2, 12.8.5): it proves that everything in it, signatures and
 * validation data included, was there at that time.
 */
export async function stampPdf(pdf: Uint8Array, stamp: (digest: Uint8Array) => Promise<Uint8Array>): Promise<Buffer> {
  const prepared = prepare(pdf, STAMP_RESERVE, (value) => ({
    value: {
      Type: pdfName('DocTimeStamp'),
      Filter: pdfName('Adobe.PPKLite'),
      SubFilter: pdfName('ETSI.RFC3161'),
      ...value,
    },
    field: { series: timeStampFields },
  }))
  return fill(prepared, await stamp(prepared.digest))
}

interface Prepared {
  readonly file: Buffer
  /** Of the two parts that the signature is about. */
  readonly digest: Uint8Array
  readonly contentsStart: number
  readonly contentsEnd: number
}

interface Described {
  readonly value: Readonly<Record<string, WritableValue>>
  readonly field: Parameters<typeof fillSignatureField>[2]
}

function prepare(pdf: Uint8Array, reserve: number, describe: (holes: Record<string, PdfRaw>) => Described): Prepared {
  const update = openUpdate(pdf)
  const hole = `<${'0'.repeat(reserve * 2)}>`
  const { value, field } = describe({ ByteRange: new PdfRaw(RANGE_HOLE), Contents: new PdfRaw(hole) })
  const dict: WritableDict = pdfDict(value)
  fillSignatureField(update, update.add(dict), field)
  const file = update.save()
  const range = file.indexOf(RANGE_HOLE, pdf.length)
  const contentsStart = file.indexOf(hole, range)
  const contentsEnd = contentsStart + hole.length
  const stated = `[0 ${contentsStart} ${contentsEnd} ${file.length - contentsEnd}`
  file.write(`${stated.padEnd(RANGE_HOLE.length - 1)}]`, range, 'latin1')
  const hash = createHash('sha256').update(file.subarray(0, contentsStart)).update(file.subarray(contentsEnd))
  return { file, digest: hash.digest(), contentsStart, contentsEnd }
}

function openUpdate(pdf: Uint8Array): PdfUpdate {
  try {
    return new PdfUpdate(pdf)
  } catch (cause) {
    const why = cause instanceof PdfRefusal ? `: ${cause.message}` : ''
    throw new SignPdfError(`The file is not a PDF that can be extended${why}`, { cause })
  }
}

function fill({ file, contentsStart, contentsEnd }: Prepared, cms: Uint8Array): Buffer {
  const room = (contentsEnd - contentsStart - 2) / 2
  if (cms.length > room) throw new SignPdfError(`The signature needs ${cms.length} bytes, ${room} are reserved`)
  file.write(Buffer.from(cms).toString('hex').toUpperCase(), contentsStart + 1, 'latin1')
  return file
}
