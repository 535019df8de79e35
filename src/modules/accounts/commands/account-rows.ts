import type { WriteHandle } from '#kernel/db/database.ts'
import { newId } from '#kernel/ids.ts'
import type { AccountKind } from '../auth/sign-in-name.ts'

export interface NewAccount {
  readonly kind: AccountKind
  readonly personId: string
  readonly displayName: string
  /** Synthetic, see `authEmail`. */
  readonly authEmail: string
  readonly phone?: string | undefined
  readonly email?: string | undefined
  /** argon2id; without one the account waits for its first password. */
  readonly passwordHash?: string | undefined
}

/** The three rows that make an account. @returns its id */
export async function insertAccount(tx: WriteHandle, account: NewAccount): Promise<string> {
  const id = newId<'account'>()
  await tx
    .insertInto('accounts.account')
    .values({
      id,
      kind: account.kind,
      person_id: account.personId,
      display_name: account.displayName,
      phone: account.phone ?? null,
      email: account.email ?? null,
    })
    .execute()
  await tx
    .insertInto('accounts.auth_user')
    .values({ id, name: account.displayName, email: account.authEmail, email_verified: true })
    .execute()
  if (account.passwordHash) await setPasswordHash(tx, id, account.passwordHash)
  return id
}

/** Stores the credential of an account, its first or a new one. */
export async function setPasswordHash(tx: WriteHandle, accountId: string, hash: string): Promise<void> {
  const changed = await tx
    .updateTable('accounts.auth_account')
    .set({ password: hash, updated_at: new Date() })
    .where('user_id', '=', accountId)
    .where('provider_id', '=', 'credential')
    .executeTakeFirst()
  if (changed.numUpdatedRows > 0n) return
  await tx
    .insertInto('accounts.auth_account')
    .values({ id: newId(), user_id: accountId, account_id: accountId, provider_id: 'credential', password: hash })
    .execute()
}

/** Ends the sessions of an account, all or all but one. @returns how many */
export async function endSessions(tx: WriteHandle, accountId: string, exceptSessionId?: string): Promise<number> {
  let query = tx.deleteFrom('accounts.auth_session').where('user_id', '=', accountId)
  if (exceptSessionId) query = query.where('id', '!=', exceptSessionId)
  return Number((await query.executeTakeFirst()).numDeletedRows)
}
