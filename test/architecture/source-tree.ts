import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { parseSync } from 'oxc-parser'
import type { ModuleEntry } from '../../src/modules/map.ts'

export interface SyntaxNode {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [key: string]: unknown
}

export interface ImportedFile {
  /** Project path such as "src/kernel/ids.ts", or the name of a package or of a part of Node. */
  readonly target: string
  readonly line: number
  readonly typeOnly: boolean
  /** What is imported by name; undefined when all of it is. */
  readonly names: readonly string[] | undefined
}

export interface ReExport {
  /** Undefined for `export *`. */
  readonly name: string | undefined
  readonly target: string
}

export interface SourceFile {
  readonly path: string
  readonly text: string
  readonly isTest: boolean
  readonly program: SyntaxNode
  readonly imports: readonly ImportedFile[]
  readonly reExports: readonly ReExport[]
  readonly comments: readonly { readonly text: string; readonly line: number }[]
  readonly problems: readonly string[]
  lineAt(offset: number): number
}

export interface TextFile {
  readonly path: string
  readonly text: string
}

/** What the rules look at. */
export interface SourceTree {
  readonly map: readonly ModuleEntry[]
  readonly sources: readonly SourceFile[]
  readonly sql: readonly TextFile[]
  /** Every file, also those that are neither. */
  readonly paths: readonly string[]
  readonly texts: ReadonlyMap<string, string>
}

const parsed = /\.(ts|tsx|mjs)$/
const counted = /\.(ts|tsx|mjs|sql|css)$/
const roots = ['src', 'test', 'bench', 'bin']

/** The tree below `root` as it is on disk. */
export function readTree(root: string, map: readonly ModuleEntry[]): SourceTree {
  const paths = roots.flatMap((folder) => listFiles(root, folder))
  return makeTree(
    paths.map((path) => ({ path, text: counted.test(path) ? readFileSync(join(root, path), 'utf8') : '' })),
    map,
  )
}

export function makeTree(files: readonly TextFile[], map: readonly ModuleEntry[]): SourceTree {
  return {
    map,
    sources: files.filter(({ path }) => parsed.test(path)).map(({ path, text }) => parseSource(path, text)),
    sql: files.filter(({ path }) => path.endsWith('.sql')),
    paths: files.map(({ path }) => path),
    texts: new Map(files.map(({ path, text }) => [path, text])),
  }
}

function listFiles(root: string, folder: string): string[] {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true })
      .filter((entry) => entry.name !== 'node_modules')
      .flatMap((entry) => {
        const path = `${folder}/${entry.name}`
        return entry.isDirectory() ? listFiles(root, path) : [path]
      })
      .sort()
  } catch {
    return []
  }
}

/** Tests, and what only tests use. */
export function isTestPath(path: string): boolean {
  return /^(test|bench)\/|\.test\.tsx?$|\/testing\/|\/testing(-[a-z-]+)?\.tsx?$/.test(path)
}

export function parseSource(path: string, text: string): SourceFile {
  const result = parseSync(path, text)
  const lineStarts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1)
  const lineAt = (offset: number) => {
    let low = 0
    let high = lineStarts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((lineStarts[middle] as number) <= offset) low = middle
      else high = middle - 1
    }
    return low + 1
  }
  const imports: ImportedFile[] = []
  const reExports: ReExport[] = []
  const program = result.program as unknown as SyntaxNode
  for (const item of result.module.staticImports) {
    imports.push({
      target: resolveImport(path, item.moduleRequest.value),
      line: lineAt(item.start),
      typeOnly: item.entries.length > 0 && item.entries.every((entry) => entry.isType),
      names: item.entries.every((entry) => entry.importName.kind === 'Name')
        ? item.entries.filter((entry) => !entry.isType).map((entry) => entry.importName.name ?? '')
        : undefined,
    })
  }
  for (const item of result.module.staticExports) {
    const entries = item.entries.filter((entry) => entry.moduleRequest)
    if (!entries[0]?.moduleRequest) continue
    const target = resolveImport(path, entries[0].moduleRequest.value)
    const values = entries.filter((entry) => !entry.isType)
    const whole = entries.some((entry) => entry.importName.kind !== 'Name')
    imports.push({
      target,
      line: lineAt(item.start),
      typeOnly: values.length === 0,
      names: whole ? undefined : values.map((entry) => entry.importName.name ?? ''),
    })
    if (whole) reExports.push({ name: undefined, target })
    else for (const entry of values) reExports.push({ name: entry.exportName.name ?? '', target })
  }
  for (const node of nodesOf(program)) {
    const source =
      node.type === 'ImportExpression' ? node['source'] : node.type === 'TSImportType' ? node['source'] : undefined
    const specifier = literalText(source)
    if (specifier === undefined) continue
    imports.push({
      target: resolveImport(path, specifier),
      line: lineAt(node.start),
      typeOnly: node.type === 'TSImportType',
      names: undefined,
    })
  }
  return {
    path,
    text,
    isTest: isTestPath(path),
    program,
    imports,
    reExports,
    comments: result.comments.map((comment) => ({ text: comment.value, line: lineAt(comment.start) })),
    problems: result.errors.map((error) => error.message),
    lineAt,
  }
}

function resolveImport(from: string, specifier: string): string {
  if (specifier.startsWith('.')) return posix.normalize(posix.join(posix.dirname(from), specifier))
  return specifier.replace(/^#(kernel|ui|modules|services)\//, 'src/$1/')
}

const nodeLists = new WeakMap<SyntaxNode, readonly SyntaxNode[]>()

/** Every node of a syntax tree, outer before inner; walked once, because every rule asks. */
export function nodesOf(root: SyntaxNode): readonly SyntaxNode[] {
  const known = nodeLists.get(root)
  if (known) return known
  const found: SyntaxNode[] = []
  const visit = (node: SyntaxNode): void => {
    found.push(node)
    for (const key in node) {
      const value = node[key]
      if (typeof value !== 'object' || value === null) continue
      if (!Array.isArray(value)) {
        if (isNode(value)) visit(value)
      } else for (const item of value) if (isNode(item)) visit(item)
    }
  }
  visit(root)
  nodeLists.set(root, found)
  return found
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
}

/** The text of a string or template literal, with `$` where an expression stands. */
export function literalText(node: unknown): string | undefined {
  if (!isNode(node)) return undefined
  if (node.type === 'Literal' && typeof node['value'] === 'string') return node['value']
  if (node.type !== 'TemplateLiteral') return undefined
  const quasis = node['quasis'] as readonly { value: { cooked: string | null; raw: string } }[]
  return quasis.map((quasi) => quasi.value.cooked ?? quasi.value.raw).join('$')
}

/** Last name of what is called: `insertInto` of `tx.insertInto(...)`. */
export function calledName(node: SyntaxNode): string | undefined {
  const callee = node['callee']
  if (!isNode(callee)) return undefined
  if (callee.type === 'Identifier') return String(callee['name'])
  const property = callee['property']
  return callee.type === 'MemberExpression' && isNode(property) ? String(property['name']) : undefined
}

/** The module that a path belongs to, when it belongs to one. */
export function moduleOf(path: string): string | undefined {
  return /^src\/modules\/([^/]+)\//.exec(path)?.[1]
}
