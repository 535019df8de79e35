import { dayOf, systemClock } from '#kernel/clock/clock.ts'
import { getRule, wholeNumber } from '#modules/rules/index.ts'
import type { KnownSource } from '#modules/services/index.ts'
import { applicantFacts } from './applicant-facts.ts'

/** One row of the annex: more than `above` up to and including `upTo` m². */
interface RiskRow {
  readonly kbli: string
  readonly scale: string
  readonly above: number
  readonly upTo: number
  readonly level: string
}

/**
 * Of a business: who answers for it, and the rows of law that say how risky which business is. They are kept with the
 * case, so that its way can be explained years later.
 * @basis PP 28/2025 Lampiran I
 */
export const businessFacts: KnownSource = async (tenant, db, personId) => {
  const today = dayOf(systemClock.now(), tenant.profile.zone)
  const facts = await applicantFacts(tenant, db, personId)
  const region = String(facts['villageCode'])
  const levels = await getRule(db, 'business-risk.levels', region, today)
  const adult = await getRule(db, 'business-risk.adult-age', region, today)
  return {
    ...facts,
    adultAge: wholeNumber(adult),
    risks: (levels.value as readonly RiskRow[]).map(({ kbli, scale, above, upTo, level }) => ({
      kbli,
      scale,
      above,
      upTo,
      level,
    })),
  }
}
