import { provide } from '#kernel/define/extension-point.ts'
import { defineModule } from '#kernel/define/module.ts'
import {
  caseEffects,
  costFormulas,
  effectUndos,
  knownSources,
  optionSources,
  registerChecks,
} from '#modules/services/index.ts'
import { letStall, takeBackStall } from './effects/let-stall.ts'
import { endApproval, registerBuildingApproval, registerStandardCertificate } from './effects/register-approval.ts'
import { buildingRetributionFormula } from './formulas/building-retribution.ts'
import { freeStalls } from './options/free-stalls.ts'
import { buildingFacts } from './queries/building-facts.ts'
import { businessFacts } from './queries/business-facts.ts'
import { buildingChecks, certificateChecks, stallChecks } from './queries/desk-checks.ts'
import { researchFacts } from './queries/research-facts.ts'
import { stallFacts } from './queries/stall-facts.ts'
import { exportStalls, stalls } from './routes.tsx'

export const licensing = defineModule({
  name: 'licensing',
  routes: [stalls, ...exportStalls],
  commands: [],
  permissions: {},
  provides: [
    provide(costFormulas, 'licensing.building-retribution', buildingRetributionFormula),
    provide(knownSources, 'licensing.building-facts', buildingFacts),
    provide(knownSources, 'licensing.stall-facts', stallFacts),
    provide(knownSources, 'licensing.business-facts', businessFacts),
    provide(knownSources, 'licensing.research-facts', researchFacts),
    provide(optionSources, 'licensing.free-stalls', freeStalls),
    provide(registerChecks, 'stall-permit', stallChecks),
    provide(registerChecks, 'building-approval', buildingChecks),
    provide(registerChecks, 'standard-certificate', certificateChecks),
    provide(caseEffects, 'licensing.register-building-approval', registerBuildingApproval),
    provide(effectUndos, 'licensing.register-building-approval', endApproval),
    provide(caseEffects, 'licensing.register-standard-certificate', registerStandardCertificate),
    provide(effectUndos, 'licensing.register-standard-certificate', endApproval),
    provide(caseEffects, 'licensing.let-stall', letStall),
    provide(effectUndos, 'licensing.let-stall', takeBackStall),
  ],
})
