import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import type { AppError } from '#kernel/errors.ts'
import { exported, exportRoutes } from '#kernel/export/export-routes.ts'
import { allPages, exportPageSize } from '#kernel/export/table.ts'
import { type Answer, get, page } from '#kernel/http/route.ts'
import { noteExport } from '../commands/note-export.ts'
import { type ImportState, importStates } from '../domain.ts'
import { importPaths } from '../paths.ts'
import { countReceived, findableTo, findSameFile, listImportHistory, listImports } from '../queries/imports.ts'
import { importTexts } from '../texts/desk.ts'
import { ImportListPage } from '../views/import-list-page.tsx'
import { ImportPage } from '../views/import-page.tsx'
import { type ImportContext, importAt, importParams } from './around.ts'

const reads = permitted('population-import.read')
const listQuery = z.object({
  q: z.string().trim().max(120).optional().catch(undefined),
  keadaan: z
    .enum(importStates as readonly [ImportState, ...ImportState[]])
    .optional()
    .catch(undefined),
  setelah: z.uuid().optional().catch(undefined),
})

export const importList = get(importPaths.list, {
  access: reads,
  audit: 'none',
  query: listQuery,
  async handle(context) {
    const { q, keadaan, setelah } = context.query
    const found = await listImports(context.db, context.actor, { text: q, state: keadaan }, setelah)
    return page(
      <ImportListPage
        {...found}
        locale={context.locale}
        actor={context.actor}
        notice={context.notice}
        zone={context.tenant.profile.zone}
        query={{ q, keadaan }}
        isFirstPage={!setelah}
      />,
    )
  },
})

export const exportImports = exportRoutes(importPaths.list, {
  access: reads,
  audit: 'none',
  query: listQuery,
  note: noteExport,
  table({ db, actor, query, locale, now, tenant }) {
    const t = importTexts(locale)
    const filter = { text: query.q, state: query.keadaan }
    return exported({
      file: `impor-penduduk-${dayOf(now, tenant.profile.zone)}`,
      title: t('list.title'),
      rows: allPages((after) => listImports(db, actor, filter, after, exportPageSize)),
      columns: [
        { label: t('file'), kind: 'text', width: 40, value: (row) => row.fileName },
        { label: t('note'), kind: 'text', width: 40, value: (row) => row.note },
        { label: t('as-of'), kind: 'day', value: (row) => Temporal.PlainDate.from(row.asOf) },
        { label: t('state'), kind: 'text', value: (row) => t(`state.${row.state}`) },
        { label: t('rows'), kind: 'number', value: (row) => row.counts?.rows },
        { label: t('families'), kind: 'number', value: (row) => row.enteredFamilies },
        { label: t('people'), kind: 'number', value: (row) => row.enteredPeople },
        { label: t('made-by'), kind: 'text', width: 40, value: (row) => row.madeBy },
        { label: t('made-at'), kind: 'moment', value: (row) => row.madeAt },
        { label: t('decided-by'), kind: 'text', width: 40, value: (row) => row.decidedBy },
      ],
    })
  },
})

export async function showOne(context: ImportContext, error?: AppError): Promise<Answer> {
  const { db } = context
  const one = await importAt(context)
  const [history, same, received, findable] = await Promise.all([
    listImportHistory(db, one.id),
    findSameFile(db, one),
    one.state === 'receiving' ? countReceived(db, one.id) : one.fileSize,
    findableTo(db, one.id),
  ])
  return page(
    <ImportPage
      locale={context.locale}
      actor={context.actor}
      notice={context.notice}
      zone={context.tenant.profile.zone}
      now={context.now}
      one={one}
      same={same}
      received={received}
      findable={findable}
      history={history}
      reason={(context.kept ?? context.form).get('reason')}
      error={error}
    />,
    error?.status ?? 200,
  )
}

export const showImport = get(importPaths.show(':importId'), {
  access: reads,
  audit: 'none',
  params: importParams,
  handle: (context) => showOne(context),
})
