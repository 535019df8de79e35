import type { AppError } from '#kernel/errors.ts'
import { type Answer, page, type RouteContext, redirect } from '#kernel/http/route.ts'
import { isBreached } from '../auth/breach-check.ts'
import { callAuth } from '../auth/bridge.ts'
import { authEmail } from '../auth/sign-in-name.ts'
import { beginAdministration } from '../commands/begin-administration.ts'
import { dateFrom } from '../form-date.ts'
import { findLink } from '../queries/links.ts'
import { passwordTexts } from '../texts/password.ts'
import { FirstAdministratorPage } from '../views/first-administrator.tsx'
import { LinkOverPage } from '../views/password-links.tsx'
import { completeSignIn } from './sign-in.tsx'

type WithToken = RouteContext<{ token: string }>

/** Where a new administrator lands: the tree of units. */
const firstPage = '/admin/organisasi'

export async function showFirstAdministrator(context: WithToken, error?: AppError): Promise<Answer> {
  const { token } = context.params
  const link = await findLink(context.tenant.pools.write, token, 'first-administrator', context.now)
  if (!link) return page(<LinkOverPage locale={context.locale} />, 404)
  const view = <FirstAdministratorPage locale={context.locale} token={token} form={context.form} error={error} />
  return page(view, error?.status ?? 200)
}

export async function createFirstAdministratorAccount(context: WithToken): Promise<Answer> {
  const { form, tenant } = context
  const password = form.all('password')[0] ?? ''
  const { accountId, nip } = await context.run(beginAdministration, {
    ...form.pick('nip', 'name', 'nik', 'email'),
    token: context.params.token,
    birthOn: dateFrom(form, 'birthOn'),
    password,
    passwordAgain: form.all('passwordAgain')[0] ?? '',
    breached: await isBreached(context.config.breachCheckUrl, password),
  })
  const email = authEmail(tenant.cipher, { scheme: 'nip', value: nip })
  const { token } = await callAuth(
    context,
    (api, headers) => api.signInEmail({ body: { email, password }, headers, returnHeaders: true }),
    { fresh: true },
  )
  await completeSignIn(context, { accountId, token, method: 'password' })
  context.notify(passwordTexts(context.locale)('begin-done'))
  return redirect(firstPage)
}
