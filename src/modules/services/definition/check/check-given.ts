import { placedFields } from '../fields.ts'
import { mayBeLeftEmpty } from '../proof/build-world.ts'
import { askedWhen, everyCase, surelyHolds, worldWhere } from '../proof/every-case.ts'
import { refine } from '../proof/refine.ts'
import type { World } from '../proof/world.ts'
import type { CostLine, ServiceDefinition } from '../schema.ts'
import { childrenOf, isComprehension, type Node, pathOf, treeOf } from './ast.ts'
import type { AddFault } from './fault.ts'

/** One place where a value is read, and the choices inside the expression that lead there. */
interface Reading {
  readonly path: string
  readonly guards: readonly { readonly condition: Node; readonly holds: boolean }[]
}

/**
 * Every number that a fee is computed from is asked, and has to be answered, whenever that part of the fee is
 * computed: nobody pays less because a question was not put to him.
 */
export function checkGiven(
  definition: ServiceDefinition,
  line: CostLine,
  expression: string,
  world: World,
  add: AddFault,
): void {
  const tree = treeOf(expression)
  if (!tree) return
  const placed = placedFields(definition)
  const asked = askedWhen(placed)
  const told = new Set<string>()
  for (const { path, guards } of readings(tree, [])) {
    const field = placed.find((one) => `answers.${one.field.id}` === path)
    if (!field || told.has(path) || isText(field.field.kind)) continue
    const at = `cost.${line.id}`
    const { id } = field.field
    if (field.field.kind !== 'computed' && mayBeLeftEmpty(field.field) && field.field.kind !== 'yes-no') {
      told.add(path)
      add(
        'fee-field-optional',
        at,
        `Isian "${id}" boleh dikosongkan, padahal biaya dihitung darinya.`,
        `Field "${id}" may be left empty, but the fee is computed from it.`,
      )
      continue
    }
    if (field.conditions.length === 0) continue
    const conditions = [...field.conditions, ...(line.when === undefined ? [] : [line.when])]
    const cases = everyCase([...conditions, ...guards.map(({ condition }) => sourceOf(condition))], world, asked)
    const isAsked = cases?.every((one) => {
      let inside = worldWhere([line.when], one)
      for (const guard of guards) inside = inside && refine(guard.condition, guard.holds, inside)
      return !inside || surelyHolds(field.conditions, inside)
    })
    if (isAsked) continue
    told.add(path)
    add(
      'fee-field-missing',
      at,
      `Isian "${id}" tidak selalu ditanyakan ketika biaya ini dihitung; pakai syarat yang sama: syarat ? answers.${id} : 0.`,
      `Field "${id}" is not always asked when this is computed; use its condition: condition ? answers.${id} : 0.`,
    )
  }
  checkFoundLater(line, tree, add)
}

/**
 * A fee is told already when the application is sent, before anybody has found or decided anything: what comes
 * later is used only where it is there.
 */
function checkFoundLater(line: CostLine, tree: Node, add: AddFault): void {
  for (const { path, guards } of readings(tree, [])) {
    const [root = '', name] = path.split('.')
    if ((root !== 'findings' && root !== 'branches') || !name) continue
    if (guards.some(({ condition, holds }) => holds && isThere(condition, root, name))) continue
    add(
      'fee-found-later',
      `cost.${line.id}`,
      `"${path}" belum ada ketika permohonan dikirim; tulis "${name}" in ${root} ? … : ….`,
      `"${path}" is not there yet when the application is sent; write "${name}" in ${root} ? … : ….`,
    )
  }
}

/** `"measured" in findings`, alone or as one of several conditions. */
function isThere(condition: Node, root: string, name: string): boolean {
  if (condition.op === '&&') return condition.args.some((part) => isThere(part, root, name))
  if (condition.op !== 'in') return false
  const [left, right] = condition.args
  return left.op === 'value' && left.args === name && pathOf(right) === root
}

const texts = new Set([
  'text',
  'name',
  'long-text',
  'choice',
  'yes-no',
  'nik',
  'nib',
  'phone',
  'email',
  'area',
  'date',
  'time',
  'multi',
])

/** A text or a list that is missing is a case of its own that conditions tell apart; a number that is missing is 0. */
function isText(kind: string): boolean {
  return texts.has(kind)
}

function sourceOf(node: Node): string {
  return node.input.slice(node.range.start, node.range.end)
}

function readings(node: Node, guards: Reading['guards']): Reading[] {
  const path = pathOf(node)
  if (path !== undefined) return [{ path, guards }]
  if (node.op === '?:') {
    const [condition, yes, no] = node.args
    return [
      ...readings(condition, guards),
      ...readings(yes, [...guards, { condition, holds: true }]),
      ...readings(no, [...guards, { condition, holds: false }]),
    ]
  }
  if (isComprehension(node)) return readings(node.args[1], guards)
  return childrenOf(node).flatMap((child) => readings(child, guards))
}
