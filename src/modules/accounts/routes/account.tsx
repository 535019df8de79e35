import { dayOf } from '#kernel/clock/clock.ts'
import type { AppError } from '#kernel/errors.ts'
import { type Answer, page, type RouteContext, redirect } from '#kernel/http/route.ts'
import { isLocale } from '#kernel/i18n/texts.ts'
import { findOfficialOfPerson, resolveGrants } from '#modules/organization/index.ts'
import { getPerson, maskNik, openNik } from '#modules/people/index.ts'
import { changeContact, changeLocale, switchPosition } from '../commands/profile.ts'
import { signOut } from '../commands/sessions.ts'
import { formatPhone } from '../contact.ts'
import { accountPaths } from '../paths.ts'
import { getAccount } from '../queries/accounts.ts'
import { requireStepUp } from '../step-up.ts'
import { accountTexts } from '../texts/account.ts'
import { signInTexts } from '../texts/sign-in.ts'
import { AccountPage, ContactPage, PositionsPage } from '../views/account.tsx'
import { endCookie } from './end-cookie.ts'
import { rememberLocale } from './remember-locale.ts'

export async function showAccount(context: RouteContext): Promise<Answer> {
  const account = await getAccount(context.db, context.actor.accountId ?? '')
  return page(<AccountPage {...context} account={account} number={await shownNumber(context)} />)
}

async function shownNumber({ tenant, db, actor }: RouteContext): Promise<{ term: 'nik' | 'nip'; value: string }> {
  const personId = actor.personId ?? ''
  const official = actor.kind === 'staff' ? await findOfficialOfPerson(db, personId) : undefined
  if (official) return { term: 'nip', value: official.employeeNumber }
  return { term: 'nik', value: maskNik(openNik(tenant, await getPerson(db, personId))) }
}

export async function showContact(context: RouteContext): Promise<Answer> {
  requireStepUp(context.actor, context.now)
  const account = await getAccount(context.db, context.actor.accountId ?? '')
  const values = context.kept
    ? context.kept.pick('phone', 'email')
    : { phone: account.phone ? formatPhone(account.phone) : '', email: account.email ?? '' }
  return page(<ContactPage {...context} values={values} />)
}

export async function saveContact(context: RouteContext): Promise<Answer> {
  const t = accountTexts(context.locale)
  const { verify } = await context.run(changeContact, {
    ...context.form.pick('phone', 'email'),
    origin: context.origin,
  })
  context.notify(verify ? t('contact-verify', { email: verify }) : t('contact-saved'))
  return redirect(accountPaths.account)
}

export function saveContactAgain(context: RouteContext, error: AppError): Answer {
  return page(<ContactPage {...context} values={context.form.pick('phone', 'email')} error={error} />, error.status)
}

export async function saveLocale(context: RouteContext): Promise<Answer> {
  const chosen = context.form.get('locale')
  const locale = isLocale(chosen) ? chosen : 'id'
  await context.run(changeLocale, { locale })
  rememberLocale(context.reply, locale)
  return redirect(accountPaths.account)
}

export async function showPositions(context: RouteContext): Promise<Answer> {
  return page(<PositionsPage {...context} choices={await heldToday(context)} />)
}

export async function choosePosition(context: RouteContext): Promise<Answer> {
  const { title } = await context.run(switchPosition, { positionId: context.form.get('positionId') })
  context.notify(accountTexts(context.locale)('positions-saved', { position: title }))
  return redirect(accountPaths.account)
}

export async function choosePositionAgain(context: RouteContext, error: AppError): Promise<Answer> {
  return page(<PositionsPage {...context} choices={await heldToday(context)} error={error} />, error.status)
}

async function heldToday({ db, actor, now, tenant }: RouteContext) {
  const held = await resolveGrants(db, actor.personId ?? '', dayOf(now, tenant.profile.zone).toString())
  return held.map(({ position }) => position)
}

/** Also without a living session: whoever wants out gets out. */
export async function leave(context: RouteContext): Promise<Answer> {
  if (context.session) await context.run(signOut, { sessionId: context.session.id })
  endCookie(context)
  context.notify(signInTexts(context.locale)('signed-out'))
  return redirect('/')
}
