import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { type Diagnostic, describeDiagnostic, readDiagnostics, type Typecase, type Typesetter } from './compiler.ts'
import type { OfficialLetterData } from './official-letter-data.ts'
import { present } from './present/present.ts'
import { createTextPrinter, type FontCoverage, type TextPrinter } from './printable-text.ts'
import type { TemplateData, TemplateName } from './template-data.ts'
import { type SourceFault, TypesetError } from './typeset-error.ts'

/** `a-2a`: archival, tagged (ISO 19005-2, level A). `a-3a`: the same with attachments. `ua-1`: accessible (ISO 14289-1). */
export type PdfStandard = 'a-2a' | 'a-3a' | 'ua-1'

export interface TypesetOptions {
  /** Default `a-2a`. */
  readonly standard?: PdfStandard
  /** Creation date in the file's metadata; the same data and moment give the same bytes. */
  readonly now: Date
  /** What `pageFile` made of the same data, where it is at hand. */
  readonly page?: string | undefined
}

/** What the XMP metadata must say for each standard, in the order the exporter writes it. */
const CLAIMS: Readonly<Record<PdfStandard, readonly string[]>> = {
  'a-2a': ['<pdfaid:part>2</pdfaid:part>', '<pdfaid:conformance>A</pdfaid:conformance>'],
  'a-3a': ['<pdfaid:part>3</pdfaid:part>', '<pdfaid:conformance>A</pdfaid:conformance>'],
  'ua-1': ['<pdfuaid:part>1</pdfuaid:part>'],
}

/** Generations of unused layout kept in the compiler's cache, in documents. */
const CACHE_AGE = 10

/** A document of more pages was not made for people. */
const MOST_PAGES = 400

/** Data to the bytes of a PDF, in this process. @throws TypesetError */
export function compilePdf<Name extends TemplateName>(
  typesetter: Typesetter,
  template: Name,
  data: TemplateData[Name],
  options: TypesetOptions,
): Buffer {
  const standard = options.standard ?? 'a-2a'
  const document = compile(typesetter, template, data, options.page)
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

/** Data to one SVG, its pages below each other, in this process. @throws TypesetError */
export function compileSvg<Name extends TemplateName>(
  typesetter: Typesetter,
  template: Name,
  data: TemplateData[Name],
  page?: string,
): string {
  const svg = typesetter.compiler.plainSvg(compile(typesetter, template, data, page))
  typesetter.compiler.evictCache(CACHE_AGE)
  return svg
}

/**
 * What Typst reads of a document: its words as they are printed, as a file of JSON. Typst makes text of it and never reads
 * it as markup.
 */
export function pageFile<Name extends TemplateName>(
  typecase: Typecase,
  template: Name,
  data: TemplateData[Name],
): string {
  const printer = printerOf(typecase)
  const presented = mapStrings(present(template, data), (text) => printer.print(text)) as object
  if (template !== 'official-letter') return JSON.stringify(presented)
  return JSON.stringify({ ...presented, body: bodyPath((data as OfficialLetterData).source) })
}

/** Data to laid-out pages. Synchronous, so that documents never mix. */
export function compile<Name extends TemplateName>(
  typesetter: Typesetter,
  template: Name,
  data: TemplateData[Name],
  page = pageFile(typesetter, template, data),
): NodeTypstDocument {
  const body = template === 'official-letter' ? placeBody(typesetter, (data as OfficialLetterData).source) : undefined
  const execution = setPages(typesetter, template, page)
  const document = execution.result
  if (!document) {
    const diagnostics = readDiagnostics(typesetter.compiler, execution.takeError())
    const faults = body ? sourceFaults(diagnostics, join(typesetter.workspace, body)) : undefined
    throw new TypesetError(template, diagnostics.map(describeDiagnostic), { faults })
  }
  if (document.numOfPages > MOST_PAGES) {
    throw new TypesetError(template, [`${document.numOfPages} pages`], { refusal: 'too-many-pages' })
  }
  return document
}

/**
 * Sets the words of a page file. What stands alone bears no page number, and pages that do not ask how many there are take
 * Typst half as long: they are numbered in a second turn, where there are several.
 */
export function setPages(
  { compiler, workspace }: Pick<Typesetter, 'compiler' | 'workspace'>,
  template: string,
  page: string,
) {
  const set = (words: string) => {
    compiler.mapShadow(join(workspace, 'document.json'), Buffer.from(words))
    return compiler.compile({ mainFilePath: join(workspace, `${template}.typ`) })
  }
  const execution = set(page)
  const isOne = (execution.result?.numOfPages ?? 1) === 1
  return isOne ? execution : set(page.replace(/\}$/, ',"numbered":true}'))
}

/** What every body begins with: one line, so that its own first line is the second. */
export const PREAMBLE = '#import "/lib/naskah.typ": *\n'
export const bodyPath = (source: string) => `/isi/${createHash('sha256').update(source).digest('hex').slice(0, 24)}.typ`
const placed = new WeakMap<Typesetter, Map<string, string>>()
const MOST_PLACED = 60

/** Makes a body a file that the compiler finds. @returns its path from the root */
function placeBody(typesetter: Typesetter, source: string): string {
  const bodies = placed.get(typesetter) ?? new Map<string, string>()
  placed.set(typesetter, bodies)
  let path = bodies.get(source)
  if (path === undefined) {
    for (const [oldest, oldPath] of bodies) {
      if (bodies.size < MOST_PLACED) break
      typesetter.compiler.unmapShadow(join(typesetter.workspace, oldPath))
      bodies.delete(oldest)
    }
    path = bodyPath(source)
    typesetter.compiler.mapShadow(join(typesetter.workspace, path), Buffer.from(PREAMBLE + source))
    bodies.set(source, path)
  }
  return path
}

/** Faults at their lines of the body: where it is at fault itself, else where it called what failed. */
function sourceFaults(diagnostics: readonly Diagnostic[], path: string): SourceFault[] {
  const [first] = diagnostics
  const here = diagnostics.find((diagnostic) => diagnostic.path === path && diagnostic.start)
  const own = diagnostics.filter((one) => one.path === path && !one.message.startsWith('while '))
  const found = own.length > 0 ? own : first ? [{ ...first, start: here?.start, end: here?.end }] : []
  return found.map(({ message, hints, start, end }) => ({
    message: [message, ...hints].join('; '),
    // The preamble is line 0.
    ...(start ? { line: Math.max(1, start.line), column: start.character + 1 } : {}),
    ...(end ? { endLine: Math.max(1, end.line), endColumn: end.character + 1 } : {}),
  }))
}

const printers = new WeakMap<FontCoverage, TextPrinter>()

export function printerOf({ coverage }: Typecase): TextPrinter {
  let printer = printers.get(coverage)
  if (!printer) {
    printer = createTextPrinter(coverage)
    printers.set(coverage, printer)
  }
  return printer
}

/** Drawing data that is not text on the page. */
const DRAWINGS = new Set(['path', 'crest', 'emblem', 'picture', 'colors'])

export function mapStrings(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, change))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, DRAWINGS.has(key) ? item : mapStrings(item, change)]),
  )
}
