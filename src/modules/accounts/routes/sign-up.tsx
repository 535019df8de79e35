import type { AppError } from '#kernel/errors.ts'
import { type Answer, page, type RouteContext, redirect } from '#kernel/http/route.ts'
import { isBreached } from '../auth/breach-check.ts'
import { callAuth } from '../auth/bridge.ts'
import { authEmail } from '../auth/sign-in-name.ts'
import { createCitizenAccount } from '../commands/create-citizen-account.ts'
import { inBoth, refused } from '../faults.ts'
import { accountPaths } from '../paths.ts'
import { matchIdentity, type StatedIdentity } from '../queries/identity.ts'
import { signUpTexts } from '../texts/sign-up.ts'
import { AccountExistsPage, SignUpAccountPage, SignUpPage } from '../views/sign-up.tsx'
import { afterSignIn, completeSignIn } from './sign-in.tsx'
import { countIdentityAttempt, statedIdentity } from './stated-identity.ts'

const cookie = 'daftar'
const minutes = 30

/** What the first page found out, sealed in a cookie until the second is sent. */
interface Begun extends StatedIdentity {
  readonly until: number
  readonly lanjut: string
}

type Lanjut = { lanjut?: string | undefined }

export function showSignUp(context: RouteContext<unknown, Lanjut>): Answer {
  const { form, locale } = { form: context.kept ?? context.form, locale: context.locale }
  return page(<SignUpPage locale={locale} form={form} lanjut={context.query.lanjut} notice={context.notice} />)
}

export async function beginSignUp(context: RouteContext): Promise<Answer> {
  const { tenant, form } = context
  const stated = statedIdentity(form)
  await countIdentityAttempt(context, stated.nik)
  const match = await matchIdentity(tenant, context.db, stated)
  if (match.status === 'mismatch') throw refused(inBoth(signUpTexts, 'mismatch'))
  if (match.status === 'has-account') {
    return page(<AccountExistsPage locale={context.locale} lanjut={form.get('lanjut')} />)
  }
  const begun: Begun = {
    ...stated,
    until: context.now.epochMilliseconds + minutes * 60_000,
    lanjut: form.get('lanjut'),
  }
  context.setCookie(cookie, tenant.cipher.sealJson(begun, 'accounts.sign-up').toString('base64url'), {
    maxAgeSeconds: minutes * 60,
  })
  return redirect(accountPaths.signUpAccount)
}

export function signUpAgain(context: RouteContext, error: AppError): Answer {
  const { form, locale } = context
  return page(<SignUpPage locale={locale} form={form} lanjut={form.get('lanjut')} error={error} />, error.status)
}

export async function showSignUpAccount(context: RouteContext): Promise<Answer> {
  const begun = readBegun(context)
  const match = begun && (await matchIdentity(context.tenant, context.db, begun))
  if (match?.status !== 'match') return startAgain(context)
  return page(<SignUpAccountPage locale={context.locale} name={match.person.fullName} form={context.form} />)
}

export async function createAccount(context: RouteContext): Promise<Answer> {
  const { tenant, form } = context
  const begun = readBegun(context)
  if (!begun) return startAgain(context)
  const password = form.all('password')[0] ?? ''
  const { accountId, name } = await context.run(createCitizenAccount, {
    ...begun,
    ...form.pick('phone', 'email'),
    password,
    passwordAgain: form.all('passwordAgain')[0] ?? '',
    breached: await isBreached(context.config.breachCheckUrl, password),
    origin: context.origin,
  })
  context.setCookie(cookie, '', { maxAgeSeconds: 0 })
  const email = authEmail(tenant.cipher, { scheme: 'nik', value: begun.nik.replace(/\D/g, '') })
  const { token } = await callAuth(
    context,
    (api, headers) => api.signInEmail({ body: { email, password }, headers, returnHeaders: true }),
    { fresh: true },
  )
  context.notify(signUpTexts(context.locale)('done', { name }))
  await completeSignIn(context, { accountId, token, method: 'password' })
  return redirect(afterSignIn(begun.lanjut, { grants: [] }, context.tenant))
}

export async function createAccountAgain(context: RouteContext, error: AppError): Promise<Answer> {
  const begun = readBegun(context)
  const match = begun && (await matchIdentity(context.tenant, context.db, begun))
  if (match?.status !== 'match') return startAgain(context)
  const view = (
    <SignUpAccountPage locale={context.locale} name={match.person.fullName} form={context.form} error={error} />
  )
  return page(view, error.status)
}

function readBegun({ tenant, cookie: read, now }: RouteContext): Begun | undefined {
  const sealed = read(cookie)
  if (!sealed) return undefined
  try {
    const begun = tenant.cipher.openJson<Begun>(Buffer.from(sealed, 'base64url'), 'accounts.sign-up')
    return begun.until > now.epochMilliseconds ? begun : undefined
  } catch {
    return undefined
  }
}

function startAgain(context: RouteContext): Answer {
  context.notify(signUpTexts(context.locale)('over'))
  return redirect(accountPaths.signUp())
}
