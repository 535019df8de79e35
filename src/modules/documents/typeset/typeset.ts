import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { describeDiagnostics, getTypesetter, type Typesetter } from './compiler.ts'
import { present } from './present/present.ts'
import { createTextPrinter, type TextPrinter } from './printable-text.ts'
import type { TemplateData, TemplateName } from './template-data.ts'

/** `a-2a`: archival, tagged (ISO 19005-2, level A). `a-3a`: the same with attachments. `ua-1`: accessible (ISO 14289-1). */
export type PdfStandard = 'a-2a' | 'a-3a' | 'ua-1'

export interface TypesetOptions {
  /** Default `a-2a`. */
  readonly standard?: PdfStandard
  /** Creation date in the file's metadata; the same data and moment give the same bytes. */
  readonly now: Date
}

/** A template could not be compiled or exported; `diagnostics` are the compiler's own words. */
export class TypesetError extends Error {
  readonly template: string
  readonly diagnostics: readonly string[]

  constructor(template: string, diagnostics: readonly string[], options?: ErrorOptions) {
    super(`Template ${template} could not be typeset: ${diagnostics.join(' | ') || 'no diagnostics'}`, options)
    this.name = 'TypesetError'
    this.template = template
    this.diagnostics = diagnostics
  }
}

/** What the XMP metadata must say for each standard, in the order the exporter writes it. */
const CLAIMS: Readonly<Record<PdfStandard, readonly string[]>> = {
  'a-2a': ['<pdfaid:part>2</pdfaid:part>', '<pdfaid:conformance>A</pdfaid:conformance>'],
  'a-3a': ['<pdfaid:part>3</pdfaid:part>', '<pdfaid:conformance>A</pdfaid:conformance>'],
  'ua-1': ['<pdfuaid:part>1</pdfuaid:part>'],
}

/** Generations of unused layout kept in the compiler's cache, in documents. */
const CACHE_AGE = 10

/**
 * Typesets a document as PDF.
 * @throws TypesetError when the template fails, or the file does not conform to the standard asked for.
 */
export async function typeset<Name extends TemplateName>(
  template: Name,
  data: TemplateData[Name],
  options: TypesetOptions,
): Promise<Uint8Array> {
  const standard = options.standard ?? 'a-2a'
  const typesetter = await getTypesetter()
  // The native memory of earlier documents is freed between turns of the event loop: a batch must let it turn.
  await setImmediate()
  const document = compile(typesetter, template, data)
  let pdf: Buffer
  try {
    pdf = typesetter.compiler.pdf(document, {
      pdfStandard: standard,
      creationTimestamp: Math.floor(options.now.getTime() / 1000),
    })
  } catch (error) {
    throw new TypesetError(template, [error instanceof Error ? error.message : String(error)], { cause: error })
  } finally {
    typesetter.compiler.evictCache(CACHE_AGE)
  }
  const missing = CLAIMS[standard].filter((claim) => !pdf.includes(claim))
  if (missing.length > 0) throw new TypesetError(template, [`The file lacks ${missing.join(', ')} in its metadata`])
  return pdf
}

/**
 * The letters in a document's data that the fonts cannot print and that would appear as empty boxes, such as Arabic
 * or Javanese script. A command that issues a document should refuse it, or ask, when there are any.
 */
export async function findUnprintable<Name extends TemplateName>(
  template: Name,
  data: TemplateData[Name],
): Promise<string[]> {
  const { coverage } = await getTypesetter()
  const printer = createTextPrinter(coverage)
  const found = new Set<string>()
  mapStrings(present(template, data), (text) => {
    for (const letter of printer.findUnprintable(text)) found.add(letter)
    return text
  })
  return [...found]
}

/** Shared by `typeset` and `preview`: data to laid-out pages. Synchronous, so that documents never mix. */
export function compile<Name extends TemplateName>(
  typesetter: Typesetter,
  template: Name,
  data: TemplateData[Name],
): NodeTypstDocument {
  const printer = createPrinterOnce(typesetter)
  const presented = mapStrings(present(template, data), (text) => printer.print(text))
  // The data travels as a JSON string in sys.inputs: Typst makes text of it and never reads it as markup.
  const execution = typesetter.compiler.compile({
    mainFilePath: join(typesetter.workspace, `${template}.typ`),
    inputs: { data: JSON.stringify(presented) },
  })
  const document = execution.result
  if (!document) {
    throw new TypesetError(template, describeDiagnostics(typesetter.compiler, execution.takeError()))
  }
  return document
}

const printers = new WeakMap<Typesetter, TextPrinter>()

function createPrinterOnce(typesetter: Typesetter): TextPrinter {
  let printer = printers.get(typesetter)
  if (!printer) {
    printer = createTextPrinter(typesetter.coverage)
    printers.set(typesetter, printer)
  }
  return printer
}

/** Drawing data that is not text on the page. */
const DRAWINGS = new Set(['path', 'crest', 'colors'])

function mapStrings(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, change))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, DRAWINGS.has(key) ? item : mapStrings(item, change)]),
  )
}
