import type { AnyHandle } from '#kernel/db/database.ts'
import type { Channel, DeliveryState } from '../domain.ts'
import { deliveriesOf } from './deliveries.ts'

/** How a message left the house, as its receiver may see it. */
export interface Sending {
  readonly channel: Channel
  readonly state: DeliveryState
  readonly address: string
  readonly at: Temporal.Instant
}

export interface InboxMessage {
  readonly id: string
  readonly title: string
  readonly body: string
  readonly link: string | undefined
  readonly createdAt: Temporal.Instant
  readonly isRead: boolean
  readonly sendings: readonly Sending[]
}

export const inboxPageSize = 30

/** Newest first. @param before id of the last message of the page before */
export async function listMessages(
  db: AnyHandle,
  accountId: string,
  before?: string,
): Promise<{ rows: InboxMessage[]; next: string | undefined }> {
  const base = db
    .selectFrom('messaging.message')
    .selectAll()
    .where('account_id', '=', accountId)
    .orderBy('id', 'desc')
    .limit(inboxPageSize + 1)
  const rows = await (before ? base.where('id', '<', before) : base).execute()
  const shown = rows.slice(0, inboxPageSize)
  const sendings = await deliveriesOf(
    db,
    shown.map((row) => row.id),
  )
  return {
    rows: shown.map((row) => ({
      id: row.id,
      title: row.title,
      body: row.body,
      link: row.link ?? undefined,
      createdAt: Temporal.Instant.fromEpochMilliseconds(row.created_at.getTime()),
      isRead: row.read_at !== null,
      sendings: sendings.get(row.id) ?? [],
    })),
    next: rows.length > inboxPageSize ? shown.at(-1)?.id : undefined,
  }
}

export async function countUnread(db: AnyHandle, accountId: string): Promise<number> {
  const row = await db
    .selectFrom('messaging.message')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('account_id', '=', accountId)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow()
  return row.n
}

export async function findMessage(db: AnyHandle, id: string) {
  return db.selectFrom('messaging.message').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function findMail(db: AnyHandle, id: string) {
  return db.selectFrom('messaging.mail').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function listRecentMail(db: AnyHandle, limit: number) {
  return db.selectFrom('messaging.mail').selectAll().orderBy('created_at', 'desc').limit(limit).execute()
}

/** What the simulated telephones of a demo region show. */
export async function listSimulatedWhatsApp(db: AnyHandle, limit: number) {
  return db
    .selectFrom('messaging.simulated_whatsapp')
    .select(['id', 'recipient_masked', 'body', 'mood', 'made_at'])
    .orderBy('made_at', 'desc')
    .limit(limit)
    .execute()
}
