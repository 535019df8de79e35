import type { Node } from '../check/ast.ts'
import { truth, type Value } from './values.ts'
import type { World } from './world.ts'

const negations: Readonly<Record<string, string>> = { '!=': '==', '>=': '<', '>': '<=' }
const conditions = new Set(['==', '!=', '<', '<=', '>', '>=', 'in', 'call', 'rcall'])

/** A condition written one way: `a != b` is the opposite of `a == b`. */
function written(node: Node): { readonly text: string; readonly isOpposite: boolean } | undefined {
  if (!conditions.has(node.op)) return undefined
  const positive = negations[node.op]
  if (node.op === 'call' || node.op === 'rcall') return { text: sourceOf(node), isOpposite: false }
  const [left, right] = node.args as readonly [Node, Node]
  return { text: `${sourceOf(left)} ${positive ?? node.op} ${sourceOf(right)}`, isOpposite: positive !== undefined }
}

/** What is known of a whole condition from an earlier one that read the same. */
export function decisionOn(node: Node, world: World): Value | undefined {
  if (!world.hasDecided) return undefined
  const condition = written(node)
  const known = condition && world.decision(condition.text)
  if (known?.kind !== 'truth') return undefined
  return condition?.isOpposite ? truth(known.canBeFalse, known.canBeTrue) : known
}

export function withDecision(node: Node, holds: boolean, world: World): World {
  const condition = written(node)
  if (!condition) return world
  const is = holds !== condition.isOpposite
  return world.decided(condition.text, truth(is, !is))
}

export function sourceOf(node: Node): string {
  return node.input.slice(node.range.start, node.range.end)
}
