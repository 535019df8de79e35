import { z } from 'zod'
import { anyone, citizen } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import { bytes, get, json, page, type RouteContext } from '#kernel/http/route.ts'
import { formatRupiah, rupiah } from '#kernel/money/money.ts'
import { permissionCatalogue } from '#modules/organization/index.ts'
import { getCalendar, listRules, type Rule, ruleOn, wholeNumber } from '#modules/rules/index.ts'
import { expressionsOf } from '../definition/expressions.ts'
import type { ServiceDefinition } from '../definition/schema.ts'
import { getServiceBySlug } from '../definition/store.ts'
import { knownSources } from '../extensions.ts'
import { costRules } from '../flow/cost.ts'
import { servicePaths } from '../paths.ts'
import { searchServices } from '../queries/catalogue.ts'
import { measurePerformance } from '../queries/performance.ts'
import { serviceTexts } from '../texts.ts'
import { CataloguePage, ServicePage } from '../views/catalogue-pages.tsx'
import { ProcedurePage } from '../views/procedure-page.tsx'
import { blankFormPdf } from './blank-form.ts'

const slugParams = z.object({ slug: z.string().max(80) })
const searchQuery = z.object({ q: z.string().max(200).catch('') })

export function todayOf(context: Pick<RouteContext, 'now' | 'tenant'>): string {
  return dayOf(context.now, context.tenant.profile.zone).toString()
}

export const catalogue = get(servicePaths.catalogue, {
  access: anyone,
  audit: 'none',
  query: searchQuery,
  cache: { tags: () => ['services'] },
  async handle(context) {
    const query = context.query.q.trim()
    return page(<CataloguePage query={query} services={await searchServices(context.db, query, todayOf(context))} />)
  },
})

export const suggestions = get(servicePaths.suggestions, {
  access: anyone,
  audit: 'none',
  query: searchQuery,
  async handle(context) {
    const found = await searchServices(context.db, context.query.q, todayOf(context))
    return json(
      found.slice(0, 6).map((service) => ({
        title: service.title[context.locale],
        href: servicePaths.service(service.slug),
        hint: service.summary[context.locale],
      })),
    )
  },
})

export const servicePage = get('/layanan/:slug', {
  access: anyone,
  audit: 'none',
  params: slugParams,
  cache: { tags: ({ params }) => ['services', `slug:${params.slug}`] },
  async handle(context) {
    const { db, tenant, locale, now } = context
    const service = await getServiceBySlug(db, context.params.slug, todayOf(context))
    const t = serviceTexts(locale)
    const day = dayOf(now, tenant.profile.zone)
    const rules = await listRules(db)
    const clock = ruleOn(rules, service.clock.rule, '', day)
    const fees = costRules(service).map((key) => ruleOn(rules, key, '', day))
    const days = clock ? wholeNumber(clock) : 0
    const performance = await measurePerformance(db, service.id, now, await getCalendar(tenant, db, ''))
    return page(
      <ServicePage
        service={service}
        performance={performance}
        costText={costInWords(service, rules, day, locale)}
        legalTimeText={t(service.clock.per === 'working-day' ? 'service.working-days' : 'service.calendar-days', {
          n: days,
        })}
        met={await metBy(context, service)}
        unverified={[clock, ...fees]
          .filter((rule) => rule && rule.status !== 'verified')
          .map((rule) => rule?.citation ?? '')}
      />,
    )
  },
})

/** A fixed fee as an amount; one that depends on the application by the names of its lines. */
function costInWords(service: ServiceDefinition, rules: readonly Rule[], day: Temporal.PlainDate, locale: Locale) {
  const t = serviceTexts(locale)
  const computed = service.cost.some((line) => line.amount || line.formula || line.times || line.when)
  if (computed) return service.cost.map((line) => line.label[locale]).join('; ')
  const total = service.cost.reduce((sum, line) => {
    const rule = line.rule && ruleOn(rules, line.rule, '', day)
    return sum + (rule ? wholeNumber(rule) : 0)
  }, 0)
  return total === 0 ? t('service.free') : formatRupiah(rupiah(total))
}

/** For a signed-in citizen the list ticks what registers hold of him; for everybody else what they hold of all. */
async function metBy(
  context: RouteContext,
  service: ServiceDefinition,
): Promise<((known: string) => boolean) | undefined> {
  const { actor, tenant, db } = context
  if (actor.kind !== 'citizen' || !actor.personId) return undefined
  const known = await knownSources.get(service.known)(tenant, db, actor.personId)
  const expressions = expressionsOf(service)
  return (expression) => expressions.isTrue(expression, { answers: {}, known, today: todayOf(context) })
}

export const procedure = get('/layanan/:slug/prosedur', {
  access: anyone,
  audit: 'none',
  params: slugParams,
  cache: { tags: ({ params }) => ['services', `slug:${params.slug}`] },
  async handle(context) {
    const service = await getServiceBySlug(context.db, context.params.slug, todayOf(context))
    const names = permissionCatalogue
      .keys()
      .flatMap((module) => Object.entries(permissionCatalogue.get(module)))
      .map(([permission, text]) => [permission, text[context.locale]])
    return page(<ProcedurePage service={service} permissions={Object.fromEntries(names)} />)
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
