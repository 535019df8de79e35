import { provide } from '#kernel/define/extension-point.ts'
import { caseEffects, effectUndos, knownSources, registerChecks } from '#modules/services/index.ts'
import { correctMarriage } from '../family-law/correct-marriage.ts'
import { marriageChecks } from '../family-law/marriage-checks.ts'
import { marriageFacts } from '../family-law/marriage-facts.ts'
import { registerMarriage } from '../family-law/register-marriage.ts'
import { voidFamilyEntry } from '../family-law/void-entry.ts'

/** Marriage, divorce, and what follows for children. */
export const familyLawProvides = [
  provide(caseEffects, 'population.register-marriage', registerMarriage),
  provide(caseEffects, 'population.correct-marriage', correctMarriage),
  provide(effectUndos, 'population.register-marriage', voidFamilyEntry),
  provide(knownSources, 'population.marriage-facts', marriageFacts),
  provide(registerChecks, 'marriage', marriageChecks),
]
