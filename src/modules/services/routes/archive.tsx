import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { exported, exportRoutes } from '#kernel/export/export-routes.ts'
import { allPages, exportPageSize } from '#kernel/export/table.ts'
import { get, page, type RouteContext } from '#kernel/http/route.ts'
import { areasByCode } from '#modules/territory/index.ts'
import { noteExport } from '../commands/note-export.ts'
import { getDefinition } from '../definition/store.ts'
import { stateOf } from '../domain.ts'
import { servicePaths } from '../paths.ts'
import { type ArchiveFilter, listArchive, walkArchive } from '../queries/archive.ts'
import type { DeskRow } from '../queries/desk.ts'
import { ownDesks, queueChoices } from '../queries/desk-catalogue.ts'
import { queueTexts } from '../texts/desk.ts'
import { DeskSearchPage, type FoundCase, standings } from '../views/desk-search-page.tsx'
import { caseColumns } from './case-columns.ts'
import { deskNav } from './desk-nav.ts'

const day = z.iso.date().optional().catch(undefined)
const archiveQuery = z.object({
  q: z.string().trim().max(120).catch(''),
  layanan: z.string().max(80).optional().catch(undefined),
  keadaan: z.enum(standings).optional().catch(undefined),
  dari: day,
  sampai: day,
  sesudah: z.string().max(90).optional().catch(undefined),
})
type ArchiveContext = RouteContext<unknown, z.infer<typeof archiveQuery>>

function filterIn({ query }: ArchiveContext, after: string | undefined): ArchiveFilter {
  const { q, layanan, keadaan, dari, sampai } = query
  return { text: q || undefined, serviceId: layanan, standing: keadaan, from: dari, to: sampai, after }
}

/** All files of the officer's units, running and closed. */
export const deskSearch = get(servicePaths.deskSearch, {
  access: permitted('services.read-case'),
  audit: 'none',
  query: archiveQuery,
  async handle(context) {
    const { db, tenant, actor, query } = context
    const [list, { services }] = await Promise.all([
      listArchive(tenant, db, actor, filterIn(context, query.sesudah)),
      queueChoices(tenant, db, await ownDesks(tenant, db, actor)),
    ])
    return page(
      <DeskSearchPage
        rows={await inWords(context, list.rows)}
        next={list.next}
        isFirstPage={!query.sesudah}
        query={query}
        services={services}
        nav={deskNav(context)}
        unitName={actor.position?.unitName ?? ''}
        zone={tenant.profile.zone}
      />,
    )
  },
})

export const exportArchive = exportRoutes(servicePaths.archiveExport, {
  access: permitted('services.read-case'),
  audit: 'none',
  query: archiveQuery,
  note: noteExport,
  table(context) {
    const { db, tenant, actor, locale, now } = context
    const t = queueTexts(locale)
    return exported({
      file: `berkas-${dayOf(now, tenant.profile.zone)}`,
      title: t('row.file'),
      rows: allPages(async (after) => {
        const part = await walkArchive(tenant, db, actor, filterIn(context, after), exportPageSize)
        return { rows: await inWords(context, part.rows), next: part.next }
      }),
      columns: [
        ...caseColumns(locale),
        { label: t('csv.sent'), kind: 'moment', value: (row) => row.submittedAt },
        { label: t('csv.promised'), kind: 'moment', value: (row) => row.promisedAt },
        { label: t('csv.closed'), kind: 'moment', value: (row) => row.closedAt },
      ],
    })
  },
})

async function inWords({ db, locale }: ArchiveContext, rows: readonly DeskRow[]): Promise<FoundCase[]> {
  const areas = await areasByCode(db, [...new Set(rows.map((row) => row.territoryCode))])
  return Promise.all(
    rows.map(async (row) => {
      const definition = await getDefinition(db, row.serviceId, row.version, 'as-written')
      return {
        ...row,
        title: definition.title[locale],
        placeName: areas.get(row.territoryCode)?.name ?? '',
        stateLabel: stateOf(definition, row.state).label[locale],
      }
    }),
  )
}
