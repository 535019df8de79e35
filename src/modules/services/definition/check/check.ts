import { worldOf } from '../proof/build-world.ts'
import type { ServiceDefinition } from '../schema.ts'
import { checkCost } from './check-cost.ts'
import { checkDeadlines } from './check-deadlines.ts'
import { checkEvidence } from './check-evidence.ts'
import { checkExpressions } from './check-expressions.ts'
import { checkFigures } from './check-figures.ts'
import { checkFlow } from './check-flow.ts'
import { checkForm, checkFormAsWhole } from './check-form.ts'
import { checkGolden } from './check-golden.ts'
import { checkNumbers } from './check-numbers.ts'
import { checkOutcomes } from './check-outcomes.ts'
import { checkReferences } from './check-references.ts'
import { checkStates } from './check-states.ts'
import { checkSteps } from './check-steps.ts'
import { checkWords } from './check-words.ts'
import type { Fault } from './fault.ts'
import type { Installed } from './installed.ts'

/**
 * Everything that is wrong with a definition, each fault naming the bad element; empty when it may go live.
 * Part of publishing: a definition with a fault is never stored. Needs no case and no database.
 */
export function checkDefinition(definition: ServiceDefinition, installed: Installed): Fault[] {
  const world = worldOf(definition)
  const inForm = [...checkForm(definition, world), ...checkExpressions(definition)]
  const faults = [
    ...(inForm.length ? inForm : [...checkFormAsWhole(definition), ...checkNumbers(definition)]),
    ...checkFlow(definition),
    ...checkStates(definition, installed),
    ...checkSteps(definition, installed),
    ...checkOutcomes(definition, world),
    ...checkDeadlines(definition, installed),
    ...checkReferences(definition, installed),
    ...checkEvidence(definition, world),
    ...checkCost(definition, installed, world),
    ...checkWords(definition),
    ...checkFigures(definition, installed),
  ]
  // Golden cases are walked only through a definition that is otherwise sound.
  const all = faults.length ? faults : checkGolden(definition, installed)
  return all.filter((fault, index) => all.findIndex((other) => isSame(other, fault)) === index)
}

function isSame(a: Fault, b: Fault): boolean {
  return a.code === b.code && a.element === b.element && a.say.en === b.say.en
}
