import type { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { exported, exportRoutes } from '#kernel/export/export-routes.ts'
import { allPages, type ExportColumn, exportPageSize } from '#kernel/export/table.ts'
import { type Answer, type AnyRoute, type Audit, get, type RouteContext } from '#kernel/http/route.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import { noteExport } from '../commands/note-export.ts'

interface ListRoute<Params, Query, Row> {
  /** Who takes a list with personal data along is written down. */
  readonly audit: Audit
  readonly params?: z.ZodType<Params> | undefined
  readonly query: z.ZodType<Query>
  readonly show: (context: RouteContext<Params, Query>) => Promise<Answer>
  /** How its files are called, before the day. */
  readonly file: string
  readonly title: (locale: Locale) => string
  /** The rows as the list is narrowed, a page at a time. */
  readonly read: (
    context: RouteContext<Params, Query>,
    after: string | undefined,
    limit: number,
  ) => Promise<{ readonly rows: readonly Row[]; readonly next: string | undefined }>
  readonly columns: (locale: Locale) => readonly ExportColumn<Row>[]
}

/** A list for who may read regional taxes: its page, and the same rows as CSV and XLSX. */
export function listRoutes<Params, Query, Row>(
  path: string,
  facts: ListRoute<Params, Query, Row>,
): readonly AnyRoute[] {
  const { audit, params, query } = facts
  const door = { access: permitted('local-tax.read'), audit, params, query } as const
  return [
    get<Params, Query>(path, { ...door, handle: (context) => facts.show(context) }),
    ...exportRoutes<Params, Query, Row>(path, {
      ...door,
      ...(audit === 'none' ? {} : { note: noteExport }),
      table: (context) =>
        exported<Row>({
          file: `${facts.file}-${dayOf(context.now, context.tenant.profile.zone)}`,
          title: facts.title(context.locale),
          rows: allPages((after) => facts.read(context, after, exportPageSize)),
          columns: facts.columns(context.locale),
        }),
    }),
  ]
}
