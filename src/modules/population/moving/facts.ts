import { dayOf, systemClock } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { getRule, wholeNumber } from '#modules/rules/index.ts'
import type { Known } from '#modules/services/index.ts'
import { findOwnRegion, listClosedPlaces } from '#modules/territory/index.ts'
import { cardFacts } from '../cards/card-facts.ts'

/** Beyond so many the desk and the signature refuse alone. */
const mostClosed = 500

/** What registers know of somebody who moves: himself and his card, where nobody can move to, how long a letter holds. */
export async function movingFacts(tenant: Tenant, db: AnyHandle, personId: string): Promise<Known> {
  const facts = await cardFacts(tenant, db, personId)
  const own = (await findOwnRegion(db))?.code ?? ''
  const today = dayOf(systemClock.now(), tenant.profile.zone)
  const closed = await listClosedPlaces(db, mostClosed)
  return {
    ...facts,
    ownRegion: own,
    letterDays: wholeNumber(await getRule(db, 'moving.letter-valid', own, today)),
    closedPlaces: closed.map(({ villageCode, rt, rw }) => ({ village: villageCode, rt, rw })),
  }
}
