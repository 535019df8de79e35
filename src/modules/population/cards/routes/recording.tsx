import { z } from 'zod'
import { citizen, permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { type Answer, get, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { getPerson, listChildrenOf } from '#modules/people/index.ts'
import { getRule, wholeNumber } from '#modules/rules/index.ts'
import { biometricDevices, biometricItems } from '../biometrics.ts'
import { exemptPart, finishRecording, keepCapture } from '../commands/record-biometrics.ts'
import { offersFor } from '../offers.ts'
import { cardPaths } from '../paths.ts'
import { findCard, listCardsOf } from '../queries/cards.ts'
import { listCaptures } from '../queries/production.ts'
import { simulatedDevice } from '../simulated-device.ts'
import { cardTexts } from '../texts.ts'
import { OwnCardsPage } from '../views/own-cards-page.tsx'
import { RecordPage } from '../views/record-page.tsx'
import { cardAround } from './around.ts'

const params = z.object({ cardId: z.uuid() })
type CardContext = RouteContext<{ cardId: string }>
const recording = { access: permitted('population.record-biometrics'), audit: 'personal-data', params } as const

/** The set at the counter when there is one; else what makes everything up, and says so. */
const device = () => biometricDevices.find('counter') ?? simulatedDevice

async function showRecording(context: CardContext, error?: AppError): Promise<Answer> {
  const found = await findCard(context.db, context.actor, context.params.cardId)
  if (!found) throw notFound()
  await context.recordAccess({
    personId: found.personId,
    object: { type: 'identity-card', id: found.id },
    purpose: 'merekam biometrik',
    unmasked: false,
  })
  const captures = await listCaptures(context.db, found.id)
  return page(
    <RecordPage {...cardAround(context, error)} card={found} captures={captures} isSimulated={device().isSimulated} />,
    error?.status ?? 200,
  )
}

export const recordCard = get('/kependudukan/kartu/:cardId/rekam', {
  ...recording,
  handle: (context) => showRecording(context),
})

/** Takes one part, or exempts it, or ends the recording. The device is asked outside of any transaction. */
export const takePart = post('/kependudukan/kartu/:cardId/rekam', {
  ...recording,
  async handle(context) {
    const { cardId } = context.params
    const act = context.form.get('act')
    if (act === 'finish') {
      await context.run(finishRecording, { cardId })
      context.notify(cardTexts(context.locale)('done'))
      return redirect(cardPaths.card(cardId))
    }
    const item = biometricItems.find((each) => each === context.form.get('item'))
    if (!item) throw new AppError('invalid-input')
    if (act === 'exempt') await context.run(exemptPart, { cardId, item, reason: context.form.get('reason') })
    else await takeFrom(context, item)
    return redirect(cardPaths.record(cardId))
  },
  invalid: showRecording,
})

async function takeFrom(context: CardContext, item: (typeof biometricItems)[number]): Promise<void> {
  const { cardId } = context.params
  const found = await findCard(context.db, context.actor, cardId)
  if (!found) throw notFound()
  const attempt = (await listCaptures(context.db, cardId)).filter((capture) => capture.item === item).length + 1
  const set = device()
  const taken = await set.take({ item, attempt, subject: found.personId })
  if (taken.kind === 'away') throw new AppError('invalid-input', { text: taken.words })
  const { quality, codes, format, data } = taken
  await context.run(keepCapture, { cardId, item, quality, codes: [...codes], format, data, device: set.name })
}

/** One's own cards, and those of one's children. */
export const ownCards = get(cardPaths.own, {
  access: citizen,
  audit: 'own-data',
  async handle(context) {
    const { db, actor, tenant, now } = context
    const me = await getPerson(db, actor.personId ?? '')
    const children = (await listChildrenOf(db, me.id)).filter((child) => child.status === 'active')
    const cards = await listCardsOf(db, [me.id, ...children.map((child) => child.id)])
    const today = dayOf(now, tenant.profile.zone)
    const cardAge = wholeNumber(await getRule(db, 'identity-documents.identity-card.age', '', today))
    const offers = offersFor([me, ...children], { cards, today, cardAge })
    return page(<OwnCardsPage cards={cards} offers={offers} zone={tenant.profile.zone} />)
  },
})
