import { z } from 'zod'
import { anyone } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { notFound } from '#kernel/errors.ts'
import { ownPath } from '#kernel/http/respond.ts'
import { get, page, type RouteContext, redirect } from '#kernel/http/route.ts'
import { isLocale } from '#kernel/i18n/texts.ts'
import { listUnits } from '#modules/organization/index.ts'
import { measureAll, searchServices, spellTextsOn } from '#modules/services/index.ts'
import { lifeEvents } from './events/life-events.ts'
import { portalPaths } from './paths.ts'
import { EventPage } from './views/event-page.tsx'
import { AccessibilityPage, GovernmentPage, StartPage } from './views/pages.tsx'

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
      searchServices(context.db, '', today(context).toString()),
    ])
    return page(<StartPage {...figures} serviceCount={services.length} />)
  },
})

export const lifeEvent = get('/peristiwa/:slug', {
  access: anyone,
  audit: 'none',
  params: z.object({ slug: z.string().max(60) }),
  cache: { tags: () => ['services', 'organization', 'rules'] },
  async handle(context) {
    const { db, locale } = context
    const written = lifeEvents.find((candidate) => candidate.slug === context.params.slug)
    if (!written) throw notFound()
    const on = today(context).toString()
    const event = await spellTextsOn(db, written, on)
    const [services, units] = await Promise.all([searchServices(db, '', on), listUnits(db, { on })])
    const online = services.map((service) => ({
      id: service.id,
      lifeEvent: service.lifeEvent,
      title: service.title[locale],
      text: service.summary[locale],
      href: `/layanan/${service.slug}`,
    }))
    return page(<EventPage event={event} services={online} offices={new Map(units.map((unit) => [unit.path, unit]))} />)
  },
})

export const government = get(portalPaths.government, {
  access: anyone,
  audit: 'none',
  cache: { tags: () => ['organization'] },
  handle: () => page(<GovernmentPage />),
})

export const accessibility = get(portalPaths.accessibility, {
  access: anyone,
  audit: 'none',
  cache: { tags: () => [] },
  handle: () => page(<AccessibilityPage />),
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
