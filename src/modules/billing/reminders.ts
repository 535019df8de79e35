import { z } from 'zod'
import { systemActor } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { JobContext } from '#kernel/define/module.ts'
import { getRule } from '#modules/rules/index.ts'
import { findOwnRegion } from '#modules/territory/index.ts'
import { tellOnce } from './commands/tell-once.ts'
import { listDueBetween } from './queries/calendar.ts'
import { listUntold } from './queries/news.ts'

const days = z.array(z.number().int().min(0).max(365)).max(10)
const steps = z.object({ before: days, after: days })

/** How many days before and after the due day a payer is reminded: a dated row of the region. */
export async function reminderSteps(db: AnyHandle, day: Temporal.PlainDate): Promise<z.infer<typeof steps>> {
  const region = (await findOwnRegion(db))?.code ?? ''
  return steps.parse((await getRule(db, 'billing.reminder-steps', region, day)).value)
}

const atOnce = 500

/**
 * Reminds of everything that is due so many days from now, or was due so many days ago. Each bill is told of each step once,
 * however often the job runs on the day.
 */
export async function remindPayersJob(_payload: unknown, context: JobContext): Promise<void> {
  const { zone } = context.tenant.profile
  const today = dayOf(context.clock.now(), zone)
  const { before, after } = await reminderSteps(context.db, today)
  const startOf = (day: Temporal.PlainDate) => day.toZonedDateTime(zone).toInstant()
  const wanted = [
    ...before.map((n) => ({ step: `before-${n}`, from: today.add({ days: n }) })),
    ...after.map((n) => ({ step: `after-${n}`, from: today.subtract({ days: n }) })),
  ]
  for (const { step, from } of wanted) {
    let last: { dueAt: Temporal.Instant; id: string } | undefined
    for (;;) {
      const due = await listDueBetween(context.db, startOf(from), startOf(from.add({ days: 1 })), last, atOnce)
      const ids = due.map((bill) => bill.id)
      for (const billId of ids.length ? await listUntold(context.db, step, ids) : []) {
        await context.run(tellOnce, { billId, step }, { actor: systemActor('billing.remind-payers') })
      }
      last = due.at(-1)
      if (due.length < atOnce) break
    }
  }
}
