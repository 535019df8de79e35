import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { exported, exportRoutes } from '#kernel/export/export-routes.ts'
import { allPages, exportPageSize } from '#kernel/export/table.ts'
import { type AnyRoute, get, page } from '#kernel/http/route.ts'
import { listStagedProblems } from '#modules/people/index.ts'
import { noteExport } from '../commands/note-export.ts'
import { importFields } from '../mapping/fields.ts'
import { importPaths } from '../paths.ts'
import { rejectedRows } from '../queries/rejected-rows.ts'
import { importTexts } from '../texts/desk.ts'
import { findingCodes } from '../texts/problems.ts'
import { fieldLabel, ProblemsPage, sayFinding } from '../views/problems-page.tsx'
import { type ImportContext, importAt, importParams } from './around.ts'

const reads = permitted('population-import.read')
const audit = 'personal-data'
const query = z.object({
  jenis: z.enum(['error', 'warning']).optional().catch(undefined),
  temuan: z
    .enum(findingCodes as [string, ...string[]])
    .optional()
    .catch(undefined),
  kolom: z
    .enum(Object.keys(importFields) as [string, ...string[]])
    .optional()
    .catch(undefined),
  baris: z.coerce.number().int().min(1).max(9_999_999).optional().catch(undefined),
  setelah: z.string().max(30).optional().catch(undefined),
})
type Query = z.infer<typeof query>
const pageSize = 50

const filterOf = ({ jenis, temuan, kolom, baris }: Query) => ({
  severity: jenis,
  code: temuan,
  field: kolom,
  row: baris,
})

export const problemRoutes: readonly AnyRoute[] = [
  get(importPaths.problems(':importId'), {
    access: reads,
    audit,
    params: importParams,
    query,
    async handle(context) {
      const one = await importAt(context)
      const { setelah, ...filter } = context.query
      const found = await listStagedProblems(context.db, one.id, filterOf(context.query), setelah, pageSize)
      return page(
        <ProblemsPage
          {...found}
          locale={context.locale}
          actor={context.actor}
          notice={context.notice}
          one={one}
          query={filter}
          isFirstPage={!setelah}
        />,
      )
    },
  }),
  ...exportRoutes<{ importId: string }, Query, Awaited<ReturnType<typeof listStagedProblems>>['rows'][number]>(
    importPaths.problems(':importId'),
    {
      access: reads,
      audit,
      params: importParams,
      query,
      note: noteExport,
      async table(context: ImportContext<Query>) {
        const { db, locale } = context
        const one = await importAt(context)
        const t = importTexts(locale)
        return exported({
          file: `temuan-${one.fileName.replace(/\.\w+$/, '')}`,
          title: t('problems.title'),
          rows: allPages((after) => listStagedProblems(db, one.id, filterOf(context.query), after, exportPageSize)),
          columns: [
            { label: t('problems.row'), kind: 'number', value: (row) => row.row },
            { label: t('problems.severity'), kind: 'text', value: (row) => t(`severity.${row.severity}`) },
            { label: t('problems.field'), kind: 'text', width: 24, value: (row) => fieldLabel(row.field, locale) },
            { label: t('problems.what'), kind: 'text', width: 70, value: (row) => sayFinding(row, locale) },
            { label: t('problems.shown'), kind: 'text', width: 24, value: (row) => row.shown },
          ],
        })
      },
    },
  ),
  ...exportRoutes(importPaths.rejected(':importId'), {
    // Whole rows with their numbers: for who mends them.
    access: permitted('population-import.prepare'),
    audit,
    params: importParams,
    note: noteExport,
    async table(context: ImportContext) {
      const one = await importAt(context)
      const { rows, headings } = await rejectedRows(context.tenant, context.db, one)
      const t = importTexts(context.locale)
      const why = (reasons: readonly string[]) =>
        reasons.length === 0
          ? t('rejected.family')
          : reasons
              .map((reason) => {
                const [code = '', field = ''] = reason.split(' ')
                return sayFinding({ code, field }, context.locale)
              })
              .join(' ')
      return exported({
        file: `ditolak-${one.fileName.replace(/\.\w+$/, '')}`,
        title: t('rejected.title').slice(0, 31),
        rows,
        columns: [
          ...headings.map((label, at) => ({
            label,
            kind: 'text' as const,
            width: 20,
            value: (row: { readonly cells: readonly string[] }) => row.cells[at],
          })),
          { label: t('rejected.row'), kind: 'number' as const, value: (row) => row.row },
          { label: t('rejected.reason'), kind: 'text' as const, width: 70, value: (row) => why(row.reasons) },
        ],
      })
    },
  }),
]
