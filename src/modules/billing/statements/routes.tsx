import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { type AppError, type FieldError, invalidField, notFound } from '#kernel/errors.ts'
import { exported, exportRoutes } from '#kernel/export/export-routes.ts'
import { allPages, exportPageSize } from '#kernel/export/table.ts'
import { type Answer, get, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { openChannels } from '../channel/payment-channel.ts'
import { noteExport } from '../commands/note-export.ts'
import { gatewayIds } from '../gateways/gateway.ts'
import { billingPaths } from '../paths.ts'
import { deskAround, typedIn } from '../routes/desk-around.ts'
import { keepStatementSource } from './keep-source.ts'
import { largestFile, layoutFields } from './layout.ts'
import {
  countRows,
  findStatement,
  listSources,
  listStatementRows,
  listStatements,
  previewOf,
  rowStates,
  type Statement,
  statementStates,
} from './queries.ts'
import { decideStatement, receiveStatement } from './receive-file.ts'
import { SourceFormPage, SourceListPage } from './source-pages.tsx'
import { StatementListPage } from './statement-list-page.tsx'
import { StatementPage } from './statement-page.tsx'
import { statementTexts } from './texts.ts'

/** Files of a bank hold names of payers in their descriptions, never numbers of persons. */
const reconciling = { access: permitted('billing.reconcile'), audit: 'none' } as const

const listQuery = z.object({
  q: z.string().trim().max(120).optional().catch(undefined),
  keadaan: z.enum(statementStates).optional().catch(undefined),
  jenis: z.string().max(31).optional().catch(undefined),
  setelah: z.uuid().optional().catch(undefined),
})
type ListContext = RouteContext<unknown, z.infer<typeof listQuery>>

async function showList(context: ListContext, error?: AppError): Promise<Answer> {
  const { q, keadaan, jenis, setelah } = context.query
  const filter = { text: q, state: keadaan, source: jenis }
  const [list, sources, around] = await Promise.all([
    listStatements(context.db, filter, setelah),
    listSources(context.db),
    deskAround(context, error),
  ])
  return page(
    <StatementListPage
      {...around}
      {...list}
      sources={sources}
      query={{ q, keadaan, jenis }}
      isFirstPage={!setelah}
      typed={typedIn(context)}
      zone={context.tenant.profile.zone}
    />,
    error?.status ?? 200,
  )
}

export const statements = get(billingPaths.statements, {
  ...reconciling,
  query: listQuery,
  handle: (context) => showList(context),
})

export const uploadStatement = post(billingPaths.statements, {
  ...reconciling,
  query: listQuery,
  upload: { maxFileBytes: largestFile, maxFiles: 1 },
  perMinute: 20,
  async handle(context) {
    const [file] = context.uploads
    const t = statementTexts(context.locale)
    if (!file || (file.bytes.length === 0 && !file.tooLarge && file.name === '')) {
      throw invalidField('file', statementTexts('id')('file-missing'), statementTexts('en')('file-missing'))
    }
    // One that is too large comes without its bytes; the command says so for one byte more than it takes.
    const bytes = file.tooLarge ? Buffer.alloc(largestFile + 1) : file.bytes
    const sourceId = context.form.get('source')
    const kept = await context.run(receiveStatement, { sourceId, fileName: file.name.slice(0, 200), bytes })
    if (kept.isKnown) context.notify(t('known-file'))
    return redirect(billingPaths.statement(kept.id))
  },
  invalid: (context, error) => showList(context, error),
})

export const exportStatements = exportRoutes(billingPaths.statements, {
  ...reconciling,
  query: listQuery,
  table({ db, query, locale, now, tenant }) {
    const t = statementTexts(locale)
    const filter = { text: query.q, state: query.keadaan, source: query.jenis }
    return exported({
      file: `berkas-bank-${dayOf(now, tenant.profile.zone)}`,
      title: t('title'),
      rows: allPages((after) => listStatements(db, filter, after, exportPageSize)),
      columns: [
        { label: t('file'), kind: 'text', width: 40, value: (row) => row.fileName },
        { label: t('source'), kind: 'text', value: (row) => row.sourceName },
        { label: t('rows'), kind: 'number', value: (row) => row.rows },
        { label: t('broken'), kind: 'number', value: (row) => row.broken },
        { label: t('amount'), kind: 'money', value: (row) => row.amount },
        { label: t('state'), kind: 'text', value: (row) => t(`state-${row.state}`) },
        { label: t('uploaded'), kind: 'moment', value: (row) => row.uploadedAt },
        { label: t('by'), kind: 'text', width: 40, value: (row) => row.uploadedBy },
      ],
    })
  },
})

const params = z.object({ statementId: z.uuid() })
const rowQuery = z.object({
  q: z.string().trim().max(120).optional().catch(undefined),
  keadaan: z.enum(rowStates).optional().catch(undefined),
  setelah: z
    .string()
    .regex(/^\d{1,6}$/)
    .optional()
    .catch(undefined),
})
type StatementContext = RouteContext<z.infer<typeof params>, z.infer<typeof rowQuery>>

async function statementAt(context: Pick<StatementContext, 'tenant' | 'params'>): Promise<Statement> {
  // What was decided a moment ago is read where it was written.
  const found = await findStatement(context.tenant.pools.write, context.params.statementId)
  if (!found) throw notFound()
  return found
}

async function showStatement(context: StatementContext, error?: AppError): Promise<Answer> {
  const found = await statementAt(context)
  const { q, keadaan, setelah } = context.query
  const [list, counts, preview, around] = await Promise.all([
    listStatementRows(context.db, found.id, { text: q, state: keadaan }, setelah),
    countRows(context.db, found.id),
    found.state === 'read' ? previewOf(context.db, found) : undefined,
    deskAround(context, error),
  ])
  return page(
    <StatementPage
      {...around}
      {...list}
      statement={found}
      rowCounts={counts}
      preview={preview}
      query={{ q, keadaan }}
      isFirstPage={!setelah}
      zone={context.tenant.profile.zone}
    />,
    error?.status ?? 200,
  )
}

export const statement = get(billingPaths.statement(':statementId'), {
  ...reconciling,
  params,
  query: rowQuery,
  handle: (context) => showStatement(context),
})

export const decide = post(billingPaths.statement(':statementId'), {
  ...reconciling,
  params,
  query: rowQuery,
  async handle(context) {
    const { statementId } = context.params
    const t = statementTexts(context.locale)
    const book = context.form.get('keputusan') === 'bukukan'
    await context.run(decideStatement, { statementId, book })
    context.notify(t(book ? 'started' : 'discarded'))
    return redirect(book ? billingPaths.statement(statementId) : billingPaths.statements)
  },
  invalid: (context, error) => showStatement(context, error),
})

/** With `?keadaan=broken`: what to send back to the bank. */
export const exportRows = exportRoutes(billingPaths.statementRows(':statementId'), {
  ...reconciling,
  params,
  query: rowQuery,
  note: noteExport,
  async table(context) {
    const t = statementTexts(context.locale)
    const found = await statementAt(context)
    const { q, keadaan } = context.query
    const filter = { text: q, state: keadaan }
    return exported({
      file: `baris-${found.sourceId}-${found.firstOn ?? dayOf(context.now, context.tenant.profile.zone)}`,
      title: found.fileName,
      rows: allPages((after) => listStatementRows(context.db, found.id, filter, after, exportPageSize)),
      columns: [
        { label: t('line'), kind: 'number', value: (row) => row.line },
        { label: t('state'), kind: 'text', value: (row) => t(`row-${row.state}`) },
        { label: t('problem'), kind: 'text', width: 32, value: (row) => row.problem && t(`problem-${row.problem}`) },
        { label: t('reference'), kind: 'text', width: 32, value: (row) => row.reference },
        { label: t('number'), kind: 'text', value: (row) => row.number },
        { label: t('amount'), kind: 'money', value: (row) => row.amount },
        { label: t('paid'), kind: 'moment', value: (row) => row.paidAt },
        { label: t('description'), kind: 'text', width: 40, value: (row) => row.description },
        { label: t('raw'), kind: 'text', width: 60, value: (row) => row.raw },
      ],
    })
  },
})

export const sources = get(billingPaths.statementSources, {
  ...reconciling,
  async handle(context) {
    return page(<SourceListPage {...(await deskAround(context))} sources={await listSources(context.db)} />)
  },
})

const sourceParams = z.object({ sourceId: z.string().max(31) })

async function showSource(context: RouteContext, sourceId: string | undefined, error?: AppError): Promise<Answer> {
  const found = sourceId ? (await listSources(context.db)).find((source) => source.id === sourceId) : undefined
  if (sourceId && !found) throw notFound()
  const [around, channels] = await Promise.all([deskAround(context), openChannels(context.db, context.tenant)])
  return page(
    <SourceFormPage
      {...around}
      errors={plainErrors(error)}
      source={found}
      channels={[...new Set([...channels.map((channel) => channel.id), ...gatewayIds])]}
      typed={error ? typedIn(context) : {}}
      typedSettles={error ? context.form.all('settles') : undefined}
    />,
    error?.status ?? 200,
  )
}

/** Errors of a schema say what is wrong with a value; people want to know what to write. */
function plainErrors(error: AppError | undefined): FieldError[] {
  return (error?.fields ?? []).map((field) => {
    const path = field.path.replace(/^layout\./, '').replace(/^columns\./, 'column-')
    const key = ({ id: 'error-id', name: 'error-name', headLines: 'error-headLines' } as const)[path] ?? 'error-choice'
    const isSchema =
      field.path === path ? path === 'id' || path === 'name' || path === 'side' || path === 'format' : true
    return {
      path,
      message: isSchema ? { id: statementTexts('id')(key), en: statementTexts('en')(key) } : field.message,
    }
  })
}

function sourceIn(context: RouteContext, id: string) {
  const { form } = context
  return {
    id,
    ...form.pick('name', 'side', 'channel', 'format'),
    settles: form.all('settles'),
    layout: {
      ...form.pick('separator', 'dayOrder', 'decimal', 'creditMark'),
      headLines: /^\d{1,3}$/.test(form.get('headLines')) ? Number(form.get('headLines')) : -1,
      columns: Object.fromEntries(layoutFields.map((field) => [field, form.get(`column-${field}`)])),
    },
  }
}

async function saveSource(context: RouteContext, id: string): Promise<Answer> {
  await context.run(keepStatementSource, sourceIn(context, id))
  context.notify(statementTexts(context.locale)('source-saved'))
  return redirect(billingPaths.statementSources)
}

export const newSource = get(billingPaths.newStatementSource, {
  ...reconciling,
  handle: (context) => showSource(context, undefined),
})
export const addSource = post(billingPaths.newStatementSource, {
  ...reconciling,
  handle: (context) => saveSource(context, context.form.get('id')),
  invalid: (context, error) => showSource(context, undefined, error),
})
export const source = get(billingPaths.statementSource(':sourceId'), {
  ...reconciling,
  params: sourceParams,
  handle: (context) => showSource(context, context.params.sourceId),
})
export const changeSource = post(billingPaths.statementSource(':sourceId'), {
  ...reconciling,
  params: sourceParams,
  handle: (context) => saveSource(context, context.params.sourceId),
  invalid: (context, error) => showSource(context, context.params.sourceId, error),
})
