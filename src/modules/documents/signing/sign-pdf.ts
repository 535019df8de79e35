import { findLastSignature } from './signature-dictionary.ts'
import type { DocumentSigner } from './signer.ts'

export interface SignPdfOptions {
  readonly reason: string
  readonly location: string
  /** Of the person, as the certificate has it: /Name of the signature. */
  readonly name: string
  /** The claimed time of signing, kept in /M to the second. A time stamp (B-T) would prove it. */
  readonly signedAt: Date
  /** Unique in the file; default `Tanda Tangan 1`, 2 ... */
  readonly fieldName?: string
  /**
   * Where viewers show the signature, in points from the lower left of a page (from 0). The widget is transparent:
   * the typeset page already carries the signature block. Without it the widget has no size.
   */
  readonly placement?: { readonly page: number; readonly rect: readonly [number, number, number, number] }
  /** Bytes kept free for the CMS; the default leaves room for a time stamp to be added later. */
  readonly reserve?: number
}

/** Why a file could not be signed. */
export class SignPdfError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'SignPdfError'
  }
}

const DEFAULT_RESERVE = 8192
/** Wide enough for files up to 10 GB; replaced by the true offsets, padded with spaces. */
const OFFSET_PLACEHOLDER = 9_999_999_999
/** Print, so that the widget is a legal PDF/A annotation (ISO 19005-2, 6.3.2), and Locked. */
const WIDGET_FLAGS = 4 + 128

/**
 * Adds a PAdES B-B signature (ETSI EN 319 142-1) as an incremental update: what was there, earlier signatures
 * included, keeps its bytes.
 *
 * The form is written with LibPDF's objects rather than `pdf.sign()`, which would add unembedded Helvetica to a
 * PDF/A file, escape text twice and put the time in the CMS.
 * @throws SignPdfError when the file cannot be read or extended, the field exists, or the reserve is too small
 */
export async function signPdf(pdf: Uint8Array, signer: DocumentSigner, options: SignPdfOptions): Promise<Uint8Array> {
  const prepared = await appendEmptySignature(pdf, options)
  const signature = findLastSignature(prepared)
  if (!signature) throw new SignPdfError('The prepared signature was not found in the file')
  const { contentsStart, contentsEnd, byteRangeStart, byteRangeEnd } = signature
  const range = `[0 ${contentsStart} ${contentsEnd} ${prepared.length - contentsEnd}`
  prepared.write(`${range.padEnd(byteRangeEnd - byteRangeStart - 1)}]`, byteRangeStart, 'latin1')

  const { createDetachedCms } = await import('./cms.ts')
  const signed = Buffer.concat([prepared.subarray(0, contentsStart), prepared.subarray(contentsEnd)])
  const cms = await createDetachedCms(new Uint8Array(await crypto.subtle.digest('SHA-256', signed)), signer)
  const room = (contentsEnd - contentsStart - 2) / 2
  if (cms.length > room) throw new SignPdfError(`The signature needs ${cms.length} bytes, ${room} are reserved`)
  prepared.write(Buffer.from(cms).toString('hex').toUpperCase(), contentsStart + 1, 'latin1')
  return prepared
}

async function appendEmptySignature(pdf: Uint8Array, options: SignPdfOptions): Promise<Buffer> {
  const lib = await import('@libpdf/core')
  const { PDF, PdfArray, PdfDict, PdfName, PdfNumber, PdfRef, PdfStream, PdfString } = lib
  let document: Awaited<ReturnType<typeof PDF.load>>
  try {
    document = await PDF.load(Uint8Array.from(pdf))
  } catch (cause) {
    throw new SignPdfError('The file is not a readable PDF', { cause })
  }
  const blocker = document.canSaveIncrementally()
  if (blocker) throw new SignPdfError(`The file cannot be extended: ${blocker}`)
  const resolve = document.context.registry.resolve.bind(document.context.registry)
  // Always hexadecimal: a reason such as "/Contents <00>" must not look like a part of the dictionary to a scanner.
  const text = (value: string) => PdfString.fromBytes(Buffer.from(`\u{feff}${value}`, 'utf16le').swap16())
  const numbers = (values: readonly number[]) => new PdfArray(values.map((value) => PdfNumber.of(value)))

  const catalog = document.getCatalog()
  let form = catalog.getDict('AcroForm', resolve)
  if (!form) {
    form = PdfDict.of({ Fields: new PdfArray([]) })
    catalog.set('AcroForm', document.register(form))
  }
  // SignaturesExist and AppendOnly (ISO 32000-2, table 225).
  form.set('SigFlags', PdfNumber.of(3))
  const fields = form.getArray('Fields', resolve) ?? new PdfArray([])
  form.set('Fields', fields)
  const names = new Set<string>()
  for (let i = 0; i < fields.length; i++) {
    const field = fields.at(i, resolve)
    if (field instanceof PdfDict) names.add(field.getString('T')?.asString() ?? '')
  }
  const fieldName = options.fieldName ?? nextFieldName(names)
  if (names.has(fieldName)) throw new SignPdfError(`The file already has a field named ${fieldName}`)

  const page = document.getPages()[options.placement?.page ?? 0]
  if (!page) throw new SignPdfError('The file has no such page')
  const signature = document.register(
    PdfDict.of({
      Type: PdfName.of('Sig'),
      Filter: PdfName.of('Adobe.PPKLite'),
      SubFilter: PdfName.of('ETSI.CAdES.detached'),
      ByteRange: numbers([0, OFFSET_PLACEHOLDER, OFFSET_PLACEHOLDER, OFFSET_PLACEHOLDER]),
      Contents: PdfString.fromBytes(new Uint8Array(options.reserve ?? DEFAULT_RESERVE)),
      M: PdfString.fromString(pdfDate(options.signedAt)),
      Name: text(options.name),
      Reason: text(options.reason),
      Location: text(options.location),
    }),
  )
  const rect = options.placement?.rect ?? [0, 0, 0, 0]
  const widget = PdfDict.of({
    Type: PdfName.of('Annot'),
    Subtype: PdfName.of('Widget'),
    FT: PdfName.of('Sig'),
    T: text(fieldName),
    V: signature,
    F: PdfNumber.of(WIDGET_FLAGS),
    P: page.ref,
    Rect: numbers(rect),
  })
  if (options.placement) {
    // PDF/A wants an appearance for every annotation that has a size (ISO 19005-2, 6.3.3).
    const size = numbers([0, 0, rect[2] - rect[0], rect[3] - rect[1]])
    const empty = PdfStream.fromDict({ Type: PdfName.of('XObject'), Subtype: PdfName.of('Form'), BBox: size })
    widget.set('AP', PdfDict.of({ N: document.register(empty) }))
  }
  const widgetRef = document.register(widget)
  fields.push(widgetRef)
  const annotations = page.dict.getArray('Annots', resolve) ?? new PdfArray([])
  annotations.push(widgetRef)
  if (!(page.dict.get('Annots') instanceof PdfRef)) page.dict.set('Annots', annotations)
  return Buffer.from(await document.save({ incremental: true }))
}

function nextFieldName(names: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const name = `Tanda Tangan ${number}`
    if (!names.has(name)) return name
  }
}

/** `D:20261123034100Z` (ISO 32000-2, 7.9.4). */
function pdfDate(date: Date): string {
  return `D:${date.toISOString().slice(0, 19).replace(/[-T:]/g, '')}Z`
}
