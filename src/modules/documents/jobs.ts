import { dayOf, instantOf } from '#kernel/clock/clock.ts'
import type { JobContext } from '#kernel/define/module.ts'
import { listRevoked } from './commands/list-revoked.ts'
import { countRevoked } from './queries/offline-data.ts'

/**
 * Every minute: makes the list of revoked codes anew when there is none yet, something was revoked since, or the day is another.
 * Told by how many there are and not by when: a revocation that was long in committing is older than a list without it.
 */
export async function listRevokedJob(_payload: unknown, context: JobContext): Promise<void> {
  const { db, clock, tenant } = context
  const list = await db
    .selectFrom('documents.revocation_filter')
    .select(['made_at', 'revoked_total'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  const day = (at: Temporal.Instant) => dayOf(at, tenant.profile.zone).toString()
  const isOfToday = list && day(instantOf(list.made_at)) === day(clock.now())
  if (isOfToday && list.revoked_total === (await countRevoked(db))) return
  await context.run(listRevoked, {})
}
