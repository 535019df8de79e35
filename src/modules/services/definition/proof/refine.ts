import { type Node, pathOf } from '../check/ast.ts'
import { withDecision } from './conditions.ts'
import { evaluate } from './evaluate.ts'
import { asTruth, type NumberValue, number, oneOf, truth, type Value } from './values.ts'
import type { World } from './world.ts'

/** The world in which a condition has come out as told; undefined when it never can. */
export function refine(condition: Node, holds: boolean, world: World): World | undefined {
  const { canBeTrue, canBeFalse } = asTruth(evaluate(condition, world))
  if (holds ? !canBeTrue : !canBeFalse) return undefined
  const path = pathOf(condition)
  if (path !== undefined) return world.get(path)?.kind === 'truth' ? world.with(path, truth(holds, !holds)) : world
  switch (condition.op) {
    case '!_':
      return refine(condition.args, !holds, world)
    case '&&':
    case '||':
      return refineBoth(condition, holds, world)
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return refineComparison(condition, holds, withDecision(condition, holds, world))
    case 'in':
      return refineIn(condition.args, holds, withDecision(condition, holds, world))
    default:
      return withDecision(condition, holds, world)
  }
}

/**
 * Both parts are known when an "and" holds or an "or" does not. Else one of them decided it: when it cannot have
 * been the one, it was the other.
 */
function refineBoth(node: Extract<Node, { op: '&&' | '||' }>, holds: boolean, world: World): World | undefined {
  if ((node.op === '&&') !== holds) {
    const could = node.args.map((part) => refine(part, holds, world))
    return could[0] && could[1] ? world : (could[0] ?? could[1])
  }
  const first = refine(node.args[0], holds, world)
  return first && refine(node.args[1], holds, first)
}

type Comparison = Extract<Node, { op: '==' | '!=' | '<' | '<=' | '>' | '>=' }>
type Sign = Comparison['op']

const opposite: Readonly<Record<Sign, Sign>> = { '==': '!=', '!=': '==', '<': '>=', '>=': '<', '>': '<=', '<=': '>' }
const mirrored: Readonly<Record<Sign, Sign>> = { '==': '==', '!=': '!=', '<': '>', '>': '<', '<=': '>=', '>=': '<=' }

function refineComparison(node: Comparison, holds: boolean, world: World): World | undefined {
  const sign = holds ? node.op : opposite[node.op]
  const [left, right] = node.args
  const first = narrow(left, sign, evaluate(right, world), world)
  return first && narrow(right, mirrored[sign], evaluate(left, first), first)
}

function narrow(node: Node, sign: Sign, other: Value, world: World): World | undefined {
  const path = pathOf(node)
  const value = path === undefined ? undefined : world.get(path)
  if (path === undefined || !value) return world
  const narrowed = narrowedValue(value, sign, other)
  return narrowed && world.with(path, narrowed)
}

function narrowedValue(value: Value, sign: Sign, other: Value): Value | undefined {
  if (value.kind === 'number' && other.kind === 'number') return narrowedNumber(value, sign, other)
  if (value.kind === 'text' && other.kind === 'text') {
    const only = other.options?.size === 1 ? [...other.options][0] : undefined
    if (sign === '==' && other.options) {
      const kept = value.options ? [...value.options].filter((option) => other.options?.has(option)) : other.options
      return oneOf(kept)
    }
    if (sign === '!=' && only !== undefined && value.options) {
      return oneOf([...value.options].filter((option) => option !== only))
    }
  }
  if (value.kind === 'truth' && other.kind === 'truth' && other.canBeTrue !== other.canBeFalse) {
    const is = other.canBeTrue === (sign === '==')
    return truth(is, !is)
  }
  return value
}

function narrowedNumber(value: NumberValue, sign: Sign, other: NumberValue): Value | undefined {
  const step = value.whole && other.whole ? 1 : 0
  let { low, high } = value
  if (sign === '==' || sign === '>=') low = Math.max(low, other.low)
  if (sign === '==' || sign === '<=') high = Math.min(high, other.high)
  if (sign === '>') low = Math.max(low, other.low + step)
  if (sign === '<') high = Math.min(high, other.high - step)
  if (sign === '!=' && other.low === other.high && value.whole) {
    if (low === other.low) low += 1
    if (high === other.low) high -= 1
  }
  return low > high ? undefined : number(low, high, value.counted, value.whole)
}

function refineIn([item, list]: readonly [Node, Node], holds: boolean, world: World): World | undefined {
  const path = pathOf(item)
  const value = path === undefined ? undefined : world.get(path)
  const options = evaluate(list, world)
  if (path === undefined || value?.kind !== 'text' || options.kind !== 'list') return world
  const inside = options.of.kind === 'text' ? options.of.options : undefined
  if (!inside) return world
  if (!holds)
    return value.options ? world.with(path, oneOf([...value.options].filter((one) => !inside.has(one)))) : world
  return world.with(path, oneOf(value.options ? [...value.options].filter((one) => inside.has(one)) : inside))
}
