import { z } from 'zod'
import { anyone } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { exported, exportRoutes } from '#kernel/export/export-routes.ts'
import { allPages } from '#kernel/export/table.ts'
import { get, page, type RouteContext } from '#kernel/http/route.ts'
import { findServiceBySlug } from '#modules/services/index.ts'
import { licensingPaths } from './paths.ts'
import { countMarkets, listStalls, type PublicStall, type StallFilter, stallZones } from './queries/stalls.ts'
import { licensingTexts } from './texts.ts'
import { StallsPage } from './views/stalls-page.tsx'

const stallQuery = z.object({
  q: z.string().max(20).catch(''),
  pasar: z.string().max(80).catch(''),
  zona: z.enum(stallZones).optional().catch(undefined),
  keadaan: z.enum(['free', 'let', 'closed']).optional().catch(undefined),
  sesudah: z.string().max(20).catch(''),
})
type StallQuery = z.infer<typeof stallQuery>

const rowsOnPage = 50
const slug = 'izin-kios-pasar'

function filterOf({ q, pasar, zona, keadaan }: StallQuery): StallFilter {
  return { text: q.trim(), market: pasar, zone: zona, state: keadaan }
}

function todayOf({ now, tenant }: Pick<RouteContext, 'now' | 'tenant'>): Temporal.PlainDate {
  return dayOf(now, tenant.profile.zone)
}

/** Which stalls are free, for everybody. Not kept in memory: at midnight permits run out by themselves. */
export const stalls = get(licensingPaths.stalls, {
  access: anyone,
  audit: 'none',
  query: stallQuery,
  async handle(context) {
    const { db, query } = context
    const today = todayOf(context)
    const filter = filterOf(query)
    const [markets, found, service] = await Promise.all([
      countMarkets(db, today),
      listStalls(db, filter, today, { after: query.sesudah, size: rowsOnPage }),
      findServiceBySlug(db, slug, today.toString()),
    ])
    return page(
      <StallsPage
        markets={markets}
        found={found}
        filter={filter}
        isFirst={query.sesudah === ''}
        applyHref={service && `/layanan/${service.slug}`}
      />,
    )
  },
})

export const exportStalls = exportRoutes(licensingPaths.stalls, {
  access: anyone,
  audit: 'none',
  query: stallQuery,
  table(context) {
    const t = licensingTexts(context.locale)
    const today = todayOf(context)
    const filter = filterOf(context.query)
    return exported<PublicStall>({
      file: `${t('file')}-${today}`,
      title: t('title'),
      rows: allPages((after) => listStalls(context.db, filter, today, { after })),
      columns: [
        { label: t('code'), kind: 'text', value: (row) => row.code },
        { label: t('market'), kind: 'text', width: 24, value: (row) => row.market },
        { label: t('block'), kind: 'text', value: (row) => row.block },
        { label: t('zone'), kind: 'text', width: 16, value: (row) => t(`zone.${row.zone}`) },
        { label: t('area'), kind: 'number', value: (row) => row.area },
        { label: t('state'), kind: 'text', value: (row) => t(`state.${row.state}`) },
        { label: t('fee'), kind: 'money', value: (row) => row.yearlyFee },
      ],
    })
  },
})
