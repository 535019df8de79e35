import { nodesOf, type SourceFile, type SyntaxNode } from './source-tree.ts'
import type { Check } from './violation.ts'

const domainFile = /^src\/modules\/[^/]+\/(domain\.ts|domain\/.+\.ts)$/
const io =
  /^(node:|kysely|pg$|pg-|fastify|@fastify|graphile-worker|better-auth|nodemailer|flydrive|pino|sharp|@aws-sdk)/

/** Rules of an office are computed from what they are given: no database, no network, no clock, no dice. */
export const pureDomain: Check = (tree) => {
  const byPath = new Map(tree.sources.map((file) => [file.path, file]))
  return tree.sources
    .filter((file) => domainFile.test(file.path) && !file.isTest)
    .flatMap((file) => [...impureImports(file, byPath), ...impureCalls(file)])
}

function impureImports(file: SourceFile, byPath: ReadonlyMap<string, SourceFile>): ReturnType<Check> {
  return file.imports.flatMap((item) => {
    if (item.typeOnly) return []
    const way = wayToIo(item.target, item.names, byPath, new Set())
    if (!way) return []
    const message =
      way.length > 1 ? `reaches ${way.at(-1)} through ${way.slice(0, -1).join(', ')}` : `imports ${way[0]}`
    return [{ file: file.path, line: item.line, message: `${message}; domain code does no input or output` }]
  })
}

/** Follows value imports to the first package that does input or output. Barrels are followed by name. */
function wayToIo(
  target: string,
  names: readonly string[] | undefined,
  byPath: ReadonlyMap<string, SourceFile>,
  seen: Set<string>,
): string[] | undefined {
  if (io.test(target)) return [target]
  const file = byPath.get(target)
  if (!file) return undefined
  const wanted = names && isBarrel(file) ? names : undefined
  const key = `${target} ${wanted?.join() ?? '*'}`
  if (seen.has(key)) return undefined
  seen.add(key)
  if (/^src\/kernel\/(db|http)\//.test(target)) return [target]
  const next = wanted
    ? file.reExports
        .filter((item) => item.name === undefined || wanted.includes(item.name))
        .map((item) => ({ target: item.target, names: item.name === undefined ? wanted : [item.name] }))
    : file.imports.filter((item) => !item.typeOnly)
  for (const item of next) {
    const way = wayToIo(item.target, item.names, byPath, seen)
    if (way) return [target, ...way]
  }
  return undefined
}

function isBarrel(file: SourceFile): boolean {
  const body = file.program['body'] as readonly SyntaxNode[]
  return body.every((node) => /^Export(Named|All)Declaration$/.test(node.type) && node['source'] != null)
}

function impureCalls(file: SourceFile): ReturnType<Check> {
  const found: ReturnType<Check> = []
  for (const node of nodesOf(file.program)) {
    const what = impurity(node, file.text)
    if (what)
      found.push({ file: file.path, line: file.lineAt(node.start), message: `uses ${what}; take it as a parameter` })
  }
  return found
}

function impurity(node: SyntaxNode, text: string): string | undefined {
  if (node.type === 'NewExpression') {
    const source = text.slice(node.start, node.end)
    return /^new\s+Date\s*(\(\s*\))?$/.test(source) ? 'new Date() without a time' : undefined
  }
  if (node.type === 'Identifier' && node['name'] === 'systemClock') return 'systemClock'
  if (node.type !== 'MemberExpression') return undefined
  const source = text.slice(node.start, node.end).replace(/\s/g, '')
  return ['Date.now', 'Math.random', 'Temporal.Now', 'performance.now', 'process.env', 'crypto.randomUUID'].find(
    (name) => source === name || source === `globalThis.${name}`,
  )
}
