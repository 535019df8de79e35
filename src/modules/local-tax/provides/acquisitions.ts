import { provide } from '#kernel/define/extension-point.ts'
import {
  caseEffects,
  decisionFindings,
  effectUndos,
  knownSources,
  optionSources,
  registerChecks,
} from '#modules/services/index.ts'
import {
  checkAcquisition,
  dropAcquisition,
  passAcquired,
  unvalidateAcquisition,
  validateAcquisition,
} from '../effects/acquisition.ts'
import { assessShortfall } from '../effects/acquisition-shortfall.ts'
import { ownFirms } from '../options/own.ts'
import { acquisitionChecks, acquisitionFindings } from '../queries/acquisition-checks.ts'
import { acquisitionFacts } from '../queries/acquisition-facts.ts'

/** Land that somebody acquires, and its tax (BPHTB), through files. */
export const acquisitionProvides = [
  provide(knownSources, 'local-tax.acquisition-facts', acquisitionFacts),
  provide(optionSources, 'local-tax.own-firms', ownFirms),
  provide(caseEffects, 'local-tax.check-acquisition', checkAcquisition),
  provide(effectUndos, 'local-tax.check-acquisition', dropAcquisition),
  provide(caseEffects, 'local-tax.validate-acquisition', validateAcquisition),
  provide(effectUndos, 'local-tax.validate-acquisition', unvalidateAcquisition),
  provide(caseEffects, 'local-tax.pass-acquired', passAcquired),
  provide(caseEffects, 'local-tax.assess-shortfall', assessShortfall),
  provide(registerChecks, 'bphtb', acquisitionChecks),
  provide(decisionFindings, 'bphtb', acquisitionFindings),
]
