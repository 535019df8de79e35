import type { AppError } from '#kernel/errors.ts'
import { type Answer, page, type RouteContext, redirect } from '#kernel/http/route.ts'
import { AuthRefusal, callAuth } from '../auth/bridge.ts'
import { claimCode, findChallengedAccount } from '../auth/second-factor.ts'
import { readCode } from '../domain.ts'
import { inBoth, refused } from '../faults.ts'
import { accountPaths } from '../paths.ts'
import { signInTexts } from '../texts/sign-in.ts'
import { SignInCodePage } from '../views/sign-in.tsx'
import { completeSignIn } from './sign-in.tsx'

export async function showSignInCode(context: RouteContext<unknown, { lanjut?: string | undefined }>): Promise<Answer> {
  const { lanjut } = context.query
  if (!(await findChallengedAccount(context))) return redirect(accountPaths.signIn(lanjut))
  return page(<SignInCodePage locale={context.locale} region={context.tenant.profile.shortName} lanjut={lanjut} />)
}

export async function signInWithCode(context: RouteContext): Promise<Answer> {
  const code = readCode(context.form.get('code'))
  if (!code) throw atCode('code-missing')
  const accountId = await findChallengedAccount(context)
  if (!accountId) return startAgain(context)
  if (!(await claimCode(context, accountId, code.code))) throw atCode('code-wrong')
  try {
    const { user, token } = await callAuth(
      context,
      (api, headers) => {
        const call = { body: { code: code.code }, headers, returnHeaders: true } as const
        return code.kind === 'totp' ? api.verifyTOTP(call) : api.verifyBackupCode(call)
      },
      { fresh: true },
    )
    return await completeSignIn(context, { accountId: user.id, token: token ?? '', method: code.kind })
  } catch (error) {
    if (!(error instanceof AuthRefusal)) throw error
    if (error.code === 'ACCOUNT_DISABLED') throw refused(inBoth(signInTexts, 'disabled'))
    if (error.code === 'ACCOUNT_TEMPORARILY_LOCKED') throw atCode('code-locked')
    if (error.code === 'INVALID_CODE' || error.code === 'INVALID_BACKUP_CODE') throw atCode('code-wrong')
    return startAgain(context)
  }
}

export function signInCodeAgain(context: RouteContext, error: AppError): Answer {
  const { locale, tenant, form } = context
  const view = (
    <SignInCodePage locale={locale} region={tenant.profile.shortName} lanjut={form.get('lanjut')} error={error} />
  )
  return page(view, error.status)
}

function atCode(key: 'code-missing' | 'code-wrong' | 'code-locked') {
  return refused(inBoth(signInTexts, key), 'invalid-input', undefined, 'code')
}

function startAgain(context: RouteContext): Answer {
  context.notify(signInTexts(context.locale)('code-over'))
  return redirect(accountPaths.signIn(context.form.get('lanjut')))
}
