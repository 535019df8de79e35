import { provide } from '#kernel/define/extension-point.ts'
import { caseEffects, effectUndos, knownSources, registerChecks } from '#modules/services/index.ts'
import { cardFacts } from '../cards/card-facts.ts'
import { familyCardChecks } from '../cards/family-card-checks.ts'
import { joinFamilyCard, openFamilyCard, replaceFamilyCard, undoFamilyCard } from '../cards/family-cards.ts'

/** Family cards, identity cards and cards of children. */
export const cardProvisions = [
  provide(caseEffects, 'population.open-family-card', openFamilyCard),
  provide(caseEffects, 'population.join-family-card', joinFamilyCard),
  provide(caseEffects, 'population.replace-family-card', replaceFamilyCard),
  provide(effectUndos, 'population.open-family-card', undoFamilyCard),
  provide(effectUndos, 'population.join-family-card', undoFamilyCard),
  provide(effectUndos, 'population.replace-family-card', undoFamilyCard),
  provide(knownSources, 'population.card-facts', cardFacts),
  provide(registerChecks, 'family-card-new', familyCardChecks),
  provide(registerChecks, 'family-card-split', familyCardChecks),
  provide(registerChecks, 'family-card-join', familyCardChecks),
  provide(registerChecks, 'family-card-replacement', familyCardChecks),
]
