import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { AppError, type FieldError, invalidField, notFound } from '#kernel/errors.ts'
import { type Answer, get, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { OutsideFault } from '#kernel/outside/call-service.ts'
import { ServiceRefusal, type SignerSecret } from '../client/signing-service.ts'
import { startCertification, stopCertification } from '../commands/batches.ts'
import { problemTexts } from '../domain.ts'
import { findSigner } from '../find-signer.ts'
import { certifyPaths } from '../paths.ts'
import { type Batch, findBatch, listBatches, listItems } from '../queries/batches.ts'
import { type BatchEnd, runBatch } from '../run-batch.ts'
import { openService } from '../service.ts'
import { nationalSource } from '../settings.ts'
import { demoPassphrase, simulatedCodeOf } from '../simulator/own-simulator.ts'
import { certifyTexts } from '../texts.ts'
import { BatchListPage, BatchPage } from '../views/batch-page.tsx'
import { certifies, requireNational } from './waiting.tsx'

const params = z.object({ batchId: z.uuid() })
const query = z.object({ setelah: z.coerce.number().int().min(0).max(500).optional().catch(undefined) })
type BatchContext = RouteContext<z.infer<typeof params>>

/** How long the page waits to tell a wrong passphrase at its field. */
const FIRST_ANSWER_MS = 8000

/** Read where it was just written. @throws not-found for another's */
export async function ownBatch(context: BatchContext | RouteContext<{ batchId: string }>): Promise<Batch> {
  requireNational(context)
  const batch = await findBatch(context.tenant.pools.write, context.params.batchId)
  if (!batch || batch.accountId !== context.actor.accountId) throw notFound()
  return batch
}

export const batchList = get(certifyPaths.batches, {
  access: certifies,
  audit: 'none',
  async handle(context) {
    requireNational(context)
    const batches = await listBatches(context.db, context.actor.accountId ?? '')
    return page(<BatchListPage {...context} zone={context.tenant.profile.zone} batches={batches} />)
  },
})

async function show(
  context: BatchContext,
  options: { readonly after?: number | undefined; readonly errors?: readonly FieldError[] } = {},
): Promise<Answer> {
  const { tenant, db, actor } = context
  const batch = await ownBatch(context)
  const { rows, next } = await listItems(tenant.pools.write, batch.id, { after: options.after })
  const source = nationalSource(tenant)
  const isDemo = source?.kind === 'simulator'
  const code = isDemo ? await simulatedCodeOf(tenant, (await findSigner(tenant, db, actor)).nik) : undefined
  const errors = options.errors ?? []
  return page(
    <BatchPage
      {...context}
      zone={tenant.profile.zone}
      batch={batch}
      items={rows}
      next={next}
      isFirstPage={options.after === undefined}
      hasCodes={isDemo || (source?.kind === 'service' && source.version === 2)}
      demo={isDemo ? { passphrase: demoPassphrase, code } : undefined}
      how={context.form.get('cara') === 'totp' || (code !== undefined && errors.length === 0) ? 'totp' : 'passphrase'}
      errors={errors}
    />,
    errors.length > 0 ? 422 : 200,
  )
}

export const batchView = get('/tersertifikasi/paket/:batchId', {
  access: certifies,
  audit: 'none',
  params,
  query,
  handle: (context) => show(context, { after: context.query.setelah }),
})

/** Has the national service send the official a code for as many documents as are open. */
export const sendCode = post('/tersertifikasi/paket/:batchId/kode', {
  access: certifies,
  audit: 'own-data',
  params,
  perMinute: 5,
  async handle(context) {
    const { tenant, db, actor } = context
    const batch = await ownBatch(context)
    const service = await openService(context)
    const { counts } = batch
    const wanted = counts.waiting + counts.failed + counts.released
    if (!service?.requestCode || wanted === 0) throw new AppError('wrong-state')
    const t = certifyTexts(context.locale)
    try {
      await service.requestCode((await findSigner(tenant, db, actor)).nik, wanted)
      context.notify(t('proof.code-sent', { n: wanted }))
    } catch (error) {
      if (!(error instanceof OutsideFault || error instanceof ServiceRefusal)) throw error
      context.notify(t('proof.no-code'))
    }
    return redirect(certifyPaths.batch(batch.id))
  },
})

/** Both names hold the word by which forms are kept and repeated without secrets. */
function readSecret({ form }: RouteContext): SignerSecret {
  const how = form.get('cara')
  const both = (key: Parameters<ReturnType<typeof certifyTexts>>[0]) =>
    [certifyTexts('id')(key), certifyTexts('en')(key)] as const
  if (how !== 'passphrase' && how !== 'totp') throw invalidField('cara', ...both('proof.choose'))
  const name = how === 'totp' ? 'sandi-sekali-pakai' : 'frasa-sandi'
  const text = how === 'totp' ? form.get(name).replace(/\s/g, '') : (form.all(name)[0] ?? '')
  if (text === '' || text.length > 200) throw invalidField(name, ...both('proof.missing'))
  if (how === 'totp' && !/^\d{4,10}$/.test(text)) throw invalidField(name, ...both('proof.code-form'))
  return { kind: how, text }
}

/**
 * Starts the batch in this process, which alone has the proof. The page waits for the first answer, so that a wrong
 * passphrase is said at its field.
 */
export const sign = post('/tersertifikasi/paket/:batchId/tanda-tangan', {
  access: permitted('documents.certify', { stepUp: true }),
  audit: 'own-data',
  params,
  perMinute: 10,
  async handle(context) {
    const { tenant, db, actor, clock } = context
    const { batchId } = context.params
    await ownBatch(context)
    const secret = readSecret(context)
    const signer = await findSigner(tenant, db, actor)
    const service = await openService(context)
    if (!service) throw notFound()
    await context.run(startCertification, { batchId })
    const log = context.request.log as Parameters<typeof runBatch>[0]['log']
    const first = new Promise<BatchEnd | undefined>((resolve) => {
      const work = { batchId, tenant, db, now: () => clock.now(), log, service, signer, secret }
      void runBatch({ ...work, run: (command, input) => context.run(command, input) }, resolve)
    })
    const end = await Promise.race([first, pause(FIRST_ANSWER_MS)])
    if (end?.problem === 'wrong-secret') {
      const { id, en } = problemTexts['wrong-secret']
      await settled(context)
      throw invalidField(secret.kind === 'totp' ? 'sandi-sekali-pakai' : 'frasa-sandi', id, en)
    }
    return redirect(certifyPaths.batch(batchId))
  },
  invalid: (context, error) => show(context, { errors: error.fields }),
})

function pause(ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), ms).unref())
}

/** The end of a batch is written a moment after its reason is known. */
async function settled(context: BatchContext): Promise<void> {
  for (let tries = 0; tries < 20; tries += 1) {
    if ((await ownBatch(context)).state !== 'running') return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

export const stop = post('/tersertifikasi/paket/:batchId/berhenti', {
  access: certifies,
  audit: 'none',
  params,
  async handle(context) {
    const batch = await ownBatch(context)
    await context.run(stopCertification, context.params)
    if (batch.state === 'proposed') return redirect(certifyPaths.list)
    context.notify(certifyTexts(context.locale)('batch.stopped'))
    return redirect(certifyPaths.batch(batch.id))
  },
})
