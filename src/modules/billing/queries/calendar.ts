import { instantOf } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'

export async function findCalendarKey(db: AnyHandle, accountId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('billing.calendar_key')
    .select('key')
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return row?.key
}

export async function findCalendarAccount(db: AnyHandle, key: string): Promise<string | undefined> {
  const row = await db.selectFrom('billing.calendar_key').select('account_id').where('key', '=', key).executeTakeFirst()
  return row?.account_id
}

/** Bills that are owed and due between two moments: whom to remind. @param after the last one of those before */
export async function listDueBetween(
  db: AnyHandle,
  from: Temporal.Instant,
  to: Temporal.Instant,
  after: { readonly dueAt: Temporal.Instant; readonly id: string } | undefined,
  limit: number,
): Promise<{ id: string; dueAt: Temporal.Instant }[]> {
  let query = db
    .selectFrom('billing.bill')
    .select(['id', 'due_at'])
    .where('state', 'in', ['issued', 'partly-paid'])
    .where('due_at', '>=', new Date(from.epochMilliseconds))
    .where('due_at', '<', new Date(to.epochMilliseconds))
    .orderBy('due_at')
    .orderBy('id')
    .limit(limit)
  if (after) {
    const at = new Date(after.dueAt.epochMilliseconds)
    query = query.where((eb) =>
      eb.or([eb('due_at', '>', at), eb.and([eb('due_at', '=', at), eb('id', '>', after.id)])]),
    )
  }
  return (await query.execute()).map((row) => ({ id: row.id, dueAt: instantOf(row.due_at) }))
}
