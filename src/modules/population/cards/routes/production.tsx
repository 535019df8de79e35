import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { type AppError, notFound } from '#kernel/errors.ts'
import { type Answer, get, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { withQuery } from '#ui/index.ts'
import { closeBlankDay, moveBlanks, oldestOpenDay, stockOf } from '../commands/blanks.ts'
import { beginBatch, recordPrint } from '../commands/print.ts'
import { cardKinds } from '../machine.ts'
import { cardPaths } from '../paths.ts'
import { listCards } from '../queries/cards.ts'
import { findBatch, listBatches, listBlankDays } from '../queries/production.ts'
import { cardTexts } from '../texts.ts'
import { BatchesPage, BatchPage } from '../views/batch-pages.tsx'
import { BlanksPage } from '../views/blanks-page.tsx'
import { SheetPage } from '../views/sheet-page.tsx'
import { cardAround, reading } from './around.ts'
import { cardListPage } from './cards.tsx'

export const batches = get(cardPaths.batches, {
  access: permitted('population.read-cards'),
  audit: 'none',
  query: z.object({ setelah: z.uuid().optional().catch(undefined) }),
  async handle(context) {
    const { setelah } = context.query
    const list = await listBatches(context.db, setelah)
    return page(
      <BatchesPage {...cardAround(context)} {...list} isFirstPage={!setelah} zone={context.tenant.profile.zone} />,
    )
  },
})

/** The chosen cards become a sheet. */
export const makeBatch = post(cardPaths.batches, {
  access: permitted('population.print-cards'),
  audit: 'personal-data',
  async handle(context) {
    const id = await context.run(beginBatch, { cardIds: context.form.all('cards') })
    return redirect(cardPaths.batch(id))
  },
  invalid: (context, error) => cardListPage({ ...context, query: { keadaan: 'queued' } }, error),
})

const batchParams = z.object({ batchId: z.uuid() })
type BatchContext = RouteContext<{ batchId: string }>

async function batchCards(context: BatchContext) {
  const { db, actor, params } = context
  const found = await findBatch(db, params.batchId)
  if (!found) throw notFound()
  const { rows } = await listCards(db, actor, { batchId: found.id }, 200)
  await context.recordAccess(
    ...rows.map((card) => ({
      personId: card.personId,
      object: { type: 'identity-card', id: card.id },
      purpose: 'mencetak kartu identitas',
      unmasked: false,
    })),
  )
  return { batch: found, cards: rows }
}

async function showBatch(context: BatchContext, error?: AppError): Promise<Answer> {
  return page(<BatchPage {...cardAround(context, error)} {...(await batchCards(context))} />, error?.status ?? 200)
}

export const batch = get('/kependudukan/kartu/lembar/:batchId', {
  ...reading,
  params: batchParams,
  handle: (context) => showBatch(context),
})

export const notePrint = post('/kependudukan/kartu/lembar/:batchId', {
  access: permitted('population.print-cards'),
  audit: 'personal-data',
  params: batchParams,
  async handle(context) {
    await context.run(recordPrint, context.form.pick('cardId', 'outcome', 'serial', 'failure'))
    context.notify(cardTexts(context.locale)('done'))
    return redirect(cardPaths.batch(context.params.batchId))
  },
  invalid: showBatch,
})

export const batchSheet = get('/kependudukan/kartu/lembar/:batchId/cetak', {
  ...reading,
  params: batchParams,
  async handle(context) {
    const { unitName } = cardAround(context)
    return page(<SheetPage {...(await batchCards(context))} unitName={unitName} zone={context.tenant.profile.zone} />)
  },
})

const blanksQuery = z.object({
  jenis: z.enum(cardKinds).catch('ktp-el'),
  sebelum: z.iso.date().optional().catch(undefined),
})
type BlanksContext = RouteContext<unknown, z.infer<typeof blanksQuery>>

async function showBlanks(context: BlanksContext, error?: AppError): Promise<Answer> {
  const { db, query, now, tenant } = context
  const { jenis: kind, sebelum } = query
  const [stock, openDay, days] = await Promise.all([
    stockOf(db, kind),
    oldestOpenDay(db, kind),
    listBlankDays(db, kind, sebelum),
  ])
  return page(
    <BlanksPage
      {...cardAround(context, error)}
      {...days}
      kind={kind}
      stock={stock}
      openDay={openDay}
      today={dayOf(now, tenant.profile.zone).toString()}
      isFirstPage={!sebelum}
    />,
    error?.status ?? 200,
  )
}

export const blanks = get(cardPaths.blanks, {
  access: permitted('population.read-cards'),
  audit: 'none',
  query: blanksQuery,
  handle: (context) => showBlanks(context),
})

export const noteBlanks = post(cardPaths.blanks, {
  access: permitted('population.count-blanks'),
  audit: 'none',
  async handle(context) {
    const { form } = context
    if (form.get('act') === 'close') await context.run(closeBlankDay, form.pick('kind', 'day', 'counted', 'note'))
    else await context.run(moveBlanks, form.pick('kind', 'what', 'count', 'note'))
    context.notify(cardTexts(context.locale)('done'))
    return redirect(withQuery(cardPaths.blanks, { jenis: form.get('kind') }))
  },
  invalid(context, error) {
    const kind = cardKinds.find((each) => each === context.form.get('kind')) ?? 'ktp-el'
    return showBlanks({ ...context, query: { jenis: kind, sebelum: undefined } }, error)
  },
})
