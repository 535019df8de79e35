import type { AnyHandle } from '#kernel/db/database.ts'

/** Whether a session still stands: what was begun in it must not outlive it. */
export async function isSessionAlive(db: AnyHandle, sessionId: string, now: Temporal.Instant): Promise<boolean> {
  const row = await db
    .selectFrom('accounts.auth_session')
    .select('expires_at')
    .where('id', '=', sessionId)
    .executeTakeFirst()
  return row !== undefined && row.expires_at.getTime() > now.epochMilliseconds
}
