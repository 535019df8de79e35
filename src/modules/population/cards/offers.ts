import { ageOn } from '#modules/people/index.ts'
import type { Card } from './queries/cards.ts'

/** What a person's page of cards offers to apply for. */
export type CardOffer = 'first' | 'again' | 'kia'

/** Whoever is older than that by so many years has a card from before, as nearly everybody. */
const yearsToRecord = 3
/** A card is applied for this long before the age is reached, so that it is there on the day. */
const yearsAhead = 1

/**
 * For a household: a first card while somebody has just grown into it, another print for those whose card was printed before
 * there were books here, a child card for the younger.
 */
export function offersFor(
  people: readonly { readonly id: string; readonly birthOn: string }[],
  known: {
    readonly cards: readonly Pick<Card, 'personId' | 'kind'>[]
    readonly today: Temporal.PlainDate
    /** In years. */
    readonly cardAge: number
  },
): ReadonlySet<CardOffer> {
  const offers = new Set<CardOffer>()
  for (const { id, birthOn } of people) {
    const own = known.cards.filter((card) => card.personId === id).map((card) => card.kind)
    const age = ageOn(birthOn, known.today)
    const mayBeFirst = age >= known.cardAge - yearsAhead && age < known.cardAge + yearsToRecord
    if (mayBeFirst && !own.includes('ktp-el')) offers.add('first')
    if (age >= known.cardAge + yearsToRecord && !own.includes('ktp-el')) offers.add('again')
    if (age < known.cardAge && !own.includes('kia')) offers.add('kia')
  }
  return offers
}
