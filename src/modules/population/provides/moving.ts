import { provide } from '#kernel/define/extension-point.ts'
import { caseEffects, effectUndos, knownSources, registerChecks } from '#modules/services/index.ts'
import { movingChecks } from '../moving/checks.ts'
import { movingFacts } from '../moving/facts.ts'
import { registerMoveWithin, undoMove } from '../moving/move-within.ts'

/** Moves within, out of and into the region. */
export const movingProvides = [
  provide(caseEffects, 'population.move-within', registerMoveWithin),
  provide(effectUndos, 'population.move-within', undoMove),
  provide(knownSources, 'population.moving-facts', movingFacts),
  provide(registerChecks, 'move-within', movingChecks),
]
