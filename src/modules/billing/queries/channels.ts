import { instantOf } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'

export interface ChannelCheck {
  readonly channel: string
  readonly checkedAt: Temporal.Instant
  readonly listed: number
  readonly added: number
}

export async function listChannelChecks(db: AnyHandle): Promise<ChannelCheck[]> {
  const rows = await db.selectFrom('billing.channel_check').selectAll().orderBy('channel').execute()
  return rows.map((row) => ({
    channel: row.channel,
    checkedAt: instantOf(row.checked_at),
    listed: row.listed,
    added: row.added,
  }))
}

/** From when the list of a channel has to be read: a day of overlap, because banks book late. */
export async function sinceLastCheck(db: AnyHandle, channel: string, now: Temporal.Instant): Promise<Temporal.Instant> {
  const row = await db
    .selectFrom('billing.channel_check')
    .select('checked_at')
    .where('channel', '=', channel)
    .executeTakeFirst()
  return row ? instantOf(row.checked_at).subtract({ hours: 24 }) : now.subtract({ hours: 24 * 31 })
}

export async function listKnownReferences(
  db: AnyHandle,
  channel: string,
  references: readonly string[],
): Promise<ReadonlySet<string>> {
  if (references.length === 0) return new Set()
  const rows = await db
    .selectFrom('billing.payment')
    .select('reference')
    .where('channel', '=', channel)
    .where('reference', 'in', references)
    .execute()
  return new Set(rows.map((row) => row.reference))
}
