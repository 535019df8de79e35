import { type AppError, invalidField } from '#kernel/errors.ts'
import { countAttempt } from '#kernel/http/rate-limit.ts'
import { type Answer, page, type RouteContext, redirect } from '#kernel/http/route.ts'
import { isBreached } from '../auth/breach-check.ts'
import { AuthRefusal, callAuth } from '../auth/bridge.ts'
import { claimCode } from '../auth/second-factor.ts'
import { enrolmentOf } from '../auth/totp.ts'
import { changePassword, recordAuthenticator, removeAuthenticator, renewBackupCodes } from '../commands/security.ts'
import { endOtherSessions, signOut } from '../commands/sessions.ts'
import { readCode } from '../domain.ts'
import { inBoth, refused } from '../faults.ts'
import { accountPaths } from '../paths.ts'
import { findPendingSecret, hasAuthenticator, securityState } from '../queries/security.ts'
import { isElevated } from '../step-up.ts'
import { securityTexts } from '../texts/security.ts'
import { signInTexts } from '../texts/sign-in.ts'
import { AuthenticatorPage, BackupCodesPage } from '../views/authenticator.tsx'
import { SecurityPage } from '../views/security.tsx'

/** Guesses at one's own password or code, for instance at a device left open. */
const perAccount = { attempts: 10, perSeconds: 900 }
const proofContext = 'accounts.enrolment'
const enrolMinutes = 15

export async function showSecurity(context: RouteContext, error?: AppError): Promise<Answer> {
  const { session, tenant, now, actor, db } = context
  const view = (
    <SecurityPage
      {...context}
      zone={tenant.profile.zone}
      state={await securityState(db, session?.accountId ?? '', now)}
      sessionId={session?.id ?? ''}
      elevated={isElevated(actor, now)}
      error={error}
    />
  )
  return page(view, error?.status ?? 200)
}

export async function savePassword(context: RouteContext): Promise<Answer> {
  const { form, session } = context
  await countOwnAttempt(context)
  const password = form.all('password')[0] ?? ''
  await context.run(changePassword, {
    current: form.all('current')[0] ?? '',
    password,
    passwordAgain: form.all('passwordAgain')[0] ?? '',
    breached: await isBreached(context.config.breachCheckUrl, password),
    sessionId: session?.id ?? '',
  })
  return done(context, 'password-changed')
}

export async function showAuthenticator(context: RouteContext): Promise<Answer> {
  if (await hasAuthenticator(context.db, context.actor.accountId ?? '')) return redirect(accountPaths.security)
  return page(<AuthenticatorPage {...context} />)
}

/** With a password: begins. With a code: confirms, and shows the backup codes once. */
export async function setUpAuthenticator(context: RouteContext): Promise<Answer> {
  await countOwnAttempt(context)
  return context.form.has('proof') ? confirmAuthenticator(context) : beginAuthenticator(context)
}

export async function setUpAuthenticatorAgain(context: RouteContext, error: AppError): Promise<Answer> {
  const enrolment = isProof(context) ? await pendingEnrolment(context) : undefined
  return page(
    <AuthenticatorPage {...context} enrolment={enrolment} proof={context.form.get('proof')} error={error} />,
    error.status,
  )
}

async function beginAuthenticator(context: RouteContext): Promise<Answer> {
  const { actor, now, tenant } = context
  const password = context.form.all('password')[0] ?? ''
  await callAuth(context, (api, headers) =>
    api.enableTwoFactor({ body: { password, method: 'totp' }, headers, returnHeaders: true }),
  ).catch(asField('password', inBoth(securityTexts, 'password-wrong')))
  const until = now.epochMilliseconds + enrolMinutes * 60_000
  const proof = tenant.cipher.sealJson({ accountId: actor.accountId, until }, proofContext).toString('base64url')
  return page(<AuthenticatorPage {...context} enrolment={await pendingEnrolment(context)} proof={proof} />)
}

async function confirmAuthenticator(context: RouteContext): Promise<Answer> {
  if (!isProof(context)) return redirect(accountPaths.authenticator)
  const wrong = inBoth(signInTexts, 'code-wrong')
  const code = readCode(context.form.get('code'))
  if (code?.kind !== 'totp') throw invalidField('code', wrong.id, wrong.en)
  if (!(await claimCode(context, context.actor.accountId ?? '', code.code)))
    throw invalidField('code', wrong.id, wrong.en)
  await callAuth(context, (api, headers) =>
    api.verifyTOTP({ body: { code: code.code }, headers, returnHeaders: true }),
  ).catch(asField('code', wrong))
  await context.run(recordAuthenticator, {})
  const { backupCodes } = await callAuth(context, async (api) => ({
    headers: new Headers(),
    response: await api.viewBackupCodes({ body: { userId: context.actor.accountId ?? '' } }),
  }))
  return page(<BackupCodesPage {...context} codes={backupCodes} notice={securityTexts(context.locale)('totp-added')} />)
}

async function pendingEnrolment({ tenant, actor }: RouteContext) {
  const sealed = await findPendingSecret(tenant.pools.write, actor.accountId ?? '')
  return sealed ? enrolmentOf(tenant, sealed, actor.name) : undefined
}

/** The key is shown again only to whoever gave the password a moment ago. */
function isProof({ tenant, form, actor, now }: RouteContext): boolean {
  try {
    const sealed = Buffer.from(form.get('proof'), 'base64url')
    const proof = tenant.cipher.openJson<{ accountId: string; until: number }>(sealed, proofContext)
    return proof.accountId === actor.accountId && proof.until > now.epochMilliseconds
  } catch {
    return false
  }
}

export async function dropAuthenticator(context: RouteContext): Promise<Answer> {
  await context.run(removeAuthenticator, {})
  return done(context, 'totp-removed')
}

export async function newBackupCodes(context: RouteContext): Promise<Answer> {
  const { codes } = await context.run(renewBackupCodes, {})
  return page(<BackupCodesPage {...context} codes={codes} />)
}

export async function endOneSession(context: RouteContext): Promise<Answer> {
  await context.run(signOut, { sessionId: context.form.get('sessionId') })
  return done(context, 'session-ended')
}

export async function endAllOthers(context: RouteContext): Promise<Answer> {
  const { count } = await context.run(endOtherSessions, { sessionId: context.session?.id ?? '' })
  return done(context, 'sessions-ended', { n: count })
}

function done(context: RouteContext, key: Parameters<ReturnType<typeof securityTexts>>[0], params = {}): Answer {
  context.notify(securityTexts(context.locale)(key, params))
  return redirect(accountPaths.security)
}

export async function countOwnAttempt({ tenant, actor }: RouteContext): Promise<void> {
  await countAttempt(tenant, `accounts.own:${actor.accountId}`, perAccount)
}

function asField(path: string, message: { id: string; en: string }): (error: unknown) => never {
  return (error) => {
    if (error instanceof AuthRefusal) throw refused(message, 'invalid-input', undefined, path)
    throw error
  }
}
