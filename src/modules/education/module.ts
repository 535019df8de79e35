import { provide } from '#kernel/define/extension-point.ts'
import { defineModule } from '#kernel/define/module.ts'
import { caseEffects, effectUndos, knownSources } from '#modules/services/index.ts'
import { awardScholarship, endScholarship } from './effects/award-scholarship.ts'
import { scholarshipFacts } from './queries/scholarship-facts.ts'

export const education = defineModule({
  name: 'education',
  routes: [],
  commands: [],
  permissions: {},
  provides: [
    provide(knownSources, 'education.scholarship-facts', scholarshipFacts),
    provide(caseEffects, 'education.award-scholarship', awardScholarship),
    provide(effectUndos, 'education.award-scholarship', endScholarship),
  ],
})
