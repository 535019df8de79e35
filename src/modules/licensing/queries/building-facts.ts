import { dayOf, systemClock } from '#kernel/clock/clock.ts'
import { getRule } from '#modules/rules/index.ts'
import type { KnownSource } from '#modules/services/index.ts'
import { applicantFacts } from './applicant-facts.ts'

/** Of an applicant for a building approval: who he is, and up to what size the law calls a home one for low incomes. */
export const buildingFacts: KnownSource = async (tenant, db, personId) => {
  const facts = await applicantFacts(tenant, db, personId)
  const today = dayOf(systemClock.now(), tenant.profile.zone)
  const rule = await getRule(db, 'licensing.building.low-income-area', String(facts['villageCode']), today)
  return { ...facts, lowIncomeArea: Number(rule.value) }
}
