import { provide } from '#kernel/define/extension-point.ts'
import { caseEffects, effectUndos, knownSources, registerChecks } from '#modules/services/index.ts'
import { correctBirth } from '../effects/correct-birth.ts'
import { registerBirth } from '../effects/register-birth.ts'
import { voidBirth } from '../effects/void-birth.ts'
import { birthChecks } from '../queries/birth-checks.ts'
import { birthFacts } from '../queries/birth-facts.ts'

export const birthProvides = [
  provide(caseEffects, 'population.register-birth', registerBirth),
  provide(caseEffects, 'population.correct-birth', correctBirth),
  provide(effectUndos, 'population.register-birth', voidBirth),
  provide(knownSources, 'population.birth-facts', birthFacts),
  provide(registerChecks, 'birth-certificate', birthChecks),
]
