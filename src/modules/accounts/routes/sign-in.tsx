import type { Actor } from '#kernel/access/access.ts'
import type { AppError } from '#kernel/errors.ts'
import { countAttempt } from '#kernel/http/rate-limit.ts'
import { ownPath } from '#kernel/http/respond.ts'
import { type Answer, page, type RouteContext, redirect } from '#kernel/http/route.ts'
import { AuthRefusal, callAuth } from '../auth/bridge.ts'
import { authEmail, lockoutKey, readSignInName } from '../auth/sign-in-name.ts'
import { beginSignIn, recordFailedSignIn, recordSignIn, type signInMethods } from '../commands/sign-in.ts'
import { Faults, inBoth, refused } from '../faults.ts'
import { findLanding } from '../landing.ts'
import { accountPaths } from '../paths.ts'
import { findStaffAuthEmail, getAccount } from '../queries/accounts.ts'
import { actingPosition } from '../session-source.ts'
import { signInTexts } from '../texts/sign-in.ts'
import { SignInPage } from '../views/sign-in.tsx'
import { rememberLocale } from './remember-locale.ts'

/** Enough for an office behind one address on a Monday morning, too few for guessing names. */
const perAddress = { attempts: 300, perSeconds: 600 }

export function showSignIn(context: RouteContext<unknown, { lanjut?: string | undefined }>): Answer {
  if (context.session) return redirect(afterSignIn(context.query.lanjut, context.actor, context.tenant))
  return page(<SignInPage locale={context.locale} lanjut={context.query.lanjut} notice={context.notice} />)
}

export async function signIn(context: RouteContext): Promise<Answer> {
  const { tenant, form } = context
  const typed = form.get('name')
  const password = form.all('password')[0] ?? ''
  const faults = new Faults()
  if (!typed) faults.add('name', inBoth(signInTexts, 'name-missing'))
  if (!password) faults.add('password', inBoth(signInTexts, 'password-missing'))
  faults.throwIfAny()
  await countAttempt(tenant, `accounts.sign-in:${context.request.ip}`, perAddress)
  const email = await authEmailOf(context, typed)
  const key = lockoutKey(email)
  const { lockedMinutes } = await context.run(beginSignIn, { key })
  const answer = await callAuth(
    context,
    (api, headers) => api.signInEmail({ body: { email, password }, headers, returnHeaders: true }),
    { fresh: true },
  ).catch(async (error: unknown) => {
    if (!(error instanceof AuthRefusal)) throw error
    if (error.code === 'ACCOUNT_DISABLED') throw refused(inBoth(signInTexts, 'disabled'))
    await context.run(recordFailedSignIn, { key, lockedMinutes })
    throw refused(inBoth(signInTexts, 'wrong'))
  })
  if ('twoFactorRedirect' in answer) return redirect(accountPaths.signInCode(form.get('lanjut')))
  return completeSignIn(context, { accountId: answer.user.id, token: answer.token, method: 'password', key })
}

export function signInAgain(context: RouteContext, error: AppError): Answer {
  const { form, locale } = context
  const view = <SignInPage locale={locale} lanjut={form.get('lanjut')} name={form.get('name')} error={error} />
  return page(view, error.status)
}

async function authEmailOf(context: RouteContext, typed: string): Promise<string> {
  const name = readSignInName(typed)
  const known = name.scheme === 'email' ? await findStaffAuthEmail(context.db, name.value) : undefined
  return known ?? authEmail(context.tenant.cipher, name)
}

interface Completed {
  readonly accountId: string
  readonly token: string
  readonly method: (typeof signInMethods)[number]
  readonly key?: string | undefined
}

/** Notes the sign-in under the name of whoever it was, and leads on. */
export async function completeSignIn(context: RouteContext, { accountId, ...done }: Completed): Promise<Answer> {
  const { tenant, reply, now } = context
  const account = await getAccount(tenant.pools.write, accountId)
  const held = account.kind === 'staff' ? await actingPosition(tenant, account, now) : undefined
  const actor: Actor = {
    kind: account.kind,
    accountId,
    personId: account.personId,
    name: account.displayName,
    position: held?.position,
    grants: held?.grants ?? [],
  }
  await context.run(recordSignIn, done, { actor })
  if (account.locale !== 'id') rememberLocale(reply, account.locale)
  return redirect(afterSignIn(context.form.get('lanjut'), actor, context.tenant))
}

export function afterSignIn(
  lanjut: string | undefined,
  actor: Pick<Actor, 'grants'>,
  tenant: RouteContext['tenant'],
): string {
  const wanted = ownPath(lanjut ?? '/')
  if (wanted !== '/' && !wanted.startsWith('/masuk')) return wanted
  return findLanding(actor.grants, tenant) ?? accountPaths.account
}
