import { createHash } from 'node:crypto'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { OneTimeLinkTable } from '../tables.ts'

export interface LinkView {
  readonly accountName: string | undefined
  readonly email: string | undefined
}

/** What a link would do, without using it; undefined when it no longer works. */
export async function findLink(
  db: AnyHandle,
  token: string,
  purpose: OneTimeLinkTable['purpose'],
  now: Temporal.Instant,
): Promise<LinkView | undefined> {
  const row = await db
    .selectFrom('accounts.one_time_link as l')
    .leftJoin('accounts.account as a', 'a.id', 'l.account_id')
    .select(['l.email', 'a.display_name'])
    .where('l.token_hash', '=', createHash('sha256').update(token).digest())
    .where('l.purpose', '=', purpose)
    .where('l.used_at', 'is', null)
    .where('l.expires_at', '>', new Date(now.epochMilliseconds))
    .executeTakeFirst()
  return row && { accountName: row.display_name ?? undefined, email: row.email ?? undefined }
}
