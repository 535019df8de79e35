import { cookieOptions, isSecure } from '#kernel/http/cookies.ts'
import type { RouteContext } from '#kernel/http/route.ts'
import { sessionCookieName } from '../auth/instance.ts'

/** Takes the session cookie back from the browser. */
export function endCookie({ request, reply }: RouteContext): void {
  reply.clearCookie(sessionCookieName(isSecure(request)), cookieOptions(request))
}
