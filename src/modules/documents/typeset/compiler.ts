import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { NodeCompiler, NodeError } from '@myriaddreamin/typst-ts-node-compiler'
import type { FontCoverage } from './printable-text.ts'

/** What documents are set with, as far as it can be known without a compiler. */
export interface Typecase {
  /** Root of the compiler's files: `templates/`, or a folder that is on no disk. */
  readonly workspace: string
  /** What the fonts can print. */
  readonly coverage: FontCoverage
  /** Bodies of official letters that come with the program. */
  readonly shipped: ReadonlySet<string>
}

/** The Typst compiler with our fonts. */
export interface Typesetter extends Typecase {
  readonly compiler: NodeCompiler
}

let typecase: Promise<Typecase> | undefined

/** Read once for the process. */
export function getTypecase(): Promise<Typecase> {
  typecase ??= readTypecase(templatesDirectory()).catch((error: unknown) => {
    typecase = undefined
    throw error
  })
  return typecase
}

async function readTypecase(templates: string): Promise<Typecase> {
  const [coverage, bodies] = await Promise.all([
    readFile(join(templates, 'fonts/coverage.json'), 'utf8'),
    readShippedBodies(templates),
  ])
  return { workspace: templates, coverage: JSON.parse(coverage), shipped: new Set(bodies.values()) }
}

let typesetter: Promise<Typesetter> | undefined

/**
 * Loads the native compiler at the first call (about 0.3 s) and once for the process. A failed load is not kept,
 * so that a later call may succeed.
 */
export function getTypesetter(): Promise<Typesetter> {
  typesetter ??= load(templatesDirectory()).catch((error: unknown) => {
    typesetter = undefined
    throw error
  })
  return typesetter
}

/** On no disk: whatever a body names there is not found, but what we put there. */
const nowhere = '/balai-naskah'

/** A compiler that has no file but those that an official letter is made of, for text that staff wrote. */
export async function loadIsolatedTypesetter(): Promise<Typesetter> {
  const templates = templatesDirectory()
  const isolated = await load(templates, nowhere)
  for (const file of ['official-letter.typ', ...(await typstFiles(templates, 'lib'))]) {
    isolated.compiler.mapShadow(join(nowhere, file), await readFile(join(templates, file)))
  }
  return isolated
}

async function load(templates: string, workspace: string = templates): Promise<Typesetter> {
  const fonts = join(templates, 'fonts')
  const files = (await readdir(fonts)).filter((file) => file.endsWith('.ttf')).sort()
  const [{ NodeCompiler }, known, ...fontBlobs] = await Promise.all([
    import('@myriaddreamin/typst-ts-node-compiler'),
    readTypecase(templates),
    ...files.map((file) => readFile(join(fonts, file))),
  ])
  return { ...known, workspace, compiler: NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs }] }) }
}

/** Bodies of the built-in templates, `templates/naskah/<key>.typ`, by key. */
export async function readShippedBodies(templates = templatesDirectory()): Promise<Map<string, string>> {
  const files = await typstFiles(templates, 'naskah')
  const read = files.map(async (file): Promise<[string, string]> => {
    const key = file.slice('naskah/'.length, -'.typ'.length)
    return [key, await readFile(join(templates, file), 'utf8')]
  })
  return new Map(await Promise.all(read))
}

async function typstFiles(templates: string, folder: string): Promise<string[]> {
  const files = (await readdir(join(templates, folder))).filter((file) => file.endsWith('.typ')).sort()
  return files.map((file) => `${folder}/${file}`)
}

/** Above this file, whether it runs from source or from the server bundle. */
function templatesDirectory(): string {
  for (let directory = import.meta.dirname; ; directory = dirname(directory)) {
    if (existsSync(join(directory, 'templates/lib/letter.typ'))) return join(directory, 'templates')
    if (directory === dirname(directory)) throw new Error(`No templates directory above ${import.meta.dirname}`)
  }
}

/** One thing that the compiler has to say. Lines and columns are counted from 0. */
export interface Diagnostic {
  readonly message: string
  readonly hints: readonly string[]
  readonly path: string
  readonly start?: { readonly line: number; readonly character: number } | undefined
  readonly end?: { readonly line: number; readonly character: number } | undefined
}

export function readDiagnostics(compiler: NodeCompiler, error: NodeError | null): Diagnostic[] {
  if (error === null) return []
  return compiler.fetchDiagnostics(error).map((diagnostic: unknown) => {
    const { message, hints, path, range } = diagnostic as Record<string, unknown>
    return {
      message: String(message),
      hints: Array.isArray(hints) ? hints.map(String) : [],
      path: typeof path === 'string' ? path : '',
      ...(range as Pick<Diagnostic, 'start' | 'end'> | null),
    }
  })
}

/** One line a diagnostic: message, place, hints. */
export function describeDiagnostic({ message, hints, path, start }: Diagnostic): string {
  const place = path ? ` (${path}${start ? ` ${start.line + 1}:${start.character + 1}` : ''})` : ''
  return `${message}${place}${hints.length > 0 ? `; ${hints.join('; ')}` : ''}`
}
