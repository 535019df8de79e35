import { randomBytes } from 'node:crypto'
import { newId } from '#kernel/ids.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { sessionCookieName } from './auth/instance.ts'
import { sign } from './auth/signed-cookie.ts'
import { sessionDays } from './domain.ts'

export interface SignInOptions {
  /** Also proves identity again, as at /akun/bukti. */
  readonly elevated?: boolean | undefined
  /** The moment of signing in; the present when left out. */
  readonly at?: Temporal.Instant | undefined
}

/** Tests only: opens a session for an account and gives the value of a Cookie header that carries it. */
export async function signInAs(tenant: Tenant, accountId: string, options: SignInOptions = {}): Promise<string> {
  const at = (options.at ?? Temporal.Now.instant()).epochMilliseconds
  const { kind } = await tenant.pools.write
    .selectFrom('accounts.account')
    .select('kind')
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow()
  const token = randomBytes(24).toString('base64url')
  await tenant.pools.write
    .insertInto('accounts.auth_session')
    .values({
      id: newId(),
      user_id: accountId,
      token,
      expires_at: new Date(at + sessionDays[kind] * 86_400_000),
      elevated_until: options.elevated ? new Date(at + 3_600_000) : null,
      created_at: new Date(at),
    })
    .execute()
  return `${sessionCookieName(false)}=${sign(tenant, token)}`
}

export { actingPosition } from './session-source.ts'
