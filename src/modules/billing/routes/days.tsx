import { z } from 'zod'
import { dayOf } from '#kernel/clock/clock.ts'
import { bytes, get, page, type RouteContext } from '#kernel/http/route.ts'
import { senToNumeric } from '#kernel/money/money.ts'
import { csvOf } from '../csv.ts'
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

export const exportDay = get(billingPaths.daysExport, {
  ...reading,
  query,
  async handle(context) {
    const t = deskTexts(context.locale)
    const { day, totals } = totalsOf(context)
    const rows = (await totals).accounts.map((row) => [
      day.toString(),
      row.accountCode,
      row.label,
      String(row.bills),
      senToNumeric(row.amount),
    ])
    const head = [t('days.day'), t('days.account'), t('days.label'), t('days.bills'), t('days.amount')]
    return bytes(csvOf([head, ...rows]), 'text/csv; charset=utf-8', { name: `penerimaan-${day}.csv` })
  },
})
