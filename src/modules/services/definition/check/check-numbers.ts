import { decimalsOf, kindOf } from '../../form/kinds.ts'
import { fieldsOf, findingFields } from '../fields.ts'
import type { FieldDefinition, ServiceDefinition } from '../schema.ts'
import { childrenOf, type Node, pathOf, treeOf } from './ast.ts'
import { expressionsIn } from './expressions-in.ts'
import { type Fault, findingFaults } from './fault.ts'

/** CEL never mixes whole and broken numbers. "either" is a finding with digits after the comma: whole when they are 0. */
type NumberType = 'int' | 'double' | 'either'

const arithmetic = new Set(['+', '-', '*', '/', '%'])
const results: Readonly<Record<string, NumberType>> = {
  int: 'int',
  double: 'double',
  total: 'double',
  totalInt: 'int',
  size: 'int',
  words: 'int',
  daysBetween: 'int',
  yearsBetween: 'int',
  ageOn: 'int',
}

/**
 * Findings have no type that CEL knows, so an expression that mixes whole and broken numbers would be read, published,
 * and then have no value. Such a number is turned into one kind first: double(findings.measured).
 */
export function checkNumbers(definition: ServiceDefinition): Fault[] {
  const types = new Map<string, NumberType>()
  for (const field of fieldsOf(definition)) put(types, `answers.${field.id}`, field, 'double')
  for (const field of findingFields(definition)) put(types, `findings.${field.id}`, field, 'either')
  types.set('fee', 'int')
  return findingFaults((add) => {
    for (const { at, text } of expressionsIn(definition)) {
      const tree = treeOf(text)
      const mixed = tree && mixedIn(tree, types)
      if (!mixed) continue
      const source = mixed.input.slice(mixed.range.start, mixed.range.end)
      add(
        'expression-numbers',
        at,
        `"${source}" mencampur bilangan bulat dan pecahan; pakai double(…) atau int(…).`,
        `"${source}" mixes whole and broken numbers; use double(…) or int(…).`,
      )
    }
  })
}

function put(types: Map<string, NumberType>, path: string, field: FieldDefinition, broken: NumberType): void {
  const kind = kindOf(field)
  if (kind === 'number') types.set(path, decimalsOf(field) > 0 ? broken : 'int')
  if (kind === 'money') types.set(path, 'int')
}

function mixedIn(node: Node, types: ReadonlyMap<string, NumberType>): Node | undefined {
  for (const child of childrenOf(node)) {
    const found = mixedIn(child, types)
    if (found) return found
  }
  if (!arithmetic.has(node.op)) return undefined
  const [left, right] = (node.args as readonly [Node, Node]).map((part) => typeOf(part, types))
  if (left === 'either' || right === 'either') return node
  return left && right && left !== right ? node : undefined
}

function typeOf(node: Node, types: ReadonlyMap<string, NumberType>): NumberType | undefined {
  const path = pathOf(node)
  if (path !== undefined) return types.get(path)
  if (node.op === 'value') {
    return typeof node.args === 'bigint' ? 'int' : typeof node.args === 'number' ? 'double' : undefined
  }
  if (node.op === 'call') return results[node.args[0]]
  if (node.op === '-_') return typeOf(node.args, types)
  if (node.op === '?:') return typeOf(node.args[1], types) ?? typeOf(node.args[2], types)
  if (arithmetic.has(node.op)) return typeOf((node.args as readonly [Node, Node])[0], types)
  return undefined
}
