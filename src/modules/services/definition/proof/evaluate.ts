import { isComprehension, type Node, pathOf } from '../check/ast.ts'
import { decisionOn, sourceOf } from './conditions.ts'
import { callValue } from './functions.ts'
import { combine, isSame, plain, sayCounted } from './measure.ts'
import { refine } from './refine.ts'
import {
  anyText,
  anything,
  asNumber,
  asTruth,
  either,
  eitherTruth,
  type NumberValue,
  number,
  oneOf,
  product,
  quotient,
  truth,
  type Value,
} from './values.ts'
import type { World } from './world.ts'

/** Something in an expression that must not be, found on the way. */
export interface Trouble {
  readonly kind: 'measure' | 'zero'
  readonly source: string
  /** For measures: what stands left and right. */
  readonly left?: string
  readonly right?: string
}

export type Note = (trouble: Trouble) => void

const silent: Note = () => {}

/**
 * All values an expression may take in a world. Every bound is safe: the true value lies within, though the
 * bounds may be wider than they need to be.
 */
export function evaluate(node: Node, world: World, note: Note = silent): Value {
  const path = pathOf(node)
  if (path !== undefined) return world.get(path) ?? columnOf(node, world, note)
  const decided = decisionOn(node, world)
  if (decided) return decided
  switch (node.op) {
    case 'value':
      return literal(node.args)
    case '?:':
      return choose(node.args, world, note)
    case '&&':
    case '||':
      return both(node, world, note)
    case '!_': {
      const { canBeTrue, canBeFalse } = asTruth(evaluate(node.args, world, note))
      return truth(canBeFalse, canBeTrue)
    }
    case '-_': {
      const value = asNumber(evaluate(node.args, world, note))
      return { ...value, low: -value.high, high: -value.low }
    }
    case '+':
    case '-':
    case '*':
    case '/':
    case '%':
      return arithmetic(node, world, note)
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return compare(node, world, note)
    case 'in':
      return contains(evaluate(node.args[0], world, note), evaluate(node.args[1], world, note))
    case 'list':
      return listOf(node.args.map((item) => evaluate(item, world, note)))
    case 'call':
      return callValue(
        node.args[0],
        node.args[1].map((arg) => evaluate(arg, world, note)),
      )
    case 'rcall':
      return method(node, world, note)
    default:
      return anything
  }
}

/** `row.price` of a row that is no variable of its own. */
function columnOf(node: Node, world: World, note: Note): Value {
  if (node.op !== '.') return anything
  const row = evaluate(node.args[0], world, note)
  return row.kind === 'row' ? (row.columns.get(node.args[1]) ?? anything) : anything
}

function literal(value: unknown): Value {
  if (typeof value === 'bigint') return number(Number(value), Number(value), undefined, true)
  if (typeof value === 'number') return number(value, value, undefined, Number.isInteger(value))
  if (typeof value === 'boolean') return truth(value, !value)
  return typeof value === 'string' ? oneOf([value]) : anything
}

function choose([condition, yes, no]: readonly [Node, Node, Node], world: World, note: Note): Value {
  const { canBeTrue, canBeFalse } = asTruth(evaluate(condition, world, note))
  const inYes = canBeTrue ? refine(condition, true, world) : undefined
  const inNo = canBeFalse ? refine(condition, false, world) : undefined
  const first = inYes && evaluate(yes, inYes, note)
  const second = inNo && evaluate(no, inNo, note)
  if (first && second) {
    agree(first, second, yes, note)
    return either(first, second)
  }
  return first ?? second ?? anything
}

function both(node: Extract<Node, { op: '&&' | '||' }>, world: World, note: Note): Value {
  const isAnd = node.op === '&&'
  const left = asTruth(evaluate(node.args[0], world, note))
  const rest = refine(node.args[0], isAnd, world)
  if (!rest) return truth(!isAnd, isAnd)
  const right = asTruth(evaluate(node.args[1], rest, note))
  return isAnd
    ? truth(left.canBeTrue && right.canBeTrue, left.canBeFalse || right.canBeFalse)
    : truth(left.canBeTrue || right.canBeTrue, left.canBeFalse && right.canBeFalse)
}

type Binary = Extract<Node, { op: '+' | '-' | '*' | '/' | '%' }>

function arithmetic(node: Binary, world: World, note: Note): Value {
  const left = evaluate(node.args[0], world, note)
  const right = evaluate(node.args[1], world, note)
  if (node.op === '+' && (left.kind === 'text' || right.kind === 'text')) return anyText
  const [a, b] = [asNumber(left), asNumber(right)]
  const whole = a.whole && b.whole
  if (node.op === '+' || node.op === '-') {
    agree(a, b, node, note)
    const counted = a.counted ?? b.counted
    return node.op === '+'
      ? number(a.low + b.low, a.high + b.high, counted, whole)
      : number(a.low - b.high, a.high - b.low, counted, whole)
  }
  if (node.op === '*') {
    const { low, high } = product(a, b)
    return number(low, high, countedTogether(a, b, 1), whole)
  }
  if (b.low <= 0 && b.high >= 0) {
    note({ kind: 'zero', source: sourceOf(node) })
    return number(-Infinity, Infinity, countedTogether(a, b, -1), whole)
  }
  if (node.op === '%') {
    const most = Math.max(Math.abs(b.low), Math.abs(b.high))
    return number(a.low < 0 ? -most : 0, a.high > 0 ? most : 0, a.counted, whole)
  }
  const { low, high } = quotient(a, b)
  return number(low, high, countedTogether(a, b, -1), whole)
}

function countedTogether(a: NumberValue, b: NumberValue, sign: 1 | -1) {
  if (a.counted === undefined && b.counted === undefined) return undefined
  return combine(a.counted ?? plain, b.counted ?? plain, sign)
}

function agree(a: Value, b: Value, node: Node, note: Note): void {
  if (a.kind !== 'number' || b.kind !== 'number' || !a.counted || !b.counted) return
  if (isSame(a.counted, b.counted)) return
  note({ kind: 'measure', source: sourceOf(node), left: sayCounted(a.counted), right: sayCounted(b.counted) })
}

type Comparison = Extract<Node, { op: '==' | '!=' | '<' | '<=' | '>' | '>=' }>

function compare(node: Comparison, world: World, note: Note): Value {
  const left = evaluate(node.args[0], world, note)
  const right = evaluate(node.args[1], world, note)
  agree(left, right, node, note)
  const { canBeTrue, canBeFalse } = asTruth(compared(node.op, left, right))
  return truth(canBeTrue, canBeFalse)
}

function compared(op: Comparison['op'], left: Value, right: Value): Value {
  if (op === '!=') {
    const same = asTruth(compared('==', left, right))
    return truth(same.canBeFalse, same.canBeTrue)
  }
  if (left.kind === 'number' && right.kind === 'number') return comparedNumbers(op, left, right)
  if (op !== '==') return eitherTruth
  if (left.kind === 'text' && right.kind === 'text' && left.options && right.options) {
    const [a, b] = [left.options, right.options]
    const shared = [...a].some((option) => b.has(option))
    return truth(shared, !(shared && a.size === 1 && b.size === 1))
  }
  if (left.kind === 'truth' && right.kind === 'truth') {
    return truth(
      (left.canBeTrue && right.canBeTrue) || (left.canBeFalse && right.canBeFalse),
      (left.canBeTrue && right.canBeFalse) || (left.canBeFalse && right.canBeTrue),
    )
  }
  return eitherTruth
}

function comparedNumbers(op: Comparison['op'], a: NumberValue, b: NumberValue): Value {
  switch (op) {
    case '<':
      return truth(a.low < b.high, a.high >= b.low)
    case '<=':
      return truth(a.low <= b.high, a.high > b.low)
    case '>':
      return truth(a.high > b.low, a.low <= b.high)
    case '>=':
      return truth(a.high >= b.low, a.low < b.high)
    default:
      return truth(a.low <= b.high && b.low <= a.high, !(a.low === a.high && b.low === b.high && a.low === b.low))
  }
}

function contains(item: Value, list: Value): Value {
  if (list.kind !== 'list' || item.kind !== 'text' || !item.options) return eitherTruth
  const inside = list.of
  if (inside.kind !== 'text' || !inside.options) return eitherTruth
  const { options } = inside
  const shared = [...item.options].filter((option) => options.has(option)).length
  // A literal list holds each of its texts; of a list that was filled in only some.
  const holdsAll = list.low === list.high && list.low === options.size
  return truth(shared > 0 && list.high > 0, shared < item.options.size || !holdsAll)
}

function listOf(items: readonly Value[]): Value {
  const of = items.length ? items.reduce(either) : anything
  const distinct = of.kind === 'text' && of.options ? of.options.size : items.length
  return { kind: 'list', of, low: distinct, high: distinct }
}

function method(node: Extract<Node, { op: 'rcall' }>, world: World, note: Note): Value {
  const [name, target, args] = node.args
  if (target.op === 'id' && target.args === 'math') {
    return callValue(
      name,
      args.map((arg) => evaluate(arg, world, note)),
    )
  }
  const list = evaluate(target, world, note)
  if (!isComprehension(node)) {
    return callValue(name, [list, ...args.map((arg) => evaluate(arg, world, note))])
  }
  const [bound, ...rest] = args
  const item = list.kind === 'list' ? list.of : anything
  const inner = bound?.op === 'id' ? rowWorld(world, bound.args, item) : world
  const made = evaluate(rest[0] as Node, inner, note)
  const empty = list.kind !== 'list' || list.low === 0
  const [low, high] = list.kind === 'list' ? [list.low, list.high] : [0, Infinity]
  switch (name) {
    case 'map': {
      // `rows.map(row, condition, value)` keeps only some.
      if (rest[1]) return { kind: 'list', of: evaluate(rest[1], inner, note), low: 0, high }
      return { kind: 'list', of: made, low, high }
    }
    case 'filter':
      return { kind: 'list', of: refinedItem(rest[0] as Node, inner, bound, item), low: 0, high }
    case 'all':
      return truth(empty || asTruth(made).canBeTrue, asTruth(made).canBeFalse && high > 0)
    default:
      return truth(asTruth(made).canBeTrue && high > 0, empty || asTruth(made).canBeFalse)
  }
}

function refinedItem(condition: Node, inner: World, bound: Node | undefined, item: Value): Value {
  if (item.kind !== 'row' || bound?.op !== 'id') return item
  const kept = refine(condition, true, inner)
  const columns = [...item.columns].map(([name, value]): [string, Value] => [
    name,
    kept?.get(`${bound.args}.${name}`) ?? value,
  ])
  return { kind: 'row', columns: new Map(columns) }
}

/** A world in which one row of a list has a name. */
export function rowWorld(world: World, name: string, row: Value): World {
  const values = new Map<string, Value>([[name, row]])
  if (row.kind === 'row') for (const [column, value] of row.columns) values.set(`${name}.${column}`, value)
  return world.withAll(values)
}
