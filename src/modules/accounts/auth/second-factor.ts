import { AppError } from '#kernel/errors.ts'
import { isSecure } from '#kernel/http/cookies.ts'
import { countAttempt } from '#kernel/http/rate-limit.ts'
import type { RouteContext } from '#kernel/http/route.ts'
import { authCookieName } from './instance.ts'
import { readSigned } from './signed-cookie.ts'

/** Whose second factor is being asked for: the password was right, the code is still missing. */
export async function findChallengedAccount({ tenant, request, clock }: RouteContext): Promise<string | undefined> {
  const cookie = request.cookies[authCookieName('two_factor', isSecure(request))]
  const identifier = cookie && readSigned(tenant, cookie)
  if (!identifier) return undefined
  const row = await tenant.pools.write
    .selectFrom('accounts.auth_verification')
    .select('value')
    .where('identifier', '=', identifier)
    .where('expires_at', '>', new Date(clock.now().epochMilliseconds))
    .executeTakeFirst()
  return row?.value
}

/** A code counts once (RFC 6238 section 5.2), for as long as it could still be valid. */
export async function claimCode({ tenant }: RouteContext, accountId: string, code: string): Promise<boolean> {
  const once = { attempts: 1, perSeconds: 120 }
  return countAttempt(tenant, `accounts.code:${accountId}:${code}`, once).then(
    () => true,
    (error: unknown) => {
      if (error instanceof AppError && error.code === 'too-many-requests') return false
      throw error
    },
  )
}
