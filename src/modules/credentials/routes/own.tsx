import { z } from 'zod'
import { signedIn } from '#kernel/access/access.ts'
import { AppError } from '#kernel/errors.ts'
import { countAttempt } from '#kernel/http/rate-limit.ts'
import { type Answer, get, json, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { qrSvg } from '#modules/documents/index.ts'
import { keyOfEntitlement, listEntitlements } from '../cards/entitlements.ts'
import { removeCard, reportLost } from '../commands/end-cards.ts'
import { type MadeOffer, makeOffer } from '../commands/make-offer.ts'
import { offerLink } from '../metadata.ts'
import { credentialPaths } from '../paths.ts'
import { listOwnCards } from '../queries/credentials.ts'
import { listOwnDevices, listOwnShowings } from '../queries/own.ts'
import { credentialTexts } from '../texts.ts'
import { AddPage } from '../views/add-page.tsx'
import { OfferPage } from '../views/offer-page.tsx'
import { OwnCardsPage } from '../views/own-page.tsx'

const own = { access: signedIn, audit: 'own-data' } as const

export const ownCards = get(credentialPaths.own, {
  ...own,
  query: z.object({ sebelum: z.uuid().optional().catch(undefined) }),
  async handle(context) {
    const { db, tenant, actor, now, query, locale, notice } = context
    const personId = actor.personId ?? ''
    const [may, cards, devices, showings] = await Promise.all([
      listEntitlements(db, tenant, personId, now),
      listOwnCards(db, personId),
      listOwnDevices(db, personId, now),
      listOwnShowings(db, personId, now, query.sebelum),
    ])
    return page(
      <OwnCardsPage
        locale={locale}
        zone={tenant.profile.zone}
        now={now}
        may={may}
        cards={cards}
        devices={devices}
        showings={showings}
        isFirstPage={!query.sebelum}
        notice={notice}
      />,
    )
  },
})

const addQuery = z.object({ kartu: z.string().max(60).catch('') })

async function addPage(context: RouteContext, card: string, error?: AppError): Promise<Answer> {
  const may = await listEntitlements(context.db, context.tenant, context.actor.personId ?? '', context.now)
  const chosen = may.find((one) => keyOfEntitlement(one) === card)
  if (!chosen) throw new AppError('not-found')
  return page(
    <AddPage
      locale={context.locale}
      entitlement={chosen}
      form={context.form}
      error={error}
      personName={context.actor.name}
    />,
    error ? 422 : 200,
  )
}

/** One card: what it would say, and where it should go. */
export const addCard = get(credentialPaths.offer, {
  ...own,
  query: addQuery,
  handle: (context) => addPage(context, context.query.kartu),
})

/** An offer for a wallet: a QR and a number, shown once. */
export const offerCard = post(credentialPaths.offer, {
  ...own,
  perMinute: 20,
  async handle(context) {
    const { form, origin, locale, tenant } = context
    const made = await makeFor(context, { kind: 'wallet', name: form.get('deviceName') })
    const link = offerLink(origin, made.reference)
    return page(
      <OfferPage
        locale={locale}
        zone={tenant.profile.zone}
        link={link}
        qr={qrSvg(link, { title: credentialTexts(locale)('offer-qr') })}
        pin={made.pin ?? ''}
        expiresAt={Temporal.Instant.from(made.expiresAt)}
      />,
    )
  },
  invalid: (context, error) => addPage(context, context.form.get('card'), error),
})

/** The same for this browser, whose island takes it at once: no number, the session is the proof. */
export const offerHere = post(credentialPaths.browserOffer, {
  ...own,
  perMinute: 20,
  async handle(context) {
    const { form } = context
    const id = z.uuid().safeParse(form.get('deviceId'))
    const name = form.get('deviceName') || credentialTexts(context.locale)('this-browser')
    const made = await makeFor(context, { kind: 'browser', name, ...(id.success ? { id: id.data } : {}) })
    return json({ code: made.code, deviceId: made.deviceId })
  },
})

async function makeFor(
  context: RouteContext,
  device: { readonly kind: 'wallet' | 'browser'; readonly name: string; readonly id?: string },
): Promise<MadeOffer> {
  const { form, session, tenant, actor } = context
  if (!session) throw new AppError('sign-in-needed')
  await countAttempt(tenant, `credentials.offer:${actor.accountId}`, { attempts: 30, perSeconds: 600 })
  return context.run(makeOffer, {
    card: form.get('card'),
    withNik: form.get('withNik') === 'yes',
    sessionId: session.id,
    device,
  })
}

export const remove = post(credentialPaths.remove, {
  ...own,
  async handle(context) {
    await context.run(removeCard, { credentialId: context.form.get('credentialId') })
    context.notify(credentialTexts(context.locale)('removed'))
    return redirect(credentialPaths.own)
  },
})

export const lost = post(credentialPaths.lost, {
  ...own,
  async handle(context) {
    await context.run(reportLost, { deviceId: context.form.get('deviceId') })
    context.notify(credentialTexts(context.locale)('lost-done'))
    return redirect(credentialPaths.own)
  },
})
