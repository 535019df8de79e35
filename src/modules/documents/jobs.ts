import { sql } from 'kysely'
import { dayOf } from '#kernel/clock/clock.ts'
import type { JobContext } from '#kernel/define/module.ts'
import { listRevoked } from './commands/list-revoked.ts'

/** Every minute: makes the list of revoked codes anew when there is none yet, something was revoked since, or the day is another. */
export async function listRevokedJob(_payload: unknown, context: JobContext): Promise<void> {
  const { db, clock, tenant } = context
  const { rows } = await sql<{ listed: Date | null; revoked: Date | null }>`
    select (select max(made_at) from documents.revocation_filter) as listed,
      (select max(revoked_at) from documents.issued where revoked_at is not null) as revoked`.execute(db)
  const { listed, revoked } = rows[0] ?? { listed: null, revoked: null }
  const day = (date: Date) =>
    dayOf(Temporal.Instant.fromEpochMilliseconds(date.getTime()), tenant.profile.zone).toString()
  const today = dayOf(clock.now(), tenant.profile.zone).toString()
  if (listed && day(listed) === today && (!revoked || revoked < listed)) return
  await context.run(listRevoked, {})
}
