import { z } from 'zod'
import { anyone } from '#kernel/access/access.ts'
import { type FieldError, invalidField, notFound } from '#kernel/errors.ts'
import { type Answer, bytes, get, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { OutsideFault } from '#kernel/outside/call-service.ts'
import { ServiceRefusal } from '../client/signing-service.ts'
import { addCertifiedSignature } from '../commands/add-certified-signature.ts'
import { releaseCertification } from '../commands/batches.ts'
import { problemTexts } from '../domain.ts'
import { findSigner } from '../find-signer.ts'
import { certifyPaths } from '../paths.ts'
import { type BatchItem, findItem } from '../queries/batches.ts'
import { openService } from '../service.ts'
import { nationalSource } from '../settings.ts'
import { simulatedRevocationList } from '../simulator/own-simulator.ts'
import { certifyTexts } from '../texts.ts'
import { SettlePage } from '../views/settle-page.tsx'
import { ownBatch } from './batches.tsx'
import { certifies } from './waiting.tsx'

const params = z.object({ batchId: z.uuid(), ordinal: z.coerce.number().int().min(0).max(500) })
type ItemContext = RouteContext<z.infer<typeof params>>
const MB = 1024 * 1024

/** @throws not-found when it is another's, or its outcome is known */
async function unknownItem(context: ItemContext): Promise<BatchItem> {
  const batch = await ownBatch(context)
  const item = await findItem(context.tenant.pools.write, batch.id, context.params.ordinal)
  if (item?.state !== 'unknown') throw notFound()
  return item
}

async function show(context: ItemContext, errors: readonly FieldError[] = []): Promise<Answer> {
  const item = await unknownItem(context)
  const source = nationalSource(context.tenant)
  const canAsk = item.remoteId !== null && source?.kind === 'service' && source.version === 1
  return page(
    <SettlePage {...context} zone={context.tenant.profile.zone} item={item} canAsk={canAsk} errors={errors} />,
    errors.length ? 422 : 200,
  )
}

export const settleForm = get('/tersertifikasi/paket/:batchId/:ordinal/kepastian', {
  access: certifies,
  audit: 'none',
  params,
  handle: (context) => show(context),
})

const refuse = (path: string, key: Parameters<ReturnType<typeof certifyTexts>>[0]) =>
  invalidField(path, certifyTexts('id')(key), certifyTexts('en')(key))

export const settle = post('/tersertifikasi/paket/:batchId/:ordinal/kepastian', {
  access: certifies,
  audit: 'own-data',
  params,
  perMinute: 20,
  upload: { maxFileBytes: 25 * MB, maxFiles: 1 },
  async handle(context) {
    const item = await unknownItem(context)
    const t = certifyTexts(context.locale)
    const { batchId, ordinal } = item
    switch (context.form.get('aksi')) {
      case 'lepas':
        await context.run(releaseCertification, { batchId, ordinal })
        context.notify(t('settle.released'))
        break
      case 'ambil':
        await useFile(context, item, await fetchLost(context, item), '')
        context.notify(t('settle.certified'))
        break
      case 'unggah': {
        const upload = context.uploads.find(({ field }) => field === 'berkas')
        if (upload?.tooLarge) throw refuse('berkas', 'settle.too-large')
        if (!upload?.bytes.length) throw refuse('berkas', 'settle.no-file')
        await useFile(context, item, upload.bytes, 'berkas')
        context.notify(t('settle.certified'))
        break
      }
      default:
        throw refuse('', 'settle.choose')
    }
    return redirect(certifyPaths.list)
  },
  invalid: (context, error) => show(context, error.fields),
})

async function fetchLost(context: ItemContext, { remoteId }: BatchItem): Promise<Uint8Array> {
  const service = await openService(context)
  if (!service?.fetchSigned || !remoteId) throw notFound()
  try {
    return await service.fetchSigned(remoteId)
  } catch (error) {
    if (error instanceof OutsideFault || error instanceof ServiceRefusal) throw refuse('', 'settle.away')
    throw error
  }
}

async function useFile(context: ItemContext, item: BatchItem, file: Uint8Array, field: string): Promise<void> {
  const { tenant, db, actor } = context
  const { nik, names } = await findSigner(tenant, db, actor)
  const { batchId, ordinal } = item
  const input = { batchId, ordinal, file, signer: { nik, names }, from: 'later' }
  const result = await context.run(addCertifiedSignature, input)
  if (result.outcome === 'overtaken') throw refuse(field, 'settle.overtaken')
  if (result.outcome === 'refused') {
    const { id, en } = problemTexts[result.problem]
    throw invalidField(field, id, en)
  }
}

/** What a demo's made-up authority has revoked: nothing. */
export const simulatedList = get(certifyPaths.simulatedList, {
  access: anyone,
  audit: 'none',
  perMinute: 60,
  async handle(context) {
    const { tenant, now } = context
    const isSimulated = nationalSource(tenant)?.kind === 'simulator'
    const list = isSimulated ? await simulatedRevocationList(tenant, new Date(now.epochMilliseconds)) : undefined
    if (!list) throw notFound()
    return bytes(list, 'application/pkix-crl', { inline: true })
  },
})
