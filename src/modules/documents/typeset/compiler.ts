import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { NodeCompiler, NodeError } from '@myriaddreamin/typst-ts-node-compiler'
import type { FontCoverage } from './printable-text.ts'

/** The Typst compiler with our fonts, and what those fonts can print. */
export interface Typesetter {
  readonly compiler: NodeCompiler
  /** Absolute path of `templates/`. */
  readonly workspace: string
  readonly coverage: FontCoverage
}

let typesetter: Promise<Typesetter> | undefined

/**
 * Loads the native compiler at the first call (about 0.3 s) and once for the process. A failed load is not kept,
 * so that a later call may succeed.
 */
export function getTypesetter(): Promise<Typesetter> {
  typesetter ??= load().catch((error: unknown) => {
    typesetter = undefined
    throw error
  })
  return typesetter
}

async function load(): Promise<Typesetter> {
  const workspace = templatesDirectory()
  const fonts = join(workspace, 'fonts')
  const files = (await readdir(fonts)).filter((file) => file.endsWith('.ttf')).sort()
  const [{ NodeCompiler }, coverage, ...fontBlobs] = await Promise.all([
    import('@myriaddreamin/typst-ts-node-compiler'),
    readFile(join(fonts, 'coverage.json'), 'utf8'),
    ...files.map((file) => readFile(join(fonts, file))),
  ])
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs }] })
  return { compiler, workspace, coverage: JSON.parse(coverage) }
}

/** Above this file, whether it runs from source or from the server bundle. */
function templatesDirectory(): string {
  for (let directory = import.meta.dirname; ; directory = dirname(directory)) {
    if (existsSync(join(directory, 'templates/lib/letter.typ'))) return join(directory, 'templates')
    if (directory === dirname(directory)) throw new Error(`No templates directory above ${import.meta.dirname}`)
  }
}

/** What the compiler has to say, one line a diagnostic: message, hints. */
export function describeDiagnostics(compiler: NodeCompiler, error: NodeError | null): string[] {
  if (error === null) return []
  return compiler.fetchDiagnostics(error).map((diagnostic: unknown) => {
    const { message, hints, path, range } = diagnostic as Record<string, unknown>
    const place = typeof path === 'string' && path ? ` (${path} ${JSON.stringify(range)})` : ''
    return `${String(message)}${place}${Array.isArray(hints) && hints.length > 0 ? `; ${hints.join('; ')}` : ''}`
  })
}
