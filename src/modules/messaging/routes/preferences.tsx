import { signedIn } from '#kernel/access/access.ts'
import type { AppError } from '#kernel/errors.ts'
import { invalidField } from '#kernel/errors.ts'
import { countAttempt } from '#kernel/http/rate-limit.ts'
import { type Answer, get, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { getAccount } from '#modules/accounts/index.ts'
import { askPhoneCode, chooseChannel, provePhone } from '../commands/preferences.ts'
import { maskEmail, maskPhone } from '../domain.ts'
import { messagingPaths } from '../paths.ts'
import { hasOpenProof, verifiedPhone } from '../queries/preferences.ts'
import { messagingTexts } from '../texts.ts'
import { PreferencesPage } from '../views/preferences-page.tsx'
import { whatsappSettings } from '../whatsapp/settings.ts'

async function showPreferences(context: RouteContext, error?: AppError): Promise<Answer> {
  const account = await getAccount(context.db, context.actor.accountId ?? '')
  const { firstChannel, phone } = await verifiedPhone(context.tenant, context.db, account)
  const view = (
    <PreferencesPage
      hasWhatsApp={whatsappSettings(context) !== undefined}
      firstChannel={firstChannel === 'whatsapp' && phone ? 'whatsapp' : 'email'}
      phone={account.phone && maskPhone(account.phone)}
      isProved={phone !== undefined}
      email={account.email && maskEmail(account.email)}
      isCodeOpen={await hasOpenProof(context.db, account.id, context.now)}
      typedCode={context.form.get('code')}
      notice={context.notice}
      errors={error?.fields ?? []}
    />
  )
  return page(view, error?.status ?? 200)
}

const own = { access: signedIn, audit: 'own-data' } as const

export const preferences = get(messagingPaths.preferences, { ...own, handle: (context) => showPreferences(context) })

export const savePreferences = post(messagingPaths.preferences, {
  ...own,
  async handle(context) {
    await context.run(chooseChannel, context.form.pick('firstChannel'))
    context.notify(messagingTexts(context.locale)('prefs.saved'))
    return redirect(messagingPaths.preferences)
  },
  invalid: showPreferences,
})

export const askCode = post(messagingPaths.askCode, {
  ...own,
  async handle(context) {
    const accountId = context.actor.accountId ?? ''
    // Each code is a message that somebody else may get: no more than a few.
    await countAttempt(context.tenant, `phone-code:${accountId}`, { attempts: 5, perSeconds: 3600 })
    await context.run(askPhoneCode, {})
    const { phone } = await getAccount(context.db, accountId)
    context.notify(messagingTexts(context.locale)('prefs.code-sent', { phone: phone ? maskPhone(phone) : '' }))
    return redirect(messagingPaths.preferences)
  },
  invalid: showPreferences,
})

export const proveCode = post(messagingPaths.proveCode, {
  ...own,
  async handle(context) {
    const result = await context.run(provePhone, context.form.pick('code'))
    if (result !== 'proved') {
      const key = result === 'wrong' ? 'prefs.code-wrong' : 'prefs.code-over'
      throw invalidField('code', messagingTexts('id')(key), messagingTexts('en')(key))
    }
    context.notify(messagingTexts(context.locale)('prefs.saved'))
    return redirect(messagingPaths.preferences)
  },
  invalid: showPreferences,
})
