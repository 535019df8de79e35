import { z } from 'zod'
import { anyone } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { notFound } from '#kernel/errors.ts'
import { ownPath } from '#kernel/http/respond.ts'
import { get, page, type RouteContext, redirect } from '#kernel/http/route.ts'
import { isLocale } from '#kernel/i18n/texts.ts'
import { listUnits } from '#modules/organization/index.ts'
import { listHolidays, listRules } from '#modules/rules/index.ts'
import { listServices, measureAll } from '#modules/services/index.ts'
import { findOwnRegion } from '#modules/territory/index.ts'
import { lifeEvents } from './life-events.ts'
import { portalPaths } from './paths.ts'
import { AccessibilityPage, EventPage, GovernmentPage, HolidaysPage, RulesPage, StartPage } from './views.tsx'

const years = [2024, 2025, 2026, 2027]

function today(context: Pick<RouteContext, 'now' | 'tenant'>): Temporal.PlainDate {
  return dayOf(context.now, context.tenant.profile.zone)
}

export const start = get(portalPaths.start, {
  access: anyone,
  audit: 'none',
  cache: { tags: () => ['services', 'figures'] },
  async handle(context) {
    const [figures, services] = await Promise.all([
      measureAll(context.db, context.now),
      listServices(context.db, today(context).toString()),
    ])
    return page(<StartPage {...figures} serviceCount={services.length} />)
  },
})

export const lifeEvent = get('/peristiwa/:slug', {
  access: anyone,
  audit: 'none',
  params: z.object({ slug: z.string().max(60) }),
  cache: { tags: () => ['services', 'organization'] },
  async handle(context) {
    const event = lifeEvents.find((candidate) => candidate.slug === context.params.slug)
    if (!event) throw notFound()
    const services = (await listServices(context.db, today(context).toString())).filter(
      (service) => service.lifeEvent === event.key,
    )
    const office = (await listUnits(context.db, { on: today(context).toString() })).find(
      (unit) => unit.code === event.office,
    )
    const listed = services.map((service) => ({
      title: service.title[context.locale],
      href: `/layanan/${service.slug}`,
      text: service.summary[context.locale],
    }))
    return page(<EventPage event={event} services={listed} office={office} />)
  },
})

export const government = get(portalPaths.government, {
  access: anyone,
  audit: 'none',
  cache: { tags: () => ['organization'] },
  handle: (context) => page(<GovernmentPage year={today(context).year} />),
})

export const accessibility = get(portalPaths.accessibility, {
  access: anyone,
  audit: 'none',
  cache: { tags: () => [] },
  handle: () => page(<AccessibilityPage />),
})

export const rules = get(portalPaths.rules, {
  access: anyone,
  audit: 'none',
  cache: { tags: () => ['rules'] },
  async handle(context) {
    return page(<RulesPage rules={await listRules(context.db)} />)
  },
})

export const holidays = get('/hari-kerja/:year', {
  access: anyone,
  audit: 'none',
  params: z.object({ year: z.coerce.number().int() }),
  cache: { tags: () => ['rules'] },
  async handle(context) {
    const { year } = context.params
    if (!years.includes(year)) throw notFound()
    const region = (await findOwnRegion(context.db))?.code ?? ''
    return page(<HolidaysPage year={year} years={years} holidays={await listHolidays(context.db, year, region)} />)
  },
})

/** Chooses the language and goes back to the page it was chosen on. */
export const language = get('/bahasa/:locale', {
  access: anyone,
  audit: 'none',
  params: z.object({ locale: z.string() }),
  query: z.object({ kembali: z.string().max(500).catch('/') }),
  handle(context) {
    if (!isLocale(context.params.locale)) throw notFound()
    context.reply.setCookie('bahasa', context.params.locale, { path: '/', maxAge: 31_536_000, sameSite: 'lax' })
    return redirect(ownPath(context.query.kembali))
  },
})
