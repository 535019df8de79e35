import type { Selectable } from 'kysely'
import { dateOf } from '#kernel/clock/clock.ts'
import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { type DeliveryState, movesOn } from '../domain.ts'
import type { DeliveryTable } from '../tables.ts'

export type DeliveryRow = Selectable<DeliveryTable>

export const addressContext = 'messaging.delivery.address'

export async function lockDelivery(tx: WriteHandle, id: string): Promise<DeliveryRow | undefined> {
  return tx.selectFrom('messaging.delivery').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/**
 * Moves a delivery on by news, never back. One that failed hands the message to the next channel.
 * @returns false when the news change nothing: told before, or overtaken
 */
export async function followDelivery(
  tx: WriteHandle,
  context: CommandContext,
  row: DeliveryRow,
  state: Exclude<DeliveryState, 'queued' | 'sending'>,
  news: { readonly at: Temporal.Instant; readonly error?: string | undefined },
): Promise<boolean> {
  if (!movesOn(row.state, state)) return false
  await tx
    .updateTable('messaging.delivery')
    .set({
      state,
      started_at: null,
      [`${state}_at`]: dateOf(news.at),
      ...(news.error === undefined ? {} : { last_error: news.error.slice(0, 500) }),
    })
    .where('id', '=', row.id)
    .execute()
  if (state === 'failed') {
    await context.enqueue(
      'messaging.deliver-message',
      { messageId: row.message_id, origin: row.origin },
      { key: `deliver-message:${row.message_id}` },
    )
  }
  return true
}
