import type { ASTNode } from '@marcbachmann/cel-js'

/** A node of a parsed expression, before its types are known. */
export type Node = ASTNode

const loops = new Set(['all', 'exists', 'exists_one', 'map', 'filter'])

/** What an expression asks for: fields of the form and facts of registers. */
export interface References {
  readonly answers: ReadonlySet<string>
  readonly known: ReadonlySet<string>
  /** Why the names cannot all be told, when one is not written out. */
  readonly unclear: string | undefined
}

const factFunctions = new Set(['fact', 'holds', 'list'])

/** The names an expression refers to, so that only these facts travel to a browser. */
export function referencesOf(ast: Node): References {
  const answers = new Set<string>()
  const known = new Set<string>()
  let unclear: string | undefined
  const visit = (node: Node): void => {
    const name = namedPart(node)
    if (name) {
      ;(name.of === 'answers' ? answers : known).add(name.key)
      return
    }
    if (node.op === 'id' && (node.args === 'answers' || node.args === 'known')) {
      unclear = `names "${node.args}" as a whole; name the part of it`
    }
    for (const child of childrenOf(node)) visit(child)
  }
  visit(ast)
  return { answers, known, unclear }
}

function namedPart(node: Node): { of: 'answers' | 'known'; key: string } | undefined {
  if (node.op === '.' || node.op === '[]') {
    const [left, right] = node.args as [Node, Node | string]
    const key = typeof right === 'string' ? right : right.op === 'value' ? right.args : undefined
    if (left.op !== 'id' || (left.args !== 'answers' && left.args !== 'known')) return undefined
    return typeof key === 'string' ? { of: left.args, key } : undefined
  }
  if (node.op === 'call') {
    const [name, [first, second]] = node.args as [string, Node[]]
    if (!factFunctions.has(name) || first?.op !== 'id' || first.args !== 'known') return undefined
    return second?.op === 'value' && typeof second.args === 'string' ? { of: 'known', key: second.args } : undefined
  }
  return undefined
}

export function childrenOf(node: Node): Node[] {
  if (node.op === 'value' || node.op === 'id') return []
  const collect = (part: unknown): Node[] => {
    if (Array.isArray(part)) return part.flatMap(collect)
    return typeof part === 'object' && part !== null && 'op' in part ? [part as Node] : []
  }
  return collect(node.args)
}

/** Calls of `total` and `totalInt` on rows of a field, so that the column can be held against the form. */
export function totalsIn(ast: Node): { field: string; column: string; node: Node }[] {
  const found: { field: string; column: string; node: Node }[] = []
  const visit = (node: Node): void => {
    if (node.op === 'call') {
      const [name, [rows, column]] = node.args as [string, Node[]]
      const part = rows && namedPart(rows)
      if ((name === 'total' || name === 'totalInt') && part?.of === 'answers' && column?.op === 'value') {
        found.push({ field: part.key, column: String(column.args), node })
      }
    }
    for (const child of childrenOf(node)) visit(child)
  }
  visit(ast)
  return found
}

/** How large a value can become and how many steps it takes, at the very most. */
interface Size {
  readonly length: number
  /** Weight of one element. */
  readonly each: number
  readonly weight: number
}

const one: Size = { length: 1, each: 1, weight: 1 }
const elementOf = (size: Size): Size => ({ length: size.each, each: size.each, weight: size.each })
/** Two hundred rows compared with each other twice. Some thousandths of a second. */
const mostSteps = 500_000

/**
 * What stops an expression that never ends. CEL has no recursion and no endless loop, but loops in loops over lists
 * that double (`[x].map(y, y + y)` some forty times over) would run for years. So every expression is weighed before
 * it is published, with every list as long as the form lets it be; patterns that can backtrack do not exist at all.
 * @returns what is wrong, or undefined
 */
export function weigh(ast: Node, rowsOf: (field: string) => number): { fault: string; node: Node } | undefined {
  let steps = 0
  let fault: { fault: string; node: Node } | undefined
  const lists = (rows: number): Size => ({ length: rows, each: 12, weight: rows * 12 })

  const measure = (node: Node, bound: ReadonlyMap<string, Size>, times: number): Size => {
    steps += times
    if (steps > mostSteps && !fault) fault = { fault: 'may take too long: loops within loops over long lists', node }
    if (fault) return one
    switch (node.op) {
      case 'value':
        return one
      case 'id':
        return bound.get(node.args as string) ?? one
      case 'rcall':
        return measureMethod(node, bound, times)
      case 'call':
        return measureCall(node, bound, times)
      case '.':
      case '[]': {
        const part = namedPart(node)
        if (part) return part.of === 'answers' ? lists(rowsOf(part.key)) : lists(200)
        const sizes = childrenOf(node).map((child) => measure(child, bound, times))
        return elementOf(sizes[0] ?? one)
      }
      case 'list': {
        const sizes = childrenOf(node).map((child) => measure(child, bound, times))
        const each = Math.max(1, ...sizes.map((size) => size.weight))
        return { length: sizes.length, each, weight: sizes.reduce((sum, size) => sum + size.weight, 1) }
      }
      default: {
        const sizes = childrenOf(node).map((child) => measure(child, bound, times))
        const total = join(sizes)
        if (node.op === '+') steps += times * total.weight
        return node.op === '?:' || node.op === '+' || node.op === 'map' ? total : one
      }
    }
  }

  const measureMethod = (node: Node, bound: ReadonlyMap<string, Size>, times: number): Size => {
    const [name, receiver, args] = node.args as [string, Node, Node[]]
    if (name === 'matches') {
      fault ??= { fault: '"matches" does not exist here; use fits(text, "99 AAA")', node }
    } else if (name === 'bind') {
      fault ??= { fault: '"bind" does not exist here', node }
    }
    const list = measure(receiver, bound, times)
    if (!loops.has(name)) {
      const all = join([list, ...args.map((argument) => measure(argument, bound, times))])
      steps += times * all.weight
      return name === 'join' || name === 'split'
        ? { length: all.weight, each: all.weight, weight: all.weight * 2 }
        : all
    }
    const [variable, ...bodies] = args as [Node, ...Node[]]
    const inner = new Map(bound).set(String(variable?.args), elementOf(list))
    const sizes = bodies.map((body) => measure(body, inner, times * list.length))
    if (name === 'filter') return list
    if (name !== 'map') return one
    const made = sizes.at(-1) ?? one
    return { length: list.length, each: made.weight, weight: list.length * made.weight }
  }

  const measureCall = (node: Node, bound: ReadonlyMap<string, Size>, times: number): Size => {
    const [name, args] = node.args as [string, Node[]]
    if (namedPart(node)) return name === 'list' ? lists(200) : one
    const all = join(args.map((argument) => measure(argument, bound, times)))
    steps += times * all.length
    return one
  }

  measure(ast, new Map(), 1)
  return fault
}

function join(sizes: readonly Size[]): Size {
  return {
    length: sizes.reduce((sum, size) => sum + size.length, 0),
    each: Math.max(1, ...sizes.map((size) => size.each)),
    weight: sizes.reduce((sum, size) => sum + size.weight, 1),
  }
}
