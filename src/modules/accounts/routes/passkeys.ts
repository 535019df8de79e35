import { type Answer, json, type RouteContext, redirect } from '#kernel/http/route.ts'
import { AuthRefusal, callAuth } from '../auth/bridge.ts'
import { recordPasskey, removePasskey } from '../commands/security.ts'
import { discardSession } from '../commands/sessions.ts'
import { deviceOf } from '../device.ts'
import { inBoth, refused } from '../faults.ts'
import { accountPaths } from '../paths.ts'
import { requireStepUp } from '../step-up.ts'
import { securityTexts } from '../texts/security.ts'
import { signInTexts } from '../texts/sign-in.ts'
import { completeSignIn } from './sign-in.tsx'

/** WebAuthn options for using a passkey, as JSON for the island. Signed in, only one's own passkeys are asked for. */
export async function startPasskey(context: RouteContext): Promise<Answer> {
  const options = await callAuth(
    context,
    (api, headers) => api.generatePasskeyAuthenticationOptions({ headers, returnHeaders: true }),
    { fresh: context.actor.kind === 'anonymous' },
  )
  return json({ ...options, userVerification: 'required' })
}

export async function signInWithPasskey(context: RouteContext): Promise<Answer> {
  const proved = await usePasskey(context, { keepSession: true })
  if (!proved) throw refused(inBoth(signInTexts, 'passkey-failed'))
  return completeSignIn(context, { ...proved, method: 'passkey' })
}

/** WebAuthn options for making a passkey, with a name that people know instead of the synthetic address. */
export async function startPasskeyRegistration(context: RouteContext): Promise<Answer> {
  const { actor, now } = context
  requireStepUp(actor, now)
  const options = await callAuth(context, (api, headers) =>
    api.generatePasskeyRegistrationOptions({ query: {}, headers, returnHeaders: true }),
  )
  return json({ ...options, user: { ...options.user, name: actor.name, displayName: actor.name } })
}

export async function addPasskey(context: RouteContext): Promise<Answer> {
  requireStepUp(context.actor, context.now)
  const response = readResponse(context)
  const device = deviceOf(context.request.headers['user-agent'] ?? '')
  const failed = refused(inBoth(securityTexts, 'passkey-failed'))
  if (!response) throw failed
  const made = await callAuth(context, (api, headers) =>
    api.verifyPasskeyRegistration({
      body: { response, ...(device ? { name: `${device.browser}, ${device.system}` } : {}) },
      headers,
      returnHeaders: true,
    }),
  ).catch((error: unknown) => {
    throw error instanceof AuthRefusal ? failed : error
  })
  await context.run(recordPasskey, { passkeyId: made.id })
  context.notify(securityTexts(context.locale)('passkey-added'))
  return redirect(accountPaths.security)
}

export async function dropPasskey(context: RouteContext): Promise<Answer> {
  await context.run(removePasskey, { passkeyId: context.form.get('passkeyId') })
  context.notify(securityTexts(context.locale)('passkey-removed'))
  return redirect(accountPaths.security)
}

/** What better-auth answers, which its types leave open. */
interface PasskeyUse {
  readonly session: { readonly token: string }
  readonly user: { readonly id: string }
}

/**
 * Checks what the device answered.
 * @param options.keepSession false ends the session that better-auth opens with every use, for a proof in between
 * @returns whose passkey it was; undefined when it does not fit
 */
export async function usePasskey(
  context: RouteContext,
  options: { keepSession: boolean },
): Promise<{ accountId: string; token: string } | undefined> {
  const response = readResponse(context)
  if (!response) return undefined
  try {
    const { session, user } = await callAuth<PasskeyUse>(
      context,
      (api, headers) =>
        api.verifyPasskeyAuthentication({
          body: { response: response as never },
          headers,
          returnHeaders: true,
        }) as Promise<{
          headers: Headers
          response: PasskeyUse
        }>,
      { fresh: true, cookies: options.keepSession },
    )
    if (!options.keepSession) await context.run(discardSession, { token: session.token })
    return { accountId: user.id, token: session.token }
  } catch (error) {
    if (!(error instanceof AuthRefusal)) throw error
    if (error.code === 'ACCOUNT_DISABLED') throw refused(inBoth(signInTexts, 'disabled'))
    return undefined
  }
}

function readResponse(context: RouteContext): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(context.form.get('response'))
    return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
