import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { exported, exportRoutes } from '#kernel/export/export-routes.ts'
import { exportNote } from '#kernel/export/note-export.ts'
import { allPages, exportPageSize } from '#kernel/export/table.ts'
import { type Answer, get, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { findOwnRegion, listChildren } from '#modules/territory/index.ts'
import { withQuery } from '#ui/index.ts'
import { cardPrint } from '../card-print.ts'
import * as counter from '../commands/counter.ts'
import { reprintCard } from '../commands/print.ts'
import { cardKinds, cardStates } from '../machine.ts'
import { cardPaths } from '../paths.ts'
import { countCards, findCard, findCardByCode, listCardSteps, listCards } from '../queries/cards.ts'
import { cardTexts } from '../texts.ts'
import { CardPage } from '../views/card-page.tsx'
import { CardsPage } from '../views/cards-page.tsx'
import { cardAround, reading } from './around.ts'

const listQuery = z.object({
  q: z.string().max(120).optional().catch(undefined),
  jenis: z.enum(cardKinds).optional().catch(undefined),
  kecamatan: z
    .string()
    .regex(/^\d\d\.\d\d\.\d\d$/)
    .optional()
    .catch(undefined),
  keadaan: z.enum(cardStates).optional().catch(undefined),
  setelah: z.uuid().optional().catch(undefined),
})
type ListQuery = z.infer<typeof listQuery>
type ListContext = RouteContext<unknown, ListQuery>
const filterOf = ({ q, jenis, kecamatan, keadaan }: ListQuery) => ({
  text: q,
  kind: jenis,
  district: kecamatan,
  state: keadaan,
})

export async function cardListPage(context: ListContext, error?: AppError): Promise<Answer> {
  const { db, actor, query, tenant } = context
  const [list, counts, districts] = await Promise.all([
    listCards(db, actor, { ...filterOf(query), after: query.setelah }),
    countCards(db, actor),
    districtChoices(context),
  ])
  await context.recordAccess(
    ...list.rows.map((card) => ({
      personId: card.personId,
      object: { type: 'identity-card', id: card.id },
      purpose: 'daftar kartu',
      unmasked: false,
    })),
  )
  const { q, jenis, kecamatan, keadaan } = query
  return page(
    <CardsPage
      {...cardAround(context, error)}
      {...list}
      counts={counts}
      districts={districts}
      isFirstPage={!query.setelah}
      query={{ q, jenis, kecamatan, keadaan }}
      zone={tenant.profile.zone}
    />,
    error?.status ?? 200,
  )
}

async function districtChoices({ db }: RouteContext) {
  const region = await findOwnRegion(db)
  const areas = region ? await listChildren(db, region.code) : []
  return areas.map((area) => ({ value: area.code, label: area.name }))
}

export const cardList = get(cardPaths.desk, {
  ...reading,
  query: listQuery,
  handle: (context) => cardListPage(context),
})

export const noteCardExport = exportNote('population')

export const exportCards = exportRoutes(cardPaths.desk, {
  ...reading,
  query: listQuery,
  note: noteCardExport,
  table({ db, actor, query, now, tenant, locale }) {
    const t = cardTexts(locale)
    return exported({
      file: `kartu-${dayOf(now, tenant.profile.zone)}`,
      title: t('title'),
      rows: allPages((after) => listCards(db, actor, { ...filterOf(query), after }, exportPageSize)),
      columns: [
        { label: t('code'), kind: 'text', value: (card) => card.code },
        { label: t('kind'), kind: 'text', value: (card) => t(`kind-${card.kind}`) },
        { label: t('name'), kind: 'text', width: 32, value: (card) => card.name },
        { label: t('village'), kind: 'text', width: 24, value: (card) => card.village },
        { label: t('case'), kind: 'text', value: (card) => card.caseNumber },
        { label: t('reason'), kind: 'text', value: (card) => t(`reason-${card.reason}`) },
        { label: t('state'), kind: 'text', value: (card) => t(`state-${card.state}`) },
        { label: t('since'), kind: 'moment', value: (card) => card.stateAt },
        { label: t('delivery'), kind: 'text', value: (card) => t(`delivery-${card.delivery}`) },
        { label: t('serial'), kind: 'text', value: (card) => card.serial },
      ],
    })
  },
})

/** The scanner types a code into the head of the page. */
export const findByCode = get(cardPaths.find, {
  ...reading,
  query: z.object({ q: z.string().max(60).catch('') }),
  async handle(context) {
    const { q } = context.query
    const card = await findCardByCode(context.db, context.actor, q)
    if (card) return redirect(cardPaths.card(card.id))
    return redirect(withQuery(cardPaths.desk, { q: q || undefined }))
  },
})

const cardParams = z.object({ cardId: z.uuid() })
type CardContext = RouteContext<{ cardId: string }>

async function showCard(context: CardContext, error?: AppError): Promise<Answer> {
  const { db, tenant } = context
  const card = await findCard(db, context.actor, context.params.cardId)
  if (!card) throw notFound()
  await context.recordAccess({
    personId: card.personId,
    object: { type: 'identity-card', id: card.id },
    purpose: 'mengurus kartu identitas',
    unmasked: true,
  })
  const [steps, print] = await Promise.all([listCardSteps(db, card.id), cardPrint(tenant, db, card)])
  return page(
    <CardPage {...cardAround(context, error)} card={card} steps={steps} print={print} zone={tenant.profile.zone} />,
    error?.status ?? 200,
  )
}

export const card = get('/kependudukan/kartu/:cardId', {
  ...reading,
  params: cardParams,
  handle: (context) => showCard(context),
})

/** What the counter and the printers do with one card. */
export const actOnCard = post('/kependudukan/kartu/:cardId/tindakan', {
  ...reading,
  params: cardParams,
  async handle(context) {
    const { cardId } = context.params
    const text = (name: string) => context.form.get(name)
    const reason = text('reason')
    const place = text('place')
    const receiver = { receiver: text('receiver'), receiverName: text('receiverName'), proof: text('proof') }
    const acts: Readonly<Record<string, () => Promise<unknown>>> = {
      'hand-over': () => context.run(counter.handOverCard, { cardId, ...receiver }),
      deliver: () => context.run(counter.handOverCard, { cardId, ...receiver }),
      shelve: () => context.run(counter.shelveCards, { cardIds: [cardId], place }),
      send: () =>
        context.run(counter.sendCard, { cardId, courier: text('courier'), receiptNumber: text('receiptNumber') }),
      return: () => context.run(counter.returnCard, { cardId, place }),
      reject: () => context.run(counter.rejectCard, { cardId, reason }),
      cancel: () => context.run(counter.cancelCard, { cardId, reason }),
      reprint: () => context.run(reprintCard, { cardId }),
    }
    const act = acts[text('verb')]
    if (!act) throw new AppError('invalid-input')
    await act()
    context.notify(cardTexts(context.locale)('done'))
    return redirect(cardPaths.card(cardId))
  },
  invalid: showCard,
})

/** Several printed cards go into one box. */
export const shelveChosen = post(cardPaths.shelve, {
  access: permitted('population.hand-over-cards'),
  audit: 'personal-data',
  async handle(context) {
    const cardIds = context.form.all('cards')
    await context.run(counter.shelveCards, { cardIds, place: context.form.get('place') })
    context.notify(cardTexts(context.locale)('done'))
    return redirect(withQuery(cardPaths.desk, { keadaan: 'ready' }))
  },
  invalid: (context, error) => cardListPage({ ...context, query: { keadaan: 'printed' } }, error),
})
