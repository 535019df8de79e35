import { sql } from 'kysely'
import { instantOf, type Zone } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { Channel, DeliveryState } from '../domain.ts'
import type { Sending } from './messages.ts'

export async function findDelivery(db: AnyHandle, id: string) {
  return db.selectFrom('messaging.delivery').selectAll().where('id', '=', id).executeTakeFirst()
}

/** How each message went out, by message. */
export async function deliveriesOf(
  db: AnyHandle,
  messageIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Sending[]>> {
  if (messageIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('messaging.delivery')
    .selectAll()
    .where('message_id', 'in', messageIds)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return Map.groupBy(
    rows.map((row) => ({
      messageId: row.message_id,
      channel: row.channel,
      state: row.state,
      address: row.address_masked,
      at: instantOf(row.read_at ?? row.delivered_at ?? row.failed_at ?? row.sent_at ?? row.created_at),
    })),
    (row) => row.messageId,
  )
}

export interface DeliveryFilter {
  readonly channel?: Channel | undefined
  readonly state?: DeliveryState | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly after?: string | undefined
}

export interface ListedDelivery {
  readonly id: string
  readonly messageTitle: string
  readonly channel: Channel
  readonly state: DeliveryState
  readonly address: string
  readonly attempts: number
  readonly lastError: string | undefined
  readonly createdAt: Temporal.Instant
}

export const deliveryPageSize = 40

/** Newest first; failed ones unless another state is asked for. Titles only: what was said is nobody else's business. */
export async function listDeliveries(
  db: AnyHandle,
  filter: DeliveryFilter,
  zone: Zone,
  limit = deliveryPageSize,
): Promise<{ rows: ListedDelivery[]; next: string | undefined }> {
  const { channel, state = 'failed', from, to, after } = filter
  const { rows } = await sql<{
    id: string
    title: string
    channel: Channel
    state: DeliveryState
    address_masked: string
    attempts: number
    last_error: string | null
    created_at: Date
  }>`
    select d.id, m.title, d.channel, d.state, d.address_masked, d.attempts, d.last_error, d.created_at
    from messaging.delivery d join messaging.message m on m.id = d.message_id
    where d.state = ${state}
      ${channel ? sql`and d.channel = ${channel}` : sql``}
      ${from ? sql`and d.created_at >= ${from}::date::timestamp at time zone ${zone}` : sql``}
      ${to ? sql`and d.created_at < (${to}::date + 1)::timestamp at time zone ${zone}` : sql``}
      ${after ? sql`and d.id < ${after}::uuid` : sql``}
    order by d.id desc limit ${limit + 1}`.execute(db)
  const shown = rows.slice(0, limit)
  return {
    rows: shown.map((row) => ({
      id: row.id,
      messageTitle: row.title,
      channel: row.channel,
      state: row.state,
      address: row.address_masked,
      attempts: row.attempts,
      lastError: row.last_error ?? undefined,
      createdAt: instantOf(row.created_at),
    })),
    next: rows.length > limit ? shown.at(-1)?.id : undefined,
  }
}
