import { provide } from '#kernel/define/extension-point.ts'
import { caseEffects, effectUndos, knownSources, registerChecks } from '#modules/services/index.ts'
import { movingChecks } from '../moving/checks.ts'
import { movingFacts } from '../moving/facts.ts'
import { registerMoveIn, undoMoveIn } from '../moving/move-in.ts'
import { registerMoveOut, undoMoveOut } from '../moving/move-out.ts'
import { registerMoveWithin, undoMove } from '../moving/move-within.ts'

/** Moves within, out of and into the region. */
export const movingProvides = [
  provide(caseEffects, 'population.move-within', registerMoveWithin),
  provide(effectUndos, 'population.move-within', undoMove),
  provide(caseEffects, 'population.move-out', registerMoveOut),
  provide(effectUndos, 'population.move-out', undoMoveOut),
  provide(caseEffects, 'population.move-in', registerMoveIn),
  provide(effectUndos, 'population.move-in', undoMoveIn),
  provide(knownSources, 'population.moving-facts', movingFacts),
  ...['move-within', 'move-out', 'move-in'].map((service) => provide(registerChecks, service, movingChecks)),
]
