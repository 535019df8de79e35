import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { notFound } from '#kernel/errors.ts'
import { get, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { confirmBatch, retryBatch, stopBatch } from '../commands/batches.ts'
import { letterPaths } from '../paths.ts'
import { type Batch, findBatch, listBatches, listBatchItems } from '../queries/batches.ts'
import { deskTexts } from '../texts/desk.ts'
import { BatchListPage, BatchPage } from '../views/batch-pages.tsx'

const signs = permitted('letters.sign')
const signsProved = permitted('letters.sign', { stepUp: true })
const params = z.object({ batchId: z.uuid() })
const query = z.object({ setelah: z.coerce.number().int().min(0).max(100_000).optional().catch(undefined) })

async function ownBatch({ db, actor }: RouteContext, batchId: string): Promise<Batch> {
  const batch = await findBatch(db, batchId)
  if (!batch || batch.accountId !== actor.accountId) throw notFound()
  return batch
}

export const batchList = get(letterPaths.batches, {
  access: signs,
  audit: 'none',
  async handle(context) {
    const batches = await listBatches(context.db, context.actor.accountId ?? '')
    return page(<BatchListPage {...context} zone={context.tenant.profile.zone} batches={batches} />)
  },
})

/** Before the confirmation what would be signed; after it how far it is. */
export const batchView = get('/naskah/massal/:batchId', {
  access: signs,
  audit: 'none',
  params,
  query,
  async handle(context) {
    const { tenant, db } = context
    const batch = await ownBatch(context, context.params.batchId)
    const after = context.query.setelah
    const [items, failed] = await Promise.all([
      listBatchItems(tenant, db, batch.id, after === undefined ? {} : { after }),
      batch.counts.failed > 0 ? listBatchItems(tenant, db, batch.id, { state: 'failed' }) : undefined,
    ])
    return page(
      <BatchPage
        {...context}
        zone={tenant.profile.zone}
        batch={batch}
        items={items.rows}
        next={items.next}
        isFirstPage={after === undefined}
        failed={failed?.rows ?? []}
      />,
    )
  },
})

export const batchStart = post('/naskah/massal/:batchId/tanda-tangan', {
  access: signsProved,
  audit: 'none',
  params,
  async handle(context) {
    await context.run(confirmBatch, context.params)
    return redirect(letterPaths.batch(context.params.batchId))
  },
})

export const batchStop = post('/naskah/massal/:batchId/berhenti', {
  access: signs,
  audit: 'none',
  params,
  async handle(context) {
    const batch = await ownBatch(context, context.params.batchId)
    await context.run(stopBatch, context.params)
    if (batch.state === 'proposed') return redirect(letterPaths.desk)
    context.notify(deskTexts(context.locale)('bulk.stopped'))
    return redirect(letterPaths.batch(context.params.batchId))
  },
})

export const batchRetry = post('/naskah/massal/:batchId/ulangi', {
  access: signsProved,
  audit: 'none',
  params,
  async handle(context) {
    await context.run(retryBatch, context.params)
    return redirect(letterPaths.batch(context.params.batchId))
  },
})
