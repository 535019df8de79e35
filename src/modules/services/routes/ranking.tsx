import { z } from 'zod'
import { anyone, isPermitted, permitted } from '#kernel/access/access.ts'
import { AppError, notFound } from '#kernel/errors.ts'
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
