import { sql } from 'kysely'
import type { Actor } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError } from '#kernel/errors.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'

/**
 * Counts questions of a partner's program against the daily limit of its key, inside the command that answers them.
 * @throws too-many-requests when the limit of the day is reached; the key works again tomorrow
 */
export async function countUse(
  tx: WriteHandle,
  tenant: Tenant,
  use: { readonly actor: Actor; readonly permission: string; readonly now: Temporal.Instant; readonly times?: number },
): Promise<void> {
  const { actor, permission, now, times = 1 } = use
  if (!actor.partner) return
  const day = dayOf(now, tenant.profile.zone)
  const { rows } = await sql<{ total: number; limited: number }>`
    with counted as (
      insert into partners.usage as u (key_id, day, permission, asked)
      values (${actor.partner.keyId}, ${day.toString()}, ${permission}, ${times})
      on conflict (key_id, day, permission) do update set asked = u.asked + excluded.asked returning asked)
    select (select asked from counted)::int + coalesce((select sum(asked) from partners.usage
        where key_id = ${actor.partner.keyId} and day = ${day.toString()} and permission <> ${permission}), 0)::int as total,
      daily_limit as limited
    from partners.key where id = ${actor.partner.keyId}`.execute(tx)
  const row = rows[0]
  if (row && row.total > row.limited) {
    const tomorrow = day.add({ days: 1 }).toZonedDateTime(tenant.profile.zone).toInstant()
    throw new AppError('too-many-requests', { params: { seconds: Math.ceil(now.until(tomorrow).total('seconds')) } })
  }
}
