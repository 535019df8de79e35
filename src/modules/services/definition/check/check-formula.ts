import type { RuleUse } from '#modules/rules/index.ts'
import type { CostFormula } from '../../extensions.ts'
import { evaluate } from '../proof/evaluate.ts'
import { countedOf, isSame, sayCounted } from '../proof/measure.ts'
import type { Value } from '../proof/values.ts'
import type { World } from '../proof/world.ts'
import type { CostLine, ServiceDefinition } from '../schema.ts'
import { treeOf } from './ast.ts'
import type { AddFault } from './fault.ts'
import { type Installed, momentsOf, rowOn } from './installed.ts'

type Input = string | number | boolean
const mostCorners = 512

/**
 * A named formula gets exactly its inputs, each bounded and in its measure. The arithmetic inside belongs to the
 * module that owns it; it is tried here at all corners of its inputs under the figures of every day.
 */
export function checkFormula(
  definition: ServiceDefinition,
  installed: Installed,
  line: CostLine,
  world: World,
  add: AddFault,
): void {
  const at = `cost.${line.id}`
  const { name, inputs } = line.formula as NonNullable<CostLine['formula']>
  const formula = installed.formulas.get(name)
  if (!formula) {
    add('unknown-formula', at, `Rumus "${name}" tidak ada.`, `Formula "${name}" does not exist.`)
    return
  }
  for (const wanted of Object.keys(formula.inputs)) {
    if (!(wanted in inputs))
      add('formula-input', at, `Rumus "${name}" memerlukan "${wanted}".`, `Formula "${name}" needs "${wanted}".`)
  }
  const corners = new Map<string, readonly Input[]>()
  for (const [input, expression] of Object.entries(inputs)) {
    const measure = formula.inputs[input]
    if (measure === undefined) {
      add('formula-input', at, `Rumus "${name}" tidak mengenal "${input}".`, `Formula "${name}" knows no "${input}".`)
      continue
    }
    const found = inputCorners({ at, input, measure, expression }, world, add)
    if (found) corners.set(input, found)
  }
  if (corners.size === Object.keys(formula.inputs).length) tryCorners(definition, installed, formula, corners, at, add)
}

interface Asked {
  readonly at: string
  readonly input: string
  readonly measure: string
  readonly expression: string
}

function inputCorners(
  { at, input, measure, expression }: Asked,
  world: World,
  add: AddFault,
): readonly Input[] | undefined {
  const tree = treeOf(expression)
  if (!tree) return undefined
  const value: Value = evaluate(tree, world, (trouble) => {
    const [code, id, en] =
      trouble.kind === 'zero'
        ? [
            'fee-divides-by-zero',
            `Pembagi pada "${trouble.source}" dapat nol.`,
            `The divisor in "${trouble.source}" may be zero.`,
          ]
        : [
            'fee-measures-mixed',
            `"${trouble.source}" menggabungkan ${trouble.left} dengan ${trouble.right}.`,
            `"${trouble.source}" puts ${trouble.left} together with ${trouble.right}.`,
          ]
    add(code as string, at, id as string, en as string)
  })
  if (value.kind === 'text') return value.options ? [...value.options] : undefined
  if (value.kind === 'truth') return [true, false]
  if (value.kind !== 'number') return undefined
  if (value.counted && !isSame(value.counted, countedOf(measure))) {
    add(
      'fee-measure',
      at,
      `"${input}" diberi ${sayCounted(value.counted)}, padahal ${measure}.`,
      `"${input}" is given ${sayCounted(value.counted)}, but it is ${measure}.`,
    )
    return undefined
  }
  if (!Number.isFinite(value.low) || !Number.isFinite(value.high)) {
    add(
      'fee-unbounded',
      at,
      `"${input}" tidak punya batas; beri "min" dan "max" pada isian yang dipakai.`,
      `"${input}" has no bounds; give "min" and "max" to the fields that are used.`,
    )
    return undefined
  }
  return value.low === value.high ? [value.low] : [value.low, value.high]
}

function tryCorners(
  definition: ServiceDefinition,
  installed: Installed,
  formula: CostFormula,
  corners: ReadonlyMap<string, readonly Input[]>,
  at: string,
  add: AddFault,
): void {
  let tried: Record<string, Input>[] = [{}]
  for (const [input, values] of corners) {
    if (tried.length * values.length > mostCorners) {
      tried = tried.map((one) => ({ ...one, [input]: values[0] as Input }))
    } else tried = tried.flatMap((one) => values.map((value) => ({ ...one, [input]: value })))
  }
  for (const { region, day } of momentsOf(definition, formula.rules, installed.rules)) {
    const rows = formula.rules.map((key) => rowOn(installed.rules, key, region, day))
    if (rows.some((row) => row === undefined)) continue
    const ruleOf = (key: string) => ({ ...rows.find((row) => row?.key === key), id: '' }) as RuleUse
    for (const inputs of tried) {
      const fault = faultAt(formula, inputs, ruleOf)
      if (!fault) continue
      const where = Object.entries(inputs)
        .map(([name, value]) => `${name} ${value}`)
        .join(', ')
      add(
        'formula-fails',
        at,
        `Rumus gagal pada ${where} (${day}): ${fault}.`,
        `The formula fails at ${where} (${day}): ${fault}.`,
      )
      return
    }
  }
}

function faultAt(
  formula: CostFormula,
  inputs: Record<string, Input>,
  ruleOf: (key: string) => RuleUse,
): string | undefined {
  try {
    const { amount } = formula.run(inputs, ruleOf)
    return Number.isSafeInteger(amount) && amount >= 0 ? undefined : String(amount)
  } catch (error) {
    return (error as Error).message
  }
}
