import { schemaOf } from '../../src/modules/sources.ts'
import {
  calledName,
  isNode,
  literalText,
  nodesOf,
  type SourceFile,
  type SourceTree,
  type SyntaxNode,
} from './source-tree.ts'

/** One use of a table, or of something that writes. */
export interface TableUse {
  readonly kind: 'read' | 'write'
  readonly schema: string
  readonly table: string
  readonly line: number
}

export interface SqlText {
  readonly text: string
  readonly line: number
}

const writers = new Set(['insertInto', 'updateTable', 'deleteFrom', 'mergeInto', 'replaceInto'])
const readers = /^(selectFrom|from|using|(inner|left|right|full|cross)Join(Lateral)?|table)$/
const looksLikeSql =
  /^\s*(with\s|select\s|insert\s+into\s|update\s+[a-z_."]+\s+(set|as\s)|delete\s+from\s|truncate\s|merge\s+into\s|copy\s+[a-z_."]+[\s(])/i

export const kernelSchemas: readonly string[] = ['kernel', 'journal', 'graphile_worker']

export function schemasOf(tree: SourceTree): string[] {
  return [...kernelSchemas, ...tree.map.map((entry) => schemaOf(entry.name))]
}

/** SQL written as text: sql`...`, query('...'), and any text that begins like a statement. */
export function sqlTexts(file: SourceFile): SqlText[] {
  const found = new Map<number, SqlText>()
  const keep = (node: unknown, always: boolean) => {
    const text = literalText(node)
    if (text === undefined || !isNode(node) || found.has(node.start)) return
    if (always || looksLikeSql.test(text)) found.set(node.start, { text, line: file.lineAt(node.start) })
  }
  for (const node of nodesOf(file.program)) {
    if (node.type === 'TaggedTemplateExpression' && tagName(node) === 'sql') keep(node['quasi'], true)
    else if (node.type === 'CallExpression' && ['query', 'raw'].includes(calledName(node) ?? ''))
      keep(firstArgument(node), true)
    else keep(node, false)
  }
  return [...found.values()]
}

function tagName(node: SyntaxNode): string | undefined {
  const tag = node['tag']
  return isNode(tag) && tag.type === 'Identifier' ? String(tag['name']) : undefined
}

function firstArgument(node: SyntaxNode): unknown {
  return (node['arguments'] as readonly unknown[])[0]
}

/** Calls of the query builder that write, whatever the table. */
export function builderWrites(file: SourceFile): { readonly call: string; readonly line: number }[] {
  const found: { call: string; line: number }[] = []
  for (const node of nodesOf(file.program)) {
    if (node.type !== 'CallExpression') continue
    const call = calledName(node) ?? ''
    if (writers.has(call)) found.push({ call, line: file.lineAt(node.end) })
  }
  return found
}

/** Tables named in the query builder and in SQL text. */
export function tableUses(file: SourceFile, schemas: readonly string[]): TableUse[] {
  const found: TableUse[] = []
  for (const node of nodesOf(file.program)) {
    if (node.type !== 'CallExpression') continue
    const call = calledName(node) ?? ''
    const kind = writers.has(call) ? 'write' : readers.test(call) ? 'read' : undefined
    if (!kind) continue
    const first = firstArgument(node)
    const tables =
      isNode(first) && first.type === 'ArrayExpression' ? (first['elements'] as readonly unknown[]) : [first]
    for (const item of tables) {
      const [, schema, table] = /^([a-z_-]+)\.(\w+)(?:\s+as\s+\w+)?$/.exec(literalText(item) ?? '') ?? []
      if (schema && table && schemas.includes(schema))
        found.push({ kind, schema, table, line: file.lineAt((item as SyntaxNode).start) })
    }
  }
  for (const { text, line } of sqlTexts(file)) found.push(...tablesInSql(text, schemas, line))
  return found
}

/** @param line where `text` begins */
export function tablesInSql(text: string, schemas: readonly string[], line = 1): TableUse[] {
  const plain = text.replace(/--[^\n]*/g, (comment) => ' '.repeat(comment.length))
  const name = `"?(${schemas.join('|')})"?\\."?(\\w+)"?`
  const write = new RegExp(
    `\\b(?:insert\\s+into|update(?:\\s+only)?|delete\\s+from(?:\\s+only)?|truncate(?:\\s+table)?|merge\\s+into|copy|(?:alter|drop|create)\\s+(?:table|view)(?:\\s+if(?:\\s+not)?\\s+exists)?)\\s+${name}`,
    'gi',
  )
  const read = new RegExp(
    `\\b(?:from|join|using)\\s+(?:only\\s+)?${name}|(?<=\\bfrom\\s+[\\w."]+(?:\\s+(?:as\\s+)?\\w+)?\\s*,\\s*)${name}`,
    'gi',
  )
  const found: TableUse[] = []
  const written: number[] = []
  const add = (kind: TableUse['kind'], match: RegExpMatchArray, at: number) => {
    const [schema, table] = match.slice(1).filter(Boolean)
    const lines = plain.slice(0, at).split('\n').length - 1
    found.push({ kind, schema: (schema ?? '').toLowerCase(), table: table ?? '', line: line + lines })
  }
  for (const match of plain.matchAll(write)) {
    written.push(match.index + match[0].length)
    add('write', match, match.index + match[0].length)
  }
  for (const match of plain.matchAll(read)) {
    const end = match.index + match[0].length
    if (!written.includes(end)) add('read', match, end)
  }
  return found
}
