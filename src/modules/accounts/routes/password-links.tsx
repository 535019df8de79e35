import type { AppError } from '#kernel/errors.ts'
import { countAttempt } from '#kernel/http/rate-limit.ts'
import { type Answer, page, type RouteContext, redirect } from '#kernel/http/route.ts'
import { isBreached } from '../auth/breach-check.ts'
import { requestPasswordLink, setPasswordByLink } from '../commands/password-links.ts'
import { verifyEmail } from '../commands/profile.ts'
import { accountPaths } from '../paths.ts'
import { findLink } from '../queries/links.ts'
import { passwordTexts } from '../texts/password.ts'
import { signUpTexts } from '../texts/sign-up.ts'
import {
  ForgotPasswordPage,
  LinkOverPage,
  LinkSentPage,
  SetPasswordPage,
  VerifyEmailPage,
} from '../views/password-links.tsx'
import { countIdentityAttempt, statedIdentity } from './stated-identity.ts'

type WithToken = RouteContext<{ token: string }>

export function showForgotPassword(context: RouteContext): Answer {
  return page(<ForgotPasswordPage locale={context.locale} form={context.form} />)
}

/** Always the same answer: whether there is such an account is nobody else's business. */
export async function requestLink(context: RouteContext): Promise<Answer> {
  const stated = statedIdentity(context.form)
  await countIdentityAttempt(context, stated.nik)
  await context.run(requestPasswordLink, { ...stated, origin: context.origin })
  return page(<LinkSentPage locale={context.locale} />)
}

export function requestLinkAgain(context: RouteContext, error: AppError): Answer {
  return page(<ForgotPasswordPage locale={context.locale} form={context.form} error={error} />, error.status)
}

export async function showSetPassword(context: WithToken, error?: AppError): Promise<Answer> {
  const { token } = context.params
  await countLinkAttempt(context)
  const link = await findLink(context.tenant.pools.write, token, 'set-password', context.now)
  if (!link) return page(<LinkOverPage locale={context.locale} />, 404)
  const view = <SetPasswordPage locale={context.locale} token={token} name={link.accountName ?? ''} error={error} />
  return page(view, error?.status ?? 200)
}

export async function setPassword(context: WithToken): Promise<Answer> {
  const password = context.form.all('password')[0] ?? ''
  await countLinkAttempt(context)
  await context.run(setPasswordByLink, {
    token: context.params.token,
    password,
    passwordAgain: context.form.all('passwordAgain')[0] ?? '',
    breached: await isBreached(context.config.breachCheckUrl, password),
  })
  context.notify(passwordTexts(context.locale)('set-done'))
  return redirect(accountPaths.signIn())
}

export async function showVerifyEmail(context: WithToken): Promise<Answer> {
  const link = await findLink(context.tenant.pools.write, context.params.token, 'verify-email', context.now)
  if (!link?.email) return page(<LinkOverPage locale={context.locale} />, 404)
  return page(<VerifyEmailPage locale={context.locale} token={context.params.token} email={link.email} />)
}

export async function confirmEmail(context: WithToken): Promise<Answer> {
  await context.run(verifyEmail, { token: context.params.token })
  context.notify(signUpTexts(context.locale)('verify-done'))
  return redirect(context.session ? accountPaths.account : accountPaths.signIn())
}

/** Tokens have 192 bits; the limit only keeps guessing from costing us anything. */
async function countLinkAttempt(context: RouteContext): Promise<void> {
  await countAttempt(context.tenant, `accounts.link:${context.request.ip}`, { attempts: 60, perSeconds: 600 })
}
