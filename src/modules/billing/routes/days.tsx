import { z } from 'zod'
import { dayOf } from '#kernel/clock/clock.ts'
import { exported, exportRoutes } from '#kernel/export/export-routes.ts'
import { get, page, type RouteContext } from '#kernel/http/route.ts'
import { billingPaths } from '../paths.ts'
import { dayTotals } from '../queries/day-totals.ts'
import { DaysPage } from '../views/days-page.tsx'
import { deskTexts } from '../views/desk-texts.ts'
import { deskAround, reading } from './desk-around.ts'

const query = z.object({ hari: z.iso.date().optional().catch(undefined) })
type DayContext = RouteContext<unknown, z.infer<typeof query>>

function totalsOf(context: DayContext) {
  const { zone } = context.tenant.profile
  const day = context.query.hari ? Temporal.PlainDate.from(context.query.hari) : dayOf(context.now, zone)
  return { day, totals: dayTotals(context.db, context.actor, day.toString(), zone) }
}

export const days = get(billingPaths.days, {
  ...reading,
  query,
  async handle(context) {
    const { day, totals } = totalsOf(context)
    return page(<DaysPage {...(await deskAround(context))} day={day} totals={await totals} />)
  },
})

export const exportDay = exportRoutes(billingPaths.days, {
  ...reading,
  query,
  async table(context) {
    const t = deskTexts(context.locale)
    const { day, totals } = totalsOf(context)
    return exported({
      file: `penerimaan-${day}`,
      title: t('days.title', { day: day.toString() }),
      rows: (await totals).accounts,
      columns: [
        { label: t('days.day'), kind: 'day', value: () => day },
        { label: t('days.account'), kind: 'text', value: (row) => row.accountCode },
        { label: t('days.label'), kind: 'text', width: 40, value: (row) => row.label },
        { label: t('days.bills'), kind: 'number', value: (row) => row.bills },
        { label: t('days.amount'), kind: 'money', value: (row) => row.amount },
      ],
    })
  },
})
