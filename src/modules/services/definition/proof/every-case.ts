import { pathsIn, treeOf } from '../check/ast.ts'
import type { PlacedField } from '../fields.ts'
import { evaluate } from './evaluate.ts'
import { refine } from './refine.ts'
import { asTruth, oneOf, truth, type Value } from './values.ts'
import type { World } from './world.ts'

/** More combinations are not walked; what is asked then counts as not proved. */
export const mostCases = 4096

/** Conditions under which an answer is given at all, by its path. */
export type AskedWhen = ReadonlyMap<string, readonly string[]>

export function askedWhen(placed: readonly PlacedField[]): AskedWhen {
  return new Map(placed.map(({ field, conditions }) => [`answers.${field.id}`, conditions]))
}

/**
 * Walks every combination of the choices that these expressions mention, each as a world in which they are
 * decided. Combinations that contradict themselves (an answer to a question that is not asked) are left out.
 * @returns undefined when there are more than 4096
 */
export function everyCase(expressions: readonly string[], world: World, asked: AskedWhen): World[] | undefined {
  const paths = mentioned(expressions, asked)
  const choices = paths.flatMap((path): [string, Value[]][] => {
    const single = singles(world.get(path))
    return single ? [[path, single]] : []
  })
  const count = choices.reduce((product, [, values]) => product * values.length, 1)
  if (count > mostCases) return undefined
  let worlds: World[] = [world]
  for (const [path, values] of choices) {
    worlds = worlds.flatMap((one) => values.map((value) => one.with(path, value)))
  }
  return worlds.filter((one) => choices.every(([path]) => mayBeGiven(path, one, asked)))
}

/** What the expressions read, and what decides whether that is asked. */
function mentioned(expressions: readonly string[], asked: AskedWhen): string[] {
  const found = new Set<string>()
  const open = [...expressions]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const path of pathsIn(next)) {
      if (found.has(path)) continue
      found.add(path)
      open.push(...(asked.get(path) ?? []))
    }
  }
  return [...found]
}

function singles(value: Value | undefined): Value[] | undefined {
  if (value?.kind === 'text' && value.options) return [...value.options].map((option) => oneOf([option]))
  if (value?.kind === 'truth' && value.canBeTrue && value.canBeFalse) return [truth(true, false), truth(false, true)]
  return undefined
}

/** An answer stands only while its question is asked; an empty one to a question that must be answered cannot be. */
function mayBeGiven(path: string, world: World, asked: AskedWhen): boolean {
  const value = world.get(path)
  const conditions = asked.get(path) ?? []
  const given =
    (value?.kind === 'text' && value.options !== undefined && !value.options.has('')) ||
    (value?.kind === 'truth' && value.canBeTrue)
  return !given || canHold(conditions, world)
}

/** The world in which all of these hold; undefined when that cannot be. */
export function worldWhere(conditions: readonly (string | undefined)[], world: World): World | undefined {
  let found: World | undefined = world
  for (const condition of conditions) {
    const tree = condition === undefined ? undefined : treeOf(condition)
    if (tree && found) found = refine(tree, true, found)
  }
  return found
}

export function canHold(conditions: readonly (string | undefined)[], world: World): boolean {
  return worldWhere(conditions, world) !== undefined
}

/** True only when it is certain. */
export function surelyHolds(conditions: readonly (string | undefined)[], world: World): boolean {
  return conditions.every((condition) => {
    const tree = condition === undefined ? undefined : treeOf(condition)
    return condition === undefined || (tree !== undefined && !asTruth(evaluate(tree, world)).canBeFalse)
  })
}

/** Whether these conditions can come out true in any case at all; true also when there are too many cases to walk. */
export function isPossible(conditions: readonly (string | undefined)[], world: World, asked: AskedWhen): boolean {
  const given = conditions.filter((condition) => condition !== undefined)
  const cases = everyCase(given, world, asked)
  return cases === undefined || cases.some((one) => canHold(given, one))
}
