import { provide } from '#kernel/define/extension-point.ts'
import { caseEffects, knownSources, optionSources, registerChecks } from '#modules/services/index.ts'
import { serveLand } from '../effects/serve-land.ts'
import { ownLand } from '../options/own.ts'
import { landChecks, landFacts } from '../queries/land-facts.ts'

/** Land that is registered, changed, passed on, split and joined through files. */
export const objectProvides = [
  provide(knownSources, 'local-tax.land-facts', landFacts),
  provide(optionSources, 'local-tax.own-land', ownLand),
  provide(caseEffects, 'local-tax.serve-land', serveLand),
  provide(registerChecks, 'pbb-object', landChecks),
]
