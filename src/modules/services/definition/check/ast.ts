import { type ASTNode, Environment } from '@marcbachmann/cel-js'

export type Node = ASTNode

const reader = new Environment({ unlistedVariablesAreDyn: true, limits: { maxAstNodes: 2000, maxDepth: 80 } })
const read = new Map<string, Node | undefined>()
const remembered = 5000

/** The tree of an expression, or undefined when it cannot be read (its type check says why). */
export function treeOf(expression: string): Node | undefined {
  if (read.has(expression)) return read.get(expression)
  let tree: Node | undefined
  try {
    tree = reader.parse(expression).ast
  } catch {
    tree = undefined
  }
  if (read.size >= remembered) read.clear()
  read.set(expression, tree)
  return tree
}

export function childrenOf(node: Node): readonly Node[] {
  switch (node.op) {
    case 'value':
    case 'id':
      return []
    case '.':
    case '.?':
      return [node.args[0]]
    case 'call':
      return node.args[1]
    case 'rcall':
      return [node.args[1], ...node.args[2]]
    case 'map':
      return node.args.flat()
    case '!_':
    case '-_':
      return [node.args]
    default:
      return node.args as readonly Node[]
  }
}

/** "answers.area" for `answers.area` and `answers["area"]`; undefined for anything else. */
export function pathOf(node: Node): string | undefined {
  if (node.op === 'id') return node.args
  if (node.op === '.') {
    const root = pathOf(node.args[0])
    return root && `${root}.${node.args[1]}`
  }
  if (node.op === '[]' && node.args[1].op === 'value' && typeof node.args[1].args === 'string') {
    const root = pathOf(node.args[0])
    return root && `${root}.${node.args[1].args}`
  }
  return undefined
}

const comprehensions = new Set(['map', 'filter', 'all', 'exists', 'exists_one'])

export function isComprehension(node: Node): node is Extract<Node, { op: 'rcall' }> {
  return node.op === 'rcall' && comprehensions.has(node.args[0]) && node.args[2].length >= 2
}

/** Names that an expression reads: "answers.area", "today". Names bound inside the expression are left out. */
export function pathsIn(expression: string): string[] {
  const tree = treeOf(expression)
  return tree ? [...new Set(readPaths(tree, new Set()))] : []
}

function readPaths(node: Node, bound: ReadonlySet<string>): string[] {
  const path = pathOf(node)
  if (path !== undefined) return bound.has(path.split('.')[0] as string) ? [] : [path]
  if (isComprehension(node)) {
    const [, list, args] = node.args
    const name = args[0]?.op === 'id' ? args[0].args : ''
    const inner = new Set([...bound, name])
    return [...readPaths(list, bound), ...args.slice(1).flatMap((arg) => readPaths(arg, inner))]
  }
  return childrenOf(node).flatMap((child) => readPaths(child, bound))
}

/** How deep repetition stands in repetition; each level multiplies the work by the number of rows. */
export function repetitionDepth(node: Node): number {
  const below = Math.max(0, ...childrenOf(node).map(repetitionDepth))
  if (!isComprehension(node)) return below
  const [, list, args] = node.args
  return Math.max(repetitionDepth(list), 1 + Math.max(0, ...args.map(repetitionDepth)))
}

/** Numbers that stand in an expression as they are. */
export function figuresIn(node: Node): number[] {
  const own = node.op === 'value' && (typeof node.args === 'bigint' || typeof node.args === 'number')
  return own ? [Number(node.args)] : childrenOf(node).flatMap(figuresIn)
}
