import { dayOf } from '#kernel/clock/clock.ts'
import { ageOn, getPerson } from '#modules/people/index.ts'
import { getRule, wholeNumber } from '#modules/rules/index.ts'
import { giveChildCard } from '../cards/child-cards.ts'
import type { AfterBirth } from './after-birth.ts'

/**
 * The card of a newborn comes with its certificate. An older child needs a photo on it, for which its parents apply.
 * @basis Permendagri 2/2016 pasal 3 ayat (1): KIA diterbitkan bersamaan dengan kutipan akta kelahiran
 */
export const childCardAtBirth: AfterBirth = async (input, child) => {
  const { tx, context } = input
  const today = dayOf(context.now, context.tenant.profile.zone)
  const photoFrom = await getRule(tx, 'identity-documents.child-card.photo-from', input.territoryCode, today)
  if (ageOn(child.bornOn, today) >= wholeNumber(photoFrom)) return []
  const { documents } = await giveChildCard(input, await getPerson(tx, child.personId), 'birth')
  return documents
}
