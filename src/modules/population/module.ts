import { provide } from '#kernel/define/extension-point.ts'
import { defineModule } from '#kernel/define/module.ts'
import { caseEffects, effectUndos, knownSources, registerChecks } from '#modules/services/index.ts'
import { announceChild } from './commands/announce-child.ts'
import { tellNextSteps } from './commands/tell-next-steps.ts'
import { correctDeath } from './effects/correct-death.ts'
import { registerDeath } from './effects/register-death.ts'
import { voidDeath } from './effects/void-death.ts'
import { announceChildJob, tellNextStepsJob } from './jobs.ts'
import { ownDataRoutes } from './own-data/routes.tsx'
import { birthProvides } from './provides/births.ts'
import { cardCommands, cardCron, cardJobs, cardPermissions, cardProvisions, cardRoutes } from './provides/cards.ts'
import { changeProvides } from './provides/changes.ts'
import { contradictionProvides } from './provides/contradictions.ts'
import { familyLawProvides, familyLawRoutes } from './provides/family-law.ts'
import {
  movingCommands,
  movingCron,
  movingJobs,
  movingPermissions,
  movingProvides,
  movingRoutes,
} from './provides/moving.ts'
import { nationalProvides } from './provides/national.ts'
import { officeLawProvides } from './provides/office-law.ts'
import { deathChecks } from './queries/death-checks.ts'
import { deathFacts } from './queries/death-facts.ts'

export const population = defineModule({
  name: 'population',
  routes: [...movingRoutes, ...familyLawRoutes, ...cardRoutes, ...ownDataRoutes],
  commands: [...movingCommands, ...cardCommands, announceChild, tellNextSteps],
  permissions: { ...movingPermissions, ...cardPermissions },
  jobs: {
    ...movingJobs,
    ...cardJobs,
    'population.announce-child': announceChildJob,
    'population.tell-next-steps': tellNextStepsJob,
  },
  subscriptions: { 'population.child-registered.v1': 'population.tell-next-steps' },
  cron: [...movingCron, ...cardCron],
  provides: [
    ...familyLawProvides,
    ...movingProvides,
    ...birthProvides,
    ...changeProvides,
    ...nationalProvides,
    ...contradictionProvides,
    provide(caseEffects, 'population.register-death', registerDeath),
    provide(caseEffects, 'population.correct-death', correctDeath),
    provide(effectUndos, 'population.register-death', voidDeath),
    provide(knownSources, 'population.death-facts', deathFacts),
    provide(registerChecks, 'death-certificate', deathChecks),
    ...cardProvisions,
    ...officeLawProvides,
  ],
})
