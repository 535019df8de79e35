import { dayOf } from '#kernel/clock/clock.ts'
import type { JobContext, JobHandler } from '#kernel/define/module.ts'
import { compareMonth } from './commands/compare-month.ts'
import { openMonth } from './commands/open-month.ts'
import { remindLate } from './commands/return-acts.ts'
import { latestMonth, listLate } from './queries/returns.ts'

const todayOf = ({ clock, tenant }: JobContext) => dayOf(clock.now(), tenant.profile.zone)

/** Opens every month that is over and not opened yet: the last one, and those during which the program stood still. */
export const openMonths: JobHandler = async (_payload, context) => {
  const last = todayOf(context).toPlainYearMonth().subtract({ months: 1 })
  const latest = (await latestMonth(context.db)) ?? last
  let month = Temporal.PlainYearMonth.compare(latest, last) < 0 ? latest : last
  for (; Temporal.PlainYearMonth.compare(month, last) <= 0; month = month.add({ months: 1 })) {
    let after: string | undefined = ''
    while (after !== undefined) {
      const done: { next: string | undefined } = await context.run(openMonth, { month: month.toString(), after })
      after = done.next
    }
  }
}

/** So many late returns are read at once. */
const chunk = 200

/** Reminds who has not filed, once; each in a transaction of its own. */
export const remindAllLate: JobHandler = async (_payload, context) => {
  const today = todayOf(context)
  for (let after = ''; ; ) {
    const ids = await listLate(context.db, today, after, chunk)
    for (const returnId of ids) await context.run(remindLate, { returnId })
    const last = ids.at(-1)
    if (!last || ids.length < chunk) return
    after = last
  }
}

/** The last three months: returns of them still come. */
export const compareMonths: JobHandler = async (_payload, context) => {
  const now = todayOf(context).toPlainYearMonth()
  for (const months of [3, 2, 1]) await context.run(compareMonth, { month: now.subtract({ months }).toString() })
}
