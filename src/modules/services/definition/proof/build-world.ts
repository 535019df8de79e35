import { decimalsOf, fewestRowsOf, isRegisterChoice, mostRowsOf } from '../../form/kinds.ts'
import { treeOf } from '../check/ast.ts'
import { findingFields, type PlacedField, placedFields } from '../fields.ts'
import type { ColumnDefinition, FieldDefinition, ServiceDefinition } from '../schema.ts'
import { evaluate } from './evaluate.ts'
import { countedOf, plain } from './measure.ts'
import { anyText, anything, either, eitherTruth, number, oneOf, truth, type Value } from './values.ts'
import { World } from './world.ts'

const mostFiles = 20
/** Largest whole number that is counted exactly: 2^53. */
export const mostRupiah = Number.MAX_SAFE_INTEGER

/** Everything that may be answered, found, decided and due in one case, by its bounds. */
export function worldOf(definition: ServiceDefinition): World {
  const values = new Map<string, Value>([
    ['today', anyText],
    ['fee', number(0, mostRupiah, { rupiah: 1 }, true)],
    ['known', anything],
  ])
  for (const placed of placedFields(definition)) {
    values.set(`answers.${placed.field.id}`, answerValue(placed.field, mayBeMissing(placed)))
  }
  for (const field of findingFields(definition)) values.set(`findings.${field.id}`, answerValue(field, true))
  for (const state of definition.flow.states) {
    for (const branch of state.branches ?? []) values.set(`branches.${branch.id}`, branchValue(branch))
  }
  return withComputed(definition, new World(values))
}

export function branchValue(branch: {
  readonly when?: string | undefined
  readonly outcomes: readonly { id: string }[]
}): Value {
  const outcomes = branch.outcomes.map((outcome) => outcome.id)
  return oneOf(branch.when === undefined ? outcomes : [...outcomes, 'skipped'])
}

export function mayBeMissing({ field, conditions }: PlacedField): boolean {
  return conditions.length > 0 || mayBeLeftEmpty(field)
}

export function mayBeLeftEmpty(field: Pick<FieldDefinition, 'required'>): boolean {
  return field.required !== undefined && field.required !== 'true'
}

/** All answers a field takes; `missing`: also none, which reads as "", 0, false or an empty list. */
export function answerValue(field: FieldDefinition | ColumnDefinition, missing: boolean): Value {
  switch (field.kind) {
    case 'number':
    case 'money': {
      const counted = countedOf(field.kind === 'money' ? 'rupiah' : field.measure)
      const whole = field.kind === 'money' || decimalsOf(field) === 0
      const asked = number(field.min ?? 0, field.max ?? Infinity, counted, whole)
      return missing ? either(asked, number(0, 0, counted, true)) : asked
    }
    case 'choice': {
      if (isRegisterChoice(field)) return anyText
      const options = (field.options ?? []).map((option) => option.value)
      return oneOf(missing ? [...options, ''] : options)
    }
    case 'yes-no':
      return oneOf(missing ? ['yes', 'no', ''] : ['yes', 'no'])
    case 'multi': {
      const options = (field.options ?? []).map((option) => option.value)
      return { kind: 'list', of: oneOf(options), low: missing ? 0 : 1, high: options.length }
    }
    case 'statement':
    case 'consent':
      return missing ? eitherTruth : truth(true, false)
    case 'file':
    case 'photo':
    case 'signature':
      return number(missing ? 0 : 1, mostFiles, plain, true)
    case 'repeat':
    case 'table': {
      const columns = ((field as FieldDefinition).fields ?? []).map((column): [string, Value] => [
        column.id,
        answerValue(column, column.when !== undefined || mayBeLeftEmpty(column)),
      ])
      const row: Value = { kind: 'row', columns: new Map(columns) }
      return {
        kind: 'list',
        of: row,
        low: missing ? 0 : fewestRowsOf(field as FieldDefinition),
        high: mostRowsOf(field as FieldDefinition),
      }
    }
    case 'computed':
    case 'map-point':
    case 'address':
    case 'family-members':
      return anything
    default:
      return anyText
  }
}

/** Computed answers follow from the others; one may use another, so as often as there are such fields. */
function withComputed(definition: ServiceDefinition, start: World): World {
  const computed = placedFields(definition).filter(({ field }) => field.kind === 'computed' && field.value)
  // One layer that is filled step by step: later fields see what earlier ones come to.
  const values = new Map<string, Value>()
  const world = new World(values, start)
  for (let round = 0; round < Math.min(computed.length, 4); round += 1) {
    for (const placed of computed) {
      const tree = treeOf(placed.field.value as string)
      if (tree) values.set(`answers.${placed.field.id}`, withMeasure(evaluate(tree, world), placed))
    }
  }
  return world
}

function withMeasure(value: Value, { field, conditions }: PlacedField): Value {
  if (value.kind !== 'number') return value
  const named = field.gives === 'money' ? 'rupiah' : field.measure
  const counted = named ? countedOf(named) : value.counted
  const known = number(value.low, value.high, counted, value.whole)
  return conditions.length ? either(known, number(0, 0, counted, true)) : known
}
