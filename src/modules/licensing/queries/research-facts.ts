import { dayOf, systemClock } from '#kernel/clock/clock.ts'
import { getRule, wholeNumber } from '#modules/rules/index.ts'
import { applicantFacts, type KnownSource } from '#modules/services/index.ts'

/** Of a researcher: who he is, and for how many months a letter may hold. */
export const researchFacts: KnownSource = async (tenant, db, personId) => {
  const facts = await applicantFacts(tenant, db, personId)
  const today = dayOf(systemClock.now(), tenant.profile.zone)
  const validity = await getRule(db, 'research-permit.valid-for', String(facts['villageCode']), today)
  return { ...facts, letterMonths: wholeNumber(validity) }
}
