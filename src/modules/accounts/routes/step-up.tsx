import type { AppError } from '#kernel/errors.ts'
import { ownPath } from '#kernel/http/respond.ts'
import { type Answer, page, type RouteContext, redirect } from '#kernel/http/route.ts'
import { AuthRefusal, callAuth } from '../auth/bridge.ts'
import { verifyPassword } from '../auth/password.ts'
import { claimCode } from '../auth/second-factor.ts'
import { proveIdentity } from '../commands/security.ts'
import { readCode } from '../domain.ts'
import { Faults, inBoth, refused } from '../faults.ts'
import { accountPaths } from '../paths.ts'
import { findPasswordHash, hasAuthenticator, hasPasskey } from '../queries/security.ts'
import { accountTexts } from '../texts/account.ts'
import { signInTexts } from '../texts/sign-in.ts'
import { StepUpPage } from '../views/step-up.tsx'
import { usePasskey } from './passkeys.ts'
import { countOwnAttempt } from './security.tsx'

export async function showStepUp(context: RouteContext<unknown, { lanjut?: string | undefined }>): Promise<Answer> {
  return stepUpPage(context, context.query.lanjut ?? accountPaths.account)
}

export async function stepUp(context: RouteContext): Promise<Answer> {
  const { form, db, actor } = context
  const accountId = actor.accountId ?? ''
  const password = form.all('password')[0] ?? ''
  const asksCode = await hasAuthenticator(db, accountId)
  const code = readCode(form.get('code'))
  const faults = new Faults()
  if (!password) faults.add('password', inBoth(accountTexts, 'step-missing'))
  if (asksCode && !code) faults.add('code', inBoth(signInTexts, 'code-missing'))
  faults.throwIfAny()
  await countOwnAttempt(context)
  const stored = await findPasswordHash(db, accountId)
  const fits = stored !== undefined && (await verifyPassword(stored, password))
  // The code is used up only once the password fits, and neither answer tells which of them was wrong.
  if (!fits || (asksCode && code && !(await codeFits(context, code)))) throw refused(inBoth(accountTexts, 'step-wrong'))
  await context.run(proveIdentity, {
    sessionId: context.session?.id ?? '',
    method: asksCode ? (code?.kind ?? 'totp') : 'password',
  })
  return redirect(next(context))
}

export async function stepUpWithPasskey(context: RouteContext): Promise<Answer> {
  await countOwnAttempt(context)
  const proved = await usePasskey(context, { keepSession: false })
  if (proved?.accountId !== context.actor.accountId) throw refused(inBoth(accountTexts, 'step-passkey-failed'))
  await context.run(proveIdentity, { sessionId: context.session?.id ?? '', method: 'passkey' })
  return redirect(next(context))
}

export async function stepUpAgain(context: RouteContext, error: AppError): Promise<Answer> {
  return stepUpPage(context, context.form.get('lanjut'), error)
}

async function stepUpPage(context: RouteContext, lanjut: string, error?: AppError): Promise<Answer> {
  const accountId = context.actor.accountId ?? ''
  const [asksCode, offersPasskey] = [
    await hasAuthenticator(context.db, accountId),
    await hasPasskey(context.db, accountId),
  ]
  const view = (
    <StepUpPage {...context} lanjut={lanjut} asksCode={asksCode} offersPasskey={offersPasskey} error={error} />
  )
  return page(view, error?.status ?? 200)
}

function next(context: RouteContext): string {
  const wanted = ownPath(context.form.get('lanjut'))
  return wanted === '/' ? accountPaths.account : wanted
}

async function codeFits(context: RouteContext, code: { kind: 'totp' | 'backup'; code: string }): Promise<boolean> {
  if (!(await claimCode(context, context.actor.accountId ?? '', code.code))) return false
  try {
    await callAuth(context, (api, headers) => {
      const call = { body: { code: code.code }, headers, returnHeaders: true } as const
      return code.kind === 'totp' ? api.verifyTOTP(call) : api.verifyBackupCode(call)
    })
    return true
  } catch (error) {
    if (error instanceof AuthRefusal) return false
    throw error
  }
}
