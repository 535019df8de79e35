import { provide } from '#kernel/define/extension-point.ts'
import { caseEffects, effectUndos, knownSources, registerChecks } from '#modules/services/index.ts'
import { undoChange } from '../changes/undo-change.ts'
import { announceMarriage } from '../family-law/announce-marriage.ts'
import { childChecks } from '../family-law/child-checks.ts'
import { correctMarriage } from '../family-law/correct-marriage.ts'
import { coupleFacts } from '../family-law/couple-facts.ts'
import { divorceChecks } from '../family-law/divorce-checks.ts'
import { marriageChecks } from '../family-law/marriage-checks.ts'
import { marriageFacts } from '../family-law/marriage-facts.ts'
import { marriageNotices } from '../family-law/notice-routes.tsx'
import { registerAnnulment } from '../family-law/register-annulment.ts'
import { registerAdoption, registerLegitimation, registerRecognition } from '../family-law/register-child-events.ts'
import { registerDivorce } from '../family-law/register-divorce.ts'
import { registerKuaMarriage } from '../family-law/register-kua-marriage.ts'
import { registerMarriage } from '../family-law/register-marriage.ts'
import { voidFamilyEntry } from '../family-law/void-entry.ts'

/** Open to everybody: the notice board of marriages. */
export const familyLawRoutes = [marriageNotices]

/** Marriage, divorce, and what follows for children. */
export const familyLawProvides = [
  provide(caseEffects, 'population.announce-marriage', announceMarriage),
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
  provide(caseEffects, 'population.register-annulment', registerAnnulment),
  provide(effectUndos, 'population.register-annulment', voidFamilyEntry),
  provide(registerChecks, 'marriage-annulment', divorceChecks),
  provide(caseEffects, 'population.register-recognition', registerRecognition),
  provide(effectUndos, 'population.register-recognition', undoChange),
  provide(registerChecks, 'child-recognition', childChecks),
  provide(caseEffects, 'population.register-legitimation', registerLegitimation),
  provide(effectUndos, 'population.register-legitimation', undoChange),
  provide(registerChecks, 'child-legitimation', childChecks),
  provide(caseEffects, 'population.register-adoption', registerAdoption),
  provide(effectUndos, 'population.register-adoption', undoChange),
  provide(registerChecks, 'child-adoption', childChecks),
]
