import { provide } from '#kernel/define/extension-point.ts'
import { defineModule } from '#kernel/define/module.ts'
import { caseEffects, effectUndos, knownSources, registerChecks } from '#modules/services/index.ts'
import { correctDeath } from './effects/correct-death.ts'
import { registerBirth } from './effects/register-birth.ts'
import { registerDeath } from './effects/register-death.ts'
import { voidDeath } from './effects/void-death.ts'
import { familyLawProvides } from './provides/family-law.ts'
import { birthChecks } from './queries/birth-checks.ts'
import { birthFacts } from './queries/birth-facts.ts'
import { deathChecks } from './queries/death-checks.ts'
import { deathFacts } from './queries/death-facts.ts'

export const population = defineModule({
  name: 'population',
  routes: [],
  commands: [],
  permissions: {},
  provides: [
    ...familyLawProvides,
    provide(caseEffects, 'population.register-birth', registerBirth),
    provide(caseEffects, 'population.register-death', registerDeath),
    provide(caseEffects, 'population.correct-death', correctDeath),
    provide(effectUndos, 'population.register-death', voidDeath),
    provide(knownSources, 'population.birth-facts', birthFacts),
    provide(knownSources, 'population.death-facts', deathFacts),
    provide(registerChecks, 'birth-certificate', birthChecks),
    provide(registerChecks, 'death-certificate', deathChecks),
  ],
})
