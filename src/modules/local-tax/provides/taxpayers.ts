import { provide } from '#kernel/define/extension-point.ts'
import { caseEffects, effectUndos, knownSources, optionSources, registerChecks } from '#modules/services/index.ts'
import { changeTaxpayer } from '../effects/change-taxpayer.ts'
import { closeRegistered, registerTaxpayerByFile } from '../effects/register-taxpayer.ts'
import { ownObjects, ownTaxpayers } from '../options/own.ts'
import { registrationChecks } from '../queries/taxpayer-checks.ts'
import { taxpayerFacts } from '../queries/taxpayer-facts.ts'

/** Registration of taxpayers, changes of them, and their end, through files. */
export const taxpayerProvides = [
  provide(knownSources, 'local-tax.taxpayer-facts', taxpayerFacts),
  provide(caseEffects, 'local-tax.register-taxpayer', registerTaxpayerByFile),
  provide(effectUndos, 'local-tax.register-taxpayer', closeRegistered),
  provide(registerChecks, 'taxpayer-registration', registrationChecks),
  provide(caseEffects, 'local-tax.change-taxpayer', changeTaxpayer),
  provide(optionSources, 'local-tax.own-taxpayers', ownTaxpayers),
  provide(optionSources, 'local-tax.own-objects', ownObjects),
]
