import { z } from 'zod'
import { anyone, isPermitted, permitted } from '#kernel/access/access.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { exported, exportRoutes } from '#kernel/export/export-routes.ts'
import { get, page, post, type RouteContext, redirect, text } from '#kernel/http/route.ts'
import { formatNumber } from '#kernel/i18n/format.ts'
import { allotPlaces } from '../commands/allot-places.ts'
import type { ServiceDefinition } from '../definition/schema.ts'
import { getServiceBySlug } from '../definition/store.ts'
import { servicePaths } from '../paths.ts'
import { listPublishedRanks } from '../queries/allotments.ts'
import { previewAllotment, readRanking } from '../queries/ranking.ts'
import { rankingCsv } from '../ranking-proof.ts'
import { rankingTexts } from '../texts/ranking.ts'
import { AllotPage, RankingPage } from '../views/ranking-page.tsx'
import { todayOf } from './catalogue.tsx'

const slugParams = z.object({ slug: z.string().max(80) })
const allots = permitted('services.allot', { stepUp: true })

/** Only services with few places have a ranking. */
async function rankedService(context: RouteContext<{ slug: string }>): Promise<ServiceDefinition> {
  const service = await getServiceBySlug(context.db, context.params.slug, todayOf(context))
  if (!service.quota) throw notFound()
  return service
}

/** Names are masked: the order is public, the person is not. */
export const ranking = get('/layanan/:slug/peringkat', {
  access: anyone,
  audit: 'none',
  params: slugParams,
  query: z.object({ dari: z.coerce.number().int().min(1).max(10_000_000).catch(1) }),
  perMinute: 120,
  async handle(context) {
    const service = await rankedService(context)
    const { dari } = context.query
    const found = await listPublishedRanks(context.db, service.id, dari)
    const { zone } = context.tenant.profile
    const mayAllot = isPermitted(context.actor, 'services.allot', { unitPath: service.unit })
    return page(<RankingPage service={service} ranking={found} fromRank={dari} zone={zone} mayAllot={mayAllot} />)
  },
})

/** Ranks and scores without names, from which anybody can compute the hash of the list again. */
export const rankingFile = get('/layanan/:slug/peringkat.csv', {
  access: anyone,
  audit: 'none',
  params: slugParams,
  perMinute: 30,
  async handle(context) {
    const service = await rankedService(context)
    const found = await readRanking(context.db, service.id)
    if (!found) throw notFound()
    context.reply.header('content-disposition', `attachment; filename="peringkat-${service.slug}-${found.period}.csv"`)
    return text(rankingCsv(found.rows), 'text/csv; charset=utf-8')
  },
})

/** The same list to read and to sort; the proof is computed from the plain file. */
export const exportRanking = exportRoutes(servicePaths.rankingExport(':slug'), {
  access: anyone,
  audit: 'none',
  params: slugParams,
  only: 'xlsx',
  async table(context) {
    const service = await rankedService(context)
    const found = await readRanking(context.db, service.id)
    if (!found) throw notFound()
    const t = rankingTexts(context.locale)
    return exported({
      file: `peringkat-${service.slug}-${found.period}`,
      title: t('crumb'),
      rows: found.rows,
      columns: [
        { label: t('rank'), kind: 'number', value: (row) => row.rank },
        { label: 'ID', kind: 'text', width: 38, value: (row) => row.caseId },
        { label: t('score'), kind: 'number', value: (row) => row.score },
        { label: t('tie-break'), kind: 'number', width: 20, value: (row) => row.tieBreak },
        { label: t('sent'), kind: 'moment', value: (row) => Temporal.Instant.from(row.submittedAt) },
        { label: t('result'), kind: 'text', value: (row) => t(row.isGranted ? 'granted' : 'not-granted') },
      ],
    })
  },
})

export const allotForm = get('/meja/penetapan/:slug', {
  access: allots,
  audit: 'none',
  params: slugParams,
  async handle(context) {
    const service = await ownRankedService(context)
    const preview = await previewAllotment(context.tenant, context.db, service, context.now)
    if (!preview) throw notFound()
    return page(<AllotPage {...context} service={service} preview={preview} />)
  },
})

export const allot = post('/meja/penetapan/:slug', {
  access: allots,
  audit: 'none',
  params: slugParams,
  async handle(context) {
    const service = await ownRankedService(context)
    const { applicants } = await context.run(allotPlaces, { serviceId: service.id })
    const { locale } = context
    context.notify(rankingTexts(locale)('allot-made', { n: formatNumber(applicants, locale) }))
    return redirect(servicePaths.ranking(service.slug))
  },
})

/** @throws forbidden when the service belongs to another office */
async function ownRankedService(context: RouteContext<{ slug: string }>): Promise<ServiceDefinition> {
  const service = await rankedService(context)
  if (!isPermitted(context.actor, 'services.allot', { unitPath: service.unit })) throw new AppError('forbidden')
  return service
}
