import { isAPIError } from 'better-auth/api'
import { isSecure } from '#kernel/http/cookies.ts'
import type { RouteContext } from '#kernel/http/route.ts'
import { type Auth, addressHeader, authFor } from './instance.ts'

interface AuthAnswer<T> {
  readonly headers: Headers
  readonly response: T
}

/** What better-auth refused, by its code ("INVALID_CODE", "ACCOUNT_DISABLED", ...). */
export class AuthRefusal extends Error {
  constructor(readonly code: string) {
    super(code)
    this.name = 'AuthRefusal'
  }
}

/**
 * Calls better-auth for this request and hands its cookies to the browser.
 * @param options.fresh leaves the present session out, for signing in: a code must never be checked against it
 * @param options.cookies false keeps what better-auth sets from the browser
 * @throws AuthRefusal
 */
export async function callAuth<T>(
  context: RouteContext,
  call: (api: Auth['api'], headers: Headers) => Promise<AuthAnswer<T>>,
  options: { fresh?: boolean; cookies?: boolean } = {},
): Promise<T> {
  const auth = authFor(context.tenant, context.origin, isSecure(context.request))
  try {
    const { headers, response } = await call(auth.api, requestHeaders(context, options.fresh ?? false))
    if (options.cookies !== false)
      for (const cookie of headers.getSetCookie()) context.reply.header('set-cookie', cookie)
    return response
  } catch (error) {
    if (!isAPIError(error)) throw error
    throw new AuthRefusal(error.body?.code ?? String(error.status))
  }
}

function requestHeaders({ request, origin }: RouteContext, fresh: boolean): Headers {
  const cookies = (request.headers.cookie ?? '')
    .split(/;\s*/)
    .filter((cookie) => !fresh || !cookie.includes('session_token='))
    .join('; ')
  return new Headers({
    cookie: cookies,
    origin,
    'user-agent': request.headers['user-agent'] ?? '',
    [addressHeader]: request.ip,
  })
}
