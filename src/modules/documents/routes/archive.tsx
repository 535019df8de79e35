import { z } from 'zod'
import { type Actor, isPermitted, permitted } from '#kernel/access/access.ts'
import { dayOf, type Zone } from '#kernel/clock/clock.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { exported, exportRoutes } from '#kernel/export/export-routes.ts'
import { allPages, exportPageSize } from '#kernel/export/table.ts'
import { type Answer, bytes, get, page, post, type RouteContext, redirect, stream } from '#kernel/http/route.ts'
import { nameUnits } from '#modules/organization/index.ts'
import { bundle, mostInBundle } from '../archive/bundle.ts'
import { type Rerendering, setDocumentAgain } from '../archive/set-document-again.ts'
import { noteBundle, noteExport } from '../commands/note-export.ts'
import { reissueDocument } from '../commands/reissue-document.ts'
import { revokeIssued } from '../commands/revoke-issued.ts'
import { documentPaths } from '../paths.ts'
import {
  type ArchivedDocument,
  type ArchiveFilter,
  findArchived,
  listArchived,
  listFileVersions,
} from '../queries/archive.ts'
import { findDocumentFile } from '../queries/documents.ts'
import { listSignatures } from '../queries/signatures.ts'
import { archiveTexts } from '../texts-archive.ts'
import { ArchiveListPage, archiveTemplates } from '../views/archive-list.tsx'
import { ArchivedPage } from '../views/archived-page.tsx'

const reads = permitted('documents.archive')
const rowsShown = 50
const day = z.iso.date().optional().catch(undefined)
export const archiveQuery = z.object({
  q: z.string().max(120).optional().catch(undefined),
  jenis: z.enum(archiveTemplates).optional().catch(undefined),
  keadaan: z.enum(['stands', 'revoked', 'replaced', 'unfinished']).optional().catch(undefined),
  sejak: day,
  sampai: day,
  setelah: z
    .string()
    .regex(/^[\dTZ:.-]{20,32}_[0-9a-f-]{36}$/)
    .optional()
    .catch(undefined),
})
export type ArchiveQuery = z.infer<typeof archiveQuery>
type ArchiveContext = RouteContext<unknown, ArchiveQuery>

function filterOf({ actor, query, tenant }: Pick<ArchiveContext, 'actor' | 'query' | 'tenant'>): ArchiveFilter {
  const { zone } = tenant.profile
  return {
    text: query.q,
    template: query.jenis,
    standing: query.keadaan,
    from: query.sejak ? startOf(query.sejak, zone) : undefined,
    before: query.sampai ? startOf(Temporal.PlainDate.from(query.sampai).add({ days: 1 }).toString(), zone) : undefined,
    unitPaths: pathsOf(actor),
  }
}

/** An auditor reads the archive of every unit, wherever his own post is. */
function pathsOf(actor: Actor): string[] {
  if (isPermitted(actor, 'documents.archive-everywhere')) return ['']
  return actor.grants.filter(({ permission }) => permission === 'documents.archive').map(({ unitPath }) => unitPath)
}

const startOf = (iso: string, zone: Zone): Temporal.Instant =>
  Temporal.PlainDate.from(iso).toZonedDateTime(zone).toInstant()

const cursorOf = (row: ArchivedDocument) => `${row.issuedAt.toString()}_${row.id}`
function readCursor(text: string | undefined) {
  const [at, id] = text?.split('_') ?? []
  return at && id ? { at, id } : undefined
}

export const archiveList = get(documentPaths.archive, {
  access: reads,
  audit: 'none',
  query: archiveQuery,
  async handle(context) {
    const { db, query } = context
    const after = readCursor(query.setelah)
    const rows = await listArchived(db, filterOf(context), { after, limit: rowsShown + 1 })
    const shown = rows.slice(0, rowsShown)
    const last = rows.length > rowsShown ? shown.at(-1) : undefined
    return page(
      <ArchiveListPage
        {...context}
        rows={shown}
        next={last && cursorOf(last)}
        unitName={await nameUnits(context.db)}
        most={mostInBundle}
        zone={context.tenant.profile.zone}
      />,
    )
  },
})

export const exportArchive = exportRoutes(documentPaths.archive, {
  access: reads,
  audit: 'personal-data',
  query: archiveQuery,
  note: noteExport,
  async table(context) {
    const t = archiveTexts(context.locale)
    const filter = filterOf(context)
    const unitName = await nameUnits(context.db)
    return exported<ArchivedDocument>({
      file: `arsip-${dayOf(context.now, context.tenant.profile.zone)}`,
      title: t('title'),
      rows: allPages(async (after) => {
        const rows = await listArchived(context.db, filter, { after: readCursor(after), limit: exportPageSize })
        const last = rows.length === exportPageSize ? rows.at(-1) : undefined
        return { rows, next: last && cursorOf(last) }
      }),
      columns: [
        { label: t('number'), kind: 'text', width: 30, value: (row) => row.number },
        { label: t('document'), kind: 'text', width: 36, value: (row) => row.title },
        { label: t('subject'), kind: 'text', value: (row) => row.subjectLabel },
        { label: t('unit'), kind: 'text', width: 36, value: (row) => unitName(row.unitPath) },
        { label: t('signer'), kind: 'text', width: 30, value: (row) => row.signerName },
        { label: t('issued'), kind: 'moment', value: (row) => row.issuedAt },
        { label: t('standing'), kind: 'text', value: (row) => t(row.standing) },
        { label: t('level'), kind: 'text', value: (row) => row.level },
        { label: t('code'), kind: 'text', value: (row) => row.code },
        { label: 'SHA-256', kind: 'text', width: 66, value: (row) => row.fileHash },
      ],
    })
  },
})

/** Whole files leave only after it is written down who took which. */
export const archiveBundle = get(documentPaths.archiveBundle, {
  access: reads,
  audit: 'personal-data',
  perMinute: 6,
  query: archiveQuery,
  async handle(context) {
    if (context.request.method === 'HEAD') return bytes(Buffer.alloc(0), 'application/zip')
    const { db, tenant, now, query } = context
    const documents = await listArchived(db, filterOf(context), { limit: mostInBundle })
    const filter = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as Record<
      string,
      string
    >
    await context.run(noteBundle, { filter, documents: documents.map(({ id }) => id) })
    await recordReadings(context, documents)
    const made = { at: now, region: tenant.profile.shortName, filter }
    const zip = await bundle({ db, files: tenant.files }, documents, made)
    return stream(zip, 'application/zip', `arsip-${dayOf(now, tenant.profile.zone)}.zip`)
  },
})

/** Each person whose paper is opened can see it in his own record. */
async function recordReadings(
  context: Pick<RouteContext, 'db' | 'recordAccess' | 'locale'>,
  documents: readonly { readonly id: string }[],
): Promise<void> {
  const purpose = archiveTexts('id')('purpose')
  for (const { id } of documents) {
    const file = await findDocumentFile(context.db, id)
    if (!file?.subjectPersonId) continue
    await context.recordAccess({ personId: file.subjectPersonId, object: { type: 'document', id }, purpose })
  }
}

const idParams = z.object({ id: z.uuid() })
type DocumentContext = RouteContext<z.infer<typeof idParams>>

/** @throws not-found, also for a document of a unit that the actor may not read */
async function archivedOf(context: Pick<DocumentContext, 'db' | 'actor' | 'params'>): Promise<ArchivedDocument> {
  const document = await findArchived(context.db, context.params.id)
  const { actor } = context
  const mayRead =
    document &&
    (isPermitted(actor, 'documents.archive-everywhere') ||
      isPermitted(actor, 'documents.archive', { unitPath: document.unitPath }))
  if (!mayRead) throw notFound()
  return document
}

export const archivedView = get(documentPaths.archived(':id'), {
  access: reads,
  audit: 'none',
  params: idParams,
  handle: (context) => showArchived(context),
})

/** Three forms stand on the page: set again and compare, revoke, issue again. */
export const archivedPost = post(documentPaths.archived(':id'), {
  access: reads,
  audit: 'none',
  perMinute: 30,
  params: idParams,
  async handle(context) {
    const { form, tenant, db } = context
    const document = await archivedOf(context)
    const t = archiveTexts(context.locale)
    const what = form.get('apa')
    if (what === 'cabut') {
      const { number } = await context.run(revokeIssued, { documentId: document.id, reason: form.get('reason') })
      context.notify(t('revoked-done', { number }))
      return redirect(documentPaths.archived(document.id))
    }
    if (what === 'terbitkan') {
      const issued = await context.run(reissueDocument, { documentId: document.id, reason: form.get('again-reason') })
      context.notify(t('reissued-done', { code: issued.code }))
      return redirect(documentPaths.archived(issued.id))
    }
    try {
      return await showArchived(context, undefined, await setDocumentAgain(tenant, db, document.id))
    } catch (error) {
      if (error instanceof AppError && error.code === 'wrong-state') return showArchived(context, error)
      throw error
    }
  },
  invalid: (context, error) => showArchived(context, error),
})

async function showArchived(context: DocumentContext, error?: AppError, again?: Rerendering): Promise<Answer> {
  const { db, actor } = context
  const document = await archivedOf(context)
  const scope = { unitPath: document.unitPath }
  const unitName = await nameUnits(context.db)
  return page(
    <ArchivedPage
      {...context}
      document={document}
      signatures={await listSignatures(db, document.id)}
      files={await listFileVersions(db, document.id)}
      unitName={unitName(document.unitPath)}
      again={again}
      may={{
        revoke: isPermitted(actor, 'documents.revoke', scope),
        reissue: isPermitted(actor, 'documents.sign', scope),
      }}
      form={context.kept ?? context.form}
      error={error}
      zone={context.tenant.profile.zone}
    />,
    error?.status ?? 200,
  )
}

export const archivedFile = get(documentPaths.archivedFile(':id', ':version'), {
  access: reads,
  audit: 'personal-data',
  params: z.object({ id: z.uuid(), version: z.coerce.number().int().min(1).max(9999) }),
  async handle(context) {
    const document = await archivedOf(context)
    const versions = await listFileVersions(context.db, document.id)
    const file = versions.find(({ version }) => version === context.params.version)
    if (!file) throw notFound()
    await recordReadings(context, [document])
    const name = `${document.code}-v${file.version}.pdf`
    return bytes(await context.tenant.files.get(file.fileHash), 'application/pdf', { name })
  },
})
