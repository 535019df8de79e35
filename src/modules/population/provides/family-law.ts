import { provide } from '#kernel/define/extension-point.ts'
import { caseEffects, effectUndos, knownSources, registerChecks } from '#modules/services/index.ts'
import { correctMarriage } from '../family-law/correct-marriage.ts'
import { coupleFacts } from '../family-law/couple-facts.ts'
import { divorceChecks } from '../family-law/divorce-checks.ts'
import { marriageChecks } from '../family-law/marriage-checks.ts'
import { marriageFacts } from '../family-law/marriage-facts.ts'
import { registerDivorce } from '../family-law/register-divorce.ts'
import { registerKuaMarriage } from '../family-law/register-kua-marriage.ts'
import { registerMarriage } from '../family-law/register-marriage.ts'
import { voidFamilyEntry } from '../family-law/void-entry.ts'

/** Marriage, divorce, and what follows for children. */
export const familyLawProvides = [
  provide(caseEffects, 'population.register-marriage', registerMarriage),
  provide(caseEffects, 'population.correct-marriage', correctMarriage),
  provide(effectUndos, 'population.register-marriage', voidFamilyEntry),
  provide(knownSources, 'population.marriage-facts', marriageFacts),
  provide(registerChecks, 'marriage', marriageChecks),
  provide(caseEffects, 'population.register-divorce', registerDivorce),
  provide(effectUndos, 'population.register-divorce', voidFamilyEntry),
  provide(knownSources, 'population.couple-facts', coupleFacts),
  provide(registerChecks, 'divorce', divorceChecks),
  provide(caseEffects, 'population.register-kua-marriage', registerKuaMarriage),
  provide(effectUndos, 'population.register-kua-marriage', voidFamilyEntry),
  provide(registerChecks, 'marriage-kua', marriageChecks),
]
