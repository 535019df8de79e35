import { dayOf, systemClock } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import { getRule, wholeNumber } from '#modules/rules/index.ts'
import type { KnownSource } from '#modules/services/index.ts'
import { type StallStanding, standingOf } from '../domain.ts'
import { applicantFacts } from './applicant-facts.ts'
import type { StallZone } from './stalls.ts'

export interface StallFact {
  readonly code: string
  readonly market: string
  readonly standing: Exclude<StallStanding, 'taken'>
  readonly area: number
  readonly zone: StallZone
  /** Last day of the present tenure; "" of a free stall. */
  readonly until: string
  readonly goods: string
}

/** Of a trader: who he is, the stalls he holds, and those that nobody holds. Others' stalls are not told. */
export const stallFacts: KnownSource = async (tenant, db, personId) => {
  const today = dayOf(systemClock.now(), tenant.profile.zone)
  const facts = await applicantFacts(tenant, db, personId)
  const renewFrom = await getRule(db, 'market.stall.renew-from', String(facts['villageCode']), today)
  const age = await getRule(db, 'market.stall.trader-age', String(facts['villageCode']), today)
  const stalls = await listStallsFor(db, personId, today.toString())
  return {
    ...facts,
    renewDays: wholeNumber(renewFrom),
    traderAge: wholeNumber(age),
    stalls: stalls.map((stall) => ({ ...stall })),
  }
}

/** The stalls that somebody may apply for on a day: free ones, and his own. */
export async function listStallsFor(db: AnyHandle, personId: string, today: string): Promise<StallFact[]> {
  const rows = await db
    .selectFrom('licensing.stall as s')
    .leftJoin('licensing.tenure as t', (join) => join.onRef('t.stall_code', '=', 's.code').on('t.ended_on', 'is', null))
    .select(['s.code', 's.market', 's.area_m2', 's.zone', 't.holder_person_id', 't.to_on', 't.goods'])
    .where('s.closed_on', 'is', null)
    .orderBy('s.code')
    .execute()
  return rows.flatMap((row): StallFact[] => {
    const tenure =
      row.holder_person_id && row.to_on ? { holderPersonId: row.holder_person_id, toOn: row.to_on } : undefined
    const standing = standingOf(tenure, personId, today)
    if (standing === 'taken') return []
    const isMine = standing === 'mine'
    return [
      {
        code: row.code,
        market: row.market,
        standing,
        area: Number(row.area_m2),
        zone: row.zone,
        until: isMine ? (row.to_on ?? '') : '',
        goods: isMine ? (row.goods ?? '') : '',
      },
    ]
  })
}
