import { z } from 'zod'
import { anyone } from '#kernel/access/access.ts'
import { get, json, page, type RouteContext, text } from '#kernel/http/route.ts'
import { findOwnRegion } from '#modules/territory/index.ts'
import { calendarFile } from '../calendar-file.ts'
import { ruleOn } from '../domain.ts'
import { rulePaths } from '../paths.ts'
import { getCalendar, listHolidays, listHolidayYears } from '../queries/calendar.ts'
import { listRules } from '../queries/rules.ts'
import { ruleTexts } from '../texts.ts'
import { CalendarPage } from '../views/calendar-page.tsx'
import { todayOf } from './law-query.ts'

const yearQuery = z.object({ tahun: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined) })

type WithYear = RouteContext<unknown, z.infer<typeof yearQuery>>

async function holidaysOf(context: WithYear) {
  const year = context.query.tahun ?? Number(todayOf(context).slice(0, 4))
  const region = (await findOwnRegion(context.db))?.code ?? ''
  return { year, region, holidays: await listHolidays(context.db, year, region) }
}

export const calendar = get(rulePaths.calendar, {
  access: anyone,
  audit: 'none',
  query: yearQuery,
  cache: { tags: () => ['rules'] },
  async handle(context) {
    const { tenant, db } = context
    const { year, region, holidays } = await holidaysOf(context)
    const years = await listHolidayYears(db)
    const { hours } = await getCalendar(tenant, db, region)
    return page(
      <CalendarPage
        year={year}
        years={years}
        holidays={holidays}
        openOn={[...hours.keys()]}
        today={todayOf(context)}
      />,
    )
  },
})

export const calendarDownload = get('/kalender.ics', {
  access: anyone,
  audit: 'none',
  query: yearQuery,
  perMinute: 60,
  async handle(context) {
    const { year, holidays } = await holidaysOf(context)
    const name = `${ruleTexts(context.locale)('days.title', { year })}, ${context.tenant.profile.name}`
    const file = calendarFile(holidays, {
      host: new URL(context.origin).hostname,
      name,
      locale: context.locale,
      stampedAt: context.now,
    })
    context.reply.header('content-disposition', `attachment; filename="kalender-${year}.ics"`)
    return text(file, 'text/calendar; charset=utf-8')
  },
})

const apiQuery = z.object({
  key: z.string().max(120).catch(''),
  on: z.iso.date().optional().catch(undefined),
  history: z.enum(['yes', 'no']).catch('no'),
})

/** Every figure of law that holds on a day, or with `history=yes` every row; for other systems. */
export const apiRules = get(rulePaths.apiRules, {
  access: anyone,
  audit: 'none',
  query: apiQuery,
  perMinute: 60,
  async handle(context) {
    const { key, on, history } = context.query
    const region = (await findOwnRegion(context.db))?.code ?? ''
    const day = Temporal.PlainDate.from(on ?? todayOf(context))
    const rows = await listRules(context.db, key ? [key] : undefined)
    const here = rows.filter((row) => row.region === '' || row.region === region || region.startsWith(`${row.region}.`))
    const keys = [...new Set(here.map((row) => row.key))]
    const rules = history === 'yes' ? here : keys.flatMap((each) => ruleOn(here, each, region, day) ?? [])
    return json({ region, on: history === 'yes' ? null : day.toString(), rules })
  },
})

export const apiHolidays = get(rulePaths.apiHolidays, {
  access: anyone,
  audit: 'none',
  query: z.object({ year: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined) }),
  perMinute: 60,
  async handle(context) {
    const year = context.query.year ?? Number(todayOf(context).slice(0, 4))
    const region = (await findOwnRegion(context.db))?.code ?? ''
    return json({ region, year, holidays: await listHolidays(context.db, year, region) })
  },
})
