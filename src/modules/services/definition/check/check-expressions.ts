import { expressionsOf } from '../expressions.ts'
import { fieldsOf } from '../fields.ts'
import type { ServiceDefinition } from '../schema.ts'
import { childrenOf, type Node, pathOf, pathsIn, repetitionDepth, treeOf } from './ast.ts'
import { expressionsIn, type PlacedExpression } from './expressions-in.ts'
import { type AddFault, type Fault, findingFaults } from './fault.ts'
import { reachable } from './graph.ts'

/** Every expression can be read, has the right type, ends, and asks only for what exists where it stands. */
export function checkExpressions(definition: ServiceDefinition): Fault[] {
  const names = namesOf(definition)
  const told = new Set<string>()
  return findingFaults((report) => {
    const add: AddFault = (code, element, id, en) => {
      const key = `${code} ${element} ${en}`
      if (told.has(key)) return
      told.add(key)
      report(code, element, id, en)
    }
    for (const placed of expressionsIn(definition)) {
      const before = told.size
      checkNames(placed, names, add)
      checkOptions(definition, placed, add)
      if (told.size === before) checkType(definition, placed, add)
    }
  })
}

function checkType(
  definition: ServiceDefinition,
  { at, text, expected, within }: PlacedExpression,
  add: AddFault,
): void {
  const tree = treeOf(text)
  if (tree && repetitionDepth(tree) > 2) {
    add(
      'expression-endless',
      at,
      `"${text}" mengulang di dalam ulangan; waktunya tidak terbatas.`,
      `"${text}" repeats within repetitions; it may never end.`,
    )
    return
  }
  const fault = expressionsOf(definition).fault(text, expected ?? 'bool', within)
  if (!fault || (expected === undefined && /^gives /.test(fault))) return
  if (/too long|never end/.test(fault)) {
    add(
      'expression-endless',
      at,
      `"${text}" dapat berjalan tanpa akhir: ${fault}.`,
      `"${text}" may run without end: ${fault}.`,
    )
  } else if (/is needed$/.test(fault)) {
    add('expression-type', at, `"${text}" berjenis keliru: ${fault}.`, `"${text}" ${fault}.`)
  } else add('expression', at, `"${text}" tidak dapat dibaca: ${fault}.`, `"${text}" cannot be read: ${fault}.`)
}

interface Names {
  readonly fields: ReadonlySet<string>
  findings(state: string): ReadonlySet<string>
  branches(state: string): ReadonlySet<string>
}

/** What has been found and decided by the time a file is in a state. */
function namesOf(definition: ServiceDefinition): Names {
  const { states, transitions } = definition.flow
  const everywhere = states.map((state) => state.id)
  const after = new Map(everywhere.map((id) => [id, reachable([id], transitions)]))
  const isBefore = (earlier: string, state: string) => state === '' || after.get(earlier)?.has(state) === true
  return {
    fields: new Set(fieldsOf(definition).map((field) => field.id)),
    findings: (state) =>
      new Set([
        ...transitions.filter((row) => isBefore(row.to, state)).flatMap((row) => row.form.map((field) => field.id)),
        ...states
          .filter((one) => isBefore(one.id, state))
          .flatMap((one) => (one.branches ?? []).flatMap((branch) => branch.form.map((field) => field.id))),
      ]),
    branches: (state) =>
      new Set(
        states
          .filter((one) => isBefore(one.id, state))
          .flatMap((one) => (one.branches ?? []).map((branch) => branch.id)),
      ),
  }
}

const functionsOfCel = new Set([
  'math',
  'optional',
  'bool',
  'int',
  'double',
  'string',
  'list',
  'map',
  'bytes',
  'uint',
  'type',
])

function checkNames({ at, text, roots, state, own }: PlacedExpression, names: Names, add: AddFault): void {
  const findings = state === undefined ? new Set<string>() : names.findings(state)
  for (const path of pathsIn(text)) {
    const [root = '', name] = path.split('.')
    if (functionsOfCel.has(root)) continue
    if (!roots.includes(root)) {
      add(
        'unknown-variable',
        at,
        `"${root}" belum ada di sini; yang ada: ${roots.join(', ')}.`,
        `"${root}" does not exist here; there are ${roots.join(', ')}.`,
      )
    } else if (root === 'answers' && name && !names.fields.has(name)) {
      add(
        'unknown-field',
        at,
        `"${text}" menanyakan isian "${name}" yang tidak ada.`,
        `"${text}" asks for field "${name}", which does not exist.`,
      )
    } else if (root === 'findings' && name && !findings.has(name) && !own?.some((field) => field.id === name)) {
      add(
        'unknown-finding',
        at,
        `Belum ada langkah sebelumnya yang menulis temuan "${name}".`,
        `No earlier step writes the finding "${name}".`,
      )
    } else if (root === 'branches' && name && state !== undefined && !names.branches(state).has(name)) {
      add(
        'unknown-branch',
        at,
        `Telaah "${name}" tidak ada sampai di sini.`,
        `There is no review "${name}" up to here.`,
      )
    }
  }
}

/** `answers.kind == "shp"`: a comparison with an option that does not exist is a slip of the pen, and never true. */
function checkOptions(definition: ServiceDefinition, { at, text }: PlacedExpression, add: AddFault): void {
  const options = new Map<string, readonly string[]>()
  for (const field of fieldsOf(definition)) {
    if (field.kind === 'choice' && !field.optionsFrom)
      options.set(`answers.${field.id}`, [...(field.options ?? []).map((one) => one.value), ''])
    if (field.kind === 'yes-no') options.set(`answers.${field.id}`, ['yes', 'no', ''])
  }
  for (const state of definition.flow.states) {
    for (const branch of state.branches ?? []) {
      options.set(`branches.${branch.id}`, [...branch.outcomes.map((one) => one.id), 'skipped'])
    }
  }
  const visit = (node: Node): void => {
    const [left, right] = node.op === '==' || node.op === '!=' || node.op === 'in' ? node.args : []
    for (const [one, other] of [
      [left, right],
      [right, left],
    ]) {
      const path = one && pathOf(one)
      const known = path === undefined ? undefined : options.get(path)
      if (!known || !other) continue
      for (const value of textsOf(other)) {
        if (!known.includes(value))
          add('unknown-option', at, `"${value}" bukan pilihan dari ${path}.`, `"${value}" is no option of ${path}.`)
      }
    }
    for (const child of childrenOf(node)) visit(child)
  }
  const tree = treeOf(text)
  if (tree) visit(tree)
}

function textsOf(node: Node): string[] {
  if (node.op === 'value' && typeof node.args === 'string') return [node.args]
  return node.op === 'list' ? node.args.flatMap(textsOf) : []
}
