import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { type Answer, bytes, get, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { nothingChosen, proposeCertification } from '../commands/batches.ts'
import { mostInBatch } from '../domain.ts'
import { findHolder, findSigner } from '../find-signer.ts'
import { askState, recallState } from '../known-state.ts'
import { certifyPaths } from '../paths.ts'
import { listUnknown } from '../queries/batches.ts'
import { countWaiting, findSignedFile, listWaiting } from '../queries/waiting.ts'
import { openService } from '../service.ts'
import { hasNationalSigning } from '../settings.ts'
import { certifyTexts } from '../texts.ts'
import { templates, WaitingPage } from '../views/waiting-page.tsx'

export const certifies = permitted('documents.certify')

/** A region without the national service has none of these pages. @throws not-found */
export function requireNational({ tenant }: Pick<RouteContext, 'tenant'>): void {
  if (!hasNationalSigning(tenant)) throw notFound()
}

const query = z.object({
  q: z.string().max(120).optional().catch(undefined),
  jenis: z.enum(templates).optional().catch(undefined),
  setelah: z
    .string()
    .max(100)
    .regex(/^[\dTZ:.-]+_[0-9a-f-]{36}$/)
    .optional()
    .catch(undefined),
})
type Query = z.infer<typeof query>

async function show(
  context: RouteContext,
  { setelah, ...filter }: Query,
  more: { readonly refused?: string; readonly chosen?: readonly string[] } = {},
): Promise<Answer> {
  const { db, actor, tenant, now } = context
  const holder = await findHolder(db, actor)
  const [found, count, unknown] = holder
    ? await Promise.all([
        listWaiting(db, holder, { text: filter.q, template: filter.jenis, after: setelah }),
        countWaiting(db, holder),
        listUnknown(db, holder.officialId),
      ])
    : [{ rows: [], next: undefined }, 0, []]
  return page(
    <WaitingPage
      {...context}
      {...found}
      zone={tenant.profile.zone}
      isFirstPage={!setelah}
      query={filter}
      count={count}
      unknown={unknown}
      state={holder && recallState(`${tenant.id}:${holder.officialId}`, now)}
      chosen={new Set(more.chosen)}
      refused={more.refused}
    />,
    more.refused ? 422 : 200,
  )
}

/** What the official signed and what has no certified signature of his yet. */
export const waitingList = get(certifyPaths.list, {
  access: certifies,
  audit: 'none',
  query,
  handle(context) {
    requireNational(context)
    return show(context, context.query)
  },
})

export const propose = post(certifyPaths.propose, {
  access: certifies,
  audit: 'none',
  async handle(context) {
    requireNational(context)
    const { form, db, actor } = context
    const filter = query.parse(form.pick('q', 'jenis'))
    const holder = await findHolder(db, actor)
    if (!holder) throw new AppError('forbidden')
    const all = form.get('yang') === 'semua'
    const documentIds = all
      ? (await listWaiting(db, holder, { text: filter.q, template: filter.jenis }, mostInBatch)).rows.map(
          ({ id }) => id,
        )
      : form.all('dokumen').slice(0, mostInBatch)
    if (documentIds.length === 0) throw nothingChosen()
    const { id } = await context.run(proposeCertification, { documentIds })
    return redirect(certifyPaths.batch(id))
  },
  invalid(context, error) {
    const refused = error.fields[0]?.message[context.locale] ?? error.say(context.locale)
    return show(context, query.parse(context.form.pick('q', 'jenis')), { refused, chosen: context.form.all('dokumen') })
  },
})

/** What he signs he may see: the file as it would be sent. */
export const signedFile = get('/tersertifikasi/dokumen/:file', {
  access: certifies,
  audit: 'personal-data',
  params: z.object({ file: z.string().regex(/^[0-9a-f-]{36}\.pdf$/) }),
  perMinute: 120,
  async handle(context) {
    requireNational(context)
    const { db, tenant, actor, params, request } = context
    const id = z.uuid().safeParse(params.file.slice(0, 36))
    const holder = await findHolder(db, actor)
    const found = id.success && holder ? await findSignedFile(db, id.data, holder.officialId) : undefined
    if (!found || !id.success) throw notFound()
    if (found.subjectPersonId && request.method !== 'HEAD') {
      const object = { type: 'document', id: id.data }
      await context.recordAccess({ personId: found.subjectPersonId, object, purpose: certifyTexts('id')('purpose') })
    }
    const name = `${found.number.replaceAll(/[^\w.-]+/g, '-')}.pdf`
    return bytes(await tenant.files.get(found.fileHash), 'application/pdf', { name, inline: true })
  },
})

/** Asks the national service how the official's certificate is. He asks about himself. */
export const checkState = post(certifyPaths.state, {
  access: certifies,
  audit: 'own-data',
  perMinute: 10,
  async handle(context) {
    requireNational(context)
    const { tenant, db, actor, now } = context
    const signer = await findSigner(tenant, db, actor)
    const service = await openService(context)
    if (!service) throw notFound()
    await askState(service, `${tenant.id}:${signer.officialId}`, signer.nik, now)
    return redirect(certifyPaths.list)
  },
})
