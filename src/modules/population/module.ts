import { provide } from '#kernel/define/extension-point.ts'
import { defineModule } from '#kernel/define/module.ts'
import { caseEffects, knownSources, registerChecks } from '#modules/services/index.ts'
import { registerBirth } from './effects/register-birth.ts'
import { birthChecks } from './queries/birth-checks.ts'
import { birthFacts } from './queries/birth-facts.ts'

export const population = defineModule({
  name: 'population',
  routes: [],
  commands: [],
  permissions: {},
  provides: [
    provide(caseEffects, 'population.register-birth', registerBirth),
    provide(knownSources, 'population.birth-facts', birthFacts),
    provide(registerChecks, 'birth-certificate', birthChecks),
  ],
})
