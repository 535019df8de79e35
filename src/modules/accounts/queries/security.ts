import type { AnyHandle } from '#kernel/db/database.ts'

export interface SessionItem {
  readonly id: string
  readonly userAgent: string
  readonly createdAt: Date
  readonly lastUsedAt: Date
}

export interface PasskeyItem {
  readonly id: string
  readonly name: string | undefined
  readonly createdAt: Date
}

export interface SecurityState {
  readonly sessions: readonly SessionItem[]
  readonly passkeys: readonly PasskeyItem[]
  readonly hasAuthenticator: boolean
}

export async function securityState(db: AnyHandle, accountId: string, now: Temporal.Instant): Promise<SecurityState> {
  const [sessions, passkeys, hasTotp] = await Promise.all([
    db
      .selectFrom('accounts.auth_session')
      .select(['id', 'user_agent', 'created_at', 'last_used_at'])
      .where('user_id', '=', accountId)
      .where('expires_at', '>', new Date(now.epochMilliseconds))
      .orderBy('last_used_at', 'desc')
      .limit(50)
      .execute(),
    db
      .selectFrom('accounts.auth_passkey')
      .select(['id', 'name', 'created_at'])
      .where('user_id', '=', accountId)
      .orderBy('created_at')
      .execute(),
    hasAuthenticator(db, accountId),
  ])
  return {
    sessions: sessions.map((row) => ({
      id: row.id,
      userAgent: row.user_agent ?? '',
      createdAt: row.created_at,
      lastUsedAt: row.last_used_at,
    })),
    passkeys: passkeys.map((row) => ({ id: row.id, name: row.name ?? undefined, createdAt: row.created_at })),
    hasAuthenticator: hasTotp,
  }
}

export async function hasAuthenticator(db: AnyHandle, accountId: string): Promise<boolean> {
  const row = await db
    .selectFrom('accounts.auth_user')
    .select('two_factor_enabled')
    .where('id', '=', accountId)
    .executeTakeFirst()
  return row?.two_factor_enabled ?? false
}

export async function hasPasskey(db: AnyHandle, accountId: string): Promise<boolean> {
  const row = await db
    .selectFrom('accounts.auth_passkey')
    .select('id')
    .where('user_id', '=', accountId)
    .limit(1)
    .executeTakeFirst()
  return Boolean(row)
}

export async function findPasswordHash(db: AnyHandle, accountId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('accounts.auth_account')
    .select('password')
    .where('user_id', '=', accountId)
    .where('provider_id', '=', 'credential')
    .executeTakeFirst()
  return row?.password ?? undefined
}

/** An authenticator that was begun and not yet confirmed, encrypted as better-auth stores it. */
export async function findPendingSecret(db: AnyHandle, accountId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('accounts.auth_two_factor')
    .select('secret')
    .where('user_id', '=', accountId)
    .where('verified', '=', false)
    .executeTakeFirst()
  return row?.secret
}
