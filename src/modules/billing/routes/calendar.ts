import { z } from 'zod'
import { anyone, citizen } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { notFound } from '#kernel/errors.ts'
import { get, post, redirect, text } from '#kernel/http/route.ts'
import { formatRupiah } from '#kernel/money/money.ts'
import { getAccount } from '#modules/accounts/index.ts'
import { formatBillingCode } from '../billing-code.ts'
import { calendarFile } from '../calendar-file.ts'
import { renewCalendar } from '../commands/renew-calendar.ts'
import { billingPaths } from '../paths.ts'
import { findCalendarAccount } from '../queries/calendar.ts'
import { owedOnBills } from '../queries/orders.ts'
import { listOwnOpenBills, payerOf } from '../queries/own.ts'
import { reminderSteps } from '../reminders.ts'
import { billingTexts } from '../texts.ts'

export const newCalendar = post(billingPaths.renewCalendar, {
  access: citizen,
  audit: 'none',
  perMinute: 10,
  async handle(context) {
    await context.run(renewCalendar, {})
    context.notify(billingTexts(context.locale)('calendar.made'))
    return redirect(`${billingPaths.ownBills}#kalender`)
  },
})

const mostDays = 500

/** Calendar programs have no session; the secret of the address is their proof. It holds days, sums and codes, no names. */
export const calendar = get('/kalender/tagihan/:file', {
  access: anyone,
  audit: 'own-data',
  perMinute: 60,
  params: z.object({ file: z.string().regex(/^[0-9a-zA-Z_-]{32}\.ics$/) }),
  async handle(context) {
    const { db, tenant, now, origin } = context
    const accountId = await findCalendarAccount(tenant.pools.write, context.params.file.slice(0, 32))
    if (!accountId) throw notFound()
    const { personId, displayName, locale } = await getAccount(db, accountId)
    const payer = await payerOf(db, tenant, { kind: 'citizen', name: displayName, accountId, personId, grants: [] })
    const { zone } = tenant.profile
    const bills = await listOwnOpenBills(db, payer, mostDays)
    const today = dayOf(now, zone)
    const owed = await owedOnBills(
      db,
      tenant,
      bills.map((bill) => bill.id),
      today,
    )
    const t = billingTexts(locale)
    const { before } = await reminderSteps(db, today)
    const days = bills.map((bill) => {
      const total = formatRupiah(owed.get(bill.id)?.total ?? bill.total)
      return {
        id: `${bill.id}@${new URL(origin).host}`,
        on: dayOf(bill.dueAt, zone),
        title: t('calendar.due', { total, title: bill.title[locale] }),
        text: t('calendar.text', { code: formatBillingCode(bill.number) }),
        link: `${origin}${billingPaths.ownBill(bill.id)}`,
        remindDays: before,
      }
    })
    context.reply.header('cache-control', 'private, no-store')
    return text(
      calendarFile(t('calendar.name', { region: tenant.profile.shortName }), days, now),
      'text/calendar; charset=utf-8',
    )
  },
})
