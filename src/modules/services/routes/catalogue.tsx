import { z } from 'zod'
import { anyone } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { bytes, get, json, page, type RouteContext } from '#kernel/http/route.ts'
import { listUnits } from '#modules/organization/index.ts'
import { getCalendar, listRules, type Rule, ruleOn, wholeNumber } from '#modules/rules/index.ts'
import { findOwnRegion } from '#modules/territory/index.ts'
import { expressionsOf } from '../definition/expressions.ts'
import type { ServiceDefinition } from '../definition/schema.ts'
import { getServiceBySlug } from '../definition/store.ts'
import { knownSources } from '../extensions.ts'
import { costRules } from '../flow/cost.ts'
import { computedAt, isComputed } from '../flow/fee-estimate.ts'
import { servicePaths } from '../paths.ts'
import { isClosed, listOpenServices, searchPublicPages, searchServices } from '../queries/catalogue.ts'
import { measurePerformance } from '../queries/performance.ts'
import { procedureNames } from '../queries/procedure-names.ts'
import { serviceTexts } from '../texts.ts'
import { CataloguePage } from '../views/catalogue-pages.tsx'
import { costInWords, costRows } from '../views/cost-words.ts'
import { ProcedurePage } from '../views/procedure-page.tsx'
import { ServicePage } from '../views/service-page.tsx'
import { blankFormPdf } from './blank-form.ts'

const slugParams = z.object({ slug: z.string().max(80) })
const mostSuggestions = 6
const mostSuggestedPages = 2
const searchQuery = z.object({ q: z.string().max(200).catch('') })

export function todayOf(context: Pick<RouteContext, 'now' | 'tenant'>): string {
  return dayOf(context.now, context.tenant.profile.zone).toString()
}

const catalogueQuery = z.object({
  q: z.string().max(200).catch(''),
  untuk: z.enum(['citizen', 'business', 'agency', 'employee']).optional().catch(undefined),
  peristiwa: z.string().max(60).optional().catch(undefined),
  kantor: z.string().max(120).optional().catch(undefined),
})

export const catalogue = get(servicePaths.catalogue, {
  access: anyone,
  audit: 'none',
  query: catalogueQuery,
  cache: { tags: () => ['services', 'organization'] },
  async handle(context) {
    const { db } = context
    const { q, untuk, peristiwa, kantor } = context.query
    const today = todayOf(context)
    const filter = { audience: untuk, lifeEvent: peristiwa || undefined, unit: kantor || undefined }
    const [all, found, units] = await Promise.all([
      listOpenServices(db, today),
      searchServices(db, q.trim(), today, filter),
      listUnits(db, { on: today }),
    ])
    const paths = [...new Set(all.map((service) => service.unit))]
    const agencies = paths
      .map((path) => ({ path, name: units.find((unit) => unit.path === path)?.name ?? path }))
      .sort((a, b) => a.name.localeCompare(b.name, 'id'))
    return page(
      <CataloguePage
        query={q.trim()}
        services={found}
        pages={searchPublicPages(q)}
        filter={filter}
        audiences={[...new Set(all.flatMap((service) => service.audience))]}
        events={[...new Set(all.map((service) => service.lifeEvent))].sort()}
        agencies={agencies}
      />,
    )
  },
})

export const suggestions = get(servicePaths.suggestions, {
  access: anyone,
  audit: 'none',
  query: searchQuery,
  async handle(context) {
    const { db, locale, query } = context
    const pages = searchPublicPages(query.q).slice(0, mostSuggestedPages)
    const services = (await searchServices(db, query.q, todayOf(context))).slice(0, mostSuggestions - pages.length)
    return json([
      ...services.map(({ title, slug, summary }) => ({
        title: title[locale],
        href: servicePaths.service(slug),
        hint: summary[locale],
      })),
      ...pages.map(({ title, href, summary }) => ({ title: title[locale], href, hint: summary[locale] })),
    ])
  },
})

export const servicePage = get('/layanan/:slug', {
  access: anyone,
  audit: 'none',
  params: slugParams,
  cache: { tags: ({ params }) => ['services', 'rules', `slug:${params.slug}`] },
  async handle(context) {
    const { db, tenant, locale, now } = context
    const today = todayOf(context)
    const service = await getServiceBySlug(db, context.params.slug, today)
    const t = serviceTexts(locale)
    const ruleOf = await ruleFinder(context)
    const clock = ruleOf(service.clock.rule)
    const fees = costRules(service).map(ruleOf)
    const days = clock ? wholeNumber(clock) : 0
    const region = (await findOwnRegion(db))?.code ?? ''
    const performance = await measurePerformance(db, service.id, now, await getCalendar(tenant, db, region))
    const unverified = [clock, ...fees].filter((rule) => rule && rule.status !== 'verified')
    return page(
      <ServicePage
        service={service}
        performance={performance}
        costs={costRows(service, ruleOf, locale)}
        costText={costInWords(service, ruleOf, locale)}
        estimateAt={isComputed(service) ? (computedAt(service) ?? servicePaths.fee(service.slug)) : undefined}
        isClosed={isClosed(service, today)}
        legalTimeText={t(service.clock.per === 'working-day' ? 'service.working-days' : 'service.calendar-days', {
          n: days,
        })}
        met={await metBy(context, service)}
        unverified={[...new Set(unverified.map((rule) => rule?.citation ?? ''))]}
      />,
    )
  },
})

/** The figures of law that hold in this region today. */
export async function ruleFinder(
  context: Pick<RouteContext, 'db' | 'now' | 'tenant'>,
): Promise<(key: string) => Rule | undefined> {
  const day = dayOf(context.now, context.tenant.profile.zone)
  const [rules, region] = await Promise.all([listRules(context.db), findOwnRegion(context.db)])
  return (key) => ruleOn(rules, key, region?.code ?? '', day)
}

/** For a signed-in citizen the list ticks what registers hold of him; for everybody else what they hold of all. */
async function metBy(
  context: RouteContext,
  service: ServiceDefinition,
): Promise<((known: string) => boolean) | undefined> {
  const { actor, tenant, db } = context
  if (actor.kind !== 'citizen' || !actor.personId) return undefined
  const known = await knownSources.get(service.known)(tenant, db, actor.personId, {})
  const expressions = expressionsOf(service)
  return (expression) => expressions.isTrue(expression, { answers: {}, known, today: todayOf(context) })
}

export const procedure = get('/layanan/:slug/prosedur', {
  access: anyone,
  audit: 'none',
  params: slugParams,
  cache: { tags: ({ params }) => ['services', 'organization', `slug:${params.slug}`] },
  async handle(context) {
    const service = await getServiceBySlug(context.db, context.params.slug, todayOf(context))
    return page(<ProcedurePage service={service} names={await procedureNames(context)} />)
  },
})

export const blankForm = get('/layanan/:slug/formulir.pdf', {
  access: anyone,
  audit: 'none',
  params: slugParams,
  perMinute: 30,
  async handle(context) {
    const service = await getServiceBySlug(context.db, context.params.slug, todayOf(context))
    return bytes(await blankFormPdf(context, service), 'application/pdf', { name: `formulir-${service.slug}.pdf` })
  },
})
